"""Invoices on A4: blocks of seller and customer, tables of goods, sums, terms; names at the top or only in the foot."""

from decimal import Decimal

from services.whatsapp_sandbox.synthetic.layout import (
    BLANK,
    Paper,
    Piece,
    Row,
    centred,
    columns,
    left,
    pair,
    side_by_side,
)
from services.whatsapp_sandbox.synthetic.purchases import Purchase
from services.whatsapp_sandbox.synthetic.tills import rate_text

_COLUMNS = ((0.0, "l"), (0.62, "r"), (0.8, "r"), (1.0, "r"))


def address_of(bought: Purchase) -> list[str]:
    return [part.strip() for part in bought.road.split(",")]


def customer_of(bought: Purchase) -> list[str]:
    road = bought.say("roads").replace("{k}", str(bought.chance.randint(1, 80)))
    return [bought.say("people"), *(part.strip() for part in road.split(","))]


def facts_of(bought: Purchase, *, colon: str = ":") -> list[tuple[str, str]]:
    """Number, date and the dates that are not the invoice's, in the order of this paper."""
    chance = bought.chance
    facts = [
        (bought.say("number"), f"{chance.choice(('', 'INV-', 'RE', 'F'))}{bought.number(5)}"),
        (bought.say("date"), bought.written()),
    ]
    if chance.random() < 0.7:
        facts.append((bought.say("due"), bought.later(chance.choice((14, 30, 60)))))
    if chance.random() < 0.35:
        facts.insert(chance.randrange(len(facts) + 1), (bought.say("order_date"), bought.later(-chance.randint(2, 20))))
    if chance.random() < 0.25:
        facts.append((bought.say("delivered"), bought.later(chance.randint(-3, 3))))
    return [(f"{label}{colon}", value) for label, value in facts]


def _goods(bought: Purchase) -> list[Row]:
    heads = tuple(bought.say(key) for key in ("item", "qty", "price", "sum"))
    rows = [columns(heads, _COLUMNS)]
    for item in bought.items:
        figures = (str(item.quantity), bought.shown(item.price, bare=True), bought.shown(item.total, bare=True))
        rows.append(columns((f"{item.name}", *figures), _COLUMNS))
    return rows


def _sums(bought: Purchase) -> list[Row]:
    chance = bought.chance
    start = chance.choice((0.0, 0.5, 0.6))
    rows = [pair(bought.say("subtotal"), bought.shown(bought.net), x=start)]
    for rate, (net, tax) in bought.by_rate.items():
        base = f" ({bought.shown(net, bare=True)})" if chance.random() < 0.15 else ""
        rows.append(pair(f"{bought.say('vat')} {rate_text(bought, rate)}{base}", bought.shown(tax), x=start))
    total = pair(bought.say("total"), bought.shown(bought.gross), chance.choice((1.0, 1.2)), x=start, bold=True)
    if chance.random() < 0.15:
        rows.append(total)
        rows += [
            pair(
                "Paid" if bought.locale.language.startswith("en") else bought.say("cash"),
                bought.shown(Decimal(0)),
                x=start,
            )
        ]
        return rows
    return [*rows, total]


def payment_of(bought: Purchase) -> tuple[str | None, list[Row]]:
    chance = bought.chance
    if chance.random() < 0.2:
        return None, []
    if (
        "debit" in bought.locale.words
        and chance.random() < 0.15
        and bought.locale.language in ("en-GB", "de", "fr", "es", "nl")
    ):
        return "direct_debit", [BLANK, left(bought.say("debit"))]
    iban = f"IBAN {bought.number(2)}00 {bought.number(4)} {bought.number(4)} {bought.number(4)} 00"
    rows = [BLANK, left(bought.say("transfer"))]
    return "bank_transfer", rows + ([left(iban)] if chance.random() < 0.7 else [])


def _paper(bought: Purchase, kind: str, rows: list[Row], payment: str | None, footers: list[Row]) -> Paper:
    return Paper(bought.truth(kind, vat=bought.tax, payment=payment), wide=True, pages=[rows], footers=footers)


def plain_letter(bought: Purchase) -> Paper:
    """Sender over everything, customer, facts, goods, sums."""
    payment, how = payment_of(bought)
    size = bought.chance.choice((1.0, 1.5, 2.0))
    top = [
        left(bought.seller, size, bold=True),
        *(left(line) for line in address_of(bought)),
        left(bought.say("tax_id")),
    ]
    to = [
        BLANK,
        *([left(f"{bought.say('to')}:")] if bought.chance.random() < 0.6 else []),
        *map(left, customer_of(bought)),
        BLANK,
    ]
    facts = [left(f"{label} {value}") for label, value in facts_of(bought)]
    rows = [*top, *to, left(bought.say("invoice"), 1.5), *facts, BLANK, *_goods(bought), BLANK, *_sums(bought), *how]
    return _paper(bought, "letter", rows, payment, [])


