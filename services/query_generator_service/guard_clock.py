"""The server's clock is not the user's: every way to ask it becomes the user's own date, or is refused. Pure."""

import re
from datetime import date, timedelta

from sqlglot import exp

from services.query_generator_service.guard_grammar import GuardRefusal

_CLOCK_FUNCTIONS = frozenset("now transaction_timestamp statement_timestamp clock_timestamp".split())
_DAYS = {"today": 0, "now": 0, "yesterday": -1, "tomorrow": 1}
_OTHER_WORDS = frozenset({"allballs"})
_RANGE_OF_WORDS = re.compile(r"(?=.*\b(today|now|yesterday|tomorrow)\b)\s*[\[(][^,]*,[^,]*[\])]\s*", re.IGNORECASE)
_DATE_TYPES = (exp.DataType.Type.DATE, exp.DataType.Type.TIMESTAMP, exp.DataType.Type.TIMESTAMPTZ)
_DATE_FUNCTIONS = frozenset(
    "age date_trunc date_part date_bin to_char coalesce nullif greatest least generate_series timezone date timestamp "
    "isfinite min max daterange tsrange tstzrange".split()
)
_COMPARISONS = (
    exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.Between, exp.In, exp.NullSafeEQ, exp.NullSafeNEQ, exp.Add,
    exp.Sub, exp.Tuple, exp.Array, exp.Extract, exp.AtTimeZone, exp.ArrayContainsAll, exp.ArrayContainedBy,
)  # fmt: skip
_TEXT_COLUMNS = frozenset("payee_name payment_method username query_text query_result invoice_number currency".split())


def with_own_clock(tree: exp.Expr, today: date) -> exp.Expr:
    """Moments become the last of the user's day, so that `<= now()` holds whatever happened today."""
    for node in list(tree.walk()):
        if isinstance(node, exp.CurrentDate):
            tree = _replaced(tree, node, _date(today))
        elif _is_moment(node):
            tree = _replaced(tree, _without_time_zone(node), _moment(today))
        elif _called(node) == "age" and len(node.expressions) == 1:
            node.set("expressions", [_moment(today, "00:00:00"), *node.expressions])
        elif isinstance(node, exp.Literal) and node.is_string:
            tree = _clock_word(tree, node, today)
    return tree


def _clock_word(tree: exp.Expr, literal: exp.Literal, today: date) -> exp.Expr:
    if _RANGE_OF_WORDS.fullmatch(literal.name):
        raise GuardRefusal("write the dates themselves instead of words for them")
    words = literal.name.lower().split()
    if not any(word in _DAYS or word in _OTHER_WORDS for word in words):
        return tree
    cast = literal.parent
    kind = cast.to.this if isinstance(cast, exp.Cast) and cast.to.this in _DATE_TYPES else None
    if kind is None and (len(words) > 2 or not _may_become_a_date(literal)):
        return tree
    if len(words) > 1 or words[0] not in _DAYS:
        raise GuardRefusal("write the date itself instead of a word for it")
    day = today + timedelta(days=_DAYS[words[0]])
    moment = words[0] == "now" and kind != exp.DataType.Type.DATE
    literal.args["this"] = f"{day.isoformat()} 23:59:59" if moment else day.isoformat()
    return tree


def _may_become_a_date(literal: exp.Literal) -> bool:
    """An untyped 'today' next to a date is read as one by PostgreSQL; next to a text or as a label it is a text."""
    parent = literal.parent
    while isinstance(parent, exp.Paren):
        parent = parent.parent
    if isinstance(parent, exp.Cast):  # through text, as in 'now'::text::date
        return isinstance(parent.parent, exp.Cast)
    if isinstance(parent, exp.Anonymous):
        return _called(parent) in _DATE_FUNCTIONS
    if not isinstance(parent, _COMPARISONS):
        return False
    columns = list(parent.find_all(exp.Column))
    return not columns or any(column.name.lower() not in _TEXT_COLUMNS for column in columns)


def _is_moment(node: exp.Expr) -> bool:
    return isinstance(node, exp.CurrentTimestamp | exp.Localtimestamp) or _called(node) in _CLOCK_FUNCTIONS


def _called(node: exp.Expr) -> str | None:
    return node.this.lower() if isinstance(node, exp.Anonymous) and isinstance(node.this, str) else None


def _without_time_zone(node: exp.Expr) -> exp.Expr:
    """`now() AT TIME ZONE 'Asia/Tokyo'` would be tomorrow already: the user's day is in the user's zone."""
    outer = node
    while isinstance(outer.parent, exp.AtTimeZone | exp.Paren):
        outer = outer.parent
        if isinstance(outer, exp.AtTimeZone):
            node = outer
    return node


def _replaced(tree: exp.Expr, node: exp.Expr, value: exp.Expr) -> exp.Expr:
    if node is tree:
        return value
    node.replace(value)
    return tree


def _date(day: date) -> exp.Cast:
    return exp.Cast(this=exp.Literal.string(day.isoformat()), to=exp.DataType(this=exp.DataType.Type.DATE))


def _moment(day: date, clock: str = "23:59:59") -> exp.Cast:
    text = exp.Literal.string(f"{day.isoformat()} {clock}")
    return exp.Cast(this=text, to=exp.DataType(this=exp.DataType.Type.TIMESTAMP))
