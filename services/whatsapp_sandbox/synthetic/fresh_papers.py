"""Forms that no rule was written for: the scoreboard is made of these, so that it says what new papers would give."""

from datetime import timedelta
from decimal import Decimal

from services.whatsapp_sandbox.synthetic.layout import BLANK, Paper, Piece, Row, centred, columns, left, pair
from services.whatsapp_sandbox.synthetic.letters import address_of, customer_of, facts_of, payment_of
from services.whatsapp_sandbox.synthetic.purchases import Purchase
from services.whatsapp_sandbox.synthetic.tills import paid, rate_text, small_print, till_paper


def fuel_slip(bought: Purchase) -> Paper:
    """One kind of fuel: quantity with three decimals, a unit price, a card slip, the name in small print."""
    chance, locale = bought.chance, bought.locale
    litres = (bought.gross / Decimal("1.679")).quantize(Decimal("0.001"))
    payment, how = paid(bought, bought.gross)
    rows = [
        centred(bought.seller),
        *(centred(part) for part in address_of(bought)),
        centred(bought.say("tax_id")),
        BLANK,
    ]
    rows += [pair(f"{bought.say('receipt')} {bought.number(5)}", bought.written()), left(bought.clock()), BLANK]
    rows += [left(f"* {chance.choice(('DIESEL', 'SUPER 95', 'E10', 'UNLEADED'))}   #{chance.randint(1, 12)}")]
    rows += [
        pair(
            f"{str(litres).replace('.', locale.point)} l x {'1.679'.replace('.', locale.point)}",
            bought.shown(bought.gross, bare=True),
        )
    ]
    rows += [BLANK, pair(bought.say("total"), bought.shown(bought.gross), 1.3, bold=True), *how]
    for rate, (net, tax) in bought.by_rate.items():
        rows += [
            pair(f"{bought.say('net')}", bought.shown(net, bare=True)),
            pair(f"{bought.say('vat')} {rate_text(bought, rate)}", bought.shown(tax, bare=True)),
        ]
    return till_paper(
        bought, "fuel slip", [*rows, *small_print(bought)], vat=bought.tax, payment=payment, amount=bought.gross
    )


def parking_ticket(bought: Purchase) -> Paper:
    """Few lines: from, to, what was paid; both times are of the same day."""
    payment, how = paid(bought, bought.gross)
    rows = [centred(bought.seller, 1.4, bold=True), centred(bought.road.split(",")[0]), BLANK]
    rows += [
        pair("IN", f"{bought.written()} 09:12"),
        pair("OUT", f"{bought.written()} 17:{bought.number(2)[0]}5"),
        BLANK,
    ]
    rows += [pair(bought.say("total"), bought.shown(bought.gross), 1.5), *how]
    rows += [
        left(f"{bought.say('vat')} {rate_text(bought, rate)}  {bought.shown(tax, bare=True)}")
        for rate, (_, tax) in bought.by_rate.items()
    ]
    return till_paper(
        bought, "parking", [*rows, *small_print(bought)], vat=bought.tax, payment=payment, amount=bought.gross
    )


def hotel_folio(bought: Purchase) -> Paper:
    """A line a night with its date; the date of the folio stands beside arrival and departure."""
    nights = [bought.day - timedelta(days=back) for back in range(len(bought.items), 0, -1)]
    places = ((0.0, "l"), (0.22, "l"), (1.0, "r"))
    top = [centred(bought.seller, 1.7, bold=True), *(centred(part, 0.9) for part in address_of(bought)), BLANK]
    top += [pair(f"{bought.say('to')}: {bought.say('people')}", f"Room {bought.number(3)}")]
    top += [pair("Arrival / Departure", f"{bought.written(nights[0])} - {bought.written()}", end=0.7)]
    top += [
        pair(f"{bought.say('date')}:", bought.written(), end=0.5),
        left(f"{bought.say('number')} {bought.number(6)}"),
        BLANK,
    ]
    lines = [
        columns((bought.written(night), item.name, bought.shown(item.total, bare=True)), places)
        for night, item in zip(nights, bought.items, strict=True)
    ]
    sums = [pair(bought.say("subtotal"), bought.shown(bought.net), x=0.4)]
    sums += [
        pair(f"{bought.say('vat')} {rate_text(bought, rate)}", bought.shown(tax), x=0.4)
        for rate, (_, tax) in bought.by_rate.items()
    ]
    card = bought.say("card")
    sums += [
        pair(bought.say("total"), bought.shown(bought.gross), x=0.4, bold=True),
        pair(f"{card} ****{bought.number(4)}", bought.shown(bought.gross), x=0.4),
    ]
    truth = bought.truth("hotel", vat=bought.tax, payment="card")
    return Paper(truth, wide=True, pages=[[*top, *lines, BLANK, *sums]], footers=[centred(bought.say("tax_id"), 0.8)])


