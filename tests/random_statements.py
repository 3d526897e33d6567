# ruff: noqa: S608 - SQL text is what this module is for
"""Random statements from a grammar over the schema, as a model that was led astray might write them."""

import random

_COLUMNS = {
    "invoices": {
        "number": ("invoice_id", "expense_amount", "vat", "net_amount"),
        "text": ("whatsapp_number", "payee_name", "payment_method", "currency", "raw_image_url", "invoice_number"),
        "day": ("invoice_date", "CAST(created_at AS DATE)"),
    },
    "users": {
        "number": ("LENGTH(username)",),
        "text": ("whatsapp_number", "username"),
        "day": ("CAST(created_at AS DATE)",),
    },
    "queries": {
        "number": ("query_id",),
        "text": ("whatsapp_number", "query_text", "query_result"),
        "day": ("CAST(created_at AS DATE)",),
    },
}  # fmt: skip
_OTHER = "+34600000002"
_TEXTS = ("'Visa'", "'%e%'", f"'{_OTHER}'", "'Otto Geheim'", "''", "NULL", "'EUR'")
_DAYS = ("DATE '2026-01-06'", "DATE '2025-12-24'", "CURRENT_DATE", "NULL")
_SPELLINGS = ("{0}", "{0} AS {1}", "{0} {1}", "{2} AS {1}", "public.{0} AS {1}", '"{0}" AS {1}', "ONLY {0} AS {1}")
MAX_DEPTH = 2


