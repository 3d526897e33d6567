"""The phones, live: every change of a chat is kept, then told to whoever watches (the page, waiting clients)."""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime

from services.whatsapp_sandbox.chat_messages import Attachment, ChatMessage, ChatUser, Direction, Kind, Place, Tick
from services.whatsapp_sandbox.store import Store
from shared.utils import mask_phone

logger = logging.getLogger(__name__)

_NEXT = {
    Tick.SENDING: {Tick.SENT, Tick.DELIVERED, Tick.READ, Tick.FAILED},
    Tick.SENT: {Tick.DELIVERED, Tick.READ, Tick.FAILED},
    Tick.DELIVERED: {Tick.READ},
    Tick.READ: set(),
    Tick.FAILED: {Tick.SENDING, Tick.DELIVERED, Tick.READ},
}
"""Ticks never go back, whatever order the news comes in; only a retry starts over."""
_UNREAD_EVENTS = 1000  # a watcher this far behind is cut off and starts again from its last revision


@dataclass(frozen=True)
class Event:
    """`name` is message, user, typing or webhook; `revision` only where a reconnect could miss it."""

    name: str
    value: dict[str, object]
    revision: int | None = None


@dataclass(frozen=True)
class WebhookState:
    """Whether FinTrak takes our posts; `reason` is shown to the person at the page."""

    reachable: bool = True
    reason: str = ""


@dataclass(eq=False)
class _Watcher:
    events: asyncio.Queue[Event | None] = field(default_factory=lambda: asyncio.Queue(_UNREAD_EVENTS))


class ChatRoom:
    """All chats of this sandbox. Nothing here knows Twilio."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.webhook = WebhookState()
        self.closing = asyncio.Event()
        self._watchers: set[_Watcher] = set()

    def keep_user(self, number: str, name: str) -> ChatUser:
        user = self.store.keep_user(number, name)
        self._tell(Event("user", user.model_dump(mode="json")))
        return user

    def add(
        self,
        *,
        sid: str,
        number: str,
        direction: Direction,
        kind: Kind,
        text: str,
        tick: Tick,
        attachments: tuple[Attachment, ...] = (),
        place: Place | None = None,
    ) -> ChatMessage:
        message = self.store.add(
            ChatMessage(
                id=0,
                revision=0,
                sid=sid,
                number=number,
                direction=direction,
                kind=kind,
                text=text,
                attachments=attachments,
                place=place,
                tick=tick,
                at=datetime.now(UTC),
            )
        )
        self._tell_message(message)
        if direction is Direction.RECEIVED:
            self.show_typing(number, on=False)
            self._mark(number, Direction.SENT, Tick.READ)
        logger.debug("chat message", extra={"number": mask_phone(number), "direction": str(direction)})
        return message

    def move_tick(self, sid: str, tick: Tick, *, error: str | None = None) -> ChatMessage | None:
        message = self.store.message(sid)
        if message is None or tick not in _NEXT[message.tick]:
            return message
        changed = self.store.change(message.model_copy(update={"tick": tick, "error": error}))
        self._tell_message(changed)
        return changed

    def read_by_user(self, number: str) -> list[ChatMessage]:
        """The person looked at the chat: FinTrak's messages in it are read. Returns those that were not before."""
        return self._mark(number, Direction.RECEIVED, Tick.READ)

    def read_by_fintrak(self, number: str) -> None:
        self._mark(number, Direction.SENT, Tick.READ)

    def _mark(self, number: str, direction: Direction, tick: Tick) -> list[ChatMessage]:
        waiting = self.store.with_tick(number, direction, Tick.DELIVERED)
        return [changed for message in waiting if (changed := self.move_tick(message.sid, tick))]

    def show_typing(self, number: str, *, on: bool) -> None:
        self._tell(Event("typing", {"number": number, "on": on}))

    def set_webhook(self, state: WebhookState) -> None:
        if state != self.webhook:
            self.webhook = state
            self._tell(self.webhook_event())

    def webhook_event(self) -> Event:
        return Event("webhook", {"reachable": self.webhook.reachable, "reason": self.webhook.reason})

    # Watching

    async def watch(self, since: int) -> AsyncIterator[Event | None]:
        """What changed after revision `since`, then everything as it happens; None every 15 s to keep the line open."""
        with self._watching() as watcher:
            for message in self.store.changed(since):
                yield _about(message)
            yield self.webhook_event()
            while not self.closing.is_set():
                try:
                    event = await asyncio.wait_for(watcher.events.get(), timeout=15)
                except TimeoutError:
                    yield None
                    continue
                if event is None:
                    return
                yield event

    async def messages(self, number: str, *, after: int, since: int, wait_s: float) -> tuple[list[ChatMessage], int]:
        """Messages above `after` changed since revision `since`; waits for one if there is none yet."""
        with self._watching() as watcher:
            found = self.store.messages(number, after=after, since=since)
            with suppress(TimeoutError):
                async with asyncio.timeout(wait_s):
                    while not found and not self.closing.is_set() and await watcher.events.get():
                        found = self.store.messages(number, after=after, since=since)
            return found, self.store.revision

    def close(self) -> None:
        """Ends every stream, so that the server can stop."""
        self.closing.set()
        for watcher in tuple(self._watchers):
            self._cut_off(watcher)

    @contextmanager
    def _watching(self) -> Iterator[_Watcher]:
        watcher = _Watcher()
        self._watchers.add(watcher)
        try:
            yield watcher
        finally:
            self._watchers.discard(watcher)

    def _tell_message(self, message: ChatMessage) -> None:
        self._tell(_about(message))

    def _tell(self, event: Event) -> None:
        for watcher in tuple(self._watchers):
            if watcher.events.full():
                self._cut_off(watcher)
            else:
                watcher.events.put_nowait(event)

    def _cut_off(self, watcher: _Watcher) -> None:
        self._watchers.discard(watcher)
        while not watcher.events.empty():
            watcher.events.get_nowait()
        watcher.events.put_nowait(None)


def _about(message: ChatMessage) -> Event:
    return Event("message", message.model_dump(mode="json"), message.revision)
