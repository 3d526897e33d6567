"""`main.py init`: schema and roles, queues, and the bucket of a local store; as often as you like."""

import asyncio

from shared.errors import TemporaryFailure
from shared.health import Health
from shared.safe_naming import Dependency, Service
from shared.settings import PostgresSettings, RabbitSettings, S3Settings, load, load_if_set

PATIENCE_S = 60


def initialise() -> int:
    """The database must be configured; broker and local store only take part when they are."""
    database = load(PostgresSettings)
    broker = load_if_set(RabbitSettings, "RABBITMQ_HOST")
    store = load_if_set(S3Settings, "S3_ENDPOINT_URL")
    for line in asyncio.run(apply_schema(database, broker, store)):
        print(line)  # noqa: T201 - a command talks to a person
    return 0


async def apply_schema(
    database: PostgresSettings, broker: RabbitSettings | None, store: S3Settings | None
) -> list[str]:
    """What was done, one line each."""
    from shared.schema import init_database

    await init_database(database)
    done = [f"database {database.rds_database}: schema and roles are up to date"]
    if broker:
        await _declare_queues(broker)
        done.append("queues are declared")
    if store:
        await _make_bucket(store)
        done.append(f"bucket {store.s3_bucket_name} exists")
    return done


async def _declare_queues(settings: RabbitSettings) -> None:
    """Connecting declares them."""
    from shared.rabbitmq import open_rabbitmq

    health = Health(Service.WEBHOOK)
    async with open_rabbitmq(settings, health, service=Service.WEBHOOK):
        try:
            await asyncio.wait_for(health.until_available(Dependency.RABBITMQ), PATIENCE_S)
        except TimeoutError:
            reason = (await health.report()).problems.get(Dependency.RABBITMQ, "no answer")
            raise TemporaryFailure(f"RabbitMQ at {settings.rabbitmq_host}:{settings.rabbitmq_port}: {reason}") from None


async def _make_bucket(settings: S3Settings) -> None:
    from shared.s3_connection import open_s3

    async with open_s3(settings, None) as store:
        await store.ensure_bucket()