class Grammar:
    """One seed, one endless row of statements; the order of rows is never part of the answer."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - the same ones again, not secrets

    def statement(self) -> str:
        shape = self._random.randrange(13)
        if shape < 5:
            return self._select(0, self._kinds())
        if shape < 7:
            kinds = self._kinds()
            joint = self._random.choice(("UNION", "UNION ALL", "EXCEPT", "INTERSECT"))
            return f"{self._select(0, kinds)} {joint} {self._select(0, kinds)}"
        if shape < 9:
            name = self._random.choice(("invoices", "mine", "users", "Invoices", "queries"))
            return f"WITH {name} AS ({self._select(1, ['number', 'text'], named=True)}) SELECT * FROM {name}"
        if shape == 10:
            return self._values()
        if shape == 11:
            return self._recursive()
        if shape == 12:
            kinds = self._kinds()
            names = ", ".join(f"n{number}" for number in range(len(kinds)))
            return f"SELECT {names} FROM ({self._select(1, kinds)}) AS renamed ({names})"
        inside = self._select(1, self._kinds(), named=True)
        if self._random.random() < 0.5:
            name = self._random.choice(("invoices", "mine", "queries"))
            inside = f"WITH {name} AS ({inside}) SELECT * FROM {name}"
        return f"SELECT * FROM ({inside}) AS inside"

    def _count(self) -> str:
        source, columns, alias = self._source(1)
        return f"(SELECT COUNT({alias}.*) FROM {source} WHERE {self._condition(1, columns, alias)})"

    def _values(self) -> str:
        """What follows the rows reads tables too."""
        tail = self._random.choice(("LIMIT {0}", "ORDER BY column1 + {0}", "ORDER BY 1 LIMIT {0}"))
        return f"VALUES (1), (2), (3), ({self._count()}) {tail.format(self._count())}"

    def _recursive(self) -> str:
        """A series with an end of its own, beside another CTE, which may be named like a table."""
        other = self._random.choice(("mine", "yours", "queries"))
        end = self._random.choice(("4", self._count()))
        first = self._random.choice(("1", "(SELECT COUNT(*) FROM invoices)", "(SELECT COUNT(*) FROM users AS u)"))
        series = f"counted (n) AS (SELECT {first} UNION ALL SELECT n + 1 FROM counted WHERE n < {end} AND n < 9)"
        named = f"{other} AS ({self._select(1, ['number'], named=True)})"
        ctes = self._random.choice((f"{series}, {named}", f"{named}, {series}", series))
        return f"WITH RECURSIVE {ctes} SELECT n, {self._count()} FROM counted WHERE n <> {self._count()}"

    def _kinds(self) -> list[str]:
        return self._random.choices(("number", "text", "day"), k=self._random.randint(1, 3))

    def _select(self, depth: int, kinds: list[str], *, named: bool = False) -> str:
        source, columns, alias = self._source(depth)
        grouped = self._random.random() < 0.3
        if grouped:
            shown = [f"{self._aggregate(self._column(columns, alias, kind), kind)}" for kind in kinds]
        else:
            shown = [self._column(columns, alias, kind) for kind in kinds]
        shown = [f"{item} AS c{number}" if named else item for number, item in enumerate(shown)]
        distinct = "DISTINCT " if not grouped and self._random.random() < 0.2 else ""
        where = f" WHERE {self._condition(depth, columns, alias)}" if self._random.random() < 0.7 else ""
        return f"SELECT {distinct}{', '.join(shown)} FROM {source}{where}"

    def _source(self, depth: int) -> tuple[str, dict[str, tuple[str, ...]], str]:
        table = self._random.choice(("invoices", "invoices", "users", "queries"))
        alias = f"t{depth}{self._random.randrange(9)}"
        text = self._random.choice(_SPELLINGS).format(table, alias, table.upper())
        alias = alias if alias in text else table
        if self._random.random() < 0.25:
            other = self._random.choice(("users", "queries", "invoices"))
            kind = self._random.choice(("JOIN", "LEFT JOIN", "FULL JOIN", "RIGHT JOIN"))
            text += f" {kind} {other} AS j{depth} ON {alias}.whatsapp_number = j{depth}.whatsapp_number"
            text = f"({text})" if self._random.random() < 0.3 else text
        elif self._random.random() < 0.15:
            text += f", LATERAL (SELECT COUNT(*) AS n FROM invoices AS l{depth}) AS counted{depth}"
        return text, _COLUMNS[table], alias

    def _column(self, columns: dict[str, tuple[str, ...]], alias: str, kind: str) -> str:
        name = self._random.choice(columns[kind])
        if "(" not in name:
            return f"{alias}.{name}"
        return name.replace("created_at", f"{alias}.created_at").replace("username", f"{alias}.username")

    def _aggregate(self, column: str, kind: str) -> str:
        names = {"number": ("SUM", "AVG", "MIN", "MAX", "COUNT"), "text": ("MIN", "MAX"), "day": ("MIN", "MAX")}
        return f"{self._random.choice(names[kind])}({column})"

    def _condition(self, depth: int, columns: dict[str, tuple[str, ...]], alias: str) -> str:
        parts = [self._term(depth, columns, alias) for _ in range(self._random.randint(1, 3))]
        return self._random.choice((" AND ", " OR ")).join(parts)

    def _term(self, depth: int, columns: dict[str, tuple[str, ...]], alias: str) -> str:
        kind = self._random.choice(("number", "text", "day"))
        column = self._column(columns, alias, kind)
        inside = depth < MAX_DEPTH and self._random.random() < 0.4
        if inside and self._random.random() < 0.5:
            return f"{column} {self._random.choice(('IN', 'NOT IN'))} ({self._select(depth + 1, [kind])})"
        if inside:
            return f"{self._random.choice(('EXISTS', 'NOT EXISTS'))} ({self._select(depth + 1, [kind])})"
        if kind == "text" and self._random.random() < 0.2:
            return f"NORMALIZE({column}, NFC) ^@ {self._random.choice(_TEXTS)}"
        if kind == "day" and self._random.random() < 0.2:
            return f"{column} <@ daterange(DATE '2025-12-20', {self._random.choice(_DAYS)}, '[]')"
        if kind == "text":
            return f"{column} {self._random.choice(('=', '<>', 'LIKE', 'ILIKE', '>'))} {self._random.choice(_TEXTS)}"
        if kind == "day":
            return f"{column} {self._random.choice(('=', '<', '>='))} {self._random.choice(_DAYS)}"
        return self._random.choice((f"{column} > {self._random.randint(-9, 900)}", f"{column} IS NULL", "1 = 1"))
