"""Messages of several users, sent at once, and what became of each: rows, replies on the phone, lost, doubled."""

import asyncio
import itertools
import json
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

from services.whatsapp_sandbox.chat_messages import ChatMessage, Direction, Tick
from services.whatsapp_sandbox.client import SandboxError, Upload
from shared.replies import Sentence, say
from shared.safe_naming import Language
from tests.faults.paperwork import NO_INVOICE, amount, picture, question
from tests.faults.quiet import owner_connection, under_way
from tests.faults.world import World

AT_ONCE = 16
_LOOK_S = 0.5
_ON_PHONE = frozenset({"sent", "delivered", "read"})
_TURNED_AWAY = {say(name, Language.ENGLISH) for name in (Sentence.TRY_AGAIN_IN_A_MOMENT, Sentence.SEND_IT_AGAIN)}
_users = itertools.count(34_700_000_001)
_numbers = itertools.count(1001)


@dataclass(frozen=True)
class Sent:
    """One message of a user. `pictures` are the numbers on its media, empty for a question."""

    message: ChatMessage
    pictures: tuple[int, ...]
    asked: int | None = None

    @property
    def invoices(self) -> int:
        return sum(number < NO_INVOICE for number in self.pictures)


@dataclass
class Tally:
    """`lost`: no reply, or one that names an invoice of which there is no row. `declined`: the user was told that it
    was not read. `refused`: told at the door. `again`: Twilio gave the webhook up, and it was sent again later."""

    sent: int
    rows: int = 0
    replies: int = 0
    lost: int = 0
    doubled: int = 0
    declined: int = 0
    refused: int = 0
    again: int = 0
    gave_up: int = 0
    losses: list[str] = field(default_factory=list)
    seconds: float = 0.0
    deaths: int = 0

    @property
    def safe(self) -> bool:
        return not (self.lost or self.doubled)

    @property
    def clean(self) -> bool:
        return self.safe and not (self.declined or self.gave_up)


