"""What calls of the paid model cost: one row a call, made before it, so that the budgets know of calls under way."""

from shared.engine import Usage
from shared.postgres import Database
from shared.safe_naming import ReadStep
from shared.utils import whatsapp_number


class SpendingRecords:
    """A part of shared.records.Records."""

    def __init__(self, database: Database) -> None:
        self._spending = database

    async def reserve_call(
        self,
        *,
        sender: str,
        message_id: str,
        step: ReadStep,
        model: str,
        expected_usd: float,
        limit_of_each: float | None,
        limit_of_all: float | None,
    ) -> int | None:
        """The id of the call, which counts as `expected_usd` from now on; None when this month's money is spent."""
        call_id = await self._spending.value(
            "SELECT fintrak_private.reserve_call($1, $2, $3, $4, $5, $6, $7)",
            whatsapp_number(sender),
            message_id,
            step,
            model,
            expected_usd,
            limit_of_each,
            limit_of_all,
        )
        return int(str(call_id)) if call_id is not None else None

    async def bill_call(self, call_id: int, usage: Usage | None, cost_usd: float) -> None:
        """What it really cost. Tokens stay NULL where the server did not say, or was not reached (no `usage`)."""
        await self._spending.row(
            "UPDATE gpt_calls SET model = coalesce($2, model), prompt_tokens = $3, completion_tokens = $4,"
            " cost_usd = $5 WHERE call_id = $1",
            call_id,
            usage.model if usage else None,
            usage.prompt_tokens if usage else None,
            usage.completion_tokens if usage else None,
            cost_usd,
        )
