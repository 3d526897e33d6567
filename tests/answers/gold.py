"""What the answer to a question must be, as SQL written from the conventions: small pieces that make one statement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from tests.answers.conditions import DATED, VENDOR

Kind = Literal["figure", "rows", "list", "refused"]
LISTED = "invoice_id, invoice_date, payee_name, expense_amount, vat, payment_method"


@dataclass(frozen=True)
class Gold:
    """`sqls` are all right; the statements see one person's rows in `mine`."""

    kind: Kind
    sqls: tuple[str, ...] = ()
    percent: bool = False
    may_refuse: bool = False

    def statements(self) -> tuple[tuple[Kind, str], ...]:
        """Each with what it asks for: alternatives may be of another kind."""
        return tuple((_kind_of(sql), sql) for sql in self.sqls)

    def __or__(self, other: "Gold") -> "Gold":
        return Gold(self.kind, self.sqls + other.sqls, self.percent or other.percent, self.may_refuse)


def _kind_of(sql: str) -> Kind:
    if sql.startswith("SELECT invoice_id"):
        return "list"
    return "rows" if " AS key" in sql or " AS side0" in sql else "figure"


@dataclass(frozen=True)
class Case:
    person: str
    question: str
    gold: Gold


REFUSED = Gold("refused")


def all_refused(asked: Mapping[str, Sequence[str]]) -> list[Case]:
    """By who asks."""
    return [Case(person, question, REFUSED) for person, questions in asked.items() for question in questions]


def where(conditions: Sequence[str]) -> str:
    return f" WHERE {' AND '.join(f'({condition})' for condition in conditions)}" if conditions else ""


def figure(expression: str, *conditions: str) -> Gold:
    return Gold("figure", (f"SELECT {expression} FROM mine{where(conditions)}",))


def total(*conditions: str) -> Gold:
    return figure("SUM(expense_amount)", *conditions)


def count(*conditions: str) -> Gold:
    return figure("COUNT(*)", *conditions)


def average(*conditions: str) -> Gold:
    return figure("AVG(expense_amount)", *conditions)


def median(*conditions: str) -> Gold:
    return figure("PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY expense_amount)", *conditions)


def vat(*conditions: str) -> Gold:
    return figure("SUM(vat)", *conditions)


def net(*conditions: str) -> Gold:
    return figure("SUM(expense_amount - COALESCE(vat, 0))", *conditions)


def each(units: float, *conditions: str, of: str = "SUM(expense_amount)") -> Gold:
    """An average over units of time that are known."""
    return figure(f"{of} / {units}", *conditions)


def each_with_any(unit: str, *conditions: str, of: str = "SUM(expense_amount)") -> Gold:
    """An average over those units that have invoices."""
    inner = f"SELECT {of} AS one FROM mine{where((*conditions, DATED))} GROUP BY {unit}"
    return Gold("figure", (f"SELECT AVG(one) FROM ({inner}) AS ones",))


def share(part: str, *conditions: str) -> Gold:
    expression = f"100.0 * SUM(expense_amount) FILTER (WHERE {part}) / NULLIF(SUM(expense_amount), 0)"
    return Gold("figure", figure(expression, *conditions).sqls, percent=True)


def count_share(part: str, *conditions: str) -> Gold:
    expression = f"100.0 * COUNT(*) FILTER (WHERE {part}) / NULLIF(COUNT(*), 0)"
    return Gold("figure", figure(expression, *conditions).sqls, percent=True)


def vat_share(*conditions: str) -> Gold:
    expression = "100.0 * SUM(vat) / NULLIF(SUM(expense_amount), 0)"
    return Gold("figure", figure(expression, *conditions).sqls, percent=True)


def different(expression: str, *conditions: str) -> Gold:
    return figure(f"COUNT(DISTINCT {expression})", *conditions)


def vendors(*conditions: str) -> Gold:
    return different(VENDOR, *conditions) | different("payee_name", *conditions)


def groups(
    by: str,
    *conditions: str,
    of: str = "SUM(expense_amount)",
    having: str = "",
    first: int = 0,
    least_first: bool = False,
) -> Gold:
    """One row each; `first` keeps the largest ones."""
    order = f" ORDER BY 2 {'ASC' if least_first else 'DESC'} NULLS LAST LIMIT {first}" if first else ""
    held = f" HAVING {having}" if having else ""
    return Gold("rows", (f"SELECT {by} AS key, {of} AS figure FROM mine{where(conditions)} GROUP BY 1{held}{order}",))


