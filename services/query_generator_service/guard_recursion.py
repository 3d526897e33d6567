"""WITH RECURSIVE where all it does is count: days, months or numbers up to an end its own condition names. Pure.

Anything else could go on for ever or double a text with every round, and PostgreSQL has no limit for rounds.
"""

import re

from sqlglot import exp

from services.query_generator_service import guard_budget as budget
from services.query_generator_service.guard_grammar import GuardRefusal

_STEP_NODES = (
    exp.Alias, exp.Add, exp.Sub, exp.Paren, exp.Cast, exp.DataType, exp.Column, exp.Identifier, exp.Literal,
    exp.Interval, exp.Var,
)  # fmt: skip
_TYPE = exp.DataType.Type
_STEADY_TYPES = frozenset({_TYPE.DATE, _TYPE.TIMESTAMP, _TYPE.TIMESTAMPTZ, _TYPE.INT, _TYPE.BIGINT})
_DAYS_OR_MORE = re.compile(r"\s*[1-9]\d{0,2}\s*(day|week|month|year)s?\s*", re.IGNORECASE)
_ENDLESS = re.compile(r"inf|nan", re.IGNORECASE)  # infinity + 1 is infinity
_ONCE_MORE = {"expressions", "from_", "where"}


def reads_itself(cte: exp.CTE) -> bool:
    return any(table.name == cte.alias for table in cte.this.find_all(exp.Table))


def terms(cte: exp.CTE) -> tuple[exp.Expr, exp.Select]:
    """Where it begins, and one step; refuses a step that reads anything but the row before."""
    union = cte.this
    if not isinstance(union, exp.Union) or any(union.args.get(part) for part in ("with_", "order", "limit", "offset")):
        raise GuardRefusal("only a series may be recursive")
    start, step = union.this, union.expression
    if not isinstance(step, exp.Select) or {name for name, value in step.args.items() if value} != _ONCE_MORE:
        raise GuardRefusal("a recursive step must have a condition and nothing but it")
    source = step.args["from_"].this
    own = [table for table in union.find_all(exp.Table) if table.name == cte.alias]
    if len(own) != 1 or own[0] is not source or source.args.get("db"):
        raise GuardRefusal("a recursive step must read the row before and nothing else")
    return start, step


def rounds(start: exp.Expr, step: exp.Select, columns: list[str]) -> int:
    """The most rows that one row of `start` can become; refuses a series that may not end. `columns` are its own."""
    if not all(_is_plain(projection) for projection in step.expressions):
        raise GuardRefusal("a recursive step may only add or subtract")
    condition = step.args["where"].this
    for part in condition.flatten() if isinstance(condition, exp.And) else [condition]:
        found = _ascending(part)
        if found and (limit := _end(found, start, step, columns)):
            return limit
    raise GuardRefusal("the recursive series has no known end")


def _is_plain(projection: exp.Expr) -> bool:
    """One column at most: what is added to itself grows with every round."""
    return all(isinstance(node, _STEP_NODES) for node in projection.walk()) and (
        sum(1 for _ in projection.find_all(exp.Column)) <= 1
    )


def _ascending(part: exp.Expr) -> tuple[exp.Expr, exp.Expr, type[exp.Expr]] | None:
    """What grows, what it must stay below, and the operator it has to grow (or shrink) by."""
    match part:
        case exp.Paren():
            return _ascending(part.this)
        case exp.LT() | exp.LTE():
            return (part.this, part.expression, exp.Add)
        case exp.GT() | exp.GTE():
            return (part.this, part.expression, exp.Sub)
    return None


def _end(
    found: tuple[exp.Expr, exp.Expr, type[exp.Expr]], start: exp.Expr, step: exp.Select, columns: list[str]
) -> int | None:
    grows, end, operator = found
    names = {*columns, step.args["from_"].this.alias_or_name}
    if not isinstance(grows, exp.Column):  # `m + INTERVAL '1 month' <= end` ends one round earlier
        grows = grows.this if _is_steady(grows, operator) else grows
    if not isinstance(grows, exp.Column) or grows.name not in columns:
        return None
    position = columns.index(grows.name)
    made = _bare(step.expressions[position]) if position < len(step.expressions) else None
    if made is None or not _is_steady(made, operator) or made.this.name != grows.name:
        return None
    if any(name.name in names for name in end.find_all(exp.Identifier)):  # it would move away
        return None
    begins = _first(start, position)
    texts = [literal for node in (begins, end) for literal in node.find_all(exp.Literal) if literal.is_string]
    if any(_ENDLESS.search(literal.name) for literal in texts):
        return None
    series = exp.Anonymous(this="generate_series", expressions=[begins.copy(), end.copy(), made.expression.copy()])
    try:
        return budget.series_rows(series)
    except GuardRefusal:  # another part of the condition may tell
        return None


def _is_steady(node: exp.Expr, operator: type[exp.Expr]) -> bool:
    """`column + step` with a step of at least one, or one day: a smaller one could be cut off by a type."""
    if not isinstance(node, operator) or not isinstance(node.this, exp.Column):
        return False
    match node.args["expression"]:
        case exp.Literal(is_string=False) as number:
            return number.name.isdigit() and int(number.name) > 0
        case exp.Interval() as interval:
            return bool(_DAYS_OR_MORE.fullmatch(f"{interval.this.name} {interval.text('unit')}"))
        case exp.Cast() as cast if cast.to.this == _TYPE.INTERVAL:
            return bool(_DAYS_OR_MORE.fullmatch(cast.this.name))
    return False


def _bare(node: exp.Expr) -> exp.Expr:
    while isinstance(node, exp.Alias | exp.Paren) or (isinstance(node, exp.Cast) and node.to.this in _STEADY_TYPES):
        node = node.this
    return node


def _first(start: exp.Expr, position: int) -> exp.Expr:
    """The value a column begins with."""
    cells = start.expressions
    source = start.args.get("from_")
    if len(cells) == 1 and isinstance(cells[0], exp.Star) and source and isinstance(source.this, exp.Values):
        rows = source.this.expressions  # VALUES before UNION
        cells = rows[0].expressions if len(rows) == 1 and isinstance(rows[0], exp.Tuple) else []
    if position >= len(cells) or isinstance(cells[position], exp.Star):
        raise GuardRefusal("the recursive series has no known beginning")
    return _bare(cells[position])
