"""Which invoices count, as pieces of SQL over one person's rows."""

from datetime import date

VENDOR = "LOWER(TRIM(payee_name))"
MONTH = "TO_CHAR(invoice_date, 'YYYY-MM')"
WEEK = "CAST(DATE_TRUNC('week', invoice_date) AS DATE)"
QUARTER = "DATE_TRUNC('quarter', invoice_date)"
QUARTER_NAME = "TO_CHAR(invoice_date, 'YYYY-\"Q\"Q')"
YEAR = "DATE_TRUNC('year', invoice_date)"
YEAR_NUMBER = "EXTRACT(YEAR FROM invoice_date)"
WEEKDAY = "EXTRACT(ISODOW FROM invoice_date)"
DATED = "invoice_date IS NOT NULL"
WEEKEND = "EXTRACT(ISODOW FROM invoice_date) IN (6, 7)"
WORKDAYS = "EXTRACT(ISODOW FROM invoice_date) < 6"
NO_VAT = "(vat IS NULL OR vat = 0)"
CARD = "payment_method ~* 'card|visa'"
NOT_CARD = "COALESCE(payment_method, '') !~* 'card|visa'"
CASH = "LOWER(payment_method) = 'cash'"
NOT_CASH = "COALESCE(LOWER(payment_method), '') <> 'cash'"
NOT_VISA = "COALESCE(payment_method, '') NOT ILIKE '%visa%'"
REFUND = "expense_amount < 0"
BOUGHT = "expense_amount > 0"
NAMED = "payee_name IS NOT NULL"
POUNDS = "currency = 'GBP'"
EUROS = "currency = 'EUR'"
DOLLARS = "currency = 'USD'"


def days(first: str, last: str, column: str = "invoice_date") -> str:
    return f"{column} BETWEEN DATE '{first}' AND DATE '{last}'"


def day(of: str) -> str:
    return days(of, of)


def span(first: date, last: date) -> str:
    return days(first.isoformat(), last.isoformat())


def sent(first: str, last: str) -> str:
    return days(first, last, "CAST(created_at AS DATE)")


def year(number: int) -> str:
    return days(f"{number}-01-01", f"{number}-12-31")


def month(number: int, of: int) -> str:
    begin = f"DATE '{of}-{number:02d}-01'"
    return f"invoice_date >= {begin} AND invoice_date < {begin} + INTERVAL '1 month'"


def quarter(number: int, of: int) -> str:
    begin = f"DATE '{of}-{number * 3 - 2:02d}-01'"
    return f"invoice_date >= {begin} AND invoice_date < {begin} + INTERVAL '3 months'"


def on(*weekdays: int) -> str:
    return f"EXTRACT(ISODOW FROM invoice_date) IN ({', '.join(map(str, weekdays))})"


def since(first: str) -> str:
    return f"invoice_date >= DATE '{first}'"


def before(day: str) -> str:
    return f"invoice_date < DATE '{day}'"


def at(pattern: str) -> str:
    return f"payee_name ~* '{pattern}'"


def not_at(pattern: str) -> str:
    return f"COALESCE(payee_name, '') !~* '{pattern}'"


def paid(pattern: str) -> str:
    return f"payment_method ILIKE '%{pattern}%'"


def over(number: float) -> str:
    return f"expense_amount > {number}"


def under(number: float) -> str:
    return f"expense_amount < {number}"


def least(number: float) -> str:
    return f"expense_amount >= {number}"


def most(number: float) -> str:
    return f"expense_amount <= {number}"


def between(low: float, high: float) -> str:
    return f"expense_amount BETWEEN {low} AND {high}"


SHELL = at(r"\mshell\M")
PAZ = at(r"\mpaz\M")
AROMA = at("aroma|ארומה")
SHUFERSAL = at("shufersal|שופרסל")
SUPER_PHARM = at("super.?pharm")
CORTE_INGLES = at("corte ingl")
PAO_DE_ACUCAR = at("p[aã]o de a[cç][uú]car")
VISA = paid("visa")
THIS_WEEK = days("2026-03-09", "2026-03-15")
LAST_WEEK = days("2026-03-02", "2026-03-08")
SO_FAR = days("2026-01-01", "2026-03-15")
FIRST_HALF = days("2025-01-01", "2025-06-30")
SECOND_HALF = days("2025-07-01", "2025-12-31")
