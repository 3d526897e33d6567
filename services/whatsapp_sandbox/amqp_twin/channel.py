"""The methods of one channel of the twin, as shared/rabbitmq.py and RabbitMQ's own clients use them."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any, Protocol

from pamqp import commands
from pamqp.base import Frame

from services.whatsapp_sandbox.amqp_twin.broker import Broker
from services.whatsapp_sandbox.amqp_twin.hand import Hand
from services.whatsapp_sandbox.amqp_twin.queues import Consumer, TwinQueue
from services.whatsapp_sandbox.amqp_twin.wire import (
    Message,
    body_size,
    channel_close,
    content_frames,
    method_frame,
    with_headers,
)

NO_ROUTE, NOT_FOUND, PRECONDITION_FAILED, NOT_IMPLEMENTED = 312, 404, 406, 540


class Line(Protocol):
    """The connection, as a channel sees it."""

    vhost: str

    def send(self, frames: bytes) -> None: ...


class ChannelError(Exception):
    """Closes the channel and says why, as AMQP has it."""

    def __init__(self, code: int, text: str) -> None:
        super().__init__(text)
        self.code = code


@dataclass(slots=True)
class _Publishing:
    """A publish whose content has not arrived in full."""

    method: commands.Basic.Publish
    content_header: bytes = b""
    missing: int = 0
    body: bytes = b""


class TwinChannel:
    def __init__(self, number: int, line: Line, broker: Broker) -> None:
        self.number = number
        self.is_closing = False
        self._line = line
        self._broker = broker
        self._prefetch = 0
        self._confirms: count[int] | None = None
        self._consumer_numbers = count(1)
        self._hand = Hand(broker)
        self._consumers: dict[str, tuple[Consumer, TwinQueue]] = {}
        self._publishing: _Publishing | None = None
        self._methods: dict[type[Frame], Callable[[Any], None]] = {
            commands.Basic.Ack: self._ack,
            commands.Basic.Cancel: self._cancel,
            commands.Basic.CancelOk: lambda method: None,
            commands.Basic.Consume: self._consume,
            commands.Basic.Get: self._get,
            commands.Basic.Nack: self._nack,
            commands.Basic.Publish: self._publish,
            commands.Basic.Qos: self._qos,
            commands.Basic.Reject: self._reject,
            commands.Confirm.Select: self._confirm_select,
            commands.Queue.Declare: self._declare,
            commands.Queue.Delete: self._delete,
            commands.Queue.Purge: self._purge,
        }

    def _send(self, method: Frame) -> None:
        self._line.send(method_frame(self.number, method))

    def on_method(self, method: Frame) -> None:
        try:
            known = self._methods.get(type(method))
            if known is None:
                raise ChannelError(NOT_IMPLEMENTED, f"NOT_IMPLEMENTED - {method.name}")
            known(method)
        except ChannelError as error:
            self.is_closing = True
            self._send(channel_close(error.code, str(error), method))
            self.release()

    def release(self) -> None:
        """The end of the channel: consumers go, what is in hand returns to its place."""
        self._publishing = None
        for consumer, queue in self._consumers.values():
            queue.remove_consumer(consumer)
        self._consumers.clear()
        self._hand.put_back()

    def _found(self, name: str | None) -> TwinQueue:
        queue = self._broker.find(self._line.vhost, name or "")
        if queue is None:
            raise ChannelError(NOT_FOUND, f"NOT_FOUND - no queue '{name}' in vhost '{self._line.vhost}'")
        return queue

    # --- queues

    def _declare(self, method: commands.Queue.Declare) -> None:
        name, arguments = method.queue or "", dict(method.arguments or {})
        queue = self._broker.find(self._line.vhost, name)
        if queue is None:
            if method.passive:
                self._found(name)
            if not name or method.exclusive or method.auto_delete or not method.durable:
                raise ChannelError(NOT_IMPLEMENTED, "NOT_IMPLEMENTED - the twin has named, durable queues only")
            queue = self._broker.declare(self._line.vhost, name, arguments)
        elif not method.passive and queue.arguments != arguments:
            odd = min(key for key in {*queue.arguments, *arguments} if queue.arguments.get(key) != arguments.get(key))
            raise ChannelError(
                PRECONDITION_FAILED,
                f"PRECONDITION_FAILED - inequivalent arg '{odd}' for queue '{name}' in vhost '{self._line.vhost}'",
            )
        if not method.nowait:
            self._send(commands.Queue.DeclareOk(name, len(queue.ready), queue.consumer_count))

    def _delete(self, method: commands.Queue.Delete) -> None:
        queue = self._broker.find(self._line.vhost, method.queue or "")
        gone = self._broker.delete(queue) if queue else 0
        if not method.nowait:
            self._send(commands.Queue.DeleteOk(gone))

    def _purge(self, method: commands.Queue.Purge) -> None:
        purged = self._broker.purge(self._found(method.queue))
        if not method.nowait:
            self._send(commands.Queue.PurgeOk(purged))

    # --- publishing

    def _confirm_select(self, method: commands.Confirm.Select) -> None:
        self._confirms = self._confirms or count(1)
        if not method.nowait:
            self._send(commands.Confirm.SelectOk())

    def _publish(self, method: commands.Basic.Publish) -> None:
        if method.exchange:
            raise ChannelError(NOT_FOUND, f"NOT_FOUND - no exchange '{method.exchange}': the twin has the default one")
        self._publishing = _Publishing(method)

    def on_header(self, payload: bytes) -> None:
        if self._publishing:
            self._publishing.content_header = payload
            self._publishing.missing = body_size(payload)
            self._publish_when_whole(self._publishing)

    def on_body(self, payload: bytes) -> None:
        if self._publishing:
            self._publishing.body += payload
            self._publishing.missing -= len(payload)
            self._publish_when_whole(self._publishing)

    def _publish_when_whole(self, publishing: _Publishing) -> None:
        if publishing.missing > 0:
            return
        self._publishing = None
        method = publishing.method
        key = method.routing_key or ""
        queue = self._broker.find(self._line.vhost, key)
        stored = True
        if queue is not None:
            stored = self._broker.publish(queue, publishing.content_header, publishing.body, key)
        elif method.mandatory:
            returned = commands.Basic.Return(NO_ROUTE, "NO_ROUTE", "", key)
            self._line.send(content_frames(self.number, returned, publishing.content_header, publishing.body))
        if self._confirms:
            tag = next(self._confirms)
            self._send(commands.Basic.Ack(tag) if stored else commands.Basic.Nack(tag, requeue=False))

    # --- consuming

    def _qos(self, method: commands.Basic.Qos) -> None:
        self._prefetch = method.prefetch_count or 0
        self._send(commands.Basic.QosOk())

    def _consume(self, method: commands.Basic.Consume) -> None:
        queue = self._found(method.queue)
        tag = method.consumer_tag or f"amq.ctag-{self.number}-{next(self._consumer_numbers)}"
        if tag in self._consumers:
            raise ChannelError(PRECONDITION_FAILED, f"PRECONDITION_FAILED - consumer tag '{tag}' is in use")
        consumer = Consumer(tag, self, self._prefetch, acknowledges=not method.no_ack)
        self._consumers[tag] = (consumer, queue)
        if not method.nowait:
            self._send(commands.Basic.ConsumeOk(tag))
        queue.add_consumer(consumer)
        self._broker.pump(queue)

    def _cancel(self, method: commands.Basic.Cancel) -> None:
        """What is in hand stays in hand; nothing new comes."""
        found = self._consumers.pop(method.consumer_tag or "", None)
        if found:
            found[1].remove_consumer(found[0])
        if not method.nowait:
            self._send(commands.Basic.CancelOk(method.consumer_tag))

    def cancelled_by_server(self, consumer: Consumer) -> None:
        self._consumers.pop(consumer.tag, None)
        self._send(commands.Basic.Cancel(consumer.tag, nowait=True))

    def deliver(self, consumer: Consumer, queue: TwinQueue, message: Message) -> None:
        tag = self._hand.take(queue, message, consumer, acknowledges=consumer.acknowledges)
        method = commands.Basic.Deliver(consumer.tag, tag, message.redelivered, "", message.routing_key)
        self._line.send(content_frames(self.number, method, _header_out(message), message.body))

    def _get(self, method: commands.Basic.Get) -> None:
        queue = self._found(method.queue)
        message = queue.take()
        if message is None:
            self._send(commands.Basic.GetEmpty())
            return
        tag = self._hand.take(queue, message, None, acknowledges=not method.no_ack)
        found = commands.Basic.GetOk(tag, message.redelivered, "", message.routing_key, len(queue.ready))
        self._line.send(content_frames(self.number, found, _header_out(message), message.body))

    def _ack(self, method: commands.Basic.Ack) -> None:
        self._known(method.delivery_tag, self._hand.acknowledge(method.delivery_tag or 0, multiple=method.multiple))

    def _nack(self, method: commands.Basic.Nack) -> None:
        tag, multiple, requeue = method.delivery_tag or 0, method.multiple, method.requeue
        self._known(tag, self._hand.reject(tag, multiple=multiple, requeue=requeue))

    def _reject(self, method: commands.Basic.Reject) -> None:
        tag = method.delivery_tag or 0
        self._known(tag, self._hand.reject(tag, multiple=False, requeue=method.requeue))

    @staticmethod
    def _known(tag: int | None, found: bool) -> None:
        if not found:
            raise ChannelError(PRECONDITION_FAILED, f"PRECONDITION_FAILED - unknown delivery tag {tag}")


def _header_out(message: Message) -> bytes:
    """As stored, plus how often it came back; absent the first time."""
    if not message.returns:
        return message.content_header
    return with_headers(message.content_header, {"x-delivery-count": message.returns})