class Traffic:
    def __init__(self, world: World) -> None:
        self._world = world
        self.sent: list[Sent] = []
        self.users: list[str] = []
        self._began = time.time()
        self._again: set[str] = set()
        self._indexes = itertools.count()

    async def users_join(self, count: int) -> None:
        for _ in range(count):
            number = f"+{next(_users)}"
            await self._world.phone.add_user(number, "Ana")
            self.users.append(number)

    async def send(self, count: int, *, over_s: float = 0.0) -> None:
        """Of ten messages five are invoices, one is no invoice, one holds three media, three are questions."""
        turn = asyncio.Semaphore(AT_ONCE)

        async def one(index: int) -> None:
            await asyncio.sleep(over_s * index / count)
            async with turn:
                await self._send_one(self.users[index % len(self.users)], next(self._indexes))

        await asyncio.gather(*(one(index) for index in range(count)))

    async def _send_one(self, user: str, index: int) -> None:
        kind = index % 10
        if kind in (2, 5, 8):
            await self.ask(user)
        elif kind == 4:
            await self.show(user, self.next_no_invoice())
        elif kind == 7:
            await self.show(user, self.next_number(), self.next_no_invoice(), self.next_number())
        else:
            await self.show(user, self.next_number())

    def next_number(self) -> int:
        return next(_numbers)

    def next_no_invoice(self) -> int:
        return next(_numbers) + NO_INVOICE

    async def show(self, user: str, *numbers: int, copies: int = 1) -> Sent:
        phone = self._world.phone
        await phone.users()  # finds out whether the connection was closed while idle; a POST is not tried again
        files = [Upload(picture(number), "image/jpeg", "photo.jpg") for number in numbers]
        if len(files) == 1:
            message = await phone.send_file(user, files[0].data, "image/jpeg", "photo.jpg", copies=copies)
        else:
            message = await phone.send_files(user, files)
        self.sent.append(Sent(message, numbers))
        return self.sent[-1]

    async def ask(self, user: str, *, copies: int = 1) -> Sent:
        number = next(_numbers)
        await self._world.phone.users()
        message = await self._world.phone.send_text(user, question(number), copies=copies)
        self.sent.append(Sent(message, (), number))
        return self.sent[-1]

    async def until_quiet(self, at_most_s: float) -> Tally:
        """Until every message has its reply and nothing is under way any more; the tally says what is missing."""
        started = time.monotonic()
        while time.monotonic() - started < at_most_s:
            await self._send_failed_again()
            tally = await self.tally()
            if tally.lost == 0 and not await under_way(self._world, self.users):
                break
            await asyncio.sleep(_LOOK_S)
        await asyncio.sleep(2 * _LOOK_S)  # what comes doubled comes now
        tally = await self.tally()
        tally.seconds = time.time() - self._began
        return tally

    async def until(self, wanted: Callable[[Tally], bool], at_most_s: float) -> None:
        async with asyncio.timeout(at_most_s):
            while not wanted(await self.tally()):  # noqa: ASYNC110 - the servers have no event for us
                await asyncio.sleep(_LOOK_S)

    async def _send_failed_again(self) -> None:
        """Twilio gave up after its tries; the person sees that nothing happened and sends it again."""
        ours = {sent.message.sid for sent in self.sent}
        for message in self._chat():
            if message.direction is Direction.SENT and message.tick is Tick.FAILED and message.sid in ours:
                self._again.add(message.sid)
                try:
                    await self._world.phone.retry(message)
                except SandboxError:
                    return

    async def tally(self) -> Tally:
        rows = await self._rows()
        replies = self._replies()
        tally = Tally(len(self.sent), again=len(self._again))
        refusals = Counter(
            message.number
            for message in self._chat()
            if message.direction is Direction.RECEIVED and message.text in _TURNED_AWAY
        )
        for sent in self.sent:
            self._count(sent, rows[sent.message.sid], replies.get(sent.message.sid, []), refusals, tally)
        return tally

    def _count(
        self, sent: Sent, rows: int, replies: Sequence[tuple[str, str]], refusals: Counter[str], tally: Tally
    ) -> None:
        wanted = sent.invoices if sent.pictures else 1
        tally.rows += rows
        tally.replies += len(replies)
        tally.gave_up += sum(":gave-up:" in reply_id for reply_id, _ in replies)
        if len(replies) > 1 or rows > wanted:
            tally.doubled += 1
            tally.losses.append(f"{sent.message.sid}: {rows} rows, replies {[reply_id for reply_id, _ in replies]}")
        if not replies and refusals[sent.message.number]:
            refusals[sent.message.number] -= 1
            tally.refused += 1
            return
        told = " ".join(text for _, text in replies)
        named = sum(amount(number) in told for number in sent.pictures) if sent.pictures else 1
        if not replies or rows < named:
            tally.lost += 1
            tally.losses.append(f"{sent.message.sid} of {sent.message.number}: {rows} rows, {len(replies)} replies")
        elif named < wanted:
            tally.declined += 1

    async def _rows(self) -> Counter[str]:
        ours = [sent.message.sid for sent in self.sent]
        connection = await owner_connection(self._world)
        try:
            found = await connection.fetch(
                "SELECT source_message_id FROM invoices WHERE source_message_id = ANY ($1) UNION ALL"
                " SELECT source_message_id FROM queries WHERE source_message_id = ANY ($1)",
                ours,
            )
        finally:
            await connection.close()
        return Counter(row[0] for row in found)

    def _replies(self) -> dict[str, list[tuple[str, str]]]:
        """Message id -> (reply id, text) of what reached the phone in answer to it."""
        found: dict[str, list[tuple[str, str]]] = {}
        for (raw,) in self._twin("SELECT resource FROM twilio WHERE created >= ?", self._began):
            resource = json.loads(raw)
            if resource["direction"] == "outbound-api" and resource["status"] in _ON_PHONE:
                reply_id = unquote(resource["status_callback"].rpartition("/")[2].partition("#")[0])
                found.setdefault(reply_id.partition(":")[0], []).append((reply_id, resource["body"]))
        return found

    def _chat(self) -> list[ChatMessage]:
        places = ",".join("?" for _ in self.users)
        rows = self._twin(f"SELECT body FROM chat WHERE body <> '' AND number IN ({places})", *self.users)  # noqa: S608
        return [ChatMessage.model_validate_json(body) for (body,) in rows]

    def _twin(self, query: str, *values: object) -> list[tuple[str]]:
        path = self._world.folder / "sandbox" / "sandbox.sqlite3"
        database = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=5)
        try:
            return database.execute(query, values).fetchall()
        finally:
            database.close()
