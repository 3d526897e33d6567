"""Starters of the servers that local mode and the tests bring along: PostgreSQL, Valkey, S3, RabbitMQ."""
