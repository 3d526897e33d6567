"""Papers that name who is paid where one does not expect it: after a bank's name, below the total, in small print."""

from dataclasses import replace

from services.whatsapp_sandbox.synthetic.layout import BLANK, Paper, Piece, Row, centred, columns, left, pair
from services.whatsapp_sandbox.synthetic.letters import address_of, customer_of, facts_of
from services.whatsapp_sandbox.synthetic.purchases import Purchase
from services.whatsapp_sandbox.synthetic.tills import paid, rate_text, small_print, till_paper

_GOODS = ((0.0, "l"), (0.7, "r"), (1.0, "r"))
_PLATFORMS = ("Shoply", "MarktHaus24", "BuyNest", "Kaufbär", "tiendago")
_ACQUIRERS = ("SumUp", "Worldline", "CardPoint", "NETBANK AG", "PayTerm", "* * * * * *")
_COPIES = {
    "de": "Kundenbeleg", "fr": "TICKET CLIENT", "es": "COPIA CLIENTE", "it": "COPIA CLIENTE", "nl": "KOPIE KAARTHOUDER",
    "pl": "Kopia dla klienta", "sv": "KUNDENS EX.", "da": "KUNDENS KOPI", "pt": "VIA CLIENTE", "id": "COPY PELANGGAN",
}  # fmt: skip
_SOLD_BY = {
    "de": "Verkauft von", "fr": "Vendu par", "es": "Vendido por", "it": "Venduto da", "nl": "Verkocht door",
    "pl": "Sprzedawca", "sv": "Säljare", "da": "Sælger", "pt": "Vendido por", "id": "Dijual oleh",
}  # fmt: skip
_HOLDERS = {
    "de": "Kontoinhaber", "fr": "Titulaire du compte", "es": "Titular de la cuenta", "it": "Intestatario conto",
    "nl": "Ten name van", "pl": "Właściciel rachunku", "sv": "Kontoinnehavare", "da": "Kontohaver",
    "pt": "Titular da conta", "id": "Atas nama",
}  # fmt: skip
_WELCOMES = {
    "de": "Herzlich willkommen", "fr": "Bienvenue chez", "es": "Bienvenidos a", "it": "Benvenuti da",
    "nl": "Welkom bij", "pl": "Witamy w", "sv": "Välkommen till", "da": "Velkommen til",
    "pt": "Bem-vindo a", "id": "Selamat datang di",
}  # fmt: skip


def _in(words: dict[str, str], bought: Purchase, english: str) -> str:
    return words.get(bought.locale.language[:2], english)


def taxes(bought: Purchase, x: float = 0.0) -> list[Row]:
    return [
        pair(f"{bought.say('vat')} {rate_text(bought, rate)}", bought.shown(tax), x=x)
        for rate, (_, tax) in bought.by_rate.items()
    ]


def card_slip(bought: Purchase) -> Paper:
    """Only what the terminal printed: the bank's name first, then the shop's, then numbers."""
    chance = bought.chance
    copy = _in(_COPIES, bought, "CUSTOMER COPY")
    rows = [centred(chance.choice(_ACQUIRERS)), centred(copy)]
    chance.shuffle(rows)
    rows += [BLANK, centred(bought.seller), *(centred(part) for part in address_of(bought)), BLANK]
    rows += [pair("Terminal ID", bought.number(8)), pair("Merchant ID", bought.number(10))]
    rows += [
        pair(bought.written(), bought.clock()),
        left(bought.say("card")),
        left(f"**** **** **** {bought.number(4)}"),
    ]
    rows += [BLANK, pair(bought.say("total"), bought.shown(bought.gross), 1.3), left(f"AUTH CODE {bought.number(6)}")]
    rows += [centred(bought.say("thanks")), centred(copy) if chance.random() < 0.3 else BLANK]
    return till_paper(bought, "card slip", rows, vat=None, payment="card", amount=bought.gross)


