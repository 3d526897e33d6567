"""What calls of the paid model cost: one row a call, summed up for the budgets."""

from shared.engine import Usage
from shared.postgres import Database
from shared.safe_naming import ReadStep
from shared.utils import whatsapp_number

_KEEP = """
INSERT INTO gpt_calls (
    whatsapp_number, source_message_id, step, model, prompt_tokens, completion_tokens, cost_usd
) VALUES ($1, $2, $3, $4, $5, $6, $7)
"""
_SPENT = (
    "SELECT coalesce(sum(cost_usd), 0) FROM gpt_calls"
    " WHERE called_at >= date_trunc('month', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'"
)
# Two sums, as each has an index of its own.
THIS_MONTH = f"SELECT ({_SPENT} AND whatsapp_number = $1) AS by_user, ({_SPENT}) AS by_all"


class SpendingRecords:
    """A part of shared.records.Records."""

    def __init__(self, database: Database) -> None:
        self._spending = database

    async def keep_call(self, *, sender: str, message_id: str, step: ReadStep, usage: Usage, cost_usd: float) -> None:
        """Tokens are NULL where the server did not say; `cost_usd` is then an assumption."""
        tokens = usage.prompt_tokens, usage.completion_tokens
        await self._spending.row(_KEEP, whatsapp_number(sender), message_id, step, usage.model, *tokens, cost_usd)

    async def spent_this_month(self, sender: str) -> tuple[float, float]:
        """US dollars of this sender and of everybody, since the first of the month (UTC)."""
        row = await self._spending.row(THIS_MONTH, whatsapp_number(sender))
        return (row["by_user"], row["by_all"]) if row else (0.0, 0.0)
