"""One JSON object a line on stdout, for every library too; the message id is bound once per delivery."""

import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import structlog

from shared.safe_naming import Service

_NOISY = {
    "aio_pika": logging.CRITICAL,  # logs tracebacks on every lost connection although it recovers by itself
    "aiormq": logging.CRITICAL,
    "uvicorn.access": logging.WARNING,  # paths hold link tokens
    "httpx2": logging.WARNING,  # URLs hold media links
    "httpcore2": logging.WARNING,
    "botocore": logging.WARNING,
    "openai": logging.WARNING,
    "twilio": logging.WARNING,
    "asyncio": logging.WARNING,
    "urllib3": logging.ERROR,  # names object keys where it tries again
}


def configure_logs(service: Service | str, level: str) -> None:
    """Call once per process, before anything else logs."""
    shared_steps: list[structlog.types.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        lambda _logger, _method, event: {**event, "service": str(service)},
    ]
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared_steps,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.ExceptionRenderer(
                structlog.tracebacks.ExceptionDictTransformer(show_locals=False)  # locals hold numbers and texts
            ),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(formatter)
    logging.root.handlers[:] = [handler]
    logging.root.setLevel(level)
    logging.captureWarnings(True)  # else they are printed as they are, between the JSON lines
    for name, least in _NOISY.items():
        logging.getLogger(name).setLevel(least)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        logging.getLogger(name).handlers.clear()
        logging.getLogger(name).propagate = True


REMIND_S = 60.0


class Reminder:
    """When to say something that lasts: as it begins, when it changes, and once a minute."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._said: tuple[float, object] | None = None

    def is_due(self, what: object = None) -> bool:
        """Asking is saying it."""
        now = self._clock()
        if self._said and self._said[1] == what and now - self._said[0] < REMIND_S:
            return False
        self._said = (now, what)
        return True

    def reset(self) -> None:
        """It is over; the next time is said at once."""
        self._said = None


@contextmanager
def about_message(message_id: str) -> Iterator[None]:
    """Every line logged inside carries `message_id`."""
    with structlog.contextvars.bound_contextvars(message_id=message_id):
        yield
