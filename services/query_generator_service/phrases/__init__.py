"""The words answers are made of, one module a language; English where a language has none."""

from collections.abc import Mapping

from services.query_generator_service.phrases import ar, de, en, es, fr, he, hi, pt
from services.query_generator_service.phrases.names import Phrase
from shared.safe_naming import Language

WORDING: Mapping[Language, Mapping[Phrase, str]] = {
    Language.ENGLISH: en.WORDING,
    Language.SPANISH: es.WORDING,
    Language.FRENCH: fr.WORDING,
    Language.GERMAN: de.WORDING,
    Language.PORTUGUESE: pt.WORDING,
    Language.HEBREW: he.WORDING,
    Language.ARABIC: ar.WORDING,
    Language.HINDI: hi.WORDING,
}
_WEEKDAYS: Mapping[Language, str] = {
    Language.ENGLISH: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    Language.SPANISH: "lunes martes miércoles jueves viernes sábado domingo",
    Language.FRENCH: "lundi mardi mercredi jeudi vendredi samedi dimanche",
    Language.GERMAN: "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    Language.PORTUGUESE: "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    Language.HEBREW: "שני שלישי רביעי חמישי שישי שבת ראשון",
    Language.ARABIC: "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
    Language.HINDI: "सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार",
}


def phrase(name: Phrase, language: Language, **values: object) -> str:
    wording = WORDING.get(language, en.WORDING)
    return wording.get(name, en.WORDING[name]).format(**values)


def weekday(number: int, language: Language) -> str:
    """ISO: 1 is Monday."""
    return _WEEKDAYS.get(language, _WEEKDAYS[Language.ENGLISH]).split()[number - 1]
