"""Papers kept apart from the rules: taxis, tickets, letters for window envelopes, pharmacies, brands of companies."""

from dataclasses import replace
from datetime import timedelta

from services.whatsapp_sandbox.synthetic.layout import BLANK, Paper, Piece, Row, centred, columns, left, pair
from services.whatsapp_sandbox.synthetic.letters import address_of, customer_of, facts_of
from services.whatsapp_sandbox.synthetic.purchases import Purchase
from services.whatsapp_sandbox.synthetic.tills import paid, small_print, till_paper
from services.whatsapp_sandbox.synthetic.unusual_papers import taxes

_LEGAL = (
    "GmbH",
    "Ltd",
    "Inc",
    "LLC",
    "plc",
    "AG",
    "KG",
    "SARL",
    "SAS",
    "SL",
    "S.L.",
    "SRL",
    "S.r.l.",
    "BV",
    "B.V.",
    "A/S",
    "ApS",
    "AB",
)
_OPERATED = {
    "de": "Ein Unternehmen der", "fr": "Une marque de", "es": "Una marca de", "it": "Un marchio di",
    "nl": "Een merk van", "pl": "Marka firmy", "sv": "Drivs av", "da": "Drives af",
    "pt": "Uma marca de", "id": "Dikelola oleh",
}  # fmt: skip
_RIDES = {
    "de": ("Taxiquittung", "von", "nach", "Fahrpreis"), "fr": ("REÇU TAXI", "de", "à", "Course"),
    "es": ("RECIBO TAXI", "de", "a", "Carrera"), "it": ("RICEVUTA TAXI", "da", "a", "Corsa"),
    "nl": ("TAXIBON", "van", "naar", "Rit"), "pl": ("PARAGON TAXI", "z", "do", "Kurs"),
    "sv": ("TAXIKVITTO", "från", "till", "Resa"), "da": ("TAXAKVITTERING", "fra", "til", "Tur"),
    "pt": ("RECIBO TÁXI", "de", "para", "Corrida"), "id": ("STRUK TAKSI", "dari", "ke", "Tarif"),
}  # fmt: skip


def _brand(bought: Purchase) -> str:
    return " ".join(word for word in bought.seller.split() if word not in _LEGAL)


def taxi(bought: Purchase) -> Paper:
    """A heading larger than the name, two addresses that are nobody's, kilometres."""
    payment, how = paid(bought, bought.gross)
    heading, start, end, fare = _RIDES.get(bought.locale.language[:2], ("TAXI RECEIPT", "From", "To", "Fare"))
    rows = [centred(heading, 1.6, bold=True), centred(bought.seller), centred(bought.phone()), BLANK]
    rows += [pair(bought.written(), bought.clock()), left(f"Taxi {bought.number(3)}")]
    rows += [left(f"{word}: {customer_of(bought)[1]}") for word in (start, end)]
    rows += [pair("km", f"{bought.number(2)}{bought.locale.point}{bought.number(1)}"), BLANK]
    rows += [
        pair(fare, bought.shown(bought.gross)),
        pair(bought.say("total"), bought.shown(bought.gross), 1.3, bold=True),
    ]
    rows += [*taxes(bought), *how, centred(bought.say("thanks"))]
    return till_paper(bought, "taxi", rows, vat=bought.tax, payment=payment, amount=bought.gross)


def ticket(bought: Purchase) -> Paper:
    """Passenger, stations and times, days of travel after the day of purchase; the tax in the price."""
    ride = bought.day + timedelta(days=bought.chance.randint(3, 40))
    stops = [customer_of(bought)[-1] for _ in range(2)]
    rows = [left(bought.seller, 1.8, bold=True), left("E-TICKET", 1.2), BLANK]
    rows += [
        pair("PNR", f"{bought.chance.choice('KLMXYZ')}{bought.number(5)}", end=0.4),
        left(f"Passenger {bought.say('people')}"),
        BLANK,
    ]
    rows += [
        columns((bought.written(ride), stop, bought.clock()), ((0.0, "l"), (0.3, "l"), (1.0, "r"))) for stop in stops
    ]
    rows += [
        BLANK,
        left(f"{bought.say('invoice')} {bought.number(7)}"),
        left(f"{bought.say('date')}: {bought.written()}"),
    ]
    rows += [pair(item.name, bought.shown(item.total), x=0.3) for item in bought.items]
    rows += [*taxes(bought, 0.3), pair(bought.say("total"), bought.shown(bought.gross), x=0.3, bold=True)]
    rows += [
        left(f"{bought.say('card')} XXXXXXXXXXXX{bought.number(4)}"),
        BLANK,
        left(", ".join(address_of(bought)), 0.8),
    ]
    return Paper(bought.truth("ticket", vat=bought.tax, payment="card"), wide=True, pages=[rows])


