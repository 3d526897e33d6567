"""What a query returns, for answers, workbooks and the command line."""

from collections.abc import Collection
from dataclasses import dataclass

from shared.errors import FintrakError


@dataclass(frozen=True)
class Table:
    """Column names are unique; `truncated` says that there were more rows than asked for."""

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    truncated: bool = False

    def only(self, names: Collection[str]) -> "Table":
        """Those of the columns that there are, in their order."""
        places = [place for place, name in enumerate(self.columns) if name in names]
        kept = tuple(tuple(row[place] for place in places) for row in self.rows)
        return Table(tuple(self.columns[place] for place in places), kept, self.truncated)


class QueryRefused(FintrakError):
    """The database would not run the statement, or its result is too large or too late. Says nothing about data."""


def unique_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """`sum, sum` -> `sum, sum_2`, so that rows can be dictionaries and workbooks have a header each."""
    taken: set[str] = set()
    unique = []
    for name in names:
        candidate, number = name, 1
        while candidate in taken:
            number += 1
            candidate = f"{name}_{number}"
        taken.add(candidate)
        unique.append(candidate)
    return tuple(unique)


def is_empty(table: Table) -> bool:
    """No rows, or none with a figure in it: every cell is NULL or zero."""
    return not table.rows or all(
        cell in (None, 0)
        for row in table.rows
        for name, cell in zip(table.columns, row, strict=True)
        if name not in ("currency", "units")
    )
