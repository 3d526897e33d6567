"""Messages of several users, sent at once, and what became of each: rows, replies on the phone, lost, doubled."""

import asyncio
import itertools
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import asyncpg

from services.whatsapp_sandbox.chat_messages import ChatMessage, Direction, Tick
from services.whatsapp_sandbox.client import SandboxError, Upload
from tests.faults.paperwork import NO_INVOICE, amount, picture, question
from tests.faults.phones import OnPhone, chat_of, replies_since, shared_out, turned_away_since
from tests.faults.quiet import under_way
from tests.faults.world import World, owner_connection

AT_ONCE = 16
_LOOK_S = 0.5
_MOST_PAID = 3
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
    was not read or not understood. `refused`: told at the door to send it again. `again`: Twilio gave the webhook up,
    and it was sent again later. `paid`: most calls of the model for one picture or question; `wasted`: calls for what
    was kept already."""

    sent: int
    rows: int = 0
    replies: int = 0
    lost: int = 0
    doubled: int = 0
    declined: int = 0
    refused: int = 0
    again: int = 0
    gave_up: int = 0
    paid: int = 0
    wasted: int = 0
    losses: list[str] = field(default_factory=list)
    seconds: float = 0.0
    deaths: int = 0

    @property
    def safe(self) -> bool:
        return not (self.lost or self.doubled or self.wasted or self.paid > _MOST_PAID)

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
        self._wasted = len(world.model.wasted)

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

    async def show(self, user: str, *numbers: int, copies: int = 1, apart_s: float = 0) -> Sent:
        phone = self._world.phone
        await phone.users()  # finds out whether the connection was closed while idle; a POST is not tried again
        files = [Upload(picture(number), "image/jpeg", "photo.jpg") for number in numbers]
        if len(files) == 1:
            message = await phone.send_file(
                user, files[0].data, "image/jpeg", "photo.jpg", copies=copies, apart_s=apart_s
            )
        else:
            message = await phone.send_files(user, files)
        return self._wrote(Sent(message, numbers))

    async def ask(self, user: str, *, copies: int = 1) -> Sent:
        number = next(_numbers)
        await self._world.phone.users()
        message = await self._world.phone.send_text(user, question(number), copies=copies)
        return self._wrote(Sent(message, (), number))

    def _wrote(self, sent: Sent) -> Sent:
        self.sent.append(sent)
        for index, number in enumerate(sent.pictures or (sent.asked or 0,)):
            self._world.media[number] = sent.message.sid, index
        return sent

    async def until_quiet(self, stuck_s: float) -> Tally:
        """Until every message has its reply and nothing is under way any more, or nothing has changed for that long;
        the tally says what is missing. A slow machine may take its time."""
        seen, changed = None, time.monotonic()
        while time.monotonic() - changed < stuck_s:
            await self._send_failed_again()
            tally, waiting = await self.tally(), await under_way(self._world, self.users)
            if tally.lost == 0 and not waiting:
                break
            if (now := (tally.rows, tally.replies, tally.refused, waiting)) != seen:
                seen, changed = now, time.monotonic()
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
        for message in chat_of(self._world, self.users):
            if message.direction is Direction.SENT and message.tick is Tick.FAILED and message.sid in ours:
                self._again.add(message.sid)
                try:
                    await self._world.phone.retry(message)
                except SandboxError:
                    return

    async def tally(self) -> Tally:
        rows = await self._rows()
        replies = await self._replies()
        turned_away = turned_away_since(self._world, self._began)
        model = self._world.model
        tally = Tally(len(self.sent), again=len(self._again), wasted=len(model.wasted) - self._wasted)
        for sent in self.sent:
            sid = sent.message.sid
            tally.paid = max(tally.paid, *(model.paid[number] for number in sent.pictures or (sent.asked or 0,)))
            self._count(sent, rows[sid], replies[sid], sid in turned_away, tally)
        return tally

    def _count(self, sent: Sent, rows: int, replies: Sequence[OnPhone], turned_away: bool, tally: Tally) -> None:
        wanted = sent.invoices if sent.pictures else 1
        tally.rows += rows
        tally.replies += len(replies)
        tally.gave_up += sum(":gave-up:" in reply.reply_id for reply in replies)
        if len(replies) > 1 or rows > wanted:
            tally.doubled += 1
            tally.losses.append(f"{sent.message.sid}: {rows} rows, replies {[reply.reply_id for reply in replies]}")
        if not replies and turned_away:
            tally.refused += 1
            return
        named = _named(sent, replies)
        if not replies or rows < max(named, 0 if sent.pictures else 1):
            tally.lost += 1
            tally.losses.append(f"{sent.message.sid} of {sent.message.number}: {rows} rows, {len(replies)} replies")
        elif named < wanted:
            tally.declined += 1

    async def _rows(self) -> Counter[str]:
        found = await self._fetched(
            "SELECT source_message_id FROM invoices WHERE source_message_id = ANY ($1) UNION ALL"
            " SELECT source_message_id FROM queries WHERE source_message_id = ANY ($1)",
            [sent.message.sid for sent in self.sent],
        )
        return Counter(row[0] for row in found)

    async def _replies(self) -> defaultdict[str, list[OnPhone]]:
        """By the message they answer."""
        found = await self._fetched(
            "SELECT sid, reply_id, whatsapp_number FROM replies WHERE sid IS NOT NULL AND whatsapp_number = ANY ($1)",
            self.users,
        )
        settled = {sid: (reply_id, number) for sid, reply_id, number in found}
        replies: defaultdict[str, list[OnPhone]] = defaultdict(list)
        for reply in shared_out(replies_since(self._world, self._began), settled):
            replies[reply.answers].append(reply)
        return replies

    async def _fetched(self, query: str, values: Sequence[str]) -> list[asyncpg.Record]:
        connection = await owner_connection(self._world)
        try:
            found: list[asyncpg.Record] = await connection.fetch(query, values)
            return found
        finally:
            await connection.close()


def _named(sent: Sent, replies: Sequence[OnPhone]) -> int:
    """How many of its invoices the replies confirm; of a question: whether it was answered."""
    told = " ".join(reply.text for reply in replies)
    if sent.pictures:
        return sum(amount(number) in told for number in sent.pictures)
    return int(any(":done:" in reply.reply_id for reply in replies))
