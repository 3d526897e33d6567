"""What the AMQP twin does beyond the broker contract: its journal, its manners, its end."""

import asyncio
import signal
import sys
from pathlib import Path

import aio_pika
import pytest
from aio_pika.exceptions import AMQPConnectionError, ChannelPreconditionFailed
from pamqp.common import FieldValue

from services.whatsapp_sandbox.amqp_twin.journal import Journal, StoredQueue
from services.whatsapp_sandbox.amqp_twin.server import serve
from services.whatsapp_sandbox.amqp_twin.wire import Message

KEPT = {"x-max-length": 3}


def a_message(number: int) -> Message:
    return Message(number, b"header", b"body %d" % number, "q", returns=number)


def reopened(folder: Path) -> list[StoredQueue]:
    journal = Journal(folder)
    stored = journal.load()
    journal.close()
    return stored


def written(folder: Path) -> Journal:
    journal = Journal(folder)
    journal.load()
    journal.declared("/", "q", KEPT)
    for number in (1, 2, 3):
        journal.stored("/", "q", a_message(number))
    journal.removed(a_message(2))
    journal.write()
    return journal


def test_the_journal_gives_back_what_was_not_removed(tmp_path: Path) -> None:
    written(tmp_path).close()
    (queue,) = reopened(tmp_path)
    assert (queue.name, queue.arguments) == ("q", KEPT)
    assert [(message.id, message.body, message.returns) for message in queue.messages.values()] == [
        (1, b"body 1", 1),
        (3, b"body 3", 3),
    ]


@pytest.mark.parametrize("lost_bytes", [1, 5, 20])
def test_a_record_cut_short_by_a_crash_is_left_out(tmp_path: Path, lost_bytes: int) -> None:
    journal = written(tmp_path)
    journal.stored("/", "q", a_message(4))
    journal.close()
    content = (tmp_path / "journal").read_bytes()
    (tmp_path / "journal").write_bytes(content[:-lost_bytes])
    assert list(reopened(tmp_path)[0].messages) == [1, 3]


def test_rewriting_the_journal_keeps_what_counts_and_makes_it_smaller(tmp_path: Path) -> None:
    journal = written(tmp_path)
    before = (tmp_path / "journal").stat().st_size
    journal.rewrite([StoredQueue("/", "q", KEPT, {3: a_message(3)})])
    journal.stored("/", "q", a_message(5))
    journal.close()
    assert list(reopened(tmp_path)[0].messages) == [3, 5]
    assert (tmp_path / "journal").stat().st_size < before


def test_a_deleted_queue_is_gone_with_its_messages(tmp_path: Path) -> None:
    journal = written(tmp_path)
    journal.deleted("/", "q")
    journal.close()
    assert reopened(tmp_path) == []


async def test_a_wrong_password_is_refused(tmp_path: Path) -> None:
    async with serve(tmp_path, 0, login=("user", "right")) as port:
        with pytest.raises(AMQPConnectionError):
            await aio_pika.connect(host="127.0.0.1", port=port, login="user", password="wrong")


async def test_declaring_a_queue_with_other_arguments_names_the_argument(tmp_path: Path) -> None:
    async with serve(tmp_path, 0) as port, await aio_pika.connect(port=port, host="127.0.0.1") as connection:
        channel = await connection.channel()
        await channel.declare_queue("q", durable=True, arguments=dict(KEPT))
        with pytest.raises(ChannelPreconditionFailed, match="x-max-length"):
            await channel.declare_queue("q", durable=True, arguments={"x-max-length": 4})


async def test_virtual_hosts_do_not_see_each_other(tmp_path: Path) -> None:
    async with serve(tmp_path, 0) as port:
        async with await aio_pika.connect(port=port, host="127.0.0.1", virtualhost="a") as connection:
            channel = await connection.channel()
            await channel.declare_queue("q", durable=True)
            await channel.default_exchange.publish(aio_pika.Message(b"x"), routing_key="q")
        async with await aio_pika.connect(port=port, host="127.0.0.1", virtualhost="b") as connection:
            channel = await connection.channel()
            queue = await channel.declare_queue("q", durable=True)
            assert queue.declaration_result.message_count == 0


async def test_a_full_queue_that_does_not_refuse_drops_its_oldest(tmp_path: Path) -> None:
    async with serve(tmp_path, 0) as port, await aio_pika.connect(port=port, host="127.0.0.1") as connection:
        channel = await connection.channel()
        queue = await channel.declare_queue("q", durable=True, arguments={"x-max-length": 1})
        for body in (b"old", b"new"):
            await channel.default_exchange.publish(aio_pika.Message(body), routing_key="q")
        message = await queue.get(no_ack=True)
        assert (message.body, await queue.get(fail=False)) == (b"new", None)


async def test_what_a_deleted_queue_held_expires_nowhere(tmp_path: Path) -> None:
    waits: dict[str, FieldValue] = {
        "x-message-ttl": 500,
        "x-dead-letter-exchange": "",
        "x-dead-letter-routing-key": "dead",
    }
    async with serve(tmp_path, 0) as port, await aio_pika.connect(port=port, host="127.0.0.1") as connection:
        channel = await connection.channel()
        dead = await channel.declare_queue("dead", durable=True)
        for name in ("deleted", "kept"):
            await channel.declare_queue(name, durable=True, arguments=dict(waits))
        await channel.default_exchange.publish(aio_pika.Message(b"deleted"), routing_key="deleted")
        await channel.queue_delete("deleted")
        await channel.default_exchange.publish(aio_pika.Message(b"kept"), routing_key="kept")
        async with asyncio.timeout(10), dead.iterator(no_ack=True) as arriving:
            assert (await anext(arriving)).body == b"kept"  # the younger of the two


async def test_a_body_larger_than_a_frame_arrives_whole(tmp_path: Path) -> None:
    body = bytes(range(256)) * 2000
    async with serve(tmp_path, 0) as port, await aio_pika.connect(port=port, host="127.0.0.1") as connection:
        channel = await connection.channel()
        queue = await channel.declare_queue("q", durable=True)
        await channel.default_exchange.publish(aio_pika.Message(body), routing_key="q")
        assert (await queue.get(no_ack=True)).body == body


async def test_what_is_not_amqp_is_told_the_version_and_hung_up_on(tmp_path: Path) -> None:
    async with serve(tmp_path, 0) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET / HTTP/1.1\r\n\r\n")
        assert await reader.read() == b"AMQP\x00\x00\x09\x01"
        writer.close()


async def test_sigterm_ends_it_at_once(tmp_path: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "services.whatsapp_sandbox.amqp_twin", "--port", "0", "--data", str(tmp_path)),
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout
    async with asyncio.timeout(60):
        await process.stdout.readline()
    process.send_signal(signal.SIGTERM)
    async with asyncio.timeout(10):
        assert await process.wait() == 0
    await process.stdout.read()
