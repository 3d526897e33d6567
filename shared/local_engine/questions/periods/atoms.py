"""One span of time at one place of a question, whatever names it. Pure."""

from shared.local_engine.questions.periods.parts import PartsOfPeriods
from shared.local_engine.questions.periods.spans import Span, month_of


class PeriodAtoms(PartsOfPeriods):
    """The first reading that fits counts."""

    def _atom(self, at: int) -> tuple[Span, int] | None:
        found = self._at(at)
        if found is None:
            return None
        if found.day:
            return Span(found.day, found.day), 1
        if found.month:
            return month_of(*found.month), 1
        return (
            self._part_of_named(at)
            or self._year_first(at)
            or self._named_whole(at)
            or self._ago(at)
            or self._counted(at)
            or self._day_of_month(at)
            or self._day_alone(at)
            or self._season(at)
            or self._holiday(at)
            or self._month(at)
            or self._part_of_year(at)
            or self._relative(at)
            or self._year(at)
        )