def by_vendor(
    *conditions: str, of: str = "SUM(expense_amount)", having: str = "", first: int = 0, least_first: bool = False
) -> Gold:
    """Names as written, folded, and without the nameless."""
    named = (*conditions, "payee_name IS NOT NULL")
    golds = [
        groups(by, *kept, of=of, having=having, first=first, least_first=least_first)
        for by in (VENDOR, "payee_name")
        for kept in (conditions, named)
    ]
    return golds[0] | golds[1] | golds[2] | golds[3]


def by_currency(*conditions: str, of: str = "SUM(expense_amount)") -> Gold:
    return groups("currency", *conditions, of=of)


def names(*conditions: str) -> Gold:
    plain = f"SELECT DISTINCT {VENDOR} AS key FROM mine{where((*conditions, 'payee_name IS NOT NULL'))}"
    raw = f"SELECT DISTINCT payee_name AS key FROM mine{where((*conditions, 'payee_name IS NOT NULL'))}"
    return Gold("rows", (plain, raw))


def kinds(*conditions: str) -> Gold:
    """The different payment methods."""
    named = (*conditions, "payment_method IS NOT NULL")
    return Gold(
        "rows",
        (
            f"SELECT DISTINCT LOWER(payment_method) AS key FROM mine{where(named)}",
            f"SELECT DISTINCT payment_method AS key FROM mine{where(named)}",
        ),
    )


def by_method(*conditions: str, of: str = "SUM(expense_amount)", first: int = 0, least_first: bool = False) -> Gold:
    named = (*conditions, "payment_method IS NOT NULL")
    golds = [
        groups(by, *kept, of=of, first=first, least_first=least_first)
        for by in ("LOWER(payment_method)", "payment_method")
        for kept in (conditions, named)
    ]
    return golds[0] | golds[1] | golds[2] | golds[3]


def sides(*conditions: str, of: str = "SUM(expense_amount)", within: Sequence[str] = ()) -> Gold:
    """Two figures beside each other."""
    columns = ", ".join(f"{of} FILTER (WHERE {side}) AS side{number}" for number, side in enumerate(conditions))
    return Gold("rows", (f"SELECT {columns} FROM mine{where(within)}",))


def invoices(*conditions: str, order: str = "", limit: int = 0) -> Gold:
    ordered = f" ORDER BY {order}" if order else ""
    limited = f" LIMIT {limit}" if limit else ""
    return Gold("list", (f"SELECT {LISTED} FROM mine{where(conditions)}{ordered}{limited}",))


def largest(number: int, *conditions: str, column: str = "expense_amount") -> Gold:
    return invoices(*conditions, f"{column} IS NOT NULL", order=f"{column} DESC, invoice_id", limit=number)


def smallest(number: int, *conditions: str) -> Gold:
    anyhow = invoices(*conditions, "expense_amount IS NOT NULL", order="expense_amount, invoice_id", limit=number)
    paid_only = invoices(*conditions, "expense_amount > 0", order="expense_amount, invoice_id", limit=number)
    return anyhow | paid_only


def latest(number: int, *conditions: str) -> Gold:
    return invoices(*conditions, DATED, order="invoice_date DESC, invoice_id DESC", limit=number)


def oldest(number: int, *conditions: str) -> Gold:
    return invoices(*conditions, DATED, order="invoice_date, invoice_id", limit=number)


def last_sent(number: int, *conditions: str) -> Gold:
    return invoices(*conditions, order="created_at DESC, invoice_id DESC", limit=number)


def twice(*conditions: str) -> Gold:
    key = f"{VENDOR}, invoice_date, expense_amount"
    inner = f"SELECT {LISTED}, COUNT(*) OVER (PARTITION BY {key}) AS copies FROM mine{where(conditions)}"
    return Gold(
        "list",
        (
            f"SELECT {LISTED} FROM ({inner}) AS all_of_them WHERE copies > 1 AND expense_amount IS NOT NULL "
            "AND invoice_date IS NOT NULL",
        ),
    )
