"""What is said seldom: all languages but English."""

from tests.answers.conditions import month, year
from tests.answers.gold import REFUSED, Case, total

CASES = [
    Case("s", "¿cuánto gasté en marzo pasado?", total(month(3, 2025))),
    Case("s", "gastos de abril pasado", total(month(4, 2025))),
    Case("b", "quanto gastei em março passado?", total(month(3, 2025))),
    Case("s", "was ist Mehrwertsteuer", REFUSED),
    Case("s", "¿qué es el IVA?", REFUSED),
    Case("h", "كم أنفقت قبل عام 2026", total("invoice_date < DATE '2026-01-01'")),
    Case("i", "2025 की दूसरी छमाही में कितना खर्च हुआ", total(year(2025), "invoice_date >= DATE '2025-07-01'")),
]  # fmt: skip
