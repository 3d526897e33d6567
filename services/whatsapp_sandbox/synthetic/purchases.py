"""One made-up purchase: who sold what on which day, at which taxes, and what was paid."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from services.whatsapp_sandbox.synthetic.layout import Truth
from services.whatsapp_sandbox.synthetic.locales import Locale

FIRST_DAY = date(2013, 1, 1)
DAYS = 4900
_RATE_SHARE = 0.3


@dataclass(frozen=True)
class Item:
    name: str
    code: str
    quantity: int
    price: Decimal
    rate: Decimal

    @property
    def total(self) -> Decimal:
        return self.price * self.quantity


@dataclass(frozen=True)
class Purchase:
    """Prices include the tax unless `tax_added`, as in America; `unit` is the smallest amount printed."""

    locale: Locale
    chance: random.Random
    seller: str
    road: str
    day: date
    items: tuple[Item, ...]
    tax_added: bool
    day_pattern: str
    money: str

    @property
    def unit(self) -> Decimal:
        return Decimal(1).scaleb(-self.locale.cents)

    def rounded(self, value: Decimal) -> Decimal:
        return value.quantize(self.unit, ROUND_HALF_UP)

    @cached_property
    def listed(self) -> Decimal:
        """What the prices on the lines add up to."""
        return sum((item.total for item in self.items), Decimal(0))

    @cached_property
    def by_rate(self) -> Mapping[Decimal, tuple[Decimal, Decimal]]:
        """For each rate the net amount and its tax."""
        table: dict[Decimal, tuple[Decimal, Decimal]] = {}
        for rate in sorted({item.rate for item in self.items}, reverse=True):
            listed = sum((item.total for item in self.items if item.rate == rate), Decimal(0))
            tax = self.rounded(listed * rate / (100 if self.tax_added else 100 + rate))
            table[rate] = (listed if self.tax_added else listed - tax, tax)
        return table

    @property
    def net(self) -> Decimal:
        return sum((net for net, _ in self.by_rate.values()), Decimal(0))

    @property
    def tax(self) -> Decimal:
        return sum((tax for _, tax in self.by_rate.values()), Decimal(0))

    @property
    def gross(self) -> Decimal:
        return self.net + self.tax

    def say(self, key: str) -> str:
        return self.locale.say(key, self.chance)

    def shown(self, value: Decimal, *, bare: bool = False) -> str:
        text = self.locale.amount(value)
        return text if bare else self.money.format(text)

    def written(self, day: date | None = None) -> str:
        return self.locale.day(day or self.day, self.day_pattern)

    def later(self, days: int) -> str:
        return self.written(self.day + timedelta(days=days))

    def number(self, digits: int) -> str:
        return str(self.chance.randrange(10 ** (digits - 1), 10**digits))

    def phone(self) -> str:
        return self.locale.phone.replace("#", f"{self.number(3)}-{self.number(4)}")

    def clock(self) -> str:
        hour, minute, second = self.chance.randint(8, 21), self.chance.randint(0, 59), self.chance.randint(0, 59)
        if self.locale.language in ("en-US", "en-MY") and self.chance.random() < 0.6:
            seconds = self.chance.choice(("", f":{second:02}"))
            return f"{(hour - 1) % 12 + 1}:{minute:02}{seconds} {'AM' if hour < 12 else 'PM'}"
        return f"{hour:02}:{minute:02}" + self.chance.choice(("", "", f":{second:02}"))

    def truth(self, kind: str, *, vat: Decimal | None, payment: str | None, paid: Decimal | None = None) -> Truth:
        return Truth(
            is_invoice=True,
            language=self.locale.language,
            kind=kind,
            invoice_date=self.day,
            expense_amount=self.gross if paid is None else paid,
            vat=vat,
            payee_name=self.seller,
            payment_method=payment,
            currency=self.locale.currency,
        )


def seller_of(locale: Locale, chance: random.Random) -> str:
    name = locale.say("names", chance)
    pattern = locale.say("trades", chance)
    return pattern.replace("{n}", name)


def purchase(locale: Locale, chance: random.Random, *, count: int, dearest: int, one_rate: bool = False) -> Purchase:
    """`dearest` in hundredths; currencies without cents get round thousands."""
    usual = Decimal(locale.rates[0])
    rates = [Decimal(rate) for rate in locale.rates]
    mixed = not one_rate and locale.language not in ("en-US", "en-MY", "id", "da", "pt-BR")
    items = tuple(
        Item(
            locale.say("goods", chance),
            str(chance.randrange(10**6, 10**13)),
            chance.choice((1, 1, 1, 1, 2, 3)),
            _price(locale, chance, dearest),
            chance.choice(rates) if mixed and chance.random() < _RATE_SHARE else usual,
        )
        for _ in range(count)
    )
    return Purchase(
        locale,
        chance,
        seller_of(locale, chance),
        locale.say("roads", chance).replace("{k}", str(chance.randint(1, 89))),
        FIRST_DAY + timedelta(days=chance.randrange(DAYS)),
        items,
        locale.language in ("en-US", "id"),
        chance.choice(locale.dates),
        chance.choice(locale.money),
    )


def _price(locale: Locale, chance: random.Random, dearest: int) -> Decimal:
    if locale.cents == 0:
        return Decimal(chance.randint(3, 90) * 1000 + chance.choice((0, 0, 500)))
    return Decimal(chance.randint(60, dearest)) / 100
