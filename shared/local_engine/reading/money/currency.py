"""The currency: the sign or code printed beside amounts, else the country's."""

import re
from collections import Counter
from dataclasses import dataclass

from shared.local_engine.reading.paper.places import CURRENCY_OF, Place

_SIGNS: tuple[tuple[str, str], ...] = (
    (r"€|(?<![A-Za-z])EURO?S?(?![A-Za-z0-9])", "EUR"),
    (r"£|(?<![A-Za-z])GBP(?![A-Za-z0-9])", "GBP"),
    (r"₪|(?<![A-Za-z])(?:ILS|NIS)(?![A-Za-z0-9])|ש\"ח", "ILS"),
    (r"₹|(?<![A-Za-z])INR(?![A-Za-z0-9])|(?<![A-Za-z])Rs\.? ?\d", "INR"),
    (r"(?<![A-Za-z])RM[ :]*-?\d|\(RM\)|(?<![A-Za-z])MYR(?![A-Za-z0-9])|(?<![A-Za-z])RM(?=\s*$|\s*:)", "MYR"),
    (r"(?<![A-Za-z])R[Pp][.: ]*\d|(?<![A-Za-z])IDR(?![A-Za-z0-9])", "IDR"),
    (r"(?<![A-Za-z])CHF(?![A-Za-z0-9])|(?<![A-Za-z])Fr\. ?\d", "CHF"),
    (r"(?<![A-Za-z])(?:PLN)(?![A-Za-z0-9])|zł", "PLN"),
    (r"(?<![A-Za-z])CZK(?![A-Za-z0-9])|K[čÈc]\b", "CZK"),
    (r"(?<![A-Za-z])HUF(?![A-Za-z0-9])|\d ?Ft\b", "HUF"),
    (r"(?<![A-Za-z])RON(?![A-Za-z0-9])|\d ?lei\b", "RON"),
    (r"₺|(?<![A-Za-z])TRY(?![A-Za-z0-9])|\d[.,]\d\d ?TL\b", "TRY"),
    (r"(?<![A-Za-z])SEK(?![A-Za-z0-9])", "SEK"),
    (r"(?<![A-Za-z])NOK(?![A-Za-z0-9])", "NOK"),
    (r"(?<![A-Za-z])DKK(?![A-Za-z0-9])", "DKK"),
    (r"(?:R|BR)\$|(?<![A-Za-z])BRL(?![A-Za-z0-9])", "BRL"),
    (r"(?<![A-Za-z])(?:CA|C)\$|\$ ?CA(?![A-Za-z])|(?<![A-Za-z])CAD(?![A-Za-z0-9])", "CAD"),
    (r"(?<![A-Za-z])(?:AU|A)\$|\$ ?AU(?![A-Za-z])|(?<![A-Za-z])AUD(?![A-Za-z0-9])", "AUD"),
    (r"(?<![A-Za-z])S\$|(?<![A-Za-z])SGD(?![A-Za-z0-9])", "SGD"),
    (r"HK\$|(?<![A-Za-z])HKD(?![A-Za-z0-9])", "HKD"),
    (r"NT\$|(?<![A-Za-z])TWD(?![A-Za-z0-9])", "TWD"),
    (r"₱|(?<![A-Za-z])PHP ?\d", "PHP"),
    (r"฿|(?<![A-Za-z])THB(?![A-Za-z0-9])", "THB"),
    (r"₫|(?<![A-Za-z])VND(?![A-Za-z0-9])", "VND"),
    (r"₩|(?<![A-Za-z])KRW(?![A-Za-z0-9])", "KRW"),
    (r"(?<![A-Za-z])AED(?![A-Za-z0-9])", "AED"),
    (r"(?<![A-Za-z])ZAR(?![A-Za-z0-9])", "ZAR"),
    (r"(?<![A-Za-z])(?:RMB|CNY)(?![A-Za-z0-9])", "CNY"),
    (r"(?<![A-Za-z])JPY(?![A-Za-z0-9])|円", "JPY"),
    (r"(?<![A-Za-z])MXN(?![A-Za-z0-9])", "MXN"),
    (r"(?<![A-Za-z])S/\.? ?\d|(?<![A-Za-z])PEN(?![A-Za-z0-9])", "PEN"),
    (r"US\$|\$ ?US(?![A-Za-z])|(?<![A-Za-z])USD(?![A-Za-z0-9])", "USD"),
)  # fmt: skip
_COMPILED = tuple((re.compile(pattern, re.MULTILINE), code) for pattern, code in _SIGNS)
_DOLLAR = re.compile(r"(?<![A-Z])\$(?! ?(?:US|CA|AU)(?![A-Za-z]))")  # French puts the country behind: `5,00 $US`
_CROWN = re.compile(r"\bkr\b", re.IGNORECASE)
_YEN = re.compile(r"¥")
_DOLLAR_COUNTRIES = ("US", "CA", "AU", "NZ", "SG", "HK", "TW", "MX", "AR", "CL", "CO", "MY")
"""Malaysian tills may print $ for the ringgit."""
_OTHER_DOLLARS = ("CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN")
_SURE_COUNTRY = 3.0


@dataclass(frozen=True)
class Currency:
    """`code` is of ISO 4217."""

    code: str
    doubtful: bool


def find_currency(text: str, place: Place) -> Currency | None:
    """Bare signs that several countries share count for the country's own; the country alone is the last resort."""
    counts = Counter({code: len(pattern.findall(text)) for pattern, code in _COMPILED})
    home = CURRENCY_OF.get(place.country or "")
    if dollars := len(_DOLLAR.findall(text)):
        named = [code for code in _OTHER_DOLLARS if counts[code]]
        at_home = named[0] if len(named) == 1 else home if place.country in _DOLLAR_COUNTRIES else None
        counts[at_home or "USD"] += dollars
        if not at_home:
            dollars = 0
    if crowns := len(_CROWN.findall(text)):
        counts[home if home in ("SEK", "NOK", "DKK", "ISK") else "SEK"] += crowns
    if yen := len(_YEN.findall(text)):
        counts["CNY" if place.country == "CN" else "JPY"] += yen
    printed = +counts
    if not printed:
        return Currency(home, _country_unsure(place)) if home else _guessed(text)
    if home and printed[home] * 3 >= max(printed.values()):
        return Currency(home, False)
    best, times = printed.most_common(1)[0]
    rivals = [count for code, count in printed.items() if code != best]
    bare_sign = best == "USD" and not dollars and not re.search(r"US\$|\$ ?US\b|\bUSD\b", text)
    return Currency(best, bare_sign or max(rivals, default=0) * 2 > times)


def _country_unsure(place: Place) -> bool:
    """Thanks alone name no country: Italian is spoken in Switzerland as well."""
    return place.points < _SURE_COUNTRY or place.points < 1.5 * place.rival


def _guessed(text: str) -> Currency | None:
    """Nothing names a country: thousands without cents are most often rupiah, `Tax` on English paper dollars."""
    if len(re.findall(r"\b\d{1,3}[.,]\d{3}\b", text)) >= 3 and not re.search(r"\d[.,]\d{2}\b(?!\d)", text):
        return Currency("IDR", True)
    return Currency("USD", True) if re.search(r"\b(?:tax|gratuity|tip)\b", text, re.IGNORECASE) else None
