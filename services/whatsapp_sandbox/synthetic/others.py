"""Papers that are no invoices although names, dates and figures stand on them."""

import random
from decimal import Decimal

from services.whatsapp_sandbox.synthetic.layout import BLANK, Paper, Row, Truth, centred, columns, left, pair
from services.whatsapp_sandbox.synthetic.locales import Locale
from services.whatsapp_sandbox.synthetic.purchases import Purchase, purchase, seller_of


def other_paper(locale: Locale, chance: random.Random) -> Paper:
    bought = purchase(locale, chance, count=chance.randint(3, 7), dearest=20000)
    make = chance.choice((_menu, _neighbour, _statement, _payslip, _delivery, _card, _timetable))
    truth = Truth(is_invoice=False, language=locale.language, kind=f"other: {make.__name__[1:]}")
    return Paper(truth, wide=True, pages=[make(bought)])


def _menu(bought: Purchase) -> list[Row]:
    rows = [centred(bought.seller, 1.8), centred("Menu", 1.4)]
    for heading in bought.say("menu").split():
        rows += [BLANK, centred(heading, 1.3)]
        rows += [pair(bought.say("goods"), bought.shown(item.price)) for item in bought.items[:4]]
    return rows


def _neighbour(bought: Purchase) -> list[Row]:
    words = bought.say("letter").split()
    rows = [left(" ".join(words[at : at + 7])) for at in range(0, len(words), 7)]
    return [left(bought.written()), BLANK, *rows, BLANK, left(bought.say("people"))]


def _statement(bought: Purchase) -> list[Row]:
    places = ((0.0, "l"), (0.2, "l"), (1.0, "r"))
    rows = [
        left(bought.say("bank"), 1.5),
        left(bought.say("statement"), 1.3),
        left(f"IBAN {bought.number(8)} {bought.number(8)}"),
        BLANK,
    ]
    rows.append(columns(("", bought.say("opening"), bought.shown(bought.gross)), places))
    for item in bought.items:
        seller = seller_of(bought.locale, bought.chance)
        rows.append(columns((bought.later(bought.chance.randint(0, 28)), seller, bought.shown(-item.total)), places))
    return [*rows, columns(("", bought.say("closing"), bought.shown(Decimal(0))), places)]


def _payslip(bought: Purchase) -> list[Row]:
    rows = [
        left(bought.seller),
        left(bought.say("payslip"), 1.5),
        left(f"{bought.say('people')}  {bought.written()}"),
        BLANK,
    ]
    return rows + [
        pair(label, bought.shown(item.total * 9))
        for label, item in zip(bought.locale.words["wages"], bought.items, strict=False)
    ]


def _delivery(bought: Purchase) -> list[Row]:
    rows = [
        left(bought.seller, 1.5),
        left(bought.say("delivery"), 1.4),
        left(f"{bought.say('date')}: {bought.written()}"),
        BLANK,
    ]
    return rows + [pair(item.name, f"{item.quantity} x") for item in bought.items]


def _card(bought: Purchase) -> list[Row]:
    return [left(bought.say("people"), 1.4), left(bought.seller), BLANK, left(bought.road), left(bought.phone())]


def _timetable(bought: Purchase) -> list[Row]:
    places = ((0.0, "l"), (0.4, "l"), (0.6, "l"), (0.8, "l"))
    rows = [left(bought.seller, 1.5), left(bought.written())]
    return rows + [
        columns(
            (item.name, *(f"{bought.chance.randint(6, 22)}:{bought.chance.randint(10, 59)}" for _ in range(3))), places
        )
        for item in bought.items
    ]
