"""Facts reach their listeners once, with retries, and failures stay visible."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from tortoise import Tortoise
from tortoise.transactions import in_transaction

from server import reactions
from server.lib import clock, outbox
from server.lib.database import connection
from server.lib.failure import other
from server.lib.outbox import Done, OutboxRow, Permanent, Transient, delivery, rows
from tests.lib.outbox_listeners import answers, heard, install


@pytest.fixture(autouse=True)
async def database(tmp_path: Path) -> AsyncIterator[None]:
    install()
    async with connection.connected(f"sqlite://{tmp_path / 'box.db'}", ["server.lib.outbox"]):
        await Tortoise.generate_schemas()
        yield


async def test_a_fact_is_heard_once_however_often_it_is_announced() -> None:
    await outbox.announce("rain", "monday", {"mm": 3})
    await outbox.announce("rain", "monday", {"mm": 3})
    assert await outbox.deliver() == 1
    assert await outbox.deliver() == 0
    assert heard == [{"mm": 3}]


async def test_a_rolled_back_fact_is_never_heard() -> None:
    with pytest.raises(ZeroDivisionError):
        await announce_and_fail()
    assert await outbox.deliver() == 0


async def announce_and_fail() -> None:
    async with in_transaction() as transaction:
        await outbox.announce("rain", "monday", {}, using=transaction)
        raise ZeroDivisionError


async def test_a_transient_failure_is_tried_again_later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Covers 237."""
    answers.append(Transient(other("busy")))
    await outbox.announce("rain", "monday", {})
    await outbox.deliver()
    assert await outbox.deliver() == 0
    later = clock.now() + timedelta(seconds=6)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert await outbox.deliver() == 1
    assert (await OutboxRow.get()).done_at is not None


async def test_a_permanent_failure_is_stored_with_its_reason() -> None:
    answers.append(Permanent(other("no such mailbox")))
    await outbox.announce("rain", "monday", {})
    await outbox.deliver()
    row = await OutboxRow.get()
    assert row.failed_at is not None
    assert row.error == "no such mailbox"


async def test_a_failing_listener_does_not_keep_the_fact_from_another_listener() -> None:
    await outbox.announce("snow", "monday", {"cm": 2})
    assert await outbox.deliver() == 2
    assert heard == [{"cm": 2}]
    assert "a surprise" in (await OutboxRow.get(listener__contains="stumble")).error


async def test_two_workers_do_not_deliver_the_same_outbox_row() -> None:
    await outbox.announce("rain", "monday", {})
    row = await OutboxRow.get()
    again = await OutboxRow.get()
    assert await delivery._claim(row, clock.now())
    assert not await delivery._claim(again, clock.now())


async def test_a_listener_that_hangs_delays_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    deliveries, days = outbox.Deliveries(), [f"day {number}" for number in range(60)]
    await outbox.announce_all("fog", {day: {"day": day} for day in days})
    assert await deliveries.begin() == outbox.AT_ONCE
    await outbox.announce("rain", "monday", {"mm": 3})
    assert await deliveries.begin() == 1
    async with asyncio.timeout(60):
        while await OutboxRow.filter(fact="rain", done_at=None).exists():  # noqa: ASYNC110 - a row tells nothing
            await asyncio.sleep(0.01)
    assert await deliveries.begin() == 0
    await deliveries.end()
    assert [fact.get("day") for fact in heard if "mm" not in fact] == days[: outbox.AT_ONCE]
    # Cancelled, as at shutdown: they are retried once their claims have expired.
    assert (
        await OutboxRow.filter(fact="fog", attempts=1, done_at=None, failed_at=None).count() == outbox.AT_ONCE
    )
    later = clock.now() + outbox.CLAIM
    monkeypatch.setattr(clock, "now", lambda: later)
    monkeypatch.setattr(delivery, "LONGEST", 0.05)
    assert await outbox.deliver(limit=2) == 2
    assert await OutboxRow.filter(fact="fog", error__startswith="TimeoutError").count() == 2


async def test_many_facts_for_one_quick_listener_do_not_hide_one_for_another() -> None:
    deliveries = outbox.Deliveries()
    await outbox.announce_all("fog", {f"day {number}": {"day": number} for number in range(60)})
    await outbox.announce("rain", "monday", {"mm": 3})
    assert await deliveries.begin() == outbox.AT_ONCE + 1
    await deliveries.end()
    assert {"mm": 3} in heard or await OutboxRow.filter(fact="rain", attempts=1).exists()


async def test_a_worker_that_was_too_slow_does_not_disturb_the_next_one() -> None:
    await outbox.announce("rain", "monday", {})
    slow = await OutboxRow.get()
    assert await delivery._claim(slow, clock.now())
    quick = await OutboxRow.get()
    assert await delivery._claim(quick, clock.now())
    await delivery._settle(slow, Transient(other("busy")), clock.now())
    assert (await OutboxRow.get()).claimed_until is not None
    await delivery._settle(slow, Done(), clock.now())
    assert (await OutboxRow.get()).done_at is not None


async def test_an_invalid_outcome_is_stored_on_the_outbox_row() -> None:
    await outbox.announce("haze", "monday", {})
    await outbox.deliver()
    assert "mumble answered None" in (await OutboxRow.get()).error


async def test_a_delivered_outbox_row_keeps_no_payload() -> None:
    await outbox.announce("rain", "monday", {"sealed": "secret"})
    await outbox.deliver()
    row = await OutboxRow.get()
    assert row.done_at
    assert row.payload == {}


async def test_old_outbox_rows_are_deleted_unless_they_still_have_to_be_delivered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers.extend([Done(), Permanent(other("no such mailbox")), Transient(other("busy"))])
    for day in ("monday", "tuesday", "wednesday"):
        await outbox.announce("rain", day, {})
        await outbox.deliver()
    began = clock.now()

    async def left_after(age: timedelta) -> list[str]:
        monkeypatch.setattr(clock, "now", lambda: began + age)
        await outbox.prune()
        return [row.unique_key.split(":")[-1] for row in await OutboxRow.all().order_by("id")]

    assert await left_after(outbox.KEEP_DELIVERED - timedelta(days=1)) == ["monday", "tuesday", "wednesday"]
    assert await left_after(outbox.KEEP_DELIVERED + timedelta(days=1)) == ["tuesday", "wednesday"]
    assert await left_after(outbox.KEEP_FAILED + timedelta(days=1)) == ["wednesday"]


async def test_old_outbox_rows_are_all_deleted_even_if_they_exceed_one_batch(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rows, "_PRUNED_AT_ONCE", 2)
    await outbox.announce_all("rain", {str(number): {} for number in range(5)})
    await outbox.deliver()
    later = clock.now() + outbox.KEEP_DELIVERED + timedelta(days=1)
    monkeypatch.setattr(clock, "now", lambda: later)
    await outbox.prune()
    assert await OutboxRow.all().count() == 0


async def test_an_outbox_row_of_a_newer_release_waits_for_a_release_that_knows_its_listener() -> None:
    await outbox.announce("rain", "monday", {"mm": 3})
    await OutboxRow.all().update(listener="umbrella")
    await outbox.deliver()
    row = await OutboxRow.get()
    assert row.failed_at is None
    assert "umbrella" in row.error
    assert row.due_at > clock.now()


def test_the_names_of_listeners_equal_the_recorded_names() -> None:
    """If a name were removed or changed, stored rows would have no listener."""
    written = json.loads(Path(__file__).with_name("listener_names.json").read_text())
    known = [tuple(pair) for pair in written]
    named = [(fact, name) for fact, names in reactions.TABLE.items() for name in names]
    assert sorted(named) == sorted(known)
