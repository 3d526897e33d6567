"""What a generated statement may be made of. Pure; everything that is not named here is refused."""

import re

from sqlglot import exp

from shared.errors import FintrakError

MAX_STRING_CHARS = 500
MAX_NAME_BYTES = 63  # PostgreSQL cuts longer names, so two of them may become one
MAX_TYPE_PARAMETER = 1000  # char(10000000) would pad every value to ten million bytes
OWN_PREFIX = "_own_"


class GuardRefusal(FintrakError):
    """The statement is not one FinTrak runs. `reason` may go to a model that repairs it, not to a user."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


_BINARY = (
    exp.Add, exp.Sub, exp.Mul, exp.Div, exp.Mod, exp.Pow, exp.DPipe, exp.And, exp.Or, exp.EQ, exp.NEQ, exp.GT, exp.GTE,
    exp.LT, exp.LTE, exp.Like, exp.ILike, exp.SimilarTo, exp.RegexpLike, exp.RegexpILike, exp.NullSafeEQ,
    exp.NullSafeNEQ, exp.Is, exp.Overlaps, exp.Filter, exp.WithinGroup, exp.Escape, exp.Kwarg, exp.Collate,
    exp.ArrayContainsAll, exp.ArrayContainedBy, exp.ArrayOverlaps, exp.Adjacent, exp.StartsWith,
)  # fmt: skip
_ONE = (exp.Not, exp.Neg, exp.Paren, exp.Any, exp.All, exp.Exists, exp.From, exp.Where, exp.Having)
_MANY = (exp.Cube, exp.Rollup, exp.GroupingSets, exp.Tuple)
_SET_OPERATION = {"this", "expression", "distinct", "order", "limit", "offset", "with_"}

ALLOWED: dict[type[exp.Expr], set[str]] = {
    **{kind: {"this", "expression", "negate", "typed", "safe"} for kind in _BINARY},
    **{kind: {"this"} for kind in _ONE},
    **{kind: {"expressions"} for kind in _MANY},
    exp.Union: _SET_OPERATION,
    exp.Intersect: _SET_OPERATION,
    exp.Except: _SET_OPERATION,
    exp.Select: {
        "with_", "expressions", "distinct", "from_", "joins", "where", "group", "having", "windows", "order", "limit",
        "offset",
    },
    exp.Alias: {"this", "alias"},
    exp.Anonymous: {"this", "expressions"},
    exp.Array: {"expressions"},
    exp.AtTimeZone: {"this", "zone"},
    exp.Between: {"this", "low", "high", "symmetric"},
    exp.Boolean: {"this"},
    exp.Bracket: {"this", "expressions", "offset"},
    exp.CTE: {"this", "alias", "materialized"},
    exp.Case: {"this", "ifs", "default"},
    exp.Cast: {"this", "to"},
    exp.Column: {"this", "table", "db"},
    exp.DataType: {"this", "expressions", "nested"},
    exp.DataTypeParam: {"this"},
    exp.Distinct: {"expressions", "on"},
    exp.Extract: {"this", "expression"},
    exp.Fetch: {"direction", "count", "limit_options"},
    exp.Group: {"expressions", "cube", "rollup", "grouping_sets"},
    exp.Identifier: {"this", "quoted"},
    exp.If: {"this", "true"},
    exp.In: {"this", "expressions", "query"},
    exp.Interval: {"this", "unit"},
    exp.Join: {"this", "on", "using", "side", "kind", "method"},
    exp.Lateral: {"this", "alias"},
    exp.Limit: {"expression"},
    exp.LimitOptions: {"rows", "with_ties"},
    exp.Literal: {"this", "is_string"},
    exp.Normalize: {"this", "form"},
    exp.Null: set(),
    exp.Offset: {"expression"},
    exp.Order: {"this", "expressions"},
    exp.Ordered: {"this", "desc", "nulls_first"},
    exp.Overlay: {"this", "expression", "from_", "for_"},
    exp.Star: set(),
    exp.StrPosition: {"this", "substr"},
    exp.Subquery: {"this", "alias", "order", "limit", "offset", "with_"},
    exp.Substring: {"this", "start", "length"},
    exp.Table: {"this", "db", "alias", "joins", "only", "ordinality"},
    exp.TableAlias: {"this", "columns"},
    exp.Trim: {"this", "expression", "position"},
    exp.Unnest: {"expressions", "alias", "offset"},
    exp.Values: {"expressions", "alias", "order", "limit"},
    exp.Var: {"this"},
    exp.Window: {"this", "partition_by", "order", "spec", "alias", "over"},
    exp.WindowSpec: {"kind", "start", "start_side", "end", "end_side", "exclude"},
    exp.With: {"expressions", "recursive"},
}  # fmt: skip

FUNCTIONS = frozenset(
    # aggregates and windows
    "count sum avg min max stddev stddev_pop stddev_samp variance var_pop var_samp corr covar_pop covar_samp "
    "regr_slope regr_intercept regr_r2 regr_count bool_and bool_or every string_agg array_agg json_agg jsonb_agg "
    "json_object_agg jsonb_object_agg percentile_cont percentile_disc mode any_value grouping row_number rank "
    "dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value "
    # numbers
    "abs ceil ceiling floor round trunc sign mod div power pow sqrt cbrt exp ln log log10 gcd lcm pi random "
    "width_bucket degrees radians greatest least coalesce nullif num_nulls num_nonnulls "
    # texts
    "upper lower initcap length char_length character_length octet_length left right substr replace translate reverse "
    "concat concat_ws lpad rpad repeat format ltrim rtrim btrim strpos split_part starts_with ascii chr md5 to_char "
    "to_number string_to_array array_to_string regexp_replace regexp_match regexp_matches regexp_count regexp_like "
    "regexp_substr regexp_instr regexp_split_to_array regexp_split_to_table string_to_table quote_literal "
    # dates
    "age date_part date_trunc date_bin to_date to_timestamp make_date make_timestamp make_time make_interval "
    "justify_days justify_hours justify_interval isfinite timezone date timestamp "
    # ranges
    "daterange tsrange tstzrange numrange int4range int8range isempty lower_inc upper_inc range_merge "
    # rows and arrays
    "generate_series unnest array array_length array_lower array_upper array_position array_positions array_remove "
    "array_replace array_append array_prepend cardinality row json_build_object jsonb_build_object json_build_array "
    "jsonb_build_array row_to_json to_json to_jsonb some".split()
)
WHOLE_ROW_FUNCTIONS = frozenset("count row_to_json to_json to_jsonb json_agg jsonb_agg".split())
TABLE_FUNCTIONS = frozenset("generate_series regexp_split_to_table string_to_table regexp_matches".split())

_TYPE = exp.DataType.Type
TYPES = frozenset(
    {
        _TYPE.BOOLEAN, _TYPE.SMALLINT, _TYPE.INT, _TYPE.BIGINT, _TYPE.DECIMAL, _TYPE.FLOAT, _TYPE.DOUBLE, _TYPE.MONEY,
        _TYPE.CHAR, _TYPE.VARCHAR, _TYPE.TEXT, _TYPE.DATE, _TYPE.TIME, _TYPE.TIMESTAMP, _TYPE.TIMESTAMPTZ,
        _TYPE.INTERVAL, _TYPE.ARRAY, _TYPE.JSON, _TYPE.JSONB, _TYPE.DATERANGE, _TYPE.TSRANGE, _TYPE.TSTZRANGE,
        _TYPE.NUMRANGE, _TYPE.INT4RANGE, _TYPE.INT8RANGE,
    }
)  # fmt: skip
SYSTEM_COLUMNS = frozenset("tableoid xmin xmax cmin cmax ctid oid".split())
_KEYWORDS = re.compile(r"[A-Za-z]+( [A-Za-z]+)*")  # what may stand in a tree as bare text
_NUMBER = re.compile(r"\d{0,18}(\.\d{0,12})?([eE][+-]?\d)?")
_HUGE = re.compile(r"\s*[-+]?[\d.]+[eE]\+?\d{2}")  # as a text it could still be cast
_WORDS = re.compile(
    "(CENTURY|DAY|DAYS|DECADE|DOW|DOY|EPOCH|HOUR|HOURS|ISODOW|ISOYEAR|JULIAN|MILLENNIUM|MINUTE|MINUTES|MONTH|MONTHS|"
    "QUARTER|SECOND|SECONDS|WEEK|WEEKS|YEAR|YEARS|TIMEZONE|YEAR TO MONTH|ALL|W|D|H|M|S|Y|MONS?|NFK?[CD]|"
    "CURRENT ROW|GROUP|TIES|NO OTHERS)",
    re.IGNORECASE,
)


def check_grammar(tree: exp.Expr) -> None:
    """Every node, every argument of it that is set, every name and every literal."""
    for node in tree.walk():
        names = ALLOWED.get(type(node))
        if names is None:
            raise GuardRefusal(f"{type(node).__name__} is not allowed")
        for name, value in node.args.items():
            if value in (None, False, []):
                continue
            if name not in names:
                raise GuardRefusal(f"{name.strip('_')} is not allowed in {type(node).__name__}")
            _check_text(node, value)
        _check_node(node)


def _check_text(node: exp.Expr, value: object) -> None:
    """Strings inside the tree are printed as they are; only names, literals and functions have rules of their own."""
    if isinstance(value, str) and not isinstance(node, exp.Identifier | exp.Literal | exp.Anonymous):
        if not _KEYWORDS.fullmatch(value):
            raise GuardRefusal("bare text is not allowed")
    elif not isinstance(value, exp.Expr | list | str | bool | int | _TYPE):
        raise GuardRefusal(f"{type(value).__name__} is not allowed")


def _check_node(node: exp.Expr) -> None:
    match node:
        case exp.Identifier():
            _check_name(node)
        case exp.Literal():
            _check_literal(node)
        case exp.Anonymous():
            if not isinstance(node.this, str) or node.this.lower() not in FUNCTIONS:
                raise GuardRefusal("this function is not allowed")
        case exp.DataType():
            if node.this not in TYPES:
                raise GuardRefusal("this type is not allowed")
        case exp.DataTypeParam():
            if not node.name.lstrip("-").isdigit() or int(node.name) > MAX_TYPE_PARAMETER:
                raise GuardRefusal("this type is too wide")
        case exp.Collate():
            if not isinstance(node.expression, exp.Identifier):
                raise GuardRefusal("this collation is not allowed")
        case exp.Var():
            if not _WORDS.fullmatch(node.name):
                raise GuardRefusal("this word is not allowed")


def _check_name(identifier: exp.Identifier) -> None:
    name = identifier.name
    if not name or len(name.encode()) > MAX_NAME_BYTES or not name.isprintable():
        raise GuardRefusal("a name is empty, too long or not printable")
    if name.lower().startswith(("pg_", OWN_PREFIX)) or name.lower() in SYSTEM_COLUMNS:
        raise GuardRefusal("system names are not allowed")


def _check_literal(literal: exp.Literal) -> None:
    text = literal.name
    if literal.is_string:
        if len(text) > MAX_STRING_CHARS or "\x00" in text:
            raise GuardRefusal("a text is too long")
        if _HUGE.match(text):
            raise GuardRefusal("a number is too long")
    elif not _NUMBER.fullmatch(text):
        raise GuardRefusal("a number is too long")
