"""How the invoice was or is to be paid."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from shared.local_engine.reading.money.amounts import Amount, close
from shared.local_engine.reading.sheet.cells import Line, Sheet
from shared.local_engine.reading.wording import vocabulary as words
from shared.local_engine.reading.wording.phrases import Phrases, folded
from shared.safe_naming import PaymentMethod

_SAID = {
    PaymentMethod.DIRECT_DEBIT: Phrases("""
        direct debit, collect the amount, automatisch geincasseerd, geincasseerd, eingezogen, preleve, preleve automatiquement, sera preleve, domiciliado, addebitato, betalingsservice, inkaso, sepa lastschrift, lastschrift, lastschriftverfahren, bankeinzug, prelevement, prelevement automatique, prelevement sepa, domiciliacion, domiciliacion bancaria, adeudo directo, recibo domiciliado, debito direto, addebito diretto, rid, automatische incasso, incasso, autogiro, abgebucht, will be debited, buchen wir, ziehen wir, von ihrem konto, von ihrem bankkonto, from your account, from your bank account, de votre compte, de su cuenta, dal suo conto, da sua conta, van uw rekening"""),
    PaymentMethod.BANK_TRANSFER: Phrases("""
        bank transfer, bacs payment, bankoverforsel, bankoverfoersel, bankovertrekk, overforing, pagamento bonifico, per bonifico, przelew bankowy, forma platnosci przelew, bankovni prevod, prevod, transfer bank, pindahan bank, havale, eft, wire transfer, wire, transfer, bacs, ach, ueberweisung, uberweisung, uberweisen, ueberweisen, bankuberweisung, virement, virement bancaire, transferencia, transferencia bancaria, bonifico, bonifico bancario, overschrijving, overboeking, overmaken, maak over, bankoverforing, bankgiro, przelew, prevodem, atutalas, bank details, bankverbindung, bank account, coordonnees bancaires, datos bancarios, giropay, fpx, duitnow, העברה בנקאית"""),
    PaymentMethod.ONLINE: Phrases("""
        paypal, pay pal, ideal, apple pay, google pay, amazon pay, klarna, stripe, sofort, online payment, paid online, e wallet, ewallet, wallet, upi, alipay, wechat pay, wechat, grabpay, touch n go, gcash, swish, mobilepay, vipps, twint, bizum, mb way, mbway, venmo, zelle, qris, ovo, gopay, boost, qr pay, ביט"""),
    PaymentMethod.CHEQUE: Phrases("cheque, paid by check, check payment, by cheque, scheck, assegno, talon, שיק, המחאה"),
}  # fmt: skip
_CARD_DETAIL = re.compile(
    r"[x*#•]{4,}\s?-?\d{4}\b|\b\d{4}\s?[x*]{4,}|\bx{2,}\d{4}\b|\bauth(?:orization|\.)?\s?(?:code|no)|approval code|\bchip read|\bpan\b.{0,12}[x*#]{3}|\btid\b|\bterminal[- ]?(?:id|nr)|kontaktlos|contactless|girocard|\bemv\b",
    re.IGNORECASE,
)
_CARD_NAMES = Phrases("by card, with card, card payment, targeta, cashless, greidslukort, debetkort, kreditkort, bankomat, bankomatkarte, eftpos, nets, kartu kredit, kartu debit, kad kredit, kad debit, debit bca, edc bca, edc mandiri, edc bri, edc, cartao de debito, cartao debito, tarjeta de credito, tarjeta de debito, carta di credito, pagamento elettronico, bankas karte, maksajumu karte, banko kortele, pangakaart, pankkikortti, maksukortti, card bancar, bancna kartica, platobna karta, platebni karta, banka karti, bankaxept, bankkort, dankort, betalkort, karta platnicza, kredittkort, multibanco, pinpas, bankpas, visa, mastercard, master card, amex, american express, maestro, vpay, v pay, girocard, discover, diners, jcb, bancontact, debit card, credit card, ec karte, ec cash, kartenzahlung, kreditkarte, carte bancaire, carte bleue, tarjeta, bancomat, pinbetaling, מאסטרקארד, ויזה, אשראי, כרטיס אשראי, kartenzahlung ec, debit mastercard, visa debit, cartao")  # fmt: skip
_CASH_NAMES = Phrases("skaidra nauda, grynieji, grynaisiais, sularaha, kateinen, numerar, gotovina, kontanter, tien mat, hotove, cash, bar, barzahlung, in bar, bar erhalten, bargeld, especes, efectivo, dinheiro, numerario, contanti, contante, contant, comptant, kontant, tunai, gotowka, hotovost, keszpenz, nakit, מזומן, bar bezahlt, gegeben bar, paid cash")  # fmt: skip
_NOT_CASH = Phrases("cash & carry, cash back, cashback, cash refund, no cash, petty cash, cash on delivery, cash flow, cash advance, exchange for cash, cashless, not redeemable for cash, rounding")  # fmt: skip
_ACCEPTED = Phrases(
    "accept, accepted, we accept, acceptons, akzeptieren, not redeemable, or, oder, ou, refund, if, wenn"
)
_WORDS = re.compile(r"[^\W\d_]{2,}")
_MOST_WORDS = 3
_MASKED_ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[\dX*x•]{2,4}){2,}")  # `DE02 **** 1180` is no card
_DAYS = re.compile(r"\bon or (?:after|before|about)\b", re.IGNORECASE)  # is no choice
_CHOSEN = re.compile(
    r"\b(?:payment (?:method|type)|method of payment|paid (?:by|with|via)|zahlungsart|zahlungsmittel|zahlart|zahlweise|bezahlt (?:mit|per|via)"
    r"|mode de (?:paiement|r[èe]glement)|moyen de paiement|forma de pago|m[ée]todo de pago|modalit[àa] di pagamento|metodo di pagamento"
    r"|forma de pagamento|betaal(?:wijze|methode)|betaald (?:met|via|per)|betalningss[äa]tt|betalingsm[åa]te)\b\s*:?\s*(?P<method>[^:]*)$"
    r"|^(?:payment|zahlung|paiement|r[èe]glement|pago|pagamento|betaling)\s?:\s*(?P<paid>[^:]+)$",
    re.IGNORECASE,
)
_ASKED = Phrases("please, bitte, graag, merci de, por favor, per favore, veuillez")


@dataclass(frozen=True)
class Payment:
    method: PaymentMethod
    doubtful: bool


def find_payment(sheet: Sheet, amounts: Sequence[Amount], total: Decimal | None) -> Payment | None:
    """Each line gives its points to the methods it names; details of a card, change and an account add to theirs."""
    points = dict.fromkeys(PaymentMethod, 0.0)
    for number, line in enumerate(sheet.lines):
        here = [amount for amount in amounts if amount.line == number and (amount.decimals or amount.marked)]
        _hear(line.text, here, total, points)
        if not here and (chosen := _chosen(line)):
            points[chosen] += 2.0
    if _CARD_DETAIL.search(_MASKED_ACCOUNT.sub("", sheet.text)):
        points[PaymentMethod.CARD] += 1.5
    if any(words.CHANGE.found(amount.label) and amount.value > 0 for amount in amounts):
        points[PaymentMethod.CASH] += 1.5
    elif _given_and_changed(amounts, total):
        points[PaymentMethod.CASH] += 1.0
    if re.search(r"\bIBAN\b|\bBIC\b|\bSWIFT\b", sheet.text):
        points[PaymentMethod.BANK_TRANSFER] += 1.2
    ranked = sorted(points.items(), key=lambda item: item[1], reverse=True)
    (method, best), (_, second) = ranked[0], ranked[1]
    if best < 1.0:
        return None
    return Payment(method, best - second < 0.8)


def _given_and_changed(amounts: Sequence[Amount], total: Decimal | None) -> bool:
    """A till that counted cash: paid to the cent and no change, or more than was due and the rest below it."""
    given = [amount for amount in amounts if words.TENDERED.found(amount.label)]
    if any(amount.value == total for amount in given):
        return any(words.CHANGE.found(amount.label) and amount.value == 0 for amount in amounts)
    return total is not None and any(
        one.value > total > 0 and other.line > one.line and close(one.value - total, other.value)
        for one in given
        for other in amounts
    )


def _chosen(line: Line) -> PaymentMethod | None:
    """The one method that a label asks for and its own cell or the next one names; several are an offer."""
    for at, cell in enumerate(line.cells):
        if hit := _CHOSEN.search(cell.text):
            after = line.cells[at + 1].text if at + 1 < len(line.cells) else ""
            said = (hit["method"] or hit["paid"] or "").strip() or after
            named = {method for method, phrases in _SAID.items() if phrases.found(said)}
            named |= {PaymentMethod.CARD} if words.CARD.found(said) else set()
            named |= {PaymentMethod.CASH} if _CASH_NAMES.found(said) else set()
            return named.pop() if len(named) == 1 else None
    return None


def _of_goods(label: str) -> bool:
    """`Credit 5.00` and `Paid by card` are short; `2146 Hair clip, chip and pin set` is for sale."""
    return len(_WORDS.findall(label)) > _MOST_WORDS


def _hear(text: str, here: Sequence[Amount], total: Decimal | None, points: dict[PaymentMethod, float]) -> None:
    """A method beside a figure was used; one in running text may only be offered."""
    plain = folded(text)
    weight = 3.0 if here else 1.0 if len(plain.split()) <= 6 else 0.6
    if here and total is not None and any(close(amount.value, total) for amount in here):
        weight += 1.0
    if here and all(amount.value == 0 for amount in here):
        weight = 0.1
    if (_ACCEPTED.found(_DAYS.sub("", text)) or _ASKED.found(text)) and not here:
        weight *= 0.4
    card = _CARD_NAMES.found(text)
    said = _CASH_NAMES.found(plain.replace(card, " ") if card else text)  # `EC-Cash` is a card
    in_a_name = said == "bar" and not here and plain != "bar"  # `Bar Luigi`
    if said and not in_a_name and not _NOT_CASH.found(text) and not words.CHANGE.found(text):
        points[PaymentMethod.CASH] += weight
    if card or (here and words.CARD.found(text) and not _of_goods(here[0].label)):
        points[PaymentMethod.CARD] += weight
    for method, phrases in _SAID.items():
        if phrases.found(text):
            asked = 2.5 if _ASKED.found(text) and not _ACCEPTED.found(_DAYS.sub("", text)) and not here else 1.0
            points[method] += max(weight if here else 1.7 * weight * asked, 0.4)
