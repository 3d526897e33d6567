"""What comes out of tills: heads, goods, sums, payment and the small print, each in the ways of its country."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from services.whatsapp_sandbox.synthetic.layout import BLANK, Paper, Row, centred, columns, left, pair
from services.whatsapp_sandbox.synthetic.purchases import Purchase

RIGHT = 1.0
_RULES = ("-" * 38, "=" * 34, "*" * 32, "")


def head(bought: Purchase, *, number_in_name: bool = False) -> list[Row]:
    """The name as a logo or as plain print, then address, telephone and tax number in some order."""
    chance = bought.chance
    name = bought.seller.upper() if chance.random() < 0.4 else bought.seller
    rows = _name(bought, name, logo=chance.random() < 0.5)
    if number_in_name or chance.random() < 0.15:
        rows.append(centred(f"({bought.number(6)}-{chance.choice('ADHKTVWX')})"))
    rows += [centred(part.strip()) for part in bought.road.split(",")]
    rows += [centred(chance.choice(("Tel: {}", "Tel. {}", "TEL {}", "{}")).format(bought.phone()))]
    extras = [centred(bought.say("tax_id"))]
    if chance.random() < 0.3:
        extras.append(centred(f"www.{_host(bought.seller)}.com"))
    chance.shuffle(extras)
    return rows + (extras if chance.random() < 0.75 else extras[:1]) + [BLANK]


def _name(bought: Purchase, name: str, *, logo: bool) -> list[Row]:
    chance, words = bought.chance, name.split()
    inverted = chance.random() < 0.08
    if logo and len(words) == 2 and chance.random() < 0.25:
        return [centred(word, 2.0, bold=True, inverted=inverted) for word in words]
    size = chance.choice((1.5, 1.8, 2.2)) if logo else 1.0
    size = min(size, 1.0 * 30 / max(len(name), 14))
    return [centred(name, max(size, 0.9), bold=logo, inverted=inverted)]


def _host(seller: str) -> str:
    return "".join(letter for letter in seller.lower() if letter.isascii() and letter.isalnum())[:18]


def rule(bought: Purchase) -> Row:
    return centred(bought.chance.choice(_RULES))


def stamp(bought: Purchase) -> list[Row]:
    """Date, time, receipt number and who served, on one line or on several."""
    chance = bought.chance
    label = chance.choice(("", f"{bought.say('date')}: ", f"{bought.say('date')} "))
    day, time = bought.written(), bought.clock()
    number = f"{bought.say('receipt')}: {bought.number(chance.choice((4, 6, 9)))}"
    cashier = f"{bought.say('cashier')}: {bought.say('people_name')}"
    ways: tuple[list[Row], ...] = (
        [left(f"{label}{day} {time}"), left(number), left(cashier)],
        [pair(f"{label}{day}", time), pair(number, cashier)],
        [pair(number, day), pair(cashier, time)],
        [left(f"{day} {time} {bought.number(4)} {bought.number(2)} {bought.number(4)}"), left(number)],
        [pair(cashier, number), centred(f"{day}  {time}")],
    )
    return chance.choice(ways)


def goods(bought: Purchase, *, mark: Callable[[Decimal], str] = lambda _: "") -> list[Row]:
    """`mark` is the letter of the tax rate behind a price."""
    way = bought.chance.choice((_goods_short, _goods_short, _goods_two_lines, _goods_table))
    return way(bought, mark)


def _goods_short(bought: Purchase, mark: Callable[[Decimal], str]) -> list[Row]:
    rows: list[Row] = []
    for item in bought.items:
        name = item.name if item.quantity == 1 else f"{item.quantity} x {item.name}"
        rows.append(pair(name, f"{bought.shown(item.total, bare=True)} {mark(item.rate)}".strip()))
    return rows


def _goods_two_lines(bought: Purchase, mark: Callable[[Decimal], str]) -> list[Row]:
    rows: list[Row] = []
    for item in bought.items:
        price = bought.shown(item.price, bare=True)
        total = f"{bought.shown(item.total, bare=True)} {mark(item.rate)}".strip()
        rows += [left(f"{item.code[:8]} {item.name}"), pair(f"{item.quantity} x {price}", total, x=0.08)]
    return rows


def _goods_table(bought: Purchase, mark: Callable[[Decimal], str]) -> list[Row]:
    places = ((0.0, "l"), (0.52, "r"), (0.76, "r"), (RIGHT, "r"))
    heads = tuple(bought.say(key) for key in ("item", "qty", "price", "sum"))
    rows = [columns(heads, places), rule(bought)]
    for item in bought.items:
        figures = (str(item.quantity), bought.shown(item.price, bare=True), bought.shown(item.total, bare=True))
        rows.append(columns((f"{item.name[:14]} {mark(item.rate)}".strip(), *figures), places))
    return rows


def paid(bought: Purchase, amount: Decimal) -> tuple[str, list[Row]]:
    """The payment method and the lines that show it."""
    return _by_card(bought, amount) if bought.chance.random() < 0.45 else _in_cash(bought, amount)


def _in_cash(bought: Purchase, amount: Decimal) -> tuple[str, list[Row]]:
    chance = bought.chance
    note = Decimal(10) if bought.locale.cents else Decimal(50000)
    given = amount if chance.random() < 0.12 else (amount // note + chance.randint(1, 3)) * note
    rows = [pair(bought.say("cash"), bought.shown(given, bare=chance.random() < 0.5))]
    return "cash", [*rows, pair(bought.say("change"), bought.shown(given - amount, bare=chance.random() < 0.5))]


def _by_card(bought: Purchase, amount: Decimal) -> tuple[str, list[Row]]:
    chance = bought.chance
    rows = [pair(bought.say("card"), bought.shown(amount, bare=chance.random() < 0.5))]
    masked = chance.choice(("**** **** **** {}", "XXXXXXXXXXXX{}", "############{}", "**{}")).format(bought.number(4))
    slip = [left(masked), left(f"AUTH {bought.number(6)}  AID A000000004{bought.number(4)}")]
    if chance.random() < 0.4:
        slip += [left(f"TID {bought.number(8)}"), left(f"{bought.written()} {bought.clock()}")]
    return "card", rows + (slip if chance.random() < 0.7 else [])


def till_paper(
    bought: Purchase, kind: str, rows: list[Row], *, vat: Decimal | None, payment: str, amount: Decimal
) -> Paper:
    truth = bought.truth(kind, vat=vat, payment=payment, paid=amount)
    return Paper(truth, wide=False, pages=[rows])


def small_print(bought: Purchase) -> list[Row]:
    chance = bought.chance
    rows = [BLANK, centred(bought.say("thanks"))]
    rows += [centred(bought.say("terms"), 0.9)] if chance.random() < 0.6 else []
    if chance.random() < 0.2:
        rows.append(centred(f"{bought.number(4)} {bought.number(4)} {bought.number(4)} {bought.number(4)}"))
    return rows


def shop_receipt(bought: Purchase) -> Paper:
    """The common form: goods, perhaps a subtotal, the total, payment, a line or table of taxes."""
    chance = bought.chance
    payment, how = paid(bought, bought.gross)
    total = pair(
        bought.say("total"), bought.shown(bought.gross), chance.choice((1.0, 1.3, 1.6)), bold=chance.random() < 0.5
    )
    taxed = chance.random() < 0.8
    before, after = tax_lines(bought) if taxed else ([], [])
    early = chance.random() < 0.6
    when = stamp(bought)
    rows = [*head(bought), *(when if early else []), rule(bought), *goods(bought), rule(bought), *before, total, *how]
    rows += [*after, *([] if early else [BLANK, *when]), *small_print(bought)]
    return till_paper(bought, "receipt", rows, vat=bought.tax if taxed else None, payment=payment, amount=bought.gross)


def tax_lines(bought: Purchase) -> tuple[list[Row], list[Row]]:
    """What stands before the total and what after it."""
    chance = bought.chance
    single = len(bought.by_rate) == 1
    lines = [
        pair(f"{bought.say('vat')} {rate_text(bought, rate)}", bought.shown(tax, bare=chance.random() < 0.6))
        for rate, (_, tax) in bought.by_rate.items()
    ]
    subtotal = pair(bought.say("subtotal"), bought.shown(bought.net, bare=chance.random() < 0.6))
    if bought.tax_added or (single and chance.random() < 0.3):
        return [subtotal, *lines], []
    return [], (lines if single and chance.random() < 0.5 else rate_table(bought))


def rate_text(bought: Purchase, rate: Decimal) -> str:
    text = str(rate.normalize()) if rate % 1 else str(int(rate))
    text = text.replace(".", bought.locale.point)
    return bought.chance.choice((f"{text}%", f"{text} %", f"({text}%)"))


def rate_table(bought: Purchase) -> list[Row]:
    """Rate, net, tax and gross in columns; their order is each till's own."""
    chance = bought.chance
    names = {"net": bought.say("net"), "tax": bought.locale.words["vat"][0], "gross": bought.say("gross")}
    order = chance.choice((("net", "tax", "gross"), ("gross", "net", "tax"), ("tax", "net", "gross"), ("net", "tax")))
    places = ((0.0, "l"), (0.5, "r"), (0.75, "r"), (RIGHT, "r"))[: len(order) + 1]
    rows = [columns(("%", *(names[key] for key in order)), places)]
    for letter, (rate, (net, tax)) in zip("ABCDE", bought.by_rate.items(), strict=False):
        values = {"net": net, "tax": tax, "gross": net + tax}
        label = f"{letter} {rate_text(bought, rate)}"
        rows.append(columns((label, *(bought.shown(values[key], bare=True) for key in order)), places))
    return rows


def named(bought: Purchase, seller: str) -> Purchase:
    return replace(bought, seller=seller)
