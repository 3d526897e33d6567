"""Small pure helpers about senders and WhatsApp text that several services need."""

import re
import unicodedata

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
_MARKUP = re.compile(r"([*_~`])")
MAX_NUMBER_CHARS = 160


def whatsapp_number(sender: str) -> str:
    """`whatsapp:+34611222333` -> `+34611222333`; an identifier that is no number is kept, at most 160 characters."""
    return sender.removeprefix("whatsapp:").strip()[:MAX_NUMBER_CHARS]


def mask_phone(sender: str) -> str:
    """`+34611222333` -> `+34…333`: enough to tell two users apart in a log, too little to call one."""
    number = whatsapp_number(sender)
    return f"{number[:3]}…{number[-3:]}" if len(number) > 8 else "…"


def clean_text(text: str, limit: int) -> str:
    """One line without control or direction-changing characters, cut to `limit` characters."""
    spaced = _CONTROL.sub("", unicodedata.normalize("NFC", text).replace("\n", " ").replace("\t", " "))
    return " ".join(spaced.split())[:limit].rstrip()


def whole_characters(text: str) -> str:
    """Without halves of a character, which a cut escape (`\\ud83d`) leaves: no server and no database takes them."""
    return text.encode(errors="ignore").decode()


def escape_markup(text: str) -> str:
    """A name with `*` or `_` in it shows as typed: WhatsApp knows no escape, so a zero-width joiner breaks the pair."""
    return _MARKUP.sub("\u2060\\1\u2060", text)
