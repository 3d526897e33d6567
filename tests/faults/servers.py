"""What can be done to the servers of the world: switched off, emptied, cut off, filled up."""

import asyncio
import shutil
from pathlib import Path

import asyncpg
import psutil

from services.whatsapp_sandbox.local_environment import DATABASE
from services.whatsapp_sandbox.servers.ports import HOST
from services.whatsapp_sandbox.servers.postgres import SUPERUSER
from tests.faults.world import World

_FAILING = """
CREATE SEQUENCE IF NOT EXISTS fault_count;
CREATE OR REPLACE FUNCTION fault_now() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF nextval('public.fault_count') % {every} = 0 THEN
        RAISE EXCEPTION 'made to fail' USING ERRCODE = '{state}';
    END IF;
    RETURN NEW;
END $$;
"""
_TABLES = ("users", "reads", "invoices", "queries", "replies")


async def kill_and_start(world: World, server: str) -> None:
    await world.kill(server)
    await world.start(server)


async def restart_empty_redis(world: World) -> None:
    await world.kill("redis")
    shutil.rmtree(world.folder / "redis")
    await world.start("redis")


async def rabbitmqctl(world: World, *arguments: str) -> None:
    """With the node's own environment: its cookie and port mapper are not the machine's."""
    node = psutil.Process(world.children["rabbitmq"].process.pid)
    script = Path(node.environ()["RABBITMQ_SERVER"]).with_name("rabbitmqctl")
    process = await asyncio.create_subprocess_exec(
        script, "-n", "fintrak@localhost", *arguments, env=node.environ(), stdout=asyncio.subprocess.DEVNULL
    )
    assert await process.wait() == 0


async def memory_alarm(world: World, seconds: float) -> None:
    """Publishers are blocked meanwhile."""
    await rabbitmqctl(world, "set_vm_memory_high_watermark", "0")
    try:
        await asyncio.sleep(seconds)
    finally:
        await rabbitmqctl(world, "set_vm_memory_high_watermark", "0.4")


async def _as_superuser(world: World, statement: str) -> None:
    connection = await asyncpg.connect(
        host=HOST,
        port=world.state.ports["postgres"],
        user=SUPERUSER,
        password=world.state.database_password,
        database=DATABASE,
    )
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


async def terminate_backends(world: World) -> None:
    await _as_superuser(
        world,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"  # noqa: S608 - our own name
        f" WHERE datname = '{DATABASE}' AND pid <> pg_backend_pid()",
    )


async def fail_statements(world: World, state: str, every: int, seconds: float) -> None:
    """Every so many writes fail with that SQLSTATE: 53100 is a full disk, 40001 a serialization failure."""
    triggers = "".join(
        f"CREATE TRIGGER fault_now BEFORE INSERT OR UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION fault_now();"
        for table in _TABLES
    )
    await _as_superuser(world, _FAILING.format(state=state, every=every) + triggers)
    try:
        await asyncio.sleep(seconds)
    finally:
        await _as_superuser(world, "DROP FUNCTION fault_now CASCADE; DROP SEQUENCE fault_count;")
