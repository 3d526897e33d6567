"""The paid calls of a month, in memory: for the records that tests of services put in the database's place."""

from typing import Any

from shared.engine import Usage


class FakeBills:
    """`spent` is what this user and all users spent before the test began."""

    def __init__(self, spent: tuple[float, float] = (0.0, 0.0)) -> None:
        self.spent = spent
        self.bills: list[dict[str, Any]] = []

    async def reserve_call(
        self,
        *,
        limit_of_each: float | None,
        limit_of_all: float | None,
        **call: Any,  # noqa: ANN401
    ) -> int | None:
        limits = zip((limit_of_each, limit_of_all), self.spent, strict=True)
        if any(limit is not None and spent >= limit for limit, spent in limits):
            return None
        self.bills.append(call)
        return len(self.bills) - 1

    async def bill_call(self, call_id: int, usage: Usage | None, cost_usd: float) -> None:
        self.bills[call_id] |= {"usage": usage, "cost_usd": cost_usd}
