"""The broker of local mode: a private RabbitMQ node where one is installed, else the sandbox's AMQP twin."""

import os
import sys
from functools import partial
from pathlib import Path

from services.whatsapp_sandbox.servers import rabbitmq
from services.whatsapp_sandbox.servers.children import Child, start_child

ROOT = Path(__file__).resolve().parents[3]


def start_broker(data: Path, port: int, *, user: str, password: str, log: Path) -> Child:
    if rabbitmq.installed():
        return rabbitmq.start_rabbitmq(data / "node", port, user=user, password=password, log=log)
    return start_twin(data / "twin", port, user=user, password=password, log=log)


def start_twin(data: Path, port: int, *, user: str, password: str, log: Path) -> Child:
    return start_child(
        "AMQP twin",
        [sys.executable, "-m", "services.whatsapp_sandbox.amqp_twin", "--port", str(port), "--data", data],
        log=log,
        environment={**os.environ, "RABBITMQ_USER": user, "RABBITMQ_PASSWORD": password},
        answers=partial(rabbitmq.speaks_amqp, port),
    )