def window_letter(bought: Purchase) -> Paper:
    """The sender in one small line over the customer's address, and in three columns in the foot."""
    facts = facts_of(bought)
    block = [" · ".join((bought.seller, *address_of(bought))), "", *customer_of(bought)]
    rows = [BLANK, BLANK]
    for at in range(max(len(facts), len(block))):
        pieces: tuple[Piece, ...] = (Piece(block[at], 0.0),) if at < len(block) and block[at] else ()
        pieces += (Piece(" ".join(facts[at]), 1.0, "r"),) if at < len(facts) else ()
        rows.append(Row(pieces, 0.7 if at == 0 else 1.0))
    rows += [BLANK, left(bought.say("invoice"), 1.5, bold=True), BLANK]
    rows += [
        columns((i.name, f"{i.quantity}", bought.shown(i.total, bare=True)), ((0.0, "l"), (0.7, "r"), (1.0, "r")))
        for i in bought.items
    ]
    rows += [BLANK, pair(bought.say("subtotal"), bought.shown(bought.net), x=0.5), *taxes(bought, 0.5)]
    rows += [
        pair(bought.say("total"), bought.shown(bought.gross), x=0.5, bold=True),
        BLANK,
        left(bought.say("transfer")),
    ]
    bank = f"IBAN {bought.number(2)}00 {bought.number(4)} {bought.number(4)} 00"
    thirds = ((0.0, "l"), (0.4, "l"), (0.72, "l"))
    foot = [columns((bought.seller, f"Tel {bought.phone()}", bank), thirds, 0.7)]
    foot += [
        columns((part, "" if at else bought.say("tax_id"), ""), thirds, 0.7)
        for at, part in enumerate(address_of(bought))
    ]
    return Paper(
        bought.truth("window letter", vat=bought.tax, payment="bank_transfer"), wide=True, pages=[rows], footers=foot
    )


def pharmacy(bought: Purchase) -> Paper:
    """A saying above the name, a patient, what the insurance leaves to pay."""
    payment, how = paid(bought, bought.gross)
    rows = [centred("+"), centred(bought.seller, 1.2), *(centred(part, 0.9) for part in address_of(bought))]
    rows += [
        centred(f"Tel. {bought.phone()}  Fax {bought.phone()}", 0.9),
        BLANK,
        left(f"Patient: {bought.say('people')}"),
    ]
    rows += [pair(bought.written(), bought.clock()), BLANK]
    rows += [
        row
        for item in bought.items
        for row in (
            left(f"{bought.number(7)} {item.name}"),
            pair(f"{item.quantity} ST", bought.shown(item.total, bare=True), x=0.1),
        )
    ]
    rows += [
        BLANK,
        pair(bought.say("total"), bought.shown(bought.gross), 1.2),
        *how,
        *taxes(bought),
        *small_print(bought),
    ]
    return till_paper(bought, "pharmacy", rows, vat=bought.tax, payment=payment, amount=bought.gross)


def company_of_brand(bought: Purchase) -> Paper:
    """The brand as a logo, the company behind it in the small print; either is a right answer."""
    payment, how = paid(bought, bought.gross)
    brand = bought.locale.say("names", bought.chance)
    operated = _OPERATED.get(bought.locale.language[:2], "Operated by")
    rows = [centred(brand.upper(), 2.0, bold=True), centred(bought.road.split(",")[-1].strip()), BLANK]
    rows += [pair(item.name, bought.shown(item.total, bare=True)) for item in bought.items]
    rows += [BLANK, pair(bought.say("total"), bought.shown(bought.gross), 1.4, bold=True), *how, *taxes(bought), BLANK]
    rows += [left(f"{bought.written()}  {bought.clock()}  {bought.number(4)}"), centred(bought.say("thanks"))]
    rows += [centred(f"{operated} {bought.seller}", 0.8), centred(bought.road, 0.8), centred(bought.say("tax_id"), 0.8)]
    paper = till_paper(bought, "brand", rows, vat=bought.tax, payment=payment, amount=bought.gross)
    return replace(paper, truth=replace(paper.truth, payee_aliases=(brand, _brand(bought))))
