"""Draws lots: which country, which form, which purchase; the same seed gives the same paper."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from services.whatsapp_sandbox.synthetic import (
    fresh_papers,
    letters,
    tills,
    tills_abroad,
    travel_papers,
    unusual_papers,
)
from services.whatsapp_sandbox.synthetic.layout import Paper
from services.whatsapp_sandbox.synthetic.locales import LOCALES, Locale
from services.whatsapp_sandbox.synthetic.others import other_paper
from services.whatsapp_sandbox.synthetic.purchases import Purchase, purchase

_OTHERS = 0.12


@dataclass(frozen=True)
class Form:
    """`languages` empty means all; `goods` the fewest and most lines, `dearest` a price in hundredths."""

    make: Callable[[Purchase], Paper]
    goods: tuple[int, int] = (1, 9)
    dearest: int = 2500
    languages: frozenset[str] = frozenset()
    one_rate: bool = False
    often: int = 2


_MALAYSIA, _GERMANY, _AMERICA, _INDONESIA = (frozenset({code}) for code in ("en-MY", "de", "en-US", "id"))
TUNED: tuple[Form, ...] = (
    Form(tills.shop_receipt),
    Form(tills.shop_receipt, goods=(18, 34), often=1),
    Form(tills_abroad.malaysian, languages=_MALAYSIA, often=8),
    Form(tills_abroad.german, languages=_GERMANY, often=6),
    Form(tills_abroad.american_shop, languages=_AMERICA, often=4),
    Form(tills_abroad.american_restaurant, languages=_AMERICA, often=4),
    Form(tills_abroad.indonesian, languages=_INDONESIA, often=6),
    Form(letters.plain_letter, goods=(1, 6), dearest=90000, often=1),
    Form(letters.blocks, goods=(1, 6), dearest=90000, often=1),
    Form(letters.web_office, goods=(1, 8), dearest=200000, often=1),
    Form(letters.foot_only, goods=(1, 6), dearest=90000, often=1),
    Form(letters.many_pages, goods=(16, 36), dearest=20000, often=1),
    Form(letters.credit_note, goods=(1, 3), dearest=20000, often=1),
)
FRESH: tuple[Form, ...] = (
    Form(fresh_papers.fuel_slip, goods=(1, 1), dearest=9000, one_rate=True),
    Form(fresh_papers.parking_ticket, goods=(1, 1), dearest=3000, one_rate=True),
    Form(fresh_papers.hotel_folio, goods=(1, 5), dearest=15000),
    Form(fresh_papers.utility_bill, goods=(1, 4), dearest=12000, one_rate=True),
    Form(fresh_papers.shop_letter, goods=(1, 5), dearest=9000),
    Form(travel_papers.taxi, goods=(1, 1), dearest=6000, one_rate=True),
    Form(travel_papers.ticket, goods=(1, 2), dearest=20000, one_rate=True),
    Form(travel_papers.window_letter, goods=(1, 5), dearest=50000),
    Form(travel_papers.pharmacy, goods=(1, 4)),
    Form(travel_papers.company_of_brand, goods=(1, 8)),
)
"""Not looked at while the rules were written."""
UNUSUAL: tuple[Form, ...] = (
    Form(unusual_papers.card_slip, goods=(1, 3), dearest=9000),
    Form(unusual_papers.marketplace, goods=(1, 4), dearest=20000),
    Form(unusual_papers.name_last, goods=(1, 6)),
    Form(unusual_papers.freelancer, goods=(1, 3), dearest=90000, one_rate=True),
    Form(unusual_papers.greeting, goods=(1, 6)),
    Form(fresh_papers.kiosk_slip, goods=(1, 5)),
)
"""Those that the rules for names in odd places were written with."""


def paper(seed: int, forms: Sequence[Form] = TUNED) -> Paper:
    chance = random.Random(seed)  # noqa: S311 - not for secrets, and the same for the same seed
    locale = LOCALES[seed % len(LOCALES)]
    if chance.random() < _OTHERS:
        return other_paper(locale, chance)
    form = _drawn(forms, locale, chance)
    bought = purchase(locale, chance, count=chance.randint(*form.goods), dearest=form.dearest, one_rate=form.one_rate)
    return form.make(bought)


def _drawn(forms: Sequence[Form], locale: Locale, chance: random.Random) -> Form:
    fitting = [form for form in forms if not form.languages or locale.language in form.languages]
    return chance.choices(fitting, [form.often for form in fitting])[0]