def blocks(bought: Purchase) -> Paper:
    """Seller and customer side by side under their labels; facts in a box of columns."""
    payment, how = payment_of(bought)
    seller = [left(f"{bought.say('from')}:"), left(bought.seller, bold=True), *map(left, address_of(bought))]
    buyer = [f"{bought.say('to')}:", *customer_of(bought)]
    right_block = [left(line, x=0.55) for line in buyer]
    if bought.chance.random() < 0.3:
        seller, right_block = (
            [left(line) for line in buyer],
            [Row(tuple(Piece(p.text, 0.55, "l", p.bold) for p in row.pieces)) for row in seller],
        )
    facts = facts_of(bought, colon="")[:4]
    places = tuple((0.26 * at, "l") for at in range(len(facts)))
    table = [columns(tuple(label for label, _ in facts), places), columns(tuple(value for _, value in facts), places)]
    rows = [centred(bought.say("invoice"), 1.8, bold=True), BLANK, *side_by_side(seller, right_block), BLANK, *table]
    rows += [BLANK, *_goods(bought), BLANK, *_sums(bought), *how]
    return _paper(bought, "blocks", rows, payment, [left(bought.say("tax_id"), 0.8)])


def web_office(bought: Purchase) -> Paper:
    """As business software prints it: logo, customer at the right, a large heading with the number, dates in a row."""
    chance = bought.chance
    payment, how = payment_of(bought)
    logo = [left(bought.seller, 1.8, bold=True)] if chance.random() < 0.7 else [left(bought.seller)]
    top = [
        *logo,
        *(left(line, 0.9) for line in address_of(bought)),
        BLANK,
        *(left(line, x=0.6) for line in customer_of(bought)),
    ]
    facts = facts_of(bought)
    places = tuple((0.27 * at, "l") for at in range(len(facts[1:5])))
    heading = left(f"{bought.say('invoice').title()} {facts[0][1]}", 1.8)
    table = [columns(tuple(one[i] for one in facts[1:5]), places) for i in (0, 1)]
    rows = [*top, BLANK, heading, BLANK, *table, BLANK, *_goods(bought), BLANK, *_sums(bought), *how]
    site = "".join(letter for letter in bought.seller.lower() if letter.isascii() and letter.isalnum())[:20]
    foot = centred(f"{bought.phone()} | info@{site}.example | www.{site}.example | {bought.say('tax_id')}", 0.8)
    return _paper(bought, "web office", rows, payment, [foot])


def foot_only(bought: Purchase) -> Paper:
    """A picture for a logo: the sender's name stands in the small line over the address and in the foot."""
    chance = bought.chance
    payment, how = payment_of(bought)
    customer = customer_of(bought)
    small = left(f"{bought.seller} · {' · '.join(address_of(bought))}", 0.7)
    top = [BLANK, BLANK, *([small] if chance.random() < 0.6 else []), *map(left, customer), BLANK]
    facts = [pair(label, value, x=0.55) for label, value in facts_of(bought)]
    rows = [
        *top,
        *facts,
        BLANK,
        left(bought.say("invoice"), 1.6, bold=True),
        BLANK,
        *_goods(bought),
        BLANK,
        *_sums(bought),
        *how,
    ]
    foot = [f"{bought.seller}", *address_of(bought)]
    bank = [
        f"Tel. {bought.phone()}",
        bought.say("tax_id"),
        f"IBAN {bought.number(2)}00 {bought.number(4)} {bought.number(4)}",
    ]
    footers = side_by_side([left(line, 0.8) for line in foot], [left(line, 0.8, x=0.55) for line in bank])
    return _paper(bought, "foot only", rows, payment, footers)


def many_pages(bought: Purchase) -> Paper:
    """Goods over two or three pages; a sum is carried from page to page and is not the total."""
    paper = plain_letter(bought)
    rows = paper.pages[0]
    first = next(at for at, row in enumerate(rows) if row.text.startswith(bought.items[0].name))
    head, rest = rows[:first], rows[first:]
    pages, running = [], Decimal(0)
    for start in range(0, len(bought.items), 14):
        part = bought.items[start : start + 14]
        running += sum((item.total for item in part), Decimal(0))
        page = [*(head if start == 0 else [left(bought.seller), BLANK]), *rest[start : start + len(part)]]
        last = start + 14 >= len(bought.items)
        page += rest[len(bought.items) :] if last else [BLANK, pair(bought.say("carried"), bought.shown(running))]
        pages.append([*page, BLANK, centred(f"{bought.say('page')} {start // 14 + 1}", 0.8)])
    return Paper(paper.truth, wide=True, pages=pages)


def credit_note(bought: Purchase) -> Paper:
    """Money back: all sums are negative."""
    start = 0.5
    amounts = (
        (bought.say("subtotal"), -bought.net),
        (bought.say("vat"), -bought.tax),
        (bought.say("total"), -bought.gross),
    )
    sums = [pair(label, bought.shown(value), x=start) for label, value in amounts]
    top = [
        left(bought.seller, 1.6, bold=True),
        *map(left, address_of(bought)),
        BLANK,
        *map(left, customer_of(bought)),
        BLANK,
    ]
    facts = [left(f"{bought.say('credit')} {bought.number(5)}"), left(f"{bought.say('date')}: {bought.written()}")]
    items = [pair(item.name, bought.shown(-item.total)) for item in bought.items]
    truth = bought.truth("credit note", vat=-bought.tax, payment=None, paid=-bought.gross)
    return Paper(truth, wide=True, pages=[[*top, left(bought.say("credit"), 1.6), *facts, BLANK, *items, BLANK, *sums]])
