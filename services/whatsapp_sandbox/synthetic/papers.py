"""One made-up purchase and the lines of the paper it is printed on; the same seed gives the same paper."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from services.whatsapp_sandbox.synthetic.locales import LOCALES, Locale

CENT = Decimal("0.01")
FIRST_DAY = date(2023, 1, 1)
DAYS = 1000


@dataclass(frozen=True)
class Line:
    """Text on the left and on the right; `size` 1 is the usual height."""

    left: str
    right: str = ""
    size: float = 1.0
    centred: bool = False


@dataclass(frozen=True)
class Truth:
    """What a careful person reads; `payment_method` and `vat` are None where the paper does not say."""

    is_invoice: bool
    language: str
    kind: str
    invoice_date: date | None = None
    expense_amount: Decimal | None = None
    vat: Decimal | None = None
    payee_name: str | None = None
    payment_method: str | None = None
    currency: str | None = None


@dataclass
class Paper:
    """`wide` papers are letters, the others come out of tills."""

    truth: Truth
    wide: bool
    lines: list[Line] = field(default_factory=list)


def paper(seed: int) -> Paper:
    chance = random.Random(seed)  # noqa: S311 - not for secrets, and the same for the same seed
    locale = LOCALES[seed % len(LOCALES)]
    if chance.random() < 0.12:
        return _other_paper(locale, chance)
    kind = chance.choice(("receipt", "receipt", "receipt", "long", "letter", "letter"))
    return _letter(locale, chance) if kind == "letter" else _receipt(locale, chance, long=kind == "long")


@dataclass(frozen=True)
class _Purchase:
    locale: Locale
    chance: random.Random
    seller: str
    day: date
    goods: tuple[tuple[str, Decimal], ...]
    rate: int
    money: str

    @property
    def gross(self) -> Decimal:
        return sum((price for _, price in self.goods), Decimal(0))

    @property
    def vat(self) -> Decimal:
        return (self.gross * self.rate / (100 + self.rate)).quantize(CENT, ROUND_HALF_UP)

    def shown(self, value: Decimal, *, bare: bool = False) -> str:
        text = self.locale.amount(value)
        return text if bare else self.money.format(text)

    def truth(self, kind: str, *, vat: bool, payment: str | None) -> Truth:
        return Truth(
            is_invoice=True,
            language=self.locale.language,
            kind=kind,
            invoice_date=self.day,
            expense_amount=self.gross,
            vat=self.vat if vat else None,
            payee_name=self.seller,
            payment_method=payment,
            currency=self.locale.currency,
        )


def _purchase(locale: Locale, chance: random.Random, count: int, dearest: int) -> _Purchase:
    goods = tuple((chance.choice(locale.goods), Decimal(chance.randint(90, dearest)) / 100) for _ in range(count))
    day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    seller, rate, money = chance.choice(locale.sellers), chance.choice(locale.rates), chance.choice(locale.money)
    return _Purchase(locale, chance, seller, day, goods, rate, money)


def _receipt(locale: Locale, chance: random.Random, *, long: bool) -> Paper:
    bought = _purchase(locale, chance, chance.randint(28, 45) if long else chance.randint(1, 9), 2500)
    by_card, taxed = chance.random() < 0.5, chance.random() < 0.8
    truth = bought.truth("long receipt" if long else "receipt", vat=taxed, payment="card" if by_card else "cash")
    lines = [*_head(bought), Line("")]
    stamp = _dated(bought, chance.choice(("", f"{chance.randint(8, 21):02}:{chance.randint(10, 59)}")))
    lines += [stamp] if (early := chance.random() < 0.6) else []
    lines += [Line(f"{locale.receipt} {chance.randint(1000, 99999)}"), Line("")]
    lines += [Line(what, bought.shown(price, bare=True)) for what, price in bought.goods]
    lines += [Line("-" * 40, centred=True)]
    lines += [*_sums(bought, taxed=taxed), Line("")]
    lines += _paid(bought, by_card=by_card)
    lines += [] if early else [stamp]
    return Paper(truth, wide=False, lines=[*lines, Line(""), Line(locale.thanks, centred=True)])


def _head(bought: _Purchase) -> list[Line]:
    locale, chance = bought.locale, bought.chance
    name = bought.seller.upper() if chance.random() < 0.4 else bought.seller
    head = [Line(name, size=chance.choice((1.0, 1.4, 1.8)), centred=True)]
    head += [Line(part.strip(), centred=True) for part in chance.choice(locale.towns).split(",")]
    head += [Line(f"Tel. 0{chance.randint(100, 999)} {chance.randint(100000, 999999)}", centred=True)]
    return head + ([Line(locale.tax_number, centred=True)] if chance.random() < 0.7 else [])


def _dated(bought: _Purchase, time: str) -> Line:
    locale, chance = bought.locale, bought.chance
    label = chance.choice(locale.date_label)
    day = locale.day(bought.day, chance.choice(locale.dates))
    return Line(f"{label}: {day} {time}".removeprefix(": ").strip())


def _sums(bought: _Purchase, *, taxed: bool) -> list[Line]:
    locale, chance = bought.locale, bought.chance
    net, total = bought.gross - bought.vat, Line(chance.choice(locale.total), bought.shown(bought.gross), size=1.3)
    if not taxed:
        return [total]
    tax = Line(f"{locale.vat} {bought.rate}%", bought.shown(bought.vat))
    table = Line(f"{locale.vat} {bought.rate}%  {locale.amount(net)}", locale.amount(bought.vat))
    return chance.choice(([Line(locale.net, bought.shown(net)), tax, total], [total, table], [total, tax]))


def _paid(bought: _Purchase, *, by_card: bool) -> list[Line]:
    locale, chance = bought.locale, bought.chance
    if by_card:
        digits = f"**** **** **** {chance.randint(1000, 9999)}"
        return [Line(locale.card, bought.shown(bought.gross)), *([Line(digits)] if chance.random() < 0.5 else [])]
    given = (bought.gross // 10 + chance.randint(1, 3)) * 10
    return [Line(locale.cash, bought.shown(given)), Line(locale.change, bought.shown(given - bought.gross))]


def _letter(locale: Locale, chance: random.Random) -> Paper:
    bought = _purchase(locale, chance, chance.randint(1, 6), 90000)
    lines = [Line(bought.seller, locale.invoice if chance.random() < 0.5 else "", size=1.7)]
    lines += [Line(chance.choice(locale.towns)), Line(locale.tax_number), Line(""), Line(f"{locale.customer}:")]
    lines += [Line("Ana Ruiz"), Line(chance.choice(locale.towns)), Line("")]
    lines += [Line(locale.invoice, size=1.4), Line(f"{locale.number}: {chance.randint(100, 9999)}-{bought.day:%y}")]
    pattern = chance.choice(locale.dates)
    label = next(label for label in reversed(locale.date_label) if label)
    lines += [Line(f"{label}: {locale.day(bought.day, pattern)}")]
    lines += [Line(f"{locale.due_label}: {locale.day(bought.day + timedelta(days=30), pattern)}"), Line("")]
    lines += [Line(what, bought.shown(price)) for what, price in bought.goods] + [Line("")]
    lines += [*_sums(bought, taxed=True), Line(""), Line(locale.transfer)]
    lines += [Line(f"IBAN XX00 {chance.randint(1000, 9999)} {chance.randint(1000, 9999)} 0000 0000")]
    return Paper(bought.truth("letter", vat=True, payment="bank_transfer"), wide=True, lines=lines)


def _other_paper(locale: Locale, chance: random.Random) -> Paper:
    """A menu with prices, or a letter of a neighbour: figures and names, but nobody was charged."""
    truth = Truth(is_invoice=False, language=locale.language, kind="other")
    if chance.random() < 0.5:
        words = locale.letter.split()
        rows = [Line(" ".join(words[at : at + 6])) for at in range(0, len(words), 6)]
        return Paper(truth, wide=True, lines=[Line(""), *rows, Line(""), Line(chance.choice(("Ana", "Marta", "Jan")))])
    lines = [Line(chance.choice(locale.sellers), size=1.8, centred=True), Line("Menu", size=1.4, centred=True)]
    for heading in locale.menu.split():
        lines += [Line(""), Line(heading, size=1.3, centred=True)]
        lines += [
            Line(what, locale.amount(Decimal(chance.randint(30, 290)) / 10)) for what in chance.sample(locale.goods, 4)
        ]
    return Paper(truth, wide=True, lines=lines)
