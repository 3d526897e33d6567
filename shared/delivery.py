"""How a reply is cut for WhatsApp, and what follows when Twilio refuses one; for responder and status callbacks."""

import re
from datetime import datetime, timedelta
from enum import StrEnum, auto

from shared.messages import Picture, Reply

MAX_TEXT = 1600
MAX_CAPTION = 1000  # WhatsApp cuts captions at 1,024
_NUMBERING = len("(99/99)\n")
_MOST_RESENDS = 2
_RESEND = re.compile(r"^(?P<first>.*)\.again(?P<count>\d{1,3})$")


class Verdict(StrEnum):
    """What follows from an error code of Twilio, whether it came with the answer or in a callback."""

    LATER = auto()  # the outside world hiccupped
    MUCH_LATER = auto()  # too fast for WhatsApp
    LINK = auto()  # the file is the trouble: its link as text
    PARK = auto()  # WhatsApp lets us answer only within a day of the user's last message
    UNREACHABLE = auto()  # the user's side: nothing to be done, nothing to be fixed
    OURS = auto()  # account, sender or our own text: an operator must look


_VERDICTS = {
    Verdict.LATER: "429 500 502 503 504 20429 20500 20503 21611 30001 30008 63012 63023",
    Verdict.MUCH_LATER: "63017 63018",
    Verdict.LINK: "11751 12300 21620 21623 63005 63013 63019 63021",
    Verdict.PARK: "63016",
    Verdict.UNREACHABLE: "21211 21608 21610 21614 63003 63024 63032 63049",
}
_BY_CODE = {int(code): verdict for verdict, codes in _VERDICTS.items() for code in codes.split()}
_WAITS = {Verdict.LATER: timedelta(seconds=15), Verdict.MUCH_LATER: timedelta(minutes=4)}


def verdict_on(code: int) -> Verdict:
    """A code nobody knows is for an operator: sending again blindly would only repeat it."""
    return _BY_CODE.get(code, Verdict.OURS)


def parts_of(reply: Reply) -> tuple[Reply, ...]:
    """One reply a WhatsApp message; each has an id of its own, so each is sent once. The file goes with the last
    text, the picture after it."""
    told = reply.model_copy(update={"picture": None})
    return (*_texts_of(told), *([_picture_of(told, reply.picture)] if reply.picture else []))


def _texts_of(reply: Reply) -> tuple[Reply, ...]:
    texts = split_text(reply.text, MAX_CAPTION if reply.media_key and not reply.as_link else MAX_TEXT)
    if len(texts) == 1:
        return (reply,)
    last = len(texts)
    return tuple(
        reply.model_copy(
            update={
                "reply_id": f"{reply.reply_id}:{number}",
                "text": f"({number}/{last})\n{text}",
                "media_key": reply.media_key if number == last else None,
            }
        )
        for number, text in enumerate(texts, start=1)
    )


def _picture_of(reply: Reply, picture: Picture) -> Reply:
    update = {"reply_id": f"{reply.reply_id}:picture", "text": picture.caption, "media_key": picture.key}
    return reply.model_copy(update=update)


def split_text(text: str, limit: int) -> tuple[str, ...]:
    """At line breaks where there are some, else between words, else anywhere; no part is longer than `limit`."""
    if width(text) <= limit:
        return (text,)
    room, parts, rest = limit - _NUMBERING, [], text
    while rest:
        head = _head(rest, room)
        parts.append(head.strip("\n"))
        rest = rest[len(head) :].lstrip("\n ")
    return tuple(parts)


def _head(text: str, room: int) -> str:
    if width(text) <= room:
        return text
    cut = room
    while width(text[:cut]) > room:
        cut -= 1
    for separator in ("\n", " "):
        end = text.rfind(separator, cut // 3, cut + 1)
        if end > 0:
            return text[:end]
    return text[:cut]


def width(text: str) -> int:
    """Characters as WhatsApp counts them: an emoji outside the basic plane is two."""
    return len(text) + sum(1 for character in text if ord(character) > 0xFFFF)


def sent_again(reply: Reply, verdict: Verdict, now: datetime) -> Reply | None:
    """The reply in the form that may get through, under an id of its own; None when that is no use (any more)."""
    found = _RESEND.match(reply.reply_id)
    first, count = (found["first"], int(found["count"])) if found else (reply.reply_id, 0)
    useless = verdict in (Verdict.UNREACHABLE, Verdict.OURS) or (verdict is Verdict.LINK and not reply.media_key)
    if useless or (count >= _MOST_RESENDS and verdict is not Verdict.PARK):  # parked, it costs nobody a message
        return None
    wait = _WAITS.get(verdict)
    update = {
        "reply_id": f"{first}.again{count + 1}",
        "as_link": reply.as_link or verdict is Verdict.LINK,
        "not_before": now + wait if wait else None,
    }
    return reply.model_copy(update=update)
