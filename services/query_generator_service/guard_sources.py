"""FROM items and the columns they offer, with estimates of how many rows and how much text they hold. Pure."""

from dataclasses import dataclass, field

from sqlglot import exp

from services.query_generator_service import guard_budget as budget
from services.query_generator_service.guard_grammar import TABLE_FUNCTIONS, GuardRefusal

Columns = dict[str, int]
"""Name -> estimated characters of a value."""

BASE_TABLES: dict[str, Columns] = {
    "invoices": {
        "invoice_id": 12, "whatsapp_number": 40, "invoice_date": 10, "expense_amount": 12, "vat": 12, "payee_name": 120,
        "payment_method": 50, "raw_image_url": 200, "created_at": 30, "currency": 3, "net_amount": 12,
        "invoice_number": 120,
    },
    "users": {"whatsapp_number": 40, "username": 100, "created_at": 30},
    "queries": {
        "query_id": 12, "whatsapp_number": 40, "query_text": 500, "query_result": 2000, "created_at": 30,
    },
}  # fmt: skip
MAX_SOURCES = 12


@dataclass
class Source:
    columns: Columns
    rows: int


@dataclass
class Scope:
    """The FROM items of one SELECT, inside those of the SELECTs around it."""

    outer: "Scope | None"
    sources: dict[str, Source] = field(default_factory=dict)
    labels: frozenset[str] = frozenset()

    def find(self, name: str, table: str) -> int | None:
        """The column's width; None when no source in reach has it."""
        for source_name, source in self.sources.items():
            if (not table or source_name == table) and name in source.columns:
                return source.columns[name]
        if table in self.sources or self.outer is None:
            return None
        return self.outer.find(name, table)

    def row_of(self, name: str) -> int | None:
        """The width of a whole row, where a source has this name."""
        if name in self.sources:
            return sum(self.sources[name].columns.values()) + 20 * len(self.sources[name].columns)
        return self.outer.row_of(name) if self.outer else None


def add_column(columns: Columns, name: str, size: int) -> None:
    """A second column of one name has its place, which `AS t(a, b)` counts, but cannot be named."""
    columns[f"{name}\0{len(columns)}" if name in columns else name] = size


def drop_schema(column: exp.Expr) -> None:
    """The tables are the sender's own rows, in no schema: `public.invoices.vat` is `invoices.vat`."""
    if column.text("db") not in ("", "public"):
        raise GuardRefusal("this schema is not known")
    column.set("db", None)


def renamed(source: Source, alias: exp.Expr | None) -> Source:
    """`AS t(a, b)` names the first columns anew."""
    names = [column.name for column in alias.args.get("columns") or ()] if alias else []
    old = list(source.columns.items())
    columns = dict([*zip(names, (size for _, size in old), strict=False), *old[len(names) :]])
    return Source(columns, source.rows)


def unnested(item: exp.Unnest) -> Source:
    """A column for each array, then perhaps their numbers; sqlglot takes the last of the names for the numbers'."""
    alias, numbers = item.args.get("alias"), item.args.get("offset")
    names = [column.name for column in alias.args.get("columns") or ()] if alias else []
    if isinstance(numbers, exp.Identifier):
        names.append(numbers.name)
    table = alias.name if alias and alias.name else "unnest"
    arrays = [table] if len(item.expressions) == 1 else ["unnest"] * len(item.expressions)
    own = [*arrays, *(["ordinality"] if numbers else [])]
    return Source(dict.fromkeys([*names, *own[len(names) :]], 300), budget.BASE_ROWS)


def series(item: exp.Expr) -> tuple[str, Source]:
    """A function in FROM: what it is called there, and its column."""
    call, alias = item.this, item.args.get("alias")
    rows = budget.series_rows(call) if budget.called(call) == "generate_series" else budget.BASE_ROWS
    name = alias.name if alias else budget.called(call)
    columns: Columns = {name: 300}
    if item.args.get("ordinality"):
        columns["ordinality"] = 10
    return name, renamed(Source(columns, rows), alias)


