"""Frames as bytes: for connection.py and channel.py. Bodies and properties pass unparsed unless we change them."""

import struct
import time
from dataclasses import dataclass
from typing import Any

from pamqp import commands, header
from pamqp.base import Frame
from pamqp.frame import marshal

METHOD, HEADER, BODY, HEARTBEAT = 1, 2, 3, 8
FRAME_END = 0xCE
MAX_FRAME_BYTES = 131_072
HEARTBEAT_FRAME = b"\x08\x00\x00\x00\x00\x00\x00\xce"

_PREFIX = struct.Struct(">BHI")
PREFIX_BYTES = _PREFIX.size
_BODY_SIZE = struct.Struct(">Q")


@dataclass(slots=True)
class Message:
    """`content_header` is the payload of its header frame; `expires_at` wall-clock seconds, so that it outlives us."""

    id: int
    content_header: bytes
    body: bytes
    routing_key: str
    expires_at: float | None = None
    returns: int = 0
    redelivered: bool = False


class BadFrame(Exception):
    """Not AMQP; the connection ends."""


def frame_at(buffer: bytearray, start: int) -> tuple[int, int, int] | None:
    """(type, channel, payload size) of the whole frame that begins there; None while it is incomplete."""
    if len(buffer) - start < PREFIX_BYTES:
        return None
    kind, channel, size = _PREFIX.unpack_from(buffer, start)
    if size > MAX_FRAME_BYTES:
        raise BadFrame("frame too large")
    end = start + PREFIX_BYTES + size
    if len(buffer) <= end:
        return None
    if buffer[end] != FRAME_END:
        raise BadFrame("frame end missing")
    return kind, channel, size


def method_frame(channel: int, method: Frame) -> bytes:
    return marshal(method, channel)


def content_frames(channel: int, method: Frame, content_header: bytes, body: bytes) -> bytes:
    """A method that carries a message: deliver, return, get-ok."""
    parts = [marshal(method, channel), _framed(HEADER, channel, content_header)]
    room = MAX_FRAME_BYTES - PREFIX_BYTES - 1
    parts += [_framed(BODY, channel, body[at : at + room]) for at in range(0, len(body), room)]
    return b"".join(parts)


def _framed(kind: int, channel: int, payload: bytes) -> bytes:
    return b"%b%b\xce" % (_PREFIX.pack(kind, channel, len(payload)), payload)


def body_size(content_header: bytes) -> int:
    size: int = _BODY_SIZE.unpack_from(content_header, 4)[0]
    return size


def headers_of(content_header: bytes) -> dict[str, Any]:
    return dict(_parsed(content_header).properties.headers or {})


def with_headers(content_header: bytes, more: dict[str, Any]) -> bytes:
    parsed = _parsed(content_header)
    parsed.properties.headers = {**(parsed.properties.headers or {}), **more}
    return parsed.marshal()


def _parsed(content_header: bytes) -> header.ContentHeader:
    parsed = header.ContentHeader()
    parsed.unmarshal(content_header)
    return parsed


def with_death(message: Message, queue_name: str, reason: str) -> bytes:
    """The header RabbitMQ adds when it moves a message: the newest death first, repeated ones counted."""
    deaths = list(headers_of(message.content_header).get("x-death") or [])
    same = [death for death in deaths if death.get("queue") == queue_name and death.get("reason") == reason]
    death = {
        "count": 1 + sum(int(earlier.get("count", 0)) for earlier in same),
        "exchange": "",
        "queue": queue_name,
        "reason": reason,
        "routing-keys": [message.routing_key],
        "time": int(time.time()),
    }
    others = [earlier for earlier in deaths if earlier not in same]
    more: dict[str, Any] = {"x-death": [death, *others]}
    if not deaths:
        more |= {"x-first-death-queue": queue_name, "x-first-death-reason": reason, "x-first-death-exchange": ""}
    return with_headers(message.content_header, more)


def channel_close(code: int, text: str, method: Frame) -> commands.Channel.Close:
    """`method` is the one that was refused."""
    class_id, method_id = method.index >> 16, method.index & 0xFFFF
    return commands.Channel.Close(reply_code=code, reply_text=text[:250], class_id=class_id, method_id=method_id)


def connection_close(code: int, text: str) -> commands.Connection.Close:
    return commands.Connection.Close(reply_code=code, reply_text=text[:250], class_id=0, method_id=0)
