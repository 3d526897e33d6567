"""Records on a real database: every effect once, also when it is asked for many times at once."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from shared.engine import Usage
from shared.errors import TemporaryFailure
from shared.gpt_errors import BudgetSpent
from shared.gpt_spending import Budget, MessageTill
from shared.invoices import InvoiceDraft
from shared.message_locks import MessageLocks
from shared.postgres import Database, open_postgres
from shared.records import Records
from shared.reply_records import AlreadySent, Claimed, GivenUp, HeldUntil, UnknownSince
from shared.safe_naming import EngineName, InvoiceField, PaymentMethod, ReadStep, Service
from shared.settings import PostgresSettings
from tests.integration.postgres_parts import ME, OTHER, TWO_PEOPLE, as_owner

DRAFT = InvoiceDraft(
    expense_amount=Decimal("12.30"),
    vat=Decimal("2.13"),
    payee_name="Shell",
    payment_method=PaymentMethod.CARD,
    currency="EUR",
    doubtful=frozenset({InvoiceField.VAT}),
)
REPLY = "SM1:done:1"


@pytest.fixture
async def database(postgres_settings: PostgresSettings) -> AsyncIterator[Database]:
    async with open_postgres(postgres_settings, None, service=Service.EXTRACTION) as opened:
        yield opened


@pytest.fixture
def records(database: Database) -> Records:
    return Records(database)


async def add_invoice(records: Records, message_id: str = "SM1", sender: str = ME) -> int:
    return await records.add_invoice_once(
        sender=f"whatsapp:{sender}",
        message_id=message_id,
        media_index=0,
        draft=DRAFT,
        engine=EngineName.LOCAL,
        object_key=f"invoices/{message_id}/original.jpg",
        image_sha256="ab" * 32,
    )


async def add_query(records: Records, message_id: str = "SM2") -> int:
    return await records.add_query_once(
        sender=ME, message_id=message_id, text="how\x00 much?", result="12.30", sql=None, row_count=1,
        engine=EngineName.LOCAL, report_key=f"reports/{message_id}.xlsx", chart_key=f"reports/{message_id}.png",
    )  # fmt: skip


async def test_copies_of_a_message_become_one_invoice(records: Records, database: Database) -> None:
    ids = await asyncio.gather(*(add_invoice(records) for _ in range(8)))
    stored = await database.rows("SELECT * FROM invoices")
    assert set(ids) == {stored[0]["invoice_id"]}
    assert len(stored) == 1
    assert stored[0]["whatsapp_number"] == ME
    assert stored[0]["doubtful_fields"] == ["vat"]
    assert stored[0]["expense_amount"] == Decimal("12.30")


async def test_copies_of_a_question_become_one_query(records: Records, database: Database) -> None:
    ids = await asyncio.gather(*(add_query(records) for _ in range(8)))
    stored = await database.rows("SELECT query_text FROM queries")
    assert len(set(ids)) == 1
    assert [row["query_text"] for row in stored] == ["how much?"]


async def test_the_first_outcome_wins(records: Records) -> None:
    assert await records.outcome("SM1", 0, ReadStep.INVOICE) is None
    kept = await asyncio.gather(
        *(records.keep_outcome("SM1", 0, ReadStep.INVOICE, {"n": n, "text": "ü\x00"}) for n in range(8))
    )
    assert all(outcome == kept[0] for outcome in kept)
    assert await records.outcome("SM1", 0, ReadStep.INVOICE) == kept[0]
    assert await records.outcome("SM1", 0, ReadStep.SQL) is None


async def test_paid_calls_are_counted_each(records: Records) -> None:
    counts = await asyncio.gather(*(records.count_paid_call("SM1", 0, ReadStep.INVOICE) for _ in range(5)))
    assert sorted(counts) == [1, 2, 3, 4, 5]
    assert await records.outcome("SM1", 0, ReadStep.INVOICE) is None


async def test_what_calls_cost_counts_for_the_person_and_for_all_and_outlives_the_person(
    records: Records, database: Database
) -> None:
    usage = Usage(model="m-2026", prompt_tokens=1500, completion_tokens=None)
    for sender, cost in ((f"whatsapp:{ME}", 0.25), (ME, 0.5), (OTHER, 1.0)):
        call_id = await reserved(records, sender)
        assert call_id is not None
        await records.bill_call(call_id, usage, cost)
    assert await reserved(records, ME, limit_of_each=0.75) is None
    assert await reserved(records, OTHER, limit_of_each=1.01, limit_of_all=1.75) is None
    await records.forget_user(ME)
    assert await reserved(records, ME, limit_of_each=0.75) is not None
    assert await reserved(records, ME, limit_of_all=1.75) is None
    assert await database.value("SELECT count(*) FROM gpt_calls WHERE model = 'm-2026' AND prompt_tokens = 1500") == 3


async def reserved(
    records: Records, sender: str, *, limit_of_each: float | None = None, limit_of_all: float | None = None
) -> int | None:
    return await records.reserve_call(
        sender=sender,
        message_id="SM1",
        step=ReadStep.INVOICE,
        model="m",
        expected_usd=0.001,
        limit_of_each=limit_of_each,
        limit_of_all=limit_of_all,
    )


async def test_ten_photos_at_once_spend_no_more_than_is_left(records: Records, database: Database) -> None:
    """Each found the same money unspent when only what had been answered was counted."""

    async def call_for_photo(number: int) -> bool:
        till = MessageTill(records, Budget(of_all=0.0025), ME, f"SM{number}", 0, ReadStep.INVOICE)
        try:
            await till.before("m", 0.001)
        except BudgetSpent:
            return False
        return True

    allowed = await asyncio.gather(*(call_for_photo(number) for number in range(10)))
    assert allowed.count(True) == 3  # the one that reaches the limit is the last
    assert await database.value("SELECT sum(paid_calls) FROM reads") == 3


async def test_a_person_keeps_the_name_they_had_when_a_message_brings_none(
    records: Records, database: Database
) -> None:
    await records.remember_user(f"whatsapp:{ME}", "Marta\n", datetime(2026, 3, 15, tzinfo=UTC))
    await records.remember_user(ME, "", datetime(2026, 3, 14, tzinfo=UTC))
    row = await database.row("SELECT whatsapp_number, username, last_inbound_at FROM users")
    assert row is not None
    assert tuple(row) == (ME, "Marta", datetime(2026, 3, 15, tzinfo=UTC))


async def test_payees_are_those_of_the_sender_most_frequent_first(
    records: Records, postgres_settings: PostgresSettings
) -> None:
    async with as_owner(postgres_settings) as owner:
        await owner.execute(TWO_PEOPLE)
    assert await records.payee_names(ME, limit=2) == ("Mercado Azul", "Farmacia Sol")


async def test_a_picture_is_live_until_its_invoice_is_deleted(records: Records, database: Database) -> None:
    await add_invoice(records)
    assert await records.invoice_is_live("invoices/SM1/original.jpg")
    await database.row("UPDATE invoices SET deleted_at = now()")
    assert not await records.invoice_is_live("invoices/SM1/original.jpg")
    assert await records.invoice_is_live("reports/any.xlsx")


async def test_forgetting_a_person_leaves_nothing_of_theirs_and_all_of_others(
    records: Records, database: Database
) -> None:
    await add_invoice(records)
    await add_invoice(records, "SM9", OTHER)
    await add_query(records)
    await records.keep_outcome("SM1", 0, ReadStep.INVOICE, {"a": 1})
    await records.keep_outcome("SM3", 0, ReadStep.INVOICE, {"a": 1}, sender=ME)
    await records.keep_outcome("SM9", 0, ReadStep.INVOICE, {"a": 1}, sender=OTHER)
    await records.claim_reply(REPLY, ME)
    assert await records.forget_user(f"whatsapp:{ME}") == 3
    left = await database.rows(
        "SELECT whatsapp_number FROM users UNION ALL SELECT whatsapp_number FROM invoices UNION ALL "
        "SELECT whatsapp_number FROM queries UNION ALL SELECT whatsapp_number FROM reads UNION ALL "
        "SELECT whatsapp_number FROM replies"
    )
    assert [row[0] for row in left] == [OTHER] * 3
    files = ["invoices/SM1/original.jpg", "reports/SM2.png", "reports/SM2.xlsx"]
    assert sorted(await records.doomed_files()) == files
    await records.file_gone(files[0])
    assert sorted(await records.doomed_files()) == files[1:]


async def test_a_file_without_a_row_is_doomed_until_it_is_gone_or_has_one(records: Records) -> None:
    await records.doom_file("invoices/SM8/original.jpg")
    await records.doom_file("invoices/SM8/original.jpg")
    assert await records.doomed_files() == ["invoices/SM8/original.jpg"]
    await add_invoice(records, "SM8")
    assert await records.doomed_files() == []


async def test_a_workbook_that_a_replay_made_again_is_doomed_no_longer(records: Records) -> None:
    for key in ("reports/SM9.xlsx", "reports/SM9.png", "reports/SM7.xlsx"):
        await records.doom_file(key)
    await records.add_query_once(
        sender=ME,
        message_id="SM9",
        text="how much?",
        result="5.00 EUR",
        sql="SELECT 1",
        row_count=1,
        engine=EngineName.LOCAL,
        report_key="reports/SM9.xlsx",
        chart_key="reports/SM9.png",
    )
    assert await records.doomed_files() == ["reports/SM7.xlsx"]


async def test_a_person_is_forgotten_once_for_each_message_that_asked(records: Records) -> None:
    """The second time would take what they sent since."""
    await records.ask_to_forget(f"whatsapp:{ME}", "SM1")
    await records.ask_to_forget(f"whatsapp:{ME}", "SM1")
    await records.ask_to_forget(f"whatsapp:{ME}", "SM2")
    await records.ask_to_forget(OTHER, "SM3")
    assert await records.to_forget() == [ME, OTHER]
    assert await records.forget_user(ME) == 0
    await records.ask_to_forget(f"whatsapp:{ME}", "SM1")
    assert await records.to_forget() == [OTHER]


async def test_a_message_is_read_by_one_at_a_time(database: Database, records: Records) -> None:
    elsewhere = MessageLocks(database)
    async with records.reading("SM1"), records.reading("SM2"):
        for other in (elsewhere, records):
            with pytest.raises(TemporaryFailure):
                await _read(other, "SM1")
    await _read(elsewhere, "SM1")


async def _read(locks: MessageLocks | Records, message_id: str) -> None:
    async with locks.reading(message_id, wait_s=0.3):
        pass


async def test_the_lock_waits_for_the_one_who_reads(database: Database, records: Records) -> None:
    async with records.reading("SM1"):
        waiting = asyncio.create_task(_wait_and_read(MessageLocks(database)))
        await asyncio.wait({waiting}, timeout=0.3)
        assert not waiting.done()
    assert await waiting == "read"


async def _wait_and_read(locks: MessageLocks) -> str:
    async with locks.reading("SM1"):
        return "read"


async def test_one_of_many_claims_a_reply(records: Records) -> None:
    claims = await asyncio.gather(*(records.claim_reply(REPLY, ME) for _ in range(8)))
    assert [claim for claim in claims if isinstance(claim, Claimed)] == [Claimed(1)]
    assert sum(isinstance(claim, HeldUntil) for claim in claims) == 7


async def test_a_sent_reply_is_not_sent_again(records: Records) -> None:
    await records.claim_reply(REPLY, ME)
    await records.reply_sent(REPLY, "SMsid")
    assert await records.claim_reply(REPLY, ME) == AlreadySent("SMsid")
    assert await records.reply_sid_known("SMsid")
    assert not await records.reply_sid_known("SMother")


async def test_a_claim_that_ran_out_is_looked_up_before_one_sends_again(records: Records) -> None:
    await records.claim_reply(REPLY, ME, lease_s=0)
    first = await records.claim_reply(REPLY, ME)
    second = await records.claim_reply(REPLY, ME)
    assert isinstance(first, UnknownSince)
    assert isinstance(second, UnknownSince)
    assert (first.attempts, second.attempts, second.since) == (1, 2, first.since)
    assert isinstance(await records.resend_reply(REPLY, look_up_s=60), UnknownSince)
    claims = await asyncio.gather(*(records.resend_reply(REPLY, look_up_s=0) for _ in range(5)))
    assert [claim for claim in claims if isinstance(claim, Claimed)] == [Claimed(2)]


async def test_a_callback_settles_a_reply_whose_fate_was_unknown(records: Records) -> None:
    await records.claim_reply(REPLY, ME, lease_s=0)
    assert await records.settle_reply(REPLY, "SMsid", "queued")
    assert await records.claim_reply(REPLY, ME) == AlreadySent("SMsid")


async def test_the_rank_of_a_status_never_goes_back(records: Records) -> None:
    await records.claim_reply(REPLY, ME)
    await records.reply_sent(REPLY, "SMsid")
    moved = [
        await records.settle_reply(REPLY, "SMsid", status)
        for status in ("sent", "queued", "delivered", "delivered", "sent")
    ]
    assert moved == [True, False, True, False, False]


async def test_a_reply_refused_for_now_is_claimed_again_and_its_old_sid_stays_ours(records: Records) -> None:
    await records.claim_reply(REPLY, ME)
    await records.reply_sent(REPLY, "SMone")
    await records.reply_failed(REPLY, 63018, permanent=False)
    assert await records.claim_reply(REPLY, ME) == Claimed(2)
    assert not await records.settle_reply(REPLY, "SMone", "failed", "63018")
    assert await records.reply_sid_known("SMone")


async def test_a_slow_sender_does_not_take_the_claim_of_the_next(records: Records) -> None:
    await records.claim_reply(REPLY, ME, lease_s=0)
    await records.claim_reply(REPLY, ME)
    await records.resend_reply(REPLY, look_up_s=0)
    await records.reply_failed(REPLY, 20429, permanent=False, attempt=1)
    assert isinstance(await records.claim_reply(REPLY, ME), HeldUntil)


async def test_a_reply_refused_for_good_is_given_up(records: Records) -> None:
    await records.claim_reply(REPLY, ME)
    await records.reply_failed(REPLY, 21610, permanent=True)
    assert await records.claim_reply(REPLY, ME) == GivenUp("21610")
