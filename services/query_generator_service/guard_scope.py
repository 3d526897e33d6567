"""Whose rows and which columns every name of a statement means; each base table becomes the sender's own. Pure.

PostgreSQL reads `alias.word` as a call of function `word` where no such column exists, and a bare alias as the whole
row: so every column is looked up the way PostgreSQL does, and what is not found is refused.
"""

from collections.abc import Iterable

from sqlglot import exp

from services.query_generator_service import guard_budget as budget
from services.query_generator_service import guard_recursion as recursion
from services.query_generator_service import guard_sources as sources
from services.query_generator_service.guard_grammar import (
    OWN_PREFIX,
    TABLE_FUNCTIONS,
    WHOLE_ROW_FUNCTIONS,
    GuardRefusal,
)
from services.query_generator_service.guard_sources import BASE_TABLES, MAX_SOURCES, Columns, Scope, Source


class Names:
    """Walks one statement; afterwards `used` holds the base tables it reads."""

    def __init__(self) -> None:
        self.used: set[str] = set()
        self._ctes: dict[str, Source] = {}
        self._widths: dict[int, int] = {}
        self._looked_up: set[int] = set()
        self._source_count = 0

    def resolve(self, statement: exp.Expr) -> None:
        self._query(statement, None)
        names = statement.find_all(exp.Table, exp.Column)
        if any(id(name) not in self._looked_up for name in names):  # a part of the tree that nothing above walked
            raise GuardRefusal("a name stands where none is expected")

    def _query(self, query: exp.Expr, outer: Scope | None) -> Source:
        around = self._ctes
        self._ctes = self._with_ctes(query, outer)
        source = self._without_ctes(query, outer)
        self._ctes = around
        return source

    def _with_ctes(self, query: exp.Expr, outer: Scope | None) -> dict[str, Source]:
        """Each CTE sees the ones before it, and those of the queries around it."""
        around, own = self._ctes, dict[str, Source]()
        with_ = query.args.get("with_")
        recursive = bool(with_ and with_.args.get("recursive"))
        for cte in with_.expressions if with_ else ():
            if not isinstance(cte.this, exp.Query):
                raise GuardRefusal("a CTE must be a SELECT")
            name = cte.alias
            if name in own or (recursive and (name in around or name in BASE_TABLES)):  # which one would be meant?
                raise GuardRefusal("two tables have one name")
            if recursive and recursion.reads_itself(cte):
                own[name] = self._recursive(cte, outer)
            else:
                own[name] = sources.renamed(self._query(cte.this, outer), cte.args["alias"])
            self._ctes = {**around, **own}
        return {**around, **own}

    def _recursive(self, cte: exp.CTE, outer: Scope | None) -> Source:
        """The step sees what it adds to; a column of it is as wide as where it began."""
        start, step = recursion.terms(cte)
        source = sources.renamed(self._query(start, outer), cte.args["alias"])
        source.rows *= recursion.rounds(start, step, list(source.columns))
        self._ctes = {**self._ctes, cte.alias: source}
        self._query(step, outer)
        return source

    def _without_ctes(self, query: exp.Expr, outer: Scope | None) -> Source:
        match query:
            case exp.Select():
                source = self._select(query, outer)
            case exp.SetOperation():
                source = self._set_operation(query, outer)
            case exp.Subquery():
                source = self._query(query.this, outer)
                self._tail(query, Scope(outer, labels=frozenset(source.columns)))
            case exp.Values():
                source = self._values(query, Scope(outer))
                self._tail(query, Scope(None, labels=frozenset(source.columns)))
            case _:
                raise GuardRefusal(f"{type(query).__name__} is not allowed here")
        source.rows = min(source.rows, sources.limit(query))
        self._widths[id(query)] = max(source.columns.values(), default=0)
        if source.rows > budget.MAX_ROWS:
            raise GuardRefusal("joins too many rows")
        return source

    def _set_operation(self, query: exp.SetOperation, outer: Scope | None) -> Source:
        left, right = self._query(query.this, outer), self._query(query.expression, outer)
        self._tail(query, Scope(None, labels=frozenset(left.columns)))
        return sources.united(left, right)

    def _values(self, values: exp.Values, scope: Scope) -> Source:
        columns: Columns = {}
        for row in values.expressions:
            for index, cell in enumerate(row.expressions if isinstance(row, exp.Tuple) else [row], 1):
                name = f"column{index}"
                columns[name] = max(columns.get(name, 0), self._measured(cell, scope))
        return sources.renamed(Source(columns, len(values.expressions)), values.args.get("alias"))

    def _select(self, select: exp.Select, outer: Scope | None) -> Source:
        scope = Scope(outer)
        items = sources.from_items(select)
        for item, _ in items:
            self._add_source(item, scope, outer)
        joins = [join for _, join in items if join]
        for join in joins:
            if on := join.args.get("on"):
                self._check(on, scope)
        rows = sources.joined_rows(scope, select, joins)
        columns: Columns = {}
        for projection in select.expressions:
            rows *= self._projected(projection, scope, columns)
        scope.labels = frozenset(columns)
        for name in ("distinct", "where", "group", "having", "order", "limit", "offset"):
            if part := select.args.get(name):
                self._check(part, scope, labels=name not in ("where", "having"))
        for window in select.args.get("windows") or ():
            self._check_parts(window, scope, skip=("this", "alias"))
        grouped = select.args.get("group")
        if not grouped and any(sources.is_aggregate(part) for part in select.expressions):
            rows = 1
        return Source(columns, rows)

    def _projected(self, projection: exp.Expr, scope: Scope, columns: Columns) -> int:
        """Adds the columns a projection makes; returns by how much it multiplies the rows."""
        star = projection.this if isinstance(projection, exp.Column) else projection
        if isinstance(star, exp.Star):
            self._looked_up.add(id(projection))
            sources.drop_schema(projection)
            table = projection.text("table")
            if table not in scope.sources if table else not scope.sources:
                raise GuardRefusal("the table of .* is not known")
            for name, source in scope.sources.items():
                if not table or name == table:
                    for column, size in source.columns.items():
                        sources.add_column(columns, column, size)
            return 1
        size = self._measured(projection, scope)
        sources.add_column(columns, sources.label(projection), size)
        return sources.repeated(projection)

    def _add_source(self, item: exp.Expr, scope: Scope, outer: Scope | None) -> None:
        self._source_count += 1
        self._looked_up.add(id(item))
        alias = item.args.get("alias")
        name = alias.name if alias else ""
        match item:
            case exp.Table() if isinstance(item.this, exp.Identifier):
                name, source = self._table(item)
            case exp.Table() if budget.called(item.this) in TABLE_FUNCTIONS:
                self._check(item.this, scope)
                name, source = sources.series(item)
            case exp.Unnest():
                for part in item.expressions:
                    self._check(part, scope)
                name, source = name or "unnest", sources.unnested(item)
            case exp.Lateral() if isinstance(item.this, exp.Subquery):
                source = sources.renamed(self._query(item.this, scope), alias)
            case exp.Lateral() if budget.called(item.this) in TABLE_FUNCTIONS:
                self._check(item.this, scope)
                name, source = sources.series(item)
            case exp.Subquery() if isinstance(item.this, exp.Query):
                source = sources.renamed(self._query(item, outer), alias)
            case exp.Values():
                source = self._query(item, outer)
            case _:
                raise GuardRefusal("this FROM item is not allowed")
        if name in scope.sources or self._source_count > MAX_SOURCES:
            raise GuardRefusal("too many tables, or two of one name")
        scope.sources[name or f"({len(scope.sources)})"] = source

    def _table(self, table: exp.Table) -> tuple[str, Source]:
        name, schema, alias = table.name, table.text("db"), table.args.get("alias")
        if name in self._ctes and not schema:
            found = self._ctes[name]
        elif name in BASE_TABLES and schema in ("", "public"):
            found = Source(BASE_TABLES[name], budget.BASE_ROWS)
            self.used.add(name)
            table.set("db", None)
            table.set("this", exp.to_identifier(OWN_PREFIX + name, quoted=True))
            if alias is None:
                table.set("alias", exp.TableAlias(this=exp.to_identifier(name, quoted=True)))
        else:
            raise GuardRefusal("this table is not known")
        table.set("only", None)  # neither own rows nor a CTE have heirs
        source = sources.renamed(Source(dict(found.columns), found.rows), alias)
        return (alias.name if alias and alias.name else name), source

    def _tail(self, query: exp.Expr, scope: Scope) -> None:
        for name in ("order", "limit", "offset"):
            if part := query.args.get(name):
                self._check(part, scope, labels=True)

    def _measured(self, node: exp.Expr, scope: Scope) -> int:
        self._check(node, scope)
        return budget.width(node, lambda part: self._widths.get(id(part), 64))

    def _check(self, node: exp.Expr, scope: Scope, *, labels: bool = False) -> None:
        match node:
            case exp.Query():
                self._query(node, scope)
            case exp.Column():
                self._column(node, scope, labels=labels)
            case exp.Collate():
                self._check(node.this, scope, labels=labels)
            case exp.Star():
                if budget.called(node.parent or node) != "count":
                    raise GuardRefusal("* is not allowed here")
            case exp.Window() if node.args.get("alias"):
                self._check_parts(node, scope, skip=("alias",), labels=labels)
            case _:
                self._check_parts(node, scope, labels=labels)

    def _check_parts(self, node: exp.Expr, scope: Scope, *, skip: Iterable[str] = (), labels: bool = False) -> None:
        for name, value in node.args.items():
            for part in value if isinstance(value, list) else [value]:
                if isinstance(part, exp.Expr) and name not in skip:
                    self._check(part, scope, labels=labels)

    def _column(self, column: exp.Column, scope: Scope, *, labels: bool) -> None:
        sources.drop_schema(column)
        name, table = column.name, column.text("table")
        in_row_function = budget.called(column.parent or column) in WHOLE_ROW_FUNCTIONS
        if isinstance(column.this, exp.Star):
            size = scope.row_of(table) if in_row_function else None
        else:
            size = scope.find(name, table)
        if size is None and not table:
            if labels and name in scope.labels:
                size = 64
            elif in_row_function:
                size = scope.row_of(name)
        if size is None:
            raise GuardRefusal("this column is not known")
        self._widths[id(column)] = size
        self._looked_up.add(id(column))
