"""What a model's tokens cost, as the operator says in GPT_PRICES; pure."""

from collections.abc import Sequence
from typing import NamedTuple

PER = 1_000_000


class Price(NamedTuple):
    """Dollars per million tokens."""

    per_million_in: float
    per_million_out: float

    def of(self, tokens_in: int, tokens_out: int) -> float:
        return (tokens_in * self.per_million_in + tokens_out * self.per_million_out) / PER


def prices(written: Sequence[str]) -> dict[str, Price]:
    """From `model:in:out`; the model's name may hold colons, as `llama3.2:3b` does."""
    parts = (entry.rsplit(":", 2) for entry in written)
    return {model: Price(float(price_in), float(price_out)) for model, price_in, price_out in parts}
