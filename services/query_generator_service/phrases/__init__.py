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

_UNITS: Mapping[Language, str] = {
    Language.ENGLISH: "day week month quarter year vendor method currency",
    Language.SPANISH: "día semana mes trimestre año proveedor método moneda",
    Language.FRENCH: "jour semaine mois trimestre an fournisseur moyen devise",
    Language.GERMAN: "Tag Woche Monat Quartal Jahr Händler Zahlungsart Währung",
    Language.PORTUGUESE: "dia semana mês trimestre ano fornecedor forma moeda",
    Language.HEBREW: "יום שבוע חודש רבעון שנה ספק אמצעי מטבע",
    Language.ARABIC: "يوم أسبوع شهر ربع سنة متجر طريقة عملة",
    Language.HINDI: "दिन हफ़्ता महीना तिमाही साल दुकान तरीका मुद्रा",
}
_THINGS: Mapping[Language, str] = {
    Language.ENGLISH: "days weeks months quarters years vendors methods currencies",
    Language.SPANISH: "días semanas meses trimestres años proveedores métodos monedas",
    Language.FRENCH: "jours semaines mois trimestres années fournisseurs moyens devises",
    Language.GERMAN: "Tage Wochen Monate Quartale Jahre Händler Zahlungsarten Währungen",
    Language.PORTUGUESE: "dias semanas meses trimestres anos fornecedores formas moedas",
    Language.HEBREW: "ימים שבועות חודשים רבעונים שנים ספקים אמצעים מטבעות",
    Language.ARABIC: "أيام أسابيع أشهر أرباع سنوات متاجر طرق عملات",
    Language.HINDI: "दिन हफ़्ते महीने तिमाहियाँ साल दुकानें तरीके मुद्राएँ",
}
UNITS = ("day", "week", "month", "quarter", "year", "vendor", "method", "currency")
THINGS = ("days", "weeks", "months", "quarters", "years", "vendors", "methods", "currencies")


def phrase(name: Phrase, language: Language, /, **values: object) -> str:
    wording = WORDING.get(language, en.WORDING)
    return wording.get(name, en.WORDING[name]).format(**values)


def weekday(number: int, language: Language) -> str:
    """ISO: 1 is Monday."""
    return _WEEKDAYS.get(language, _WEEKDAYS[Language.ENGLISH]).split()[number - 1]


def unit_name(unit: str, language: Language) -> str:
    return _UNITS.get(language, _UNITS[Language.ENGLISH]).split()[UNITS.index(unit)]


def things_name(things: str, language: Language, number: object = None) -> str:
    """What a number is said of: `12 months`."""
    if number == 1:
        return unit_name(UNITS[THINGS.index(things)], language)
    return _THINGS.get(language, _THINGS[Language.ENGLISH]).split()[THINGS.index(things)]
