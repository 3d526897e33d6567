"""How large a statement may become: estimates of rows and of text, so that no bomb reaches the server. Pure."""

import re
from collections.abc import Callable

from sqlglot import exp

from services.query_generator_service.guard_grammar import GuardRefusal

BASE_ROWS = 1_000
MAX_ROWS = 5_000_000
MAX_WIDTH = 5_000_000
MAX_SERIES = 10_000
MAX_REPEAT = 200
_OTHER_WIDTH = 64
_MOST_OF_ONE = 18  # U+FDFA, an Arabic blessing in one character

_AGGREGATED_TEXT = frozenset(
    "string_agg array_agg json_agg jsonb_agg json_object_agg jsonb_object_agg array concat_ws".split()
)
_PATTERN_FUNCTIONS = frozenset(
    "regexp_replace regexp_match regexp_matches regexp_count regexp_like regexp_substr regexp_instr "
    "regexp_split_to_array regexp_split_to_table".split()
)
_PATTERN_NODES = (exp.RegexpLike, exp.RegexpILike, exp.SimilarTo)
_HEAVY_PATTERN = re.compile(r"\\[1-9]|\{\d*,?\d{3,}\}|[*+}?)]\s*\{|\)[*+]|\(\?[=!<]")
_MAX_PATTERN_CHARS = 120
_BIG_NUMBER = re.compile(r"\d{5,}(?!-)")
_SERIES_NODES = (
    exp.Literal, exp.Column, exp.Identifier, exp.Cast, exp.DataType, exp.Interval, exp.Var, exp.Add, exp.Sub, exp.Paren,
    exp.Anonymous, exp.Subquery, exp.Select, exp.From, exp.Table, exp.TableAlias, exp.Where, exp.Extract, exp.Neg,
    exp.Star, exp.Alias,
)  # fmt: skip
_SERIES_FUNCTIONS = frozenset(
    "date_trunc min max count coalesce least greatest make_date make_interval extract date_part to_date "
    "date array_length array_upper cardinality".split()
)
_AMOUNTS = frozenset("expense_amount vat net_amount invoice_id query_id".split())
_SMALL_STEP = re.compile(r"(second|sec|minute|min|micro|milli)", re.IGNORECASE)

Widths = Callable[[exp.Expr], int]


def called(node: exp.Expr) -> str:
    return str(node.this).lower() if isinstance(node, exp.Anonymous) else ""


def check_patterns(tree: exp.Expr) -> None:
    """A regular expression can cost more than the whole query: only short, literal and tame ones."""
    for node in tree.find_all(*_PATTERN_NODES, exp.Anonymous, exp.Substring):
        pattern: exp.Expr | None = None
        if isinstance(node, _PATTERN_NODES):
            pattern = node.expression
        elif called(node) in _PATTERN_FUNCTIONS and len(node.expressions) > 1:
            pattern = node.expressions[1]
        elif isinstance(node, exp.Substring) and isinstance(node.args.get("start"), exp.Literal):
            pattern = node.args["start"] if node.args["start"].is_string else None
        if pattern is not None:
            _check_pattern(pattern)


def _check_pattern(pattern: exp.Expr) -> None:
    inner = list(pattern.find_all(exp.Literal))
    composed = pattern.find(exp.Column, exp.Anonymous, exp.Query, exp.DPipe)
    if composed or any(len(literal.name) > _MAX_PATTERN_CHARS for literal in inner):
        raise GuardRefusal("a pattern must be a short text")
    if any(_HEAVY_PATTERN.search(literal.name) for literal in inner if literal.is_string):
        raise GuardRefusal("this pattern is too expensive")


def bound_repeats(tree: exp.Expr) -> None:
    """`repeat('*', n)` draws bars; whatever n is, the bar ends."""
    for node in tree.find_all(exp.Anonymous):
        if called(node) == "repeat" and len(node.expressions) == 2:
            count = node.expressions[1]
            if any(_too_often(literal) for literal in count.find_all(exp.Literal)):
                raise GuardRefusal("repeats too often")
            if not isinstance(count, exp.Literal):
                limit = exp.Anonymous(this="LEAST", expressions=[count.copy(), exp.Literal.number(MAX_REPEAT)])
                count.replace(limit)
        elif called(node) in ("lpad", "rpad") and not _small_literal(node.expressions[1:2], 1000):
            raise GuardRefusal("pads to an unknown or great length")
        elif called(node) == "format" and not _tame_format(node):
            raise GuardRefusal("this format is not allowed")
        elif called(node) in ("round", "trunc") and not _small_literal(
            node.expressions[1:2] or [exp.Literal.number(0)], 20
        ):
            raise GuardRefusal("rounds to an unknown precision")
    _bound_powers(tree)


def _too_often(literal: exp.Literal) -> bool:
    return not literal.name.replace(".", "", 1).isdigit() or float(literal.name) > MAX_REPEAT


