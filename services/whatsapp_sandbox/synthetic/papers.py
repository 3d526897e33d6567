"""Draws lots: which country, which form, which purchase; the same seed gives the same paper."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from services.whatsapp_sandbox.synthetic import fresh_papers, letters, tills, tills_abroad
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
    Form(fresh_papers.kiosk_slip, goods=(1, 5)),
)
"""Not looked at while the rules were written."""


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
