"""Every sentence a user sees; the wording itself is in shared/sentences/, one file a language."""

from shared.safe_naming import Language, PaymentMethod
from shared.sentences import ar, de, en, es, fr, he, hi, pt
from shared.sentences.names import Sentence

__all__ = ["Sentence", "payment_name", "say"]

CATALOGUES: dict[Language, dict[Sentence, str]] = {
    Language.ENGLISH: en.WORDING,
    Language.SPANISH: es.WORDING,
    Language.FRENCH: fr.WORDING,
    Language.GERMAN: de.WORDING,
    Language.PORTUGUESE: pt.WORDING,
    Language.HEBREW: he.WORDING,
    Language.ARABIC: ar.WORDING,
    Language.HINDI: hi.WORDING,
}
_PAYMENTS = {
    PaymentMethod.CASH: Sentence.PAID_CASH,
    PaymentMethod.CARD: Sentence.PAID_CARD,
    PaymentMethod.BANK_TRANSFER: Sentence.PAID_BANK_TRANSFER,
    PaymentMethod.DIRECT_DEBIT: Sentence.PAID_DIRECT_DEBIT,
    PaymentMethod.ONLINE: Sentence.PAID_ONLINE,
    PaymentMethod.CHEQUE: Sentence.PAID_CHEQUE,
    PaymentMethod.OTHER: Sentence.PAID_OTHER,
}


def say(sentence: Sentence, language: Language, **values: object) -> str:
    """The sentence in the language, with its fields filled in; English where a translation is missing."""
    wording = CATALOGUES.get(language, {}).get(sentence) or CATALOGUES[Language.ENGLISH][sentence]
    return wording.format(**values)


def payment_name(method: str, language: Language) -> str:
    """One of ours in the language; what older rows hold stays as it is, without underscores."""
    known = "_".join(method.lower().split())  # `Bank Transfer` of rows from elsewhere
    if known in set(PaymentMethod):
        return say(_PAYMENTS[PaymentMethod(known)], language)
    return method.replace("_", " ")
