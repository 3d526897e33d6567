"""Receipts in the particular ways of Malaysia, Germany, America and Indonesia."""

from decimal import ROUND_HALF_UP, Decimal

from services.whatsapp_sandbox.synthetic.layout import BLANK, Paper, Row, centred, columns, left, pair
from services.whatsapp_sandbox.synthetic.purchases import Purchase
from services.whatsapp_sandbox.synthetic.tills import (
    goods,
    head,
    paid,
    rate_table,
    rule,
    small_print,
    stamp,
    tax_lines,
    till_paper,
)

FIVE_CENTS = Decimal("0.05")


def malaysian(bought: Purchase) -> Paper:
    """GST inside or on top, rounding to five cents, a summary table by tax code, cash and change."""
    chance = bought.chance
    amount = (bought.gross / FIVE_CENTS).quantize(Decimal(1), ROUND_HALF_UP) * FIVE_CENTS
    rounding = amount - bought.gross
    payment, how = paid(bought, amount)
    taxed = chance.random() < 0.75
    rows = [*head(bought, number_in_name=chance.random() < 0.7)]
    rows += [centred(bought.say("invoice"), bold=True)] if chance.random() < 0.6 else []
    rows += [*stamp(bought), *_customer(bought), rule(bought), *goods(bought, mark=lambda _: "SR"), rule(bought)]
    rows += _malaysian_sums(bought, rounding, amount, taxed=taxed)
    rows += [*how, *(_gst_summary(bought) if taxed else []), *small_print(bought)]
    return till_paper(bought, "receipt", rows, vat=bought.tax if taxed else None, payment=payment, amount=amount)


def _customer(bought: Purchase) -> list[Row]:
    if bought.chance.random() < 0.6:
        return []
    return [left(f"{bought.say('to')} : {bought.say('people')}"), left(f"TEL : {bought.phone()}")]


def _malaysian_sums(bought: Purchase, rounding: Decimal, amount: Decimal, *, taxed: bool) -> list[Row]:
    chance, locale = bought.chance, bought.locale
    quantity = sum(item.quantity for item in bought.items)
    rows = (
        [pair("Item Count" if chance.random() < 0.5 else "Total Qty", str(quantity))] if chance.random() < 0.5 else []
    )
    if taxed and chance.random() < 0.6:
        rows.append(pair(f"{bought.say('subtotal')} :", bought.shown(bought.net)))
        rows.append(pair(f"{bought.say('vat')} :", bought.shown(bought.tax)))
    if chance.random() < 0.5:
        rows.append(pair("Discount", locale.amount(Decimal(0))))
    if rounding or chance.random() < 0.5:
        rows.append(pair(chance.choice(locale.words["total"][1:]), bought.shown(bought.gross)))
        rows.append(pair(bought.say("rounding"), locale.amount(rounding)))
        rows.append(
            pair(
                chance.choice(("Rounded Total (RM)", "Total Rounded", "NETT TOTAL", "TOTAL PAYABLE")),
                bought.shown(amount),
                1.2,
            )
        )
    else:
        rows.append(pair(bought.say("total"), bought.shown(amount), chance.choice((1.0, 1.4))))
    return rows


def _gst_summary(bought: Purchase) -> list[Row]:
    places = ((0.0, "l"), (0.62, "r"), (1.0, "r"))
    amounts = (bought.shown(bought.net, bare=True), bought.shown(bought.tax, bare=True))
    code = bought.chance.choice(("SR @ 6%", "S = 6%", "SR 6", "GST @6%"))
    rows = [BLANK, columns(("GST Summary", "Amount(RM)", "Tax(RM)"), places), columns((code, *amounts), places)]
    if bought.chance.random() < 0.4:
        rows.append(columns(("ZRL @ 0%", "0.00", "0.00"), places))
    return [*rows, *([columns(("Total", *amounts), places)] if bought.chance.random() < 0.4 else [])]


def german(bought: Purchase) -> Paper:
    """Letters for rates behind prices, tables of MwSt, a card slip, the till's signature with its own times."""
    chance = bought.chance
    letters = dict(zip(bought.by_rate, chance.choice(("ABC", "12 3", "AB*")), strict=False))
    payment, how = paid(bought, bought.gross)
    rows = [*head(bought), pair("", "EUR"), *goods(bought, mark=lambda rate: letters.get(rate, "A"))]
    rows += [rule(bought), pair(bought.say("total"), bought.shown(bought.gross), chance.choice((1.0, 1.4)))]
    rows += [*how, *(rate_table(bought)), BLANK, *stamp(bought)]
    if payment == "card" and chance.random() < 0.6:
        rows += _slip(bought)
    rows += [*_signature(bought), *small_print(bought)]
    return till_paper(bought, "receipt", rows, vat=bought.tax, payment=payment, amount=bought.gross)


