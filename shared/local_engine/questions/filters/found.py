"""The conditions that a question puts on invoices."""

from dataclasses import dataclass, field

from shared.local_engine.questions.plan import Condition, Having


@dataclass
class Filters:
    """What was found; `used` are indices of tags that did their work here."""

    amounts: list[Condition] = field(default_factory=list)
    payees: list[Condition] = field(default_factory=list)
    strangers: list[Condition] = field(default_factory=list)
    """Those of the payees that were never paid."""
    methods: list[Condition] = field(default_factory=list)
    others: list[Condition] = field(default_factory=list)
    having: Having | None = None
    missing: bool = False
    refunds: bool = False
    used: set[int] = field(default_factory=set)

    @property
    def all(self) -> tuple[Condition, ...]:
        return (*self.payees, *self.methods, *self.amounts, *self.others)
