"""Whether anything is still under way: asked of the servers themselves, past the proxies."""

import aio_pika
import redis.asyncio
from aio_pika.exceptions import CONNECTION_EXCEPTIONS, ChannelNotFoundEntity
from redis.exceptions import RedisError

from services.whatsapp_sandbox.servers.ports import HOST
from shared.redis_manager import UNPUBLISHED
from shared.safe_naming import Queue
from shared.topology import queue_arguments
from tests.faults.world import LADDER_S, World, owner_connection

_DELAYS_S = tuple(float(part) for part in LADDER_S.split(","))


async def under_way(world: World, users: list[str]) -> dict[str, int]:
    """How many of what are not finished; empty when all is quiet."""
    counts = {
        "replies": await _open_replies(world, users),
        "unpublished": await _unpublished(world),
        **await queue_lengths(world),
    }
    return {name: count for name, count in counts.items() if count and not name.endswith(".dead")}


async def queue_lengths(world: World) -> dict[str, int]:
    """What waits in each queue; deliveries in hand are not counted."""
    environment = world.environment
    try:
        connection = await aio_pika.connect(
            host=HOST,
            port=world.state.ports["rabbitmq"],
            login=environment["RABBITMQ_USER"],
            password=environment["RABBITMQ_PASSWORD"],
            timeout=30,
        )
        async with connection:
            return {
                name: await _length(connection, name) for queue in Queue for name in queue_arguments(queue, _DELAYS_S)
            }
    except CONNECTION_EXCEPTIONS:
        return {"rabbitmq away": 1}


async def _length(connection: aio_pika.abc.AbstractConnection, name: str) -> int:
    try:
        async with connection.channel() as channel:
            found = await channel.declare_queue(name, passive=True, timeout=30)
            return found.declaration_result.message_count or 0
    except ChannelNotFoundEntity:
        return 0


async def _open_replies(world: World, users: list[str]) -> int:
    connection = await owner_connection(world)
    try:
        return int(
            await connection.fetchval(
                "SELECT count(*) FROM replies WHERE state IN ('waiting', 'sending') AND whatsapp_number = ANY ($1)",
                users,
            )
        )
    finally:
        await connection.close()


async def _unpublished(world: World) -> int:
    client = redis.asyncio.Redis(
        host=HOST, port=world.state.ports["redis"], password=world.environment["REDIS_PASSWORD"]
    )
    try:
        return int(await client.zcard(UNPUBLISHED))
    except RedisError:
        return 1
    finally:
        await client.aclose()