def _slip(bought: Purchase) -> list[Row]:
    texts: tuple[str, ...] = (
        "* * Kundenbeleg * *",
        f"Terminal-ID: {bought.number(8)}",
        f"TA-Nr. {bought.number(6)} BNr. {bought.number(4)}",
    )
    texts += ("Kartenzahlung girocard kontaktlos", f"Betrag EUR {bought.shown(bought.gross, bare=True)}")
    texts += (
        f"Datum {bought.day:%d.%m.%y} {bought.clock()}",
        "Zahlung erfolgt",
        f"gültig bis 12/{bought.day.year % 100 + 3}",
    )
    return [BLANK, *(centred(text) for text in texts)]


def _signature(bought: Purchase) -> list[Row]:
    if bought.chance.random() < 0.5:
        return []
    at = f"{bought.day:%Y-%m-%d}T{bought.clock()[:5]}:{bought.number(2)}.000Z"
    texts = (f"TSE-Signaturzähler: {bought.number(6)}", f"TSE-Transaktion: {bought.number(6)}", f"TSE-Start: {at}")
    return [BLANK, *(left(text, 0.9) for text in (*texts, f"Seriennummer: {bought.number(12)}{bought.number(12)}"))]


def american_shop(bought: Purchase) -> Paper:
    """Subtotal, one or two taxes, total; the card slip repeats amounts."""
    chance = bought.chance
    payment, how = paid(bought, bought.gross)
    before, _ = tax_lines(bought)
    rows = [*head(bought), *stamp(bought), BLANK, *goods(bought, mark=lambda _: chance.choice(("", "T", "F", "X")))]
    rows += [BLANK, *before, pair(bought.say("total"), bought.shown(bought.gross), chance.choice((1.0, 1.5))), *how]
    if chance.random() < 0.4:
        rows.append(centred(f"# ITEMS SOLD {len(bought.items)}"))
    if chance.random() < 0.3:
        rows.append(centred(f"YOU SAVED {bought.shown(Decimal(chance.randint(100, 900)) / 100)}"))
    rows += small_print(bought)
    return till_paper(bought, "receipt", rows, vat=bought.tax, payment=payment, amount=bought.gross)


def american_restaurant(bought: Purchase) -> Paper:
    """The check before the tip is added by hand: the total stands, suggestions for tips follow."""
    chance = bought.chance
    rows = [*head(bought), pair(f"{bought.say('cashier')}: {bought.say('people_name')}", bought.written())]
    rows += [
        pair(f"{bought.say('table')} {chance.randint(1, 60)}/1", bought.clock()),
        pair(f"Guests: {chance.randint(1, 6)}", f"#{bought.number(5)}"),
    ]
    rows += [BLANK, *goods(bought), BLANK, *tax_lines(bought)[0]]
    rows += [pair(bought.say("total"), bought.shown(bought.gross), chance.choice((1.0, 1.6)), bold=True), BLANK]
    by_card = chance.random() < 0.5
    if by_card:
        rows += [pair(bought.say("card"), f"XXXX{bought.number(4)}"), left(f"Approval: {bought.number(6)}")]
        rows += [pair("Tip", "________"), pair("Total", "________"), left("X____________________")]
    else:
        tips = (Decimal(rate) / 100 for rate in (15, 18, 20))
        rows += [
            centred("Suggested Tip:"),
            *(left(f"{rate:.0%} = {bought.shown(bought.rounded(bought.net * rate))}") for rate in tips),
        ]
    rows += small_print(bought)
    truth = bought.truth("receipt", vat=bought.tax, payment="card" if by_card else None)
    return Paper(truth, wide=False, pages=[rows])


def indonesian(bought: Purchase) -> Paper:
    """No cents, a service charge and a restaurant tax on top."""
    chance = bought.chance
    payment, how = paid(bought, bought.gross)
    rows = [*head(bought), *stamp(bought), rule(bought), *goods(bought), rule(bought)]
    rows += [pair(bought.say("subtotal"), bought.shown(bought.net))]
    rows += [pair(f"{bought.say('vat')} {bought.items[0].rate}%", bought.shown(bought.tax))]
    rows += [pair(bought.say("total"), bought.shown(bought.gross), chance.choice((1.0, 1.4))), *how]
    rows += [left(f"{bought.say('items')}: {len(bought.items)}"), *small_print(bought)]
    return till_paper(bought, "receipt", rows, vat=bought.tax, payment=payment, amount=bought.gross)
