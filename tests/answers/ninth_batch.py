"""A ninth batch, all languages: half of it to be refused."""

from tests.answers.conditions import CARD, CASH, MONTH, NO_VAT, at, days, month, over, paid, since, year
from tests.answers.gold import (
    REFUSED,
    Case,
    average,
    by_method,
    by_vendor,
    count,
    groups,
    invoices,
    largest,
    latest,
    share,
    sides,
    total,
    vat,
)

ANSWERED = [
    Case("h", "sum of gett rides in 2025", total(year(2025), at("gett"))),
    Case("s", "What did I hand over to Cabify in February?", total(month(2, 2026), at("cabify"))),
    Case("b", "show the 4 largest receipts from iFood", largest(4, at("ifood"))),
    Case("i", "How often did I pay Ola Cabs in 2025?", count(year(2025), at("ola cabs"))),
    Case("h", "Payments over 800 in 2025 by card", invoices(year(2025), over(800), CARD) | invoices(year(2025), over(800), paid("credit card")) | total(year(2025), over(800), CARD)),
    Case("s", "Average Renfe ticket price", average(at("renfe"))),
    Case("b", "which payment method cost me the most in 2025", by_method(year(2025), first=1)),
    Case("i", "month wise GST for 2025", groups(MONTH, year(2025), of="SUM(vat)")),
    Case("h", "Bezeq, last 3 invoices", latest(3, at("bezeq"))),
    Case("s", "anything without VAT in 2026", invoices(year(2026), NO_VAT) | invoices(year(2026), "vat IS NULL")),
    Case("b", "from 1 to 10 March how much", total(days("2026-03-01", "2026-03-10"))),
    Case("i", "how much more did I spend in 2025 than in 2024", sides(year(2025), year(2024))),
    Case("s", "cuánto gasté en Iberdrola desde enero", total(since("2026-01-01"), at("iberdrola"))),
    Case("s", "las tres tiendas donde más gasto", by_vendor(first=3)),
    Case("s", "combien de TVA chez Vodafone en 2025", vat(year(2025), at("vodafone"))),
    Case("s", "mes achats de plus de 200 euros en 2025", invoices(year(2025), over(200))),
    Case("s", "wie viel ging an Iberdrola seit Januar", total(since("2026-01-01"), at("iberdrola"))),
    Case("s", "Anteil der Barzahlungen 2025", share(CASH, year(2025)) | share(CASH, year(2025))),
    Case("b", "quanto gastei na Livraria Cultura desde janeiro", total(since("2026-01-01"), at("livraria"))),
    Case("b", "maior nota do ano passado", largest(1, year(2025))),
    Case("h", "כמה שילמתי לבזק מינואר", total(since("2026-01-01"), at("bezeq")) | total(month(1, 2026), at("bezeq"))),
    Case("h", "כמה הוצאתי על שופרסל ב-2025", total(year(2025), at("shufersal|שופרסל")) | total(year(2025), at("שופרסל"))),
    Case("h", "كم صرفت في بيزك منذ يناير", total(since("2026-01-01"), at("bezeq"))),
    Case("h", "أغلى 3 فواتير هذا العام", largest(3, year(2026))),
    Case("i", "जनवरी से अब तक एयरटेल पर कितना खर्च", total(since("2026-01-01"), at("airtel")) | total(days("2026-01-01", "2026-03-15"), at("airtel"))),
    Case("i", "zomato pe kitne paise lage 2025 me", total(year(2025), at("zomato"))),
]  # fmt: skip
_REFUSED = {
    "h": (
        "just spent 25 on falafel", "Dana's total please", "which invoices did I dispute", "is there parking at Ikea",
        "will I go over 5000 this month", "who's cheaper, Wolt or Gett", "tidy up my receipts", "good afternoon bot",
        "qqq www eee", "תוסיף 50 שקל דלק", "כמה כסף יש לי בבנק", "מי המציא את הטלפון", "أضف 50 شيكل بنزين",
        "كم رصيدي في البنك", "من فاز بالمباراة",
    ),
    "s": (
        "put the dentist bill under health", "how does my spending compare to the national average",
        "which supermarket should I go to", "apunta 30 de gasolina", "¿cuánto dinero tengo?",
        "cuéntame algo", "ajoute 30 euros d'essence", "combien ai-je sur mon compte", "quel âge as-tu",
        "füge 30 Euro Benzin hinzu", "wie viel Geld habe ich auf dem Konto", "erzähl mir was",
    ),
    "b": (
        "my cousin's Uber trips", "how many litres did I fill at Petrobras", "adiciona 30 reais de gasolina",
        "quanto tenho na conta", "quem descobriu o Brasil",
    ),
    "i": (
        "remind me about the Airtel bill", "is UPI safe", "30 रुपये चाय के जोड़ो", "मेरे खाते में कितने पैसे हैं",
        "भारत का प्रधानमंत्री कौन है",
    ),
}  # fmt: skip

CASES = [*ANSWERED, *(Case(person, question, REFUSED) for person, asked in _REFUSED.items() for question in asked)]
