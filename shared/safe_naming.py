"""Every name that two parts of FinTrak must spell alike: queues, states, engines, fields."""

from enum import StrEnum


class Queue(StrEnum):
    """Work queues; the members are the customer's names, the values what RabbitMQ sees."""

    IMAGE_QUEUE = "message_queue"
    QUERY_QUEUE = "query_queue"
    RESPONSE_QUEUE = "response_queue"


class Service(StrEnum):
    WEBHOOK = "whatsapp_webhook_service"
    EXTRACTION = "invoice_extraction_service"
    QUERY = "query_generator_service"
    RESPONSE = "client_response_service"


class Dependency(StrEnum):
    """What a service may have to wait for; the names /health and the logs use."""

    RABBITMQ = "rabbitmq"
    REDIS = "redis"
    POSTGRES = "postgres"
    S3 = "s3"
    TWILIO = "twilio"
    GPT = "gpt"


class UserState(StrEnum):
    START = "start"
    CHOOSING = "choosing"
    AWAITING_IMAGE = "awaiting_image"
    AWAITING_TEXT = "awaiting_text"
    PROCESSING = "processing"
    ERROR = "error"


class Outcome(StrEnum):
    """How the work on one incoming message ended; part of the id of every reply to it."""

    DONE = "done"
    REFUSED = "refused"
    GAVE_UP = "gave-up"


class EngineName(StrEnum):
    GPT = "gpt"
    LOCAL = "local"


class StandIn(StrEnum):
    """Why the local engine worked although a key is set."""

    AWAY = "away"
    BUDGET = "budget"


class PaymentMethod(StrEnum):
    CASH = "cash"
    CARD = "card"
    BANK_TRANSFER = "bank_transfer"
    DIRECT_DEBIT = "direct_debit"
    ONLINE = "online"
    CHEQUE = "cheque"
    OTHER = "other"


class InvoiceField(StrEnum):
    """The fields of an invoice that may be doubtful; values are the column names."""

    INVOICE_DATE = "invoice_date"
    EXPENSE_AMOUNT = "expense_amount"
    VAT = "vat"
    NET_AMOUNT = "net_amount"
    PAYEE_NAME = "payee_name"
    PAYMENT_METHOD = "payment_method"
    CURRENCY = "currency"
    INVOICE_NUMBER = "invoice_number"


class ReadStep(StrEnum):
    """What a row of `reads` remembers, so that nothing is read or paid for twice."""

    INVOICE = "invoice"
    SQL = "sql"


class Language(StrEnum):
    """Languages FinTrak answers in (ISO 639-1); anything else is answered in English."""

    ENGLISH = "en"
    SPANISH = "es"
    FRENCH = "fr"
    GERMAN = "de"
    PORTUGUESE = "pt"
    HEBREW = "he"
    ARABIC = "ar"
    HINDI = "hi"
