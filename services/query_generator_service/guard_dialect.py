"""How the guard reads and writes SQL: PostgreSQL as it is written, translated as little as possible. Pure.

Function calls stay what they are (sqlglot would otherwise translate about 670 of them), so one list of names decides,
and what runs is what was checked.
"""

import logging
from collections.abc import Callable
from typing import ClassVar

import sqlglot
from sqlglot import exp
from sqlglot.dialects.postgres import Postgres
from sqlglot.generators.postgres import PostgresGenerator
from sqlglot.parsers.postgres import PostgresParser
from sqlglot.tokenizer_core import TokenType

logging.getLogger("sqlglot").setLevel(logging.CRITICAL)  # its warnings quote the statement

_LITERAL_TYPES = (TokenType.DATE, TokenType.TIMESTAMP, TokenType.TIMESTAMPTZ, TokenType.TIME, TokenType.INTERVAL)


class Verbatim(Postgres):
    """PostgreSQL as it is written."""

    class Parser(PostgresParser):
        FUNCTIONS: ClassVar[dict[str, Callable[..., exp.Expr]]] = {}
        FUNCTION_PARSERS: ClassVar[dict[str, Callable[..., exp.Expr | None]]] = {
            name: PostgresParser.FUNCTION_PARSERS[name]
            for name in ("CAST", "EXTRACT", "NORMALIZE", "POSITION", "SUBSTRING", "TRIM", "OVERLAY")
        }

    class Generator(PostgresGenerator):
        MULTI_ARG_DISTINCT = True


def bind_typed_literals(sql: str) -> str:
    """`DATE '2026-01-01'::text` casts the date in PostgreSQL, but the text in sqlglot: parentheses say which."""
    if "::" not in sql:
        return sql
    tokens = sqlglot.tokenize(sql, dialect=Verbatim)
    for kind, text, cast in reversed(list(zip(tokens, tokens[1:], tokens[2:], strict=False))):
        if (
            kind.token_type in _LITERAL_TYPES
            and text.token_type == TokenType.STRING
            and cast.token_type == TokenType.DCOLON
        ):
            sql = f"{sql[: kind.start]}({sql[kind.start : text.end + 1]}){sql[text.end + 1 :]}"
    return sql


def with_plain_texts(tree: exp.Expr) -> exp.Expr:
    """`E'a\\n'` becomes the text it stands for."""
    for node in list(tree.find_all(exp.ByteString)):
        node.replace(exp.Literal.string(node.name))
    return tree
