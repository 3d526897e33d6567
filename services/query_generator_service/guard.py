"""SQL in, safe SQL out, or a refusal: the first of the layers that keep one person's rows from another. Pure.

What a model wrote is parsed, every part of it is looked up in lists of what is allowed, every base table becomes a CTE
that holds the sender's own rows, and only the text made from the checked tree is returned.
"""

from datetime import date

import sqlglot
from sqlglot import exp
from sqlglot.errors import ErrorLevel, SqlglotError

from services.query_generator_service.guard_budget import bound_repeats, check_patterns
from services.query_generator_service.guard_clock import with_own_clock
from services.query_generator_service.guard_dialect import Verbatim, bind_typed_literals, with_plain_texts
from services.query_generator_service.guard_grammar import OWN_PREFIX, GuardRefusal, check_grammar
from services.query_generator_service.guard_scope import Names
from services.query_generator_service.guard_sources import BASE_TABLES

__all__ = ["GuardRefusal", "secure"]

MAX_CHARS = 5_000
MAX_DEPTH = 24
_LOWER = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")  # PostgreSQL folds ASCII only
_PARSER_ACCIDENTS = (SqlglotError, RecursionError, LookupError, ValueError, TypeError, AttributeError, AssertionError)
_LIVE = {"invoices": " AND deleted_at IS NULL"}


def secure(sql: str, *, today: date) -> str:
    """The text to run with the sender's number as `$1`; raises GuardRefusal. `today` is the user's own date."""
    _check_text(sql)
    try:
        return _secured(sql, today)
    except _PARSER_ACCIDENTS as error:
        raise GuardRefusal(f"cannot be read ({type(error).__name__})") from None


def _check_text(sql: str) -> None:
    if len(sql) > MAX_CHARS:
        raise GuardRefusal("the statement is too long")
    depth = deepest = 0
    for character in sql:
        depth += (character in "([") - (character in ")]")
        deepest = max(deepest, depth)
    if deepest > MAX_DEPTH:
        raise GuardRefusal("the statement is nested too deeply")


def _secured(sql: str, today: date) -> str:
    text = bind_typed_literals(sql)
    statements = [tree for tree in sqlglot.parse(text, dialect=Verbatim, error_level=ErrorLevel.RAISE) if tree]
    if len(statements) != 1 or not isinstance(statements[0], exp.Query | exp.Values):
        raise GuardRefusal("must be exactly one SELECT")
    tree = with_own_clock(with_plain_texts(statements[0]), today)
    check_grammar(tree)
    for identifier in tree.find_all(exp.Identifier):
        if not identifier.args.get("quoted"):
            identifier.set("this", identifier.name.translate(_LOWER))
            identifier.set("quoted", True)
    check_patterns(tree)
    bound_repeats(tree)
    names = Names()
    names.resolve(tree)
    return _with_own_rows(tree, names.used)


def _with_own_rows(tree: exp.Expr, tables: set[str]) -> str:
    """The CTEs are materialised: no condition of the statement may be evaluated on a row before its owner is."""
    own = [_own_rows(table) for table in sorted(tables)]
    with_ = tree.args.get("with_")
    written = [cte.sql(dialect=Verbatim, comments=False) for cte in with_.expressions] if with_ else []
    tree.set("with_", None)
    body = tree.sql(dialect=Verbatim, comments=False, unsupported_level=ErrorLevel.RAISE)
    recursive = " RECURSIVE" if with_ and with_.args.get("recursive") else ""
    return f"WITH{recursive} {', '.join([*own, *written])} {body}" if own or written else body


def _own_rows(table: str) -> str:
    columns = ", ".join(BASE_TABLES[table])
    condition = f"whatsapp_number = $1{_LIVE.get(table, '')}"
    return f'"{OWN_PREFIX}{table}" AS MATERIALIZED (SELECT {columns} FROM public.{table} WHERE {condition})'  # noqa: S608
