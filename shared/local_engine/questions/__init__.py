"""Questions in eight languages -> SQL without a model. Pure.

    text --words--> tags --periods, filters, planning--> plan --refusals--> answered? --follow_up--> plan --sql--> SQL

`words` folds the text, finds the language, and makes a tag of each phrase of its vocabulary, number, date and payee.
A tag means `concepts`, whatever the language, and all that follows looks at concepts only. `periods` and `filters` take
the tags that say when and which; `planning` reads what is asked from those that are left. `refusals` judges tags and
plan together; `follow_up` joins the plan with that of the question before; `draft` and `sql` write down a `plan`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shared.engine import CannotAnswer, SqlDraft, SqlRequest
from shared.local_engine.questions.draft import drafted
from shared.local_engine.questions.follow_up import continued, goes_on
from shared.local_engine.questions.plan import Plan
from shared.local_engine.questions.planning.planner import understand
from shared.local_engine.questions.refusals.reasons import why_not
from shared.local_engine.questions.refusals.why import Why
from shared.local_engine.questions.words.reading import read
from shared.local_engine.questions.words.tags import Tag
from shared.safe_naming import EngineName, Language

MAX_QUESTION_CHARS = 1000

__all__ = ["write_sql"]


def write_sql(request: SqlRequest) -> SqlDraft | CannotAnswer:
    said = [_said(text, request) for text in (*request.previous, request.text)]
    base: Plan | None = None
    for question in said[:-1]:  # what is off topic was refused, and nothing goes on from there
        base = question.going_on_from(base, request.today) or base
    plan = said[-1].going_on_from(base, request.today)
    if plan is None:
        return CannotAnswer(why=said[-1].refused or "not_understood", engine=EngineName.LOCAL)
    return drafted(plan, request.today)


@dataclass(frozen=True)
class _Said:
    """One question, and what it means alone."""

    tags: Sequence[Tag]
    plan: Plan | None
    refused: Why | None

    def going_on_from(self, base: Plan | None, today: date) -> Plan | None:
        """None: it is refused."""
        if self.plan is None or self.refused in ("not_allowed", "not_recorded"):
            return None
        if base is not None and goes_on(self.tags, self.plan):
            return continued(base, self.plan, self.tags, today)
        return None if self.refused else self.plan


def _said(text: str, request: SqlRequest) -> _Said:
    text = text[:MAX_QUESTION_CHARS]
    language, tags = read(text, request.payees, request.language)
    if not tags:
        return _Said((), None, "not_understood")
    plan = understand(text, tags, request.today, capitals=language is not Language.GERMAN)
    return _Said(tags, plan, why_not(text, tags, plan))