def utility_bill(bought: Purchase) -> Paper:
    """Boxes of facts at the right, usage with large figures, a period, the total in a band."""
    payment, how = payment_of(bought)
    facts = facts_of(bought)
    start = bought.written(bought.day - timedelta(days=33))
    rows = [left(bought.seller, 1.6, bold=True), left(" - ".join(address_of(bought)), 0.8), BLANK]
    block = customer_of(bought)
    for at in range(max(len(facts), len(block))):
        pieces: tuple[Piece, ...] = (Piece(block[at], 0.0),) if at < len(block) else ()
        pieces += (Piece(facts[at][0], 0.55), Piece(facts[at][1], 1.0, "r")) if at < len(facts) else ()
        rows.append(Row(pieces))
    rows += [
        BLANK,
        left(bought.say("invoice"), 1.5),
        left(f"{start} - {bought.written(bought.day - timedelta(days=3))}"),
        BLANK,
    ]
    rows += [
        columns((item.name, f"{bought.number(4)} kWh", bought.shown(item.total)), ((0.0, "l"), (0.6, "r"), (1.0, "r")))
        for item in bought.items
    ]
    rows += [BLANK, pair(bought.say("subtotal"), bought.shown(bought.net))]
    rows += [
        pair(f"{rate_text(bought, rate)} {bought.say('vat')}", bought.shown(tax))
        for rate, (_, tax) in bought.by_rate.items()
    ]
    rows += [Row((Piece(f"{bought.say('total')}  {bought.shown(bought.gross)}", 1.0, "r", bold=True),), 1.4), *how]
    return Paper(
        bought.truth("utility bill", vat=bought.tax, payment=payment),
        wide=True,
        pages=[rows],
        footers=[centred(bought.say("tax_id"), 0.8)],
    )


def shop_letter(bought: Purchase) -> Paper:
    """A web shop: heading and facts first, the seller's block at the right, tax after the total."""
    facts = facts_of(bought)
    seller = [bought.seller, *address_of(bought), bought.say("tax_id")]
    rows = [left(bought.say("invoice"), 1.8, bold=True), BLANK]
    for at in range(max(len(seller), len(facts))):
        pieces = (Piece(" ".join(facts[at]), 0.0),) if at < len(facts) else ()
        rows.append(Row(pieces + ((Piece(seller[at], 1.0, "r", bold=at == 0),) if at < len(seller) else ())))
    rows += [BLANK, left(f"{bought.say('to')}:"), *map(left, customer_of(bought)), BLANK]
    rows += [
        columns(
            (item.code[:8], item.name, f"{item.quantity} x {bought.shown(item.price)}", bought.shown(item.total)),
            ((0.0, "l"), (0.18, "l"), (0.75, "r"), (1.0, "r")),
        )
        for item in bought.items
    ]
    rows += [BLANK, pair(bought.say("total"), bought.shown(bought.gross), x=0.5, bold=True)]
    rows += [
        pair(f"{bought.say('vat')} {rate_text(bought, rate)}", bought.shown(tax), x=0.5)
        for rate, (_, tax) in bought.by_rate.items()
    ]
    method = bought.chance.choice(("PayPal", "Apple Pay", "Klarna"))
    rows += [BLANK, left(method if bought.chance.random() < 0.5 else f"{method} {bought.shown(bought.gross)}")]
    return Paper(bought.truth("web shop", vat=bought.tax, payment="online"), wide=True, pages=[rows])


def kiosk_slip(bought: Purchase) -> Paper:
    """Name and date in the foot; the goods come first, as on slips of machines and markets."""
    payment, how = paid(bought, bought.gross)
    rows = [pair(item.name, bought.shown(item.total)) for item in bought.items]
    rows += [
        BLANK,
        pair(bought.say("total"), bought.shown(bought.gross), 1.4),
        *how,
        BLANK,
        centred(bought.seller, bold=True),
    ]
    rows += [centred(part) for part in address_of(bought)] + [
        centred(f"{bought.written()} {bought.clock()}"),
        centred(bought.say("thanks")),
    ]
    return till_paper(bought, "kiosk", rows, vat=None, payment=payment, amount=bought.gross)
