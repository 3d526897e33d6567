"""What is to be computed: the language-free meaning of a question, made by `understand`, written down by `sql`."""

from dataclasses import dataclass, field
from enum import StrEnum, auto

from shared.local_engine.questions.concepts import Concept
from shared.local_engine.questions.periods.spans import Days, Span


class Figure(StrEnum):
    TOTAL = auto()
    COUNT = auto()
    AVERAGE = auto()
    AVERAGE_PER_UNIT = auto()
    MEDIAN = auto()
    SHARE = auto()
    LIST = auto()
    DISTINCT_LIST = auto()
    DISTINCT_COUNT = auto()
    COMPARE = auto()
    DUPLICATES = auto()


class Measure(StrEnum):
    GROSS = auto()
    NET = auto()
    VAT = auto()


class Order(StrEnum):
    NEWEST = auto()
    OLDEST = auto()
    UPLOADED = auto()
    FIRST_UPLOADED = auto()
    LARGEST = auto()
    SMALLEST = auto()


@dataclass(frozen=True)
class Condition:
    """One filter as SQL over a row of `invoices`, and the user's own words for it."""

    sql: str
    label: str


@dataclass(frozen=True)
class Choice:
    """One side of a comparison."""

    name: str
    sql: str


@dataclass(frozen=True)
class Having:
    """A bound on each group: `vendors where I spent over 500`."""

    operator: str
    number: float
    on_count: bool = False


@dataclass(frozen=True)
class Plan:
    figure: Figure = Figure.TOTAL
    measure: Measure = Measure.GROSS
    group: Concept | None = None
    days: Days = field(default_factory=Days)
    by_upload: bool = False
    """The period is about when invoices were sent in, not about the date printed on them."""
    conditions: tuple[Condition, ...] = ()
    share_of: tuple[Condition, ...] = ()
    choices: tuple[Choice, ...] = ()
    compares_periods: bool = False
    having: Having | None = None
    order: Order | None = None
    by_count: bool = False
    by_average: bool = False
    limit: int | None = None
    skip: int = 0
    """`the second largest` leaves out one."""
    of_listed: bool = False
    """The figure is that of the invoices which order and limit choose: `total of my last 5 invoices`."""
    with_age: bool = False
    """How many days ago an invoice was is asked for."""
    within: Concept | None = None
    """Groups are ranked inside each of these: `the top vendor of each month`."""
    with_share: bool = False
    """Each group's part of the whole is asked for."""
    running: bool = False
    """Each group of time is asked for together with those before it."""
    counts_groups: bool = False
    """`how many vendors got more than 100`: their number, not the groups."""
    also: tuple[Measure, ...] = ()
    """What is asked for beside the measure: `the total and the VAT`."""
    unknown_payee: str | None = None
    day_words: str = ""
    """The user's words for the days of the week that count."""
    leaves_out: bool = False
    """Something said in the question is in no part of the plan."""
    measure_words: str = ""
    """The user's words for net amounts, or for sums that run on."""

    @property
    def narrows(self) -> bool:
        """Something of the question chose among the invoices, parted or ordered them."""
        days = self.days
        chosen = (days.spans, days.weekdays, days.excluded, self.conditions, self.share_of, self.choices)
        return any(chosen) or self.figure is Figure.DUPLICATES or (self.group or self.order or self.having) is not None

    @property
    def sorts_all(self) -> bool:
        """Every invoice is listed, by amount."""
        return self.figure is Figure.LIST and self.group is None and not (self.limit or self.skip)

    @property
    def span(self) -> Span | None:
        return self.days.spans[0] if len(self.days.spans) == 1 else None
