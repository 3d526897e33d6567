"""The dialogue, pure: session and message in; the reply, the next session and the job out."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum, auto

from services.whatsapp_webhook_service.commands import Command, command_of, confirms_deletion
from shared.language import detect_language
from shared.messages import InvoiceImages, Media, Question
from shared.replies import Sentence, say
from shared.safe_naming import Language, UserState
from shared.session import Job, Session


class Kind(StrEnum):
    """What a message mainly is; media that may be an invoice make it MEDIA whatever else is in it."""

    TEXT = auto()
    MEDIA = auto()
    VOICE = auto()
    STICKER = auto()
    LOCATION = auto()
    CONTACT = auto()
    OTHER_FILE = auto()


@dataclass(frozen=True)
class Incoming:
    """One message of a user; `media` holds only what may be an invoice, `left_out` counts the rest."""

    message_id: str
    sender: str
    kind: Kind
    received_at: datetime
    profile_name: str = ""
    text: str = ""
    media: tuple[Media, ...] = ()
    left_out: int = 0


@dataclass(frozen=True)
class Step:
    """`session` None: everything about the user is forgotten."""

    reply: str
    session: Session | None
    job: Job | None = None

    @property
    def forget(self) -> bool:
        return self.session is None


_KIND_SENTENCES = {
    Kind.VOICE: Sentence.NO_VOICE,
    Kind.STICKER: Sentence.NO_STICKER,
    Kind.LOCATION: Sentence.NO_LOCATION,
    Kind.CONTACT: Sentence.NO_CONTACT,
    Kind.OTHER_FILE: Sentence.NO_SUCH_FILE_TYPE,
}
_LEAST_WORDS = 3
_LEAST_CHARS = 12  # "Total März?" is as good a question as ten words are


def next_step(session: Session | None, incoming: Incoming, *, known: Language | None) -> Step:
    """`session` None and `known` set: the user wrote before, but that was too long ago."""
    language = _language(session, incoming, known)
    before = (session or Session()).without_stale(incoming.received_at)
    now = before.model_copy(update={"language": language, "version": before.version + 1})
    talk = _Talk(now, incoming, expired=session is None and known is not None)
    step = talk.answer()
    if session is None and known is None:
        greeting = f"{say(Sentence.WELCOME, language)}\n{say(Sentence.PRIVACY, language)}"
        return Step(f"{greeting}\n\n{step.reply}", step.session, step.job)
    return step


def _language(session: Session | None, incoming: Incoming, known: Language | None) -> Language:
    spoken = session.language if session else known
    return detect_language(incoming.text) or spoken or Language.ENGLISH


class _Talk:
    """The message in the light of the session as it is after it; `version` and `language` are already those."""

    def __init__(self, session: Session, incoming: Incoming, *, expired: bool) -> None:
        self._session = session
        self._incoming = incoming
        self._expired = expired

    def answer(self) -> Step:
        match self._incoming.kind:
            case Kind.MEDIA:
                return self._read_media()
            case Kind.TEXT:
                return self._read_text()
            case kind:
                return self._stay(_KIND_SENTENCES[kind])

    def _read_media(self) -> Step:
        incoming = self._incoming
        job = InvoiceImages(
            message_id=incoming.message_id,
            sender=incoming.sender,
            profile_name=incoming.profile_name,
            media=incoming.media,
            caption=incoming.text,
            language=self._session.language,
            received_at=incoming.received_at,
        )
        extra = (Sentence.NO_SUCH_FILE_TYPE,) if incoming.left_out else ()
        return self._work(job, Sentence.READING, *extra)

    def _read_text(self) -> Step:
        text = self._incoming.text
        if self._session.confirming_deletion and confirms_deletion(text):
            return self._delete()
        command = command_of(text)
        if self._session.confirming_deletion and command is None and not _is_question(text):
            return self._move(UserState.CHOOSING, Sentence.DELETION_CANCELLED, Sentence.MENU)
        return self._obey(command) if command else self._listen(text)

    def _delete(self) -> Step:
        if self._session.pending:  # what is being read now would be stored after the deletion
            return Step(self._words(Sentence.STILL_WORKING), self._session)
        return Step(self._words(Sentence.DELETION_BEGUN), None)

    def _obey(self, command: Command) -> Step:
        match command:
            case Command.INVOICE:
                return self._move(UserState.AWAITING_IMAGE, Sentence.SEND_A_PHOTO)
            case Command.QUESTION:
                return self._move(UserState.AWAITING_TEXT, Sentence.ASK_A_QUESTION)
            case Command.MENU:
                return self._move(UserState.CHOOSING, Sentence.MENU)
            case Command.CANCEL:
                return self._move(UserState.CHOOSING, Sentence.CANCELLED, Sentence.MENU)
            case Command.DELETE_DATA:
                asking = self._session.model_copy(update={"confirming_deletion": True, "state": self._settled()})
                return Step(self._words(Sentence.CONFIRM_DELETION), asking)
            case Command.GREETING:
                return self._greet()

    def _greet(self) -> Step:
        if self._session.state is UserState.PROCESSING:
            return self._stay(Sentence.STILL_WORKING)
        expired = (Sentence.SESSION_EXPIRED,) if self._expired else ()
        return self._move(UserState.CHOOSING, *expired, Sentence.MENU)

    def _listen(self, text: str) -> Step:
        state = self._session.state
        goes_on = self._session.asked and state is UserState.CHOOSING
        expected = goes_on or state is UserState.AWAITING_TEXT
        asked = any(sign.isalpha() for sign in text) and (expected or _is_question(text))
        if asked and (state is not UserState.AWAITING_IMAGE or "?" in text or "؟" in text):
            return self._ask(text)
        match state:
            case UserState.PROCESSING:
                return self._stay(Sentence.STILL_WORKING)
            case UserState.AWAITING_IMAGE:
                return self._stay(Sentence.DID_NOT_UNDERSTAND, Sentence.SEND_A_PHOTO)
            case UserState.AWAITING_TEXT:
                return self._stay(Sentence.DID_NOT_UNDERSTAND, Sentence.ASK_A_QUESTION)
            case UserState.START | UserState.ERROR:
                return self._greet()
            case UserState.CHOOSING:
                return self._move(UserState.CHOOSING, Sentence.DID_NOT_UNDERSTAND, Sentence.MENU)

    def _ask(self, text: str) -> Step:
        incoming = self._incoming
        job = Question(
            message_id=incoming.message_id,
            sender=incoming.sender,
            profile_name=incoming.profile_name,
            text=text,
            language=self._session.language,
            received_at=incoming.received_at,
        )
        return self._work(job, Sentence.LOOKING_UP, asked=True)

    def _work(self, job: Job, *sentences: Sentence, **changes: object) -> Step:
        pending = {**self._session.pending, job.message_id: int(job.received_at.timestamp())}
        step = self._move(UserState.PROCESSING, *sentences, pending=pending, **changes)
        return Step(step.reply, step.session, job)

    def _stay(self, *sentences: Sentence) -> Step:
        return self._move(self._settled(), *sentences)

    def _settled(self) -> UserState:
        state = self._session.state
        return UserState.CHOOSING if state in (UserState.START, UserState.ERROR) else state

    def _move(self, state: UserState, *sentences: Sentence, **changes: object) -> Step:
        update = {"state": state, "confirming_deletion": False, **changes}
        return Step(self._words(*sentences), self._session.model_copy(update=update))

    def _words(self, *sentences: Sentence) -> str:
        return "\n\n".join(say(sentence, self._session.language) for sentence in sentences)


def _is_question(text: str) -> bool:
    """Long enough to be one; whether it can be answered is the query generator's to say."""
    words = sum(1 for word in text.split() if any(sign.isalnum() for sign in word))
    return words >= _LEAST_WORDS or (words == _LEAST_WORDS - 1 and len(text.strip()) >= _LEAST_CHARS)