def _bound_powers(tree: exp.Expr) -> None:
    """9 ^ 9 ^ 9 has 370 million digits."""
    powers = [node for node in tree.find_all(exp.Pow, exp.Anonymous) if _exponent(node) is not None]
    for node in powers:
        nested = any(other is not node and _exponent(other) is not None for other in node.walk())
        if nested or not _small_literal([_exponent(node)], 12):
            raise GuardRefusal("raises to an unknown or great power")
    if len(powers) > 4 or sum(1 for _ in tree.find_all(exp.Mul)) > 40:
        raise GuardRefusal("multiplies too often")
    if sum(1 for node in tree.find_all(exp.Anonymous) if called(node) == "exp") > 2:
        raise GuardRefusal("multiplies too often")


def _exponent(node: exp.Expr) -> exp.Expr | None:
    arguments: list[exp.Expr] = [node.this, node.expression] if isinstance(node, exp.Pow) else node.expressions
    raises = isinstance(node, exp.Pow) or called(node) in ("power", "pow")
    return arguments[1] if raises and len(arguments) == 2 else None


def _small_literal(nodes: list[exp.Expr | None], limit: int) -> bool:
    node = nodes[0] if nodes else None
    while isinstance(node, exp.Paren | exp.Neg):
        node = node.this
    if isinstance(node, exp.Div):
        return _small_literal([node.this], limit) and _small_literal([node.expression], limit)
    return isinstance(node, exp.Literal) and not node.is_string and abs(float(node.name)) <= limit


def _tame_format(node: exp.Anonymous) -> bool:
    template = node.expressions[0] if node.expressions else None
    return isinstance(template, exp.Literal) and not re.search(r"%[^%]*?(\d{3,}|\*)", template.name)


def series_rows(call: exp.Anonymous) -> int:
    """The most rows generate_series can make; refuses what cannot be told or is too many."""
    arguments = call.expressions
    for node in (part for argument in arguments for part in argument.walk()):
        named = called(node)
        if not isinstance(node, _SERIES_NODES) or (named and named not in _SERIES_FUNCTIONS):
            raise GuardRefusal("the series has no known end")
        if isinstance(node, exp.Literal) and _BIG_NUMBER.search(node.name):
            raise GuardRefusal("the series is too long")
        if isinstance(node, exp.Column) and node.name.lower() in _AMOUNTS and not _counted(node):
            raise GuardRefusal("the series has no known end")
    if len(arguments) > 2 and any(_SMALL_STEP.search(part.sql()) for part in (arguments[2],)):
        raise GuardRefusal("the series has too many steps")
    if all(isinstance(argument, exp.Literal) and not argument.is_string for argument in arguments[:2]):
        step = abs(float(arguments[2].name)) if len(arguments) > 2 and _number(arguments[2]) else 1
        rows = abs(float(arguments[1].name) - float(arguments[0].name)) / max(step, 0.001) + 1
        if rows > MAX_SERIES:
            raise GuardRefusal("the series is too long")
        return int(rows)
    return BASE_ROWS


def _number(node: exp.Expr) -> bool:
    return isinstance(node, exp.Literal) and not node.is_string


def _counted(node: exp.Expr) -> bool:
    while node.parent is not None and not isinstance(node, exp.Query):
        node = node.parent
        if called(node) == "count" or isinstance(node, exp.Where):
            return True
    return False


def width(node: exp.Expr, known: Widths) -> int:
    """An upper bound for the characters of a value; `known` answers for columns and subqueries."""
    if isinstance(node, exp.Column | exp.Query):
        return known(node)
    if isinstance(node, exp.Literal):
        return len(node.name)
    parts = [width(child, known) for child in node.iter_expressions()]
    total = _call_width(called(node), node.expressions, parts) if isinstance(node, exp.Anonymous) else sum(parts)
    if isinstance(node, exp.DataTypeParam):
        total = int(node.name)
    elif isinstance(node, exp.Normalize):
        total *= _MOST_OF_ONE
    if total > MAX_WIDTH:
        raise GuardRefusal("a text becomes too long")
    return total


def _call_width(name: str, arguments: list[exp.Expr], parts: list[int]) -> int:
    total = sum(parts) + _OTHER_WIDTH
    if name in _AGGREGATED_TEXT and name != "concat_ws":
        return BASE_ROWS * (sum(parts) + 2)
    if name == "concat_ws":
        return total + parts[0] * len(parts) if parts else total
    if name == "repeat":
        count = arguments[1]
        return parts[0] * (max(1, int(float(count.name))) if _number(count) else MAX_REPEAT)
    if name in ("lpad", "rpad"):
        return int(float(arguments[1].name)) + _OTHER_WIDTH
    if name in ("replace", "regexp_replace", "array_to_string", "translate", "array_replace") and len(parts) > 2:
        searched = len(arguments[1].name) if isinstance(arguments[1], exp.Literal) and name == "replace" else 1
        copies = arguments[2].name.count("\\") if isinstance(arguments[2], exp.Literal) else 0
        return (parts[0] + 1) * max(1, -(-parts[2] // max(1, searched))) + parts[0] * parts[0] * copies
    return total + 12 * sum(parts[1:]) if name == "to_char" else total
