"""What a model answered to a question, made into a SqlDraft or a CannotAnswer; bare or fenced SQL is understood too."""

import re
from typing import Literal, cast, get_args

from shared.engine import CannotAnswer, Period, SqlDraft
from shared.gpt_json import JsonObject, day_in, json_object_in, only_object_inside, without_fence
from shared.safe_naming import EngineName

Why = Literal["off_topic", "not_understood", "not_allowed", "not_recorded"]

_SELECT = re.compile(r"\s*(--[^\n]*\n\s*)*\(*\s*(select|with)\b", re.IGNORECASE)
_AFTER_PROSE = re.compile(
    r"^[ \t]*(?:sql|query|answer)?[ \t]*:?[ \t]*((?:select|with)\b.*)", re.IGNORECASE | re.MULTILINE | re.DOTALL
)
_AFTER_COLON = re.compile(r":\s*((?:select|with)\b.*)", re.IGNORECASE | re.DOTALL)
_PROSE_BEHIND = re.compile(r"((?:'[^']*'|[^';])*);\s*(?P<rest>\S.*)", re.DOTALL)
_VERBS = re.compile(
    r"\s*(--|/\*|\(|(select|with|insert|update|delete|drop|alter|create|truncate|grant|copy|set|do|call|begin|table|values)\b)",
    re.IGNORECASE,
)
_OWN_NUMBER = re.compile(
    r"\b(?:\w+\.)?\"?whatsapp_number\"?\s*=\s*"
    r"(?:\$1\b|\?|%s|%\(\w+\)s|:\w+|\{\w+\}|'(?:\{\w+\}|<[^'>]*>|\[[^'\]]*\]|%s|:\w+|\$1|(?:your|user)[^']*)')",
    re.IGNORECASE,
)
_SQL_KEYS = ("sql", "query", "sql_query", "statement", "sqlquery", "sql_statement", "query_sql")
_MEASURES = get_args(SqlDraft.model_fields["measure"].annotation)


def parse_statement(text: str) -> SqlDraft | CannotAnswer | None:
    """None when neither SQL nor a reason was there."""
    answer = None if _SELECT.match(text) else json_object_in(text)
    if answer is None:
        bare = _statement_in(without_fence(text))
        return SqlDraft(sql=_clean(bare), engine=EngineName.GPT) if bare else None
    answer = {key.lower(): value for key, value in answer.items()}
    if not any(key in answer for key in (*_SQL_KEYS, "cannot_answer")):
        answer = only_object_inside(answer)
    return _outcome(answer)


def _statement_in(text: str) -> str | None:
    """Also behind `Here is the query:`."""
    if _SELECT.match(text):
        return text
    found = _AFTER_PROSE.search(text) or _AFTER_COLON.search(text)
    return found.group(1) if found else None


def _outcome(answer: JsonObject) -> SqlDraft | CannotAnswer | None:
    reason = answer.get("cannot_answer")
    if isinstance(reason, str) and reason in get_args(Why):
        return CannotAnswer(why=cast(Why, reason), engine=EngineName.GPT)
    sql = next((value for key in _SQL_KEYS if isinstance(value := answer.get(key), str) and value.strip()), None)
    if sql is None:
        refused = bool(reason) or "error" in answer
        return CannotAnswer(why="not_understood", engine=EngineName.GPT) if refused else None
    measure, filters, invoices_sql = answer.get("measure"), answer.get("filters"), answer.get("invoices_sql")
    start, end = day_in(answer.get("period_start"))[0], day_in(answer.get("period_end"))[0]
    return SqlDraft(
        sql=_clean(sql),
        invoices_sql=_clean(invoices_sql) if isinstance(invoices_sql, str) and invoices_sql.strip() else None,
        measure=measure if measure in _MEASURES else "other",
        period=Period(start=start, end=end) if start or end else None,
        filters=tuple(str(entry) for entry in filters) if isinstance(filters, list) else (),
        engine=EngineName.GPT,
    )


def _clean(sql: str) -> str:
    """One statement without what is said about it; a second statement stays, for the guard to refuse."""
    sql = without_fence(sql)
    behind = _PROSE_BEHIND.fullmatch(sql)
    if behind and not _VERBS.match(behind["rest"]):
        sql = behind.group(1)
    sql = _OWN_NUMBER.sub("TRUE", sql)  # a placeholder for the sender, whose rows are the only ones there
    return sql.strip().rstrip(";").rstrip()
