"""How each country writes figures and dates, and the words on its papers (the words lie in words/)."""

import random
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from services.whatsapp_sandbox.synthetic.words import Words, words_of


@dataclass(frozen=True)
class Locale:
    """`money` shows where the amount `{}` and the currency stand; `rates` are the taxes, the usual one first."""

    language: str
    currency: str
    point: str
    thousands: str
    cents: int
    money: tuple[str, ...]
    dates: tuple[str, ...]
    rates: tuple[str, ...]
    phone: str
    words: Words

    def amount(self, value: Decimal) -> str:
        whole, _, cents = f"{abs(value):,.{self.cents}f}".partition(".")
        sign = "-" if value < 0 else ""
        return sign + whole.replace(",", self.thousands) + (self.point + cents if cents else "")

    def day(self, day: date, pattern: str) -> str:
        """`{m}` in a pattern is the month's name, `{b}` its first three letters."""
        month = self.words["months"][0].split()[day.month - 1]
        return day.strftime(pattern.replace("{m}", month).replace("{b}", month[:3]).replace("{B}", month[:3].upper()))

    def say(self, key: str, chance: random.Random) -> str:
        return chance.choice(self.words[key])


def _locale(
    language: str, currency: str, figures: str, money: str, dates: str, rates: str, phone: str, *, cents: int = 2
) -> Locale:
    """`figures` is the decimal sign and the sign between thousands; alternatives are separated by `|`."""
    return Locale(
        language,
        currency,
        figures[0],
        figures[1:].replace("_", " "),
        cents,
        tuple(money.split("|")),
        tuple(dates.split("|")),
        tuple(rates.split()),
        phone,
        words_of(language),
    )


_EUROPEAN = "%d/%m/%Y|%d/%m/%y|%d-%m-%Y|%d {m} %Y|%d.%m.%Y"
_POINTS = "%d.%m.%Y|%d.%m.%y|%d. {m} %Y|%d.%m.%Y"
_AMERICAN = "%m/%d/%Y|%m/%d/%y|{m} %d, %Y|%m-%d-%Y|{b} %d %Y|%m/%d/%Y"
_MALAYSIAN = "%d/%m/%Y|%d-%m-%Y|%d/%m/%y|%d {b} %Y|%d-{B}-%Y|%Y-%m-%d|%d {B} %Y"
_INDONESIAN = "%d/%m/%Y|%d-%m-%Y|%d {b} %Y|%d-%m-%y"
LOCALES = (
    _locale("en-GB", "GBP", ".,", "£{}|{}|GBP {}", "%d/%m/%Y|%d/%m/%y|%d {m} %Y|%d {b} %Y|%d-{b}-%y", "20 5", "01#"),
    _locale("en-US", "USD", ".,", "${}|{}|$ {}", _AMERICAN, "8.25 7 6.5 9.5", "(555) #"),
    _locale("en-MY", "MYR", ".,", "{}|RM {}|RM{}", _MALAYSIAN, "6 10", "03-#"),
    _locale("de", "EUR", ",.", "{} EUR|{} €|{}|€ {}", _POINTS, "19 7", "0711/#"),
    _locale("de-CH", "CHF", ".'", "CHF {}|{}|{} CHF", _POINTS, "8.1 2.6 7.7", "044 #"),
    _locale("fr", "EUR", ",_", "{} €|{} EUR|{}|{}€", _EUROPEAN, "20 10 5.5", "01 #"),
    _locale("es", "EUR", ",.", "{} €|{} EUR|{}|{}€", _EUROPEAN, "21 10 4", "91 #"),
    _locale("pt", "EUR", ",.", "{} €|{} EUR|{}|€ {}", _EUROPEAN + "|%Y-%m-%d", "23 13 6", "22 #"),
    _locale("pt-BR", "BRL", ",.", "R$ {}|{}|R${}", "%d/%m/%Y|%d/%m/%y|%d de {m} de %Y", "12 18", "(11) #"),
    _locale("it", "EUR", ",.", "€ {}|{} EUR|{}|{} €", _EUROPEAN, "22 10 4", "011 #"),
    _locale("nl", "EUR", ",.", "€ {}|{}|EUR {}", "%d-%m-%Y|%d/%m/%Y|%d {m} %Y|%d-%m-%y|%d.%m.%Y", "21 9", "030-#"),
    _locale("pl", "PLN", ",_", "{} zł|{}|{} PLN|{}", "%d-%m-%Y|%Y-%m-%d|%d.%m.%Y|%d {m} %Y", "23 8 5", "22 #"),
    _locale("sv", "SEK", ",_", "{} kr|{}|{} SEK|SEK {}", "%Y-%m-%d|%d/%m/%Y|%d {m} %Y|%Y-%m-%d", "25 12 6", "08-#"),
    _locale("da", "DKK", ",.", "{} kr.|{}|DKK {}|{}", "%d-%m-%Y|%d.%m.%Y|%d. {m} %Y|%d/%m/%Y|%d-%m-%y", "25", "33 #"),
    _locale("id", "IDR", ",.", "{}|Rp {}|Rp{}|Rp. {}", _INDONESIAN, "10 11", "021-#", cents=0),
)  # fmt: skip