def marketplace(bought: Purchase) -> Paper:
    """A platform's logo over everything; the seller stands after a label, among other people's addresses."""
    facts = [left(f"{label} {value}") for label, value in facts_of(bought)]
    sold_by = _in(_SOLD_BY, bought, "Sold by")
    rows = [left(bought.chance.choice(_PLATFORMS), 2.0, bold=True), left(bought.say("invoice"), 1.3), BLANK]
    rows += [left(f"{bought.say('to')}:"), *map(left, customer_of(bought)), BLANK, *facts, BLANK]
    if bought.chance.random() < 0.5:
        rows += [left(f"{sold_by}: {bought.seller}"), left(", ".join(address_of(bought)), 0.9)]
    else:
        rows += [left(f"{sold_by}:"), left(bought.seller), *map(left, address_of(bought))]
    rows += [left(bought.say("tax_id")), BLANK]
    rows += [columns((i.name, f"{i.quantity}", bought.shown(i.total, bare=True)), _GOODS) for i in bought.items]
    rows += [BLANK, *taxes(bought, 0.5), pair(bought.say("total"), bought.shown(bought.gross), x=0.5, bold=True)]
    rows += [left(f"{bought.say('card')} **** {bought.number(4)}")]
    return Paper(bought.truth("marketplace", vat=bought.tax, payment="card"), wide=True, pages=[rows])


def name_last(bought: Purchase) -> Paper:
    """Number, goods and total; whose they were says the end of the slip."""
    payment, how = paid(bought, bought.gross)
    rows = [pair(f"{bought.say('receipt')} {bought.number(4)}", bought.written()), BLANK]
    rows += [pair(f"{item.quantity} x {item.name}", bought.shown(item.total, bare=True)) for item in bought.items]
    rows += [BLANK, pair(bought.say("total"), bought.shown(bought.gross), 1.3, bold=True), *taxes(bought), *how, BLANK]
    rows += [centred(bought.say("thanks")), BLANK, centred(bought.seller)]
    rows += [
        *(centred(part) for part in address_of(bought)),
        centred(f"Tel {bought.phone()}"),
        centred(bought.say("tax_id")),
    ]
    return till_paper(bought, "name last", rows, vat=bought.tax, payment=payment, amount=bought.gross)


def freelancer(bought: Purchase) -> Paper:
    """A person without a legal form writes to a company that has one; the name stands beside the bank account."""
    me = bought.chance.choice(("Marta Berg", "Jonas Roux", "Elena Vidal", "Sofia Lind"))
    customer = [bought.seller, *address_of(bought)]
    facts = [Row((Piece(f"{label} {value}", 1.0, "r"),)) for label, value in facts_of(bought)]
    rows = [*map(left, customer), BLANK, *facts, BLANK, left(bought.say("invoice"), 1.4), BLANK]
    rows += [columns((i.name, f"{i.quantity}", bought.shown(i.total, bare=True)), _GOODS) for i in bought.items]
    rows += [BLANK, pair(bought.say("subtotal"), bought.shown(bought.net), x=0.5), *taxes(bought, 0.5)]
    rows += [
        pair(bought.say("total"), bought.shown(bought.gross), x=0.5, bold=True),
        BLANK,
        left(bought.say("transfer")),
    ]
    rows += [left(f"{_in(_HOLDERS, bought, 'Account holder')}: {me}")]
    rows += [left(f"IBAN {bought.number(2)}00 {bought.number(4)} {bought.number(4)} {bought.number(4)} 00")]
    truth = replace(bought.truth("freelancer", vat=bought.tax, payment="bank_transfer"), payee_name=me)
    return Paper(truth, wide=True, pages=[rows])


def greeting(bought: Purchase) -> Paper:
    """A greeting before the name, a saying after it."""
    payment, how = paid(bought, bought.gross)
    rows = [centred(_in(_WELCOMES, bought, "Welcome to")), centred(bought.seller, bought.chance.choice((1.0, 1.4)))]
    rows += [*(centred(part) for part in address_of(bought)), centred(bought.phone()), BLANK]
    rows += [pair(f"{bought.say('table')} {bought.number(2)}", bought.clock()), left(bought.written())]
    rows += [pair(item.name, bought.shown(item.total, bare=True)) for item in bought.items]
    rows += [pair(bought.say("total"), bought.shown(bought.gross), 1.2), *how, *taxes(bought), *small_print(bought)]
    return till_paper(bought, "greeting", rows, vat=bought.tax, payment=payment, amount=bought.gross)
