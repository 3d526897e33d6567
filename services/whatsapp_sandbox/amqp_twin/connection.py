"""One client of the twin: handshake, frames in and out, heartbeats, channels."""

import asyncio
import hmac
import logging

from pamqp import commands
from pamqp.base import Frame
from pamqp.common import FieldTable
from pamqp.exceptions import PAMQPException
from pamqp.frame import unmarshal

from services.whatsapp_sandbox.amqp_twin import wire
from services.whatsapp_sandbox.amqp_twin.broker import Broker
from services.whatsapp_sandbox.amqp_twin.channel import TwinChannel

logger = logging.getLogger(__name__)

PROTOCOL_HEADER = b"AMQP\x00\x00\x09\x01"
HEARTBEAT_S = 60
MAX_CHANNELS = 2047
CAPABILITIES = (
    "publisher_confirms",
    "basic.nack",
    "consumer_cancel_notify",
    "per_consumer_qos",
    "authentication_failure_close",
)
ACCESS_REFUSED, CHANNEL_ERROR, COMMAND_INVALID, FRAME_ERROR = 403, 504, 503, 501


class LineError(Exception):
    """Closes the whole connection and says why."""

    def __init__(self, code: int, text: str) -> None:
        super().__init__(text)
        self.code = code


class TwinConnection(asyncio.Protocol):
    """`open_ones` is the server's list of whom to cut off when it stops."""

    def __init__(self, broker: Broker, login: tuple[str, str], open_ones: set["TwinConnection"]) -> None:
        self.vhost = "/"
        self._open_ones = open_ones
        self._broker = broker
        self._login = login
        self._incoming = bytearray()
        self._outgoing: list[bytes] = []
        self._channels: dict[int, TwinChannel] = {}
        self._transport: asyncio.Transport | None = None
        self._heartbeat: asyncio.TimerHandle | None = None
        self._heard_at = 0.0
        self._greeted = False
        self._welcome = False

    # --- asyncio.Protocol

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)  # noqa: S101 - what a TCP server hands out
        self._transport = transport
        self._open_ones.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        self._open_ones.discard(self)
        if self._heartbeat:
            self._heartbeat.cancel()
        while self._channels:
            self._channels.popitem()[1].release()
        self._transport = None
        self._broker.commit()

    def data_received(self, data: bytes) -> None:
        self._heard_at = asyncio.get_running_loop().time()
        self._incoming += data
        try:
            self._read()
        except wire.BadFrame as error:
            self._refuse(FRAME_ERROR, f"FRAME_ERROR - {error}")
        except PAMQPException as error:
            self._refuse(FRAME_ERROR, f"FRAME_ERROR - {type(error).__name__}")
        except LineError as error:
            self._refuse(error.code, str(error))
        self._broker.commit()

    # --- out

    def send(self, frames: bytes) -> None:
        self._outgoing.append(frames)
        self._broker.will_send(self)

    def flush(self) -> None:
        if self._transport and not self._transport.is_closing():
            self._transport.write(b"".join(self._outgoing))
        self._outgoing.clear()

    def cut(self) -> None:
        if self._transport:
            self._transport.abort()

    def _refuse(self, code: int, text: str) -> None:
        logger.warning("closing a connection", extra={"code": code, "reason": text})
        self._say(wire.connection_close(code, text))
        self._broker.commit()
        if self._transport:
            self._transport.close()

    def _say(self, method: Frame) -> None:
        self.send(wire.method_frame(0, method))

    # --- in

    def _read(self) -> None:
        if not self._greeted and not self._greet():
            return
        at = 0
        while (found := wire.frame_at(self._incoming, at)) is not None:
            kind, channel, size = found
            end = at + wire.PREFIX_BYTES + size + 1
            self._on_frame(kind, channel, bytes(self._incoming[at:end]))
            at = end
        del self._incoming[:at]

    def _greet(self) -> bool:
        if len(self._incoming) < len(PROTOCOL_HEADER):
            return False
        if not self._incoming.startswith(PROTOCOL_HEADER):
            if self._transport:
                self._transport.write(PROTOCOL_HEADER)
                self._transport.close()
            self._incoming.clear()
            return False
        del self._incoming[: len(PROTOCOL_HEADER)]
        self._greeted = True
        capabilities: FieldTable = dict.fromkeys(CAPABILITIES, True)
        properties: FieldTable = {"product": "FinTrak AMQP twin", "capabilities": capabilities}
        self._say(commands.Connection.Start(server_properties=properties, mechanisms="PLAIN", locales="en_US"))
        return True

    def _on_frame(self, kind: int, number: int, frame: bytes) -> None:
        if kind == wire.HEARTBEAT:
            return
        channel = self._channels.get(number)
        if kind == wire.METHOD:
            method = unmarshal(frame)[2]
            if not isinstance(method, Frame):
                raise LineError(COMMAND_INVALID, "COMMAND_INVALID")
            if number == 0:
                self._on_own_method(method)
            else:
                self._on_channel_method(number, channel, method)
        elif channel is None:
            raise LineError(CHANNEL_ERROR, f"CHANNEL_ERROR - channel {number} is not open")
        elif kind == wire.HEADER and not channel.is_closing:
            channel.on_header(frame[wire.PREFIX_BYTES : -1])
        elif kind == wire.BODY and not channel.is_closing:
            channel.on_body(frame[wire.PREFIX_BYTES : -1])

    def _on_own_method(self, method: Frame) -> None:
        match method:
            case commands.Connection.StartOk():
                self._check_login(method.response or "")
                self._say(commands.Connection.Tune(MAX_CHANNELS, wire.MAX_FRAME_BYTES, HEARTBEAT_S))
            case commands.Connection.TuneOk():
                self._start_heartbeat(method.heartbeat or 0)
            case commands.Connection.Open() if self._welcome:
                self.vhost = method.virtual_host or "/"
                self._say(commands.Connection.OpenOk())
            case commands.Connection.Close():
                self._say(commands.Connection.CloseOk())
                self._broker.commit()
                if self._transport:
                    self._transport.close()
            case commands.Connection.CloseOk():
                self.cut()
            case _:
                raise LineError(COMMAND_INVALID, f"COMMAND_INVALID - {method.name}")

    def _check_login(self, response: str) -> None:
        given = tuple(response.split("\0")[1:3])
        if not hmac.compare_digest("\0".join(given).encode(), "\0".join(self._login).encode()):
            raise LineError(ACCESS_REFUSED, "ACCESS_REFUSED - login was refused")
        self._welcome = True

    def _on_channel_method(self, number: int, channel: TwinChannel | None, method: Frame) -> None:
        match method:
            case commands.Channel.Open() if channel is None and self._welcome:
                self._channels[number] = TwinChannel(number, self, self._broker)
                self.send(wire.method_frame(number, commands.Channel.OpenOk()))
            case commands.Channel.Close() if channel is not None:
                self._channels.pop(number).release()
                self.send(wire.method_frame(number, commands.Channel.CloseOk()))
            case commands.Channel.CloseOk():
                self._channels.pop(number, None)
            case _ if channel is None:
                raise LineError(CHANNEL_ERROR, f"CHANNEL_ERROR - channel {number} is not open")
            case _ if not channel.is_closing:
                channel.on_method(method)
            case _:
                pass  # sent before the client heard that its channel is closed

    # --- heartbeats

    def _start_heartbeat(self, interval_s: int) -> None:
        if interval_s:
            self._heartbeat = asyncio.get_running_loop().call_later(interval_s / 2, self._beat, interval_s)

    def _beat(self, interval_s: int) -> None:
        loop = asyncio.get_running_loop()
        if loop.time() - self._heard_at > 2 * interval_s:
            logger.warning("a client fell silent")
            self.cut()
        elif self._transport:
            self._transport.write(wire.HEARTBEAT_FRAME)
            self._heartbeat = loop.call_later(interval_s / 2, self._beat, interval_s)
