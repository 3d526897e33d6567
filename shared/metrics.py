"""Every metric of every service, declared once with its labels; labels are enums, never user input."""

from prometheus_client import Counter, Gauge, Histogram, generate_latest

_SECONDS = (0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120)

WEBHOOK_SECONDS = Histogram(
    "fintrak_webhook_seconds", "Time to answer a webhook of Twilio.", ["outcome"], buckets=_SECONDS
)
TURNED_AWAY = Counter("fintrak_turned_away_total", "Messages of people not invited or too fast.", ["entry"])
SWEPT = Counter("fintrak_jobs_swept_total", "Jobs that the webhook could not publish at once and the sweeper did.")
SIGNATURE_FAILURES = Counter("fintrak_signature_failures_total", "Webhooks refused for their signature.")
HANDLED = Counter("fintrak_messages_total", "Deliveries by how they ended.", ["queue", "outcome"])
HANDLING_SECONDS = Histogram(
    "fintrak_handling_seconds", "Time from delivery to acknowledgement.", ["queue"], buckets=_SECONDS
)
IN_HAND = Gauge("fintrak_messages_in_hand", "Deliveries being worked on.", ["queue"])
QUEUE_MESSAGES = Gauge(
    "fintrak_queue_messages", "Messages that wait in a queue; NaN while RabbitMQ is away.", ["queue"]
)
QUEUE_OLDEST_SECONDS = Gauge(
    "fintrak_queue_oldest_message_seconds",
    "Age of the oldest message not yet handled, since it was published.",
    ["queue"],
)
STEP_SECONDS = Histogram("fintrak_step_seconds", "Time of one step of the work.", ["step"], buckets=_SECONDS)
READS = Counter("fintrak_reads_total", "Documents read.", ["engine", "outcome"])
GPT_TOKENS = Counter("fintrak_gpt_tokens_total", "Tokens the model charged for.", ["model", "direction"])
GPT_COST = Counter("fintrak_gpt_cost_dollars_total", "What those tokens cost, by GPT_PRICES.", ["model"])
STAND_INS = Counter("fintrak_stand_ins_total", "Times the local engine worked in the model's place.", ["why"])
GUARD_REFUSALS = Counter("fintrak_guard_refusals_total", "Statements the guard refused.", ["engine"])
TWILIO_SENDS = Counter(
    "fintrak_twilio_sends_total", "Messages handed to Twilio, by HTTP status or error code.", ["code"]
)
DEPENDENCY_UP = Gauge(
    "fintrak_dependency_up", "1 when the dependency answered the last health check, else 0.", ["dependency"]
)
EVENT_LOOP_LAG = Histogram(
    "fintrak_event_loop_lag_seconds",
    "How late the event loop wakes a sleeper: something blocked it for that long.",
    buckets=(0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5),
)


def exposition() -> bytes:
    """Everything above in Prometheus' text format."""
    return generate_latest()
