"""Who owns a message found at Twilio, when two replies of the same words were under way."""

from collections.abc import AsyncIterator

import pytest

from shared.errors import TemporaryFailure
from shared.health import Health
from shared.postgres import open_postgres
from shared.records import Records
from shared.reply_records import AlreadySent, Claimed, HeldUntil
from shared.safe_naming import Service
from shared.settings import PostgresSettings

USER = "+34611222333"


@pytest.fixture
async def records(postgres_settings: PostgresSettings) -> AsyncIterator[Records]:
    service = Service.RESPONSE
    async with open_postgres(postgres_settings, Health(service), service=service) as database:
        yield Records(database)


async def test_a_message_at_twilio_is_never_taken_for_two_replies(records: Records) -> None:
    """The second was a bug to the responder: parked as dead although it had been sent, and the first never went out."""
    assert isinstance(await records.claim_reply("SM1:refused:1", USER), Claimed)
    assert isinstance(await records.claim_reply("SM2:refused:1", USER), Claimed)
    await records.reply_sent("SM1:refused:1", "SMfound")
    with pytest.raises(TemporaryFailure):
        await records.reply_sent("SM2:refused:1", "SMfound")
    assert await records.claim_reply("SM1:refused:1", USER) == AlreadySent("SMfound")
    assert isinstance(await records.claim_reply("SM2:refused:1", USER), HeldUntil)


async def test_a_sent_reply_without_a_report_is_asked_for_three_times(records: Records) -> None:
    """A report of a failure that got lost took the reply with it."""
    await records.claim_reply("SM1:done:1", USER)
    await records.reply_sent("SM1:done:1", "SMx")
    asked = [await records.unreported(after_s=0) for _ in range(4)]
    assert asked == [[("SM1:done:1", "SMx")]] * 3 + [[]]


async def test_a_reply_that_was_reported_on_or_just_sent_is_not_asked_for(records: Records) -> None:
    await records.claim_reply("SM1:done:1", USER)
    await records.claim_reply("SM2:done:1", USER)
    await records.settle_reply("SM1:done:1", "SMx", "delivered")
    await records.reply_sent("SM2:done:1", "SMy")
    assert await records.unreported() == []
