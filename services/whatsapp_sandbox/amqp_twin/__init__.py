"""A small AMQP 0-9-1 server for machines without RabbitMQ: what shared/rabbitmq.py uses, and nothing else.

One node, durable queues, the default exchange, confirms, mandatory, prefetch, TTL, dead-lettering, length and delivery
limits. Not a broker for production: one process, no clustering, no TLS, loopback only.

    __main__.py    the command      connection.py  handshake, frames, heartbeats
    broker.py      routing          channel.py     the methods of a channel
    queues.py      one queue        journal.py     what survives kill -9
    wire.py        bytes
"""
