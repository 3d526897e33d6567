"""Four people with two years of invoices, drawn by chance but always alike, for the answers to be looked up in."""

import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal

TODAY = date(2026, 3, 15)
FIRST_DAY = date(2024, 1, 1)
INVOICES = 140
PEOPLE = {
    "h": "+972500000001",
    "s": "+34600000001",
    "b": "+5511900000001",
    "i": "+919800000001",
    "c": "+447700900001",
}
PAYEES = {
    "h": (
        "Shell", "SHELL STATION 7", "Shelly's Bakery", "Wolt", "WOLT *ORDER 3", "Shufersal", "שופרסל", "Aroma", "ארומה תל אביב",
        "Starbucks", "GETT TAXI", "Gett", "Super-Pharm", "SUPER PHARM 5", "Bezeq", "IKEA Netanya", "Ikea", "Amazon",
        "Drop Shipping Ltd", "100% Natural", "A_B Trading", "Paz",
    ),
    "s": (
        "Mercadona", "mercadona", "Repsol", "REPSOL E.S. 9", "Starbucks", "STARBUCKS GRAN VIA", "Café Müller", "Deutsche Bahn",
        "Peluquería Núñez", "Cabify", "CABIFY SL", "Zara", "Iberdrola", "El Corte Inglés", "EL CORTE INGLES", "O'Brien's Pub",
        "UPDATE Magazine", "Vodafone", "Renfe", "MediaMarkt",
    ),
    "b": (
        "Uber", "UBER *TRIP", "Petrobras", "POSTO PETROBRAS 4", "iFood", "Padaria São João", "Pão de Açúcar", "Drogasil",
        "Shell Box", "Starbucks Paulista", "Claro", "McDonald's", "Magalu", "Fast Shop", "Livraria Cultura",
    ),
    "i": (
        "Swiggy", "SWIGGY INSTAMART", "IndianOil", "INDIAN OIL PUMP 2", "Uber India", "Reliance Fresh", "Starbucks",
        "TATA STARBUCKS", "Haldiram's", "HALDIRAMS", "Zomato", "Airtel", "BHARTI AIRTEL", "Amazon", "Amazon.in", "Tata Power",
        "Croma", "Flipkart", "Ola Cabs",
    ),
    "c": (
        "Tesco", "TESCO EXPRESS 22", "Pret A Manger", "Costa Coffee", "COSTA 4410", "Ryanair", "easyJet", "Booking.com",
        "British Gas", "Boots", "Marks & Spencer", "Sainsbury's", "Uber", "Hotel Adlon", "Apple", "Boulangerie Paul",
    ),
}  # fmt: skip
METHODS = {
    "h": ("Credit Card", "Cash", "cash", "Bit", "Visa Credit Card", "Bank Transfer", "Mastercard", None),
    "s": ("Visa", "Cash", "Credit Card", "PayPal", "Bank Transfer", "Bizum", None),
    "b": ("Pix", "Credit Card", "Cash", "Mastercard Credit Card", "Boleto", None),
    "i": ("UPI", "Credit Card", "Cash", "Visa Credit Card", "Net Banking", None),
    "c": ("Visa", "Amex", "Apple Pay", "Cash", "Direct Debit", None),
}
SCALE = {"h": 2.0, "s": 1.0, "b": 2.0, "i": 15.0, "c": 1.0}
CURRENCIES = {"c": ("GBP", "GBP", "GBP", "EUR", "EUR", "USD")}
"""Nobody else's invoices name one."""

Invoice = tuple[str, date | None, Decimal | None, Decimal | None, str | None, str | None, datetime, str | None]


def invoices() -> Iterator[Invoice]:
    chance = random.Random(20260315)  # noqa: S311 - no secret
    for person, number in PEOPLE.items():
        for _ in range(INVOICES):
            invoice = _invoice(chance, person, number)
            yield invoice
            if chance.random() < 0.02:
                yield invoice  # sent twice


def _invoice(chance: random.Random, person: str, number: str) -> Invoice:
    span = (TODAY - FIRST_DAY).days
    day = FIRST_DAY + timedelta(days=int(span * chance.random() ** 0.6))
    cents = int(100 * SCALE[person] * chance.lognormvariate(4, 1.2)) + 100
    amount = Decimal(-cents if chance.random() < 0.03 else cents) / 100
    vat = None if chance.random() < 0.08 else (amount * Decimal("0.17")).quantize(Decimal("0.01"))
    payee = None if chance.random() < 0.02 else chance.choice(PAYEES[person])
    sent = datetime(day.year, day.month, day.day, 12, 0, chance.randrange(60)) + timedelta(
        days=chance.choice((0, 0, 1, 3))
    )
    dated = None if chance.random() < 0.03 else day
    kept = None if chance.random() < 0.02 else amount
    method = chance.choice(METHODS[person])
    currency = chance.choice(CURRENCIES[person]) if person in CURRENCIES else None
    return number, dated, kept, vat, payee, method, sent, currency
