"""`python -m tests.integration.consumer_process PORT`: takes a question, says so, and holds it until it is killed."""

import asyncio
import sys

from shared.errors import Refused
from shared.health import Health
from shared.messages import Question
from shared.rabbitmq import open_rabbitmq
from shared.safe_naming import Service
from shared.settings import RabbitSettings
from tests.integration.broker_fixtures import SHORT_DELAYS_S


async def _hold(message: Question) -> None:
    sys.stdout.write(f"{message.message_id}\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


async def _ignore(_message: Question, _why: str | Refused) -> None:
    return


async def _main(settings: RabbitSettings) -> None:
    async with (
        open_rabbitmq(settings, Health(Service.QUERY), service=Service.QUERY) as rabbit,
        rabbit.consuming(Question, _hold, on_give_up=_ignore, refused=_ignore),
    ):
        await asyncio.Event().wait()


if __name__ == "__main__":
    host, port, user, password, vhost = sys.argv[1:]
    asyncio.run(
        _main(
            RabbitSettings.model_validate(
                {
                    "rabbitmq_host": host,
                    "rabbitmq_port": port,
                    "rabbitmq_user": user,
                    "rabbitmq_password": password,
                    "rabbitmq_vhost": vhost,
                    "retry_delays_s": SHORT_DELAYS_S,
                }
            )
        )
    )
