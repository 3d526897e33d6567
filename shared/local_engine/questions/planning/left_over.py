"""Words that bound a question but found no place in its plan: an answer without them answers another question. Pure."""

from collections.abc import Sequence

from shared.local_engine.questions.concepts import BOUNDS, MONEY, NEGATIONS, NOUNS, SUPERLATIVES
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.periods.spans import Span
from shared.local_engine.questions.plan import Figure, Measure, Order, Plan
from shared.local_engine.questions.planning.question import Question
from shared.local_engine.questions.words.forms import SUBJECTS, in_devanagari
from shared.local_engine.questions.words.tags import Tag, mentions

_AVERAGES = (Figure.AVERAGE, Figure.AVERAGE_PER_UNIT, Figure.MEDIAN, Figure.SHARE)
_PARTED = (Figure.COMPARE, Figure.DISTINCT_COUNT, Figure.DISTINCT_LIST, Figure.DUPLICATES)
_NAMED_DAYS = (C.MONTH_NAME, C.WEEKDAY_NAME, C.WEEKEND, C.HOLIDAY, C.SEASON)
_OURS = (*MONEY, *NOUNS, *_NAMED_DAYS, C.METHOD_NAME, C.CURRENCY_NAME, C.FIRST, C.LAST)
_SHORTER = {C.MONTH: 28, C.QUARTER: 90, C.YEAR: 365}
_ASKING = (C.HOW_MUCH, C.HOW_MANY, C.WHICH, C.WHERE, C.WHEN)
_APART = ",.;!?،。"


def leaves_something_out(q: Question, plan: Plan) -> bool:
    """Numbers, negations, named days and figures must all have done their work."""
    if _periods_do_not_fit(q, plan):
        return True
    free = [(index, found) for index, found in enumerate(q.tags) if index not in q.used]
    return any(_counts(q, plan, index) or _negates(q, plan, index) or _asks(q, plan, found) for index, found in free)


def _counts(q: Question, plan: Plan, index: int) -> bool:
    """A number, a place in a row, a half or a day that chose nothing."""
    found = q.tags[index]
    place = found.value(C.ORDINAL)
    if isinstance(place, int):
        return place not in (1, plan.skip + 1)
    if found.day or found.month or found.has(C.HALF, C.BEFORE_LAST, *_NAMED_DAYS):
        return True
    bound = plan.having.number if plan.having else None
    following = q.tags[index + 1 : index + 3]
    if found.number is None and any(tag.amount is not None for tag in following):
        return False  # Portuguese `dos últimos 15 dias`, where Spanish has `two`
    if following and found.text[0].isupper() and following[0].text[0].isupper():
        return False  # `Five Guys`
    return found.amount is not None and found.amount not in (plan.limit, bound, plan.skip + 1, 1)


def _negates(q: Question, plan: Plan, index: int) -> bool:
    """A `not` that leaves nothing out; `no jokes please, ...` and `didn't I spend ...` leave nothing out either."""
    found = q.tags[index]
    if not found.has(*NEGATIONS) or found.has(C.SPEND, C.VAT, C.NET):
        return False
    if plan.measure is Measure.NET or Measure.NET in plan.also:
        return not mentions(q.tags[max(0, index - 3) : index + 4], C.VAT, C.NET)
    if found.has(C.WITHOUT) and q.filters.missing:
        return False  # `missing or zero VAT`
    if plan.figure is Figure.DUPLICATES and in_devanagari(found):
        return False
    following = q.tags[index + 1 : index + 2]
    if following and not SUBJECTS.isdisjoint(following[0].words):
        return False
    if next((tag for tag in q.tags[index + 1 :] if not tag.has(C.FILLER)), found).has(C.LIST, C.REPORT):
        return False  # `not a list`
    return not _told_before(q.tags, index)


def _told_before(tags: Sequence[Tag], index: int) -> bool:
    """`I don't know how much ...`: before what is asked, or in a clause before it, with nothing of ours between."""
    ends = next((at for at in range(index + 1, len(tags)) if _parts(tags[at]) or tags[at].has(*_ASKING)), None)
    if ends is None:
        return False
    begins = next((at for at in range(index, -1, -1) if _parts(tags[at])), 0)
    return not any(tag.has(*_OURS) or tag.payees or tag.amount is not None for tag in tags[begins:ends])


def _parts(tag: Tag) -> bool:
    return any(sign in tag.gap for sign in _APART)


def _asks(q: Question, plan: Plan, found: Tag) -> bool:
    """A figure or an order that the plan does not give."""
    if found.has(C.AVERAGE) and not found.has(C.MEDIAN, C.INVOICE, C.SPEND):
        return not (plan.figure in _AVERAGES or plan.by_average or ">" in found.words)
    if found.has(C.MEDIAN):
        return plan.figure is not Figure.MEDIAN
    if found.has(C.WEEKDAY, C.WORKDAYS):
        return plan.figure not in _PARTED and plan.group is None and not q.days.weekdays
    if found.has(C.DISTINCT):
        return plan.figure not in _PARTED and plan.group is None
    if found.has(C.FIRST) and not found.has(C.LAST) and plan.order is None and plan.figure is not Figure.COMPARE:
        return True  # `the first Monday of each month`
    if (
        found.has(*BOUNDS) and plan.figure is not Figure.COMPARE and not found.has(*SUPERLATIVES)
    ):  # `higher than the one before`
        bound = next((tag for tag in q.tags[q.tags.index(found) + 1 :] if not tag.filler), found)
        return bound.amount is not None
    if plan.figure is Figure.LIST and plan.limit == 1 and found.has(C.LAST):
        return q.free(C.FIRST) and plan.order is Order.OLDEST and not found.has(C.FIRST)
    return False


def _periods_do_not_fit(q: Question, plan: Plan) -> bool:
    """`2024 but not 2025` of vendors, `January of the last three years`, `the 5th of every month`."""
    days = plan.days
    if plan.by_upload and q.says(C.DATE):
        return True
    if any(_holds(out, span) for out in days.excluded for span in days.spans):
        return True
    if q.free(C.VENDOR, C.METHOD) and days.spans and any(not _meets(out, days.spans) for out in days.excluded):
        return True
    summed = plan.figure not in (Figure.COMPARE, Figure.SHARE)
    if (
        summed
        and len(days.spans) == 2
        and any(one != other and _holds(one, other) for one in days.spans for other in days.spans)
    ):
        return True
    shortest = _SHORTER.get(plan.group) if plan.group and plan.figure is not Figure.AVERAGE_PER_UNIT else None
    span = plan.span
    if shortest is None or span is None or span.start is None or span.end is None:
        return False
    return (span.end - span.start).days + 1 < shortest and span.unit is C.DAY and span.end != q.today


def _holds(whole: Span, part: Span) -> bool:
    if not (whole.start and whole.end and part.start and part.end):
        return False
    return whole.start <= part.start and part.end <= whole.end


def _meets(out: Span, spans: Sequence[Span]) -> bool:
    return any(
        (out.start is None or span.end is None or out.start <= span.end)
        and (out.end is None or span.start is None or span.start <= out.end)
        for span in spans
    )
