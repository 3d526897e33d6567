"""An environment every service can start with."""

A_WHOLE_ENVIRONMENT = {
    "RABBITMQ_HOST": "rabbitmq",
    "REDIS_HOST": "redis",
    "RDS_HOST": "database",
    "RDS_USER": "fintrak",
    "RDS_PASSWORD": "secret",
    "S3_BUCKET_NAME": "invoices",
    "TWILIO_ACCOUNT_SID": "AC0123456789abcdef0123456789abcdef",
    "TWILIO_AUTH_TOKEN": "f00dfeedf00dfeedf00dfeedf00dfeed",
    "TWILIO_PHONE_NUMBER": "+14155238886",
    "PUBLIC_BASE_URL": "https://fintrak.example.com",
}