def united(left: Source, right: Source) -> Source:
    """A set operation has the names of its left side."""
    widths = list(right.columns.values())
    wider = {
        name: max(size, widths[index]) if index < len(widths) else size
        for index, (name, size) in enumerate(left.columns.items())
    }
    return Source(wider, left.rows + right.rows)


def limit(query: exp.Expr) -> int:
    limit = query.args.get("limit")
    number = limit.args.get("expression") or limit.args.get("count") if limit else None
    options = limit.args.get("limit_options") if limit else None
    if options and options.args.get("with_ties"):
        return budget.MAX_ROWS + 1  # all rows may tie
    if isinstance(number, exp.Literal) and number.name.isdigit():
        return max(1, int(number.name))
    return budget.MAX_ROWS + 1


def from_items(select: exp.Select) -> list[tuple[exp.Expr, exp.Join | None]]:
    """Each with the join it comes by, as if no join stood in parentheses."""
    from_ = select.args.get("from_")
    items = _flat(from_.this, None) if from_ else []
    for join in select.args.get("joins") or ():
        items += _flat(join.this, join)
    return items


def _flat(item: exp.Expr, join: exp.Join | None) -> list[tuple[exp.Expr, exp.Join | None]]:
    if not (isinstance(item, exp.Subquery) and isinstance(item.this, exp.Table)) or item.args.get("alias"):
        return [(item, join)]
    items = _flat(item.this, join)
    for inner in item.this.args.get("joins") or ():
        items += _flat(inner.this, inner)
    return items


def joined_rows(scope: Scope, select: exp.Select, joins: list[exp.Join]) -> int:
    """A product, but for the sources an equality ties to another one."""
    ties = sum(1 for join in joins if join.args.get("using") or join.args.get("method"))
    conditions = [join.args["on"] for join in joins if join.args.get("on")]
    if where := select.args.get("where"):
        conditions.append(where.this)
    for condition in conditions:
        for part in condition.flatten() if isinstance(condition, exp.And) else [condition]:
            tables = {column.text("table") for column in part.find_all(exp.Column)}
            ties += isinstance(part, exp.EQ) and len(tables & set(scope.sources)) > 1
    sizes = sorted((source.rows for source in scope.sources.values()), reverse=True)
    rows = 1
    for size in sizes[: max(1, len(sizes) - ties)]:
        rows *= max(1, size)
    if rows > budget.MAX_ROWS:
        raise GuardRefusal("joins too many rows")
    return rows


def calls(node: exp.Expr) -> list[exp.Anonymous]:
    """Function calls of this SELECT, not of those inside it."""
    return [
        part for part in node.walk(prune=lambda part: isinstance(part, exp.Query)) if isinstance(part, exp.Anonymous)
    ]


def repeated(projection: exp.Expr) -> int:
    """By how much the functions of a projection that return rows multiply those of its SELECT."""
    found = calls(projection)
    lengths = [budget.series_rows(call) for call in found if budget.called(call) == "generate_series"]
    many = any(budget.called(call) in (*TABLE_FUNCTIONS, "unnest") for call in found)
    return max(lengths, default=20 if many else 1)


def is_aggregate(node: exp.Expr) -> bool:
    names = "count sum avg min max string_agg array_agg json_agg jsonb_agg bool_and bool_or every".split()
    inner = node.this if isinstance(node, exp.Alias) else node
    if isinstance(inner, exp.Window):
        return False
    return any(budget.called(call) in names and not call.find_ancestor(exp.Window) for call in calls(inner))


def label(projection: exp.Expr) -> str:
    """The name PostgreSQL gives a column without alias, as far as an outer SELECT may rely on it."""
    match projection:
        case exp.Alias():
            return str(projection.alias)
        case exp.Column():
            return str(projection.name)
        case exp.Cast() | exp.Paren() | exp.Filter() | exp.Window() | exp.WithinGroup() | exp.Bracket():
            return label(projection.this)
        case exp.Anonymous():
            return budget.called(projection)
        case exp.Normalize():
            return "normalize"
        case exp.Case() | exp.Extract() | exp.Array() | exp.Exists():
            return type(projection).__name__.lower()
        case _:
            return "?column?"
