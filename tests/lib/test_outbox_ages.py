"""What somebody can repair waits in the outbox. What fails otherwise ends by age, with what it was for."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tortoise import Tortoise

from server.lib import outbox
from server.lib.database import connection
from server.lib.failure import other
from server.lib.outbox import (
    Done,
    OutboxRow,
    Outcome,
    Permanent,
    Transient,
    Waiting,
    announcing,
    attention,
    delivery,
)
from tests.lib.outbox_listeners import answers, end, ended, heard, install
from tests.world import StillClock, hold_still

BUSY = Transient(other("busy"))
REFUSED = Waiting(other("the API is not enabled"), "gmail:1")


@pytest.fixture
def still(monkeypatch: pytest.MonkeyPatch) -> StillClock:
    return hold_still(monkeypatch)


@pytest.fixture(autouse=True)
async def database(tmp_path: Path) -> AsyncIterator[None]:
    install(ends={"listen": end})
    async with connection.connected(f"sqlite://{tmp_path / 'box.db'}", ["server.lib.outbox"]):
        await Tortoise.generate_schemas()
        yield


async def passes(still: StillClock, time: timedelta, answer: Callable[[], Outcome] | None = None) -> int:
    """Let time pass with a worker that delivers whatever is due. Returns how many tries there were."""
    until, tries = still.at + time, 0
    while (due := await next_due()) is not None and due <= until:
        still.passes(max((due - still.at).total_seconds(), 0))
        answers[:] = [answer()] * 100 if answer else answers
        tries += await outbox.deliver()
    still.passes(max((until - still.at).total_seconds(), 0))
    return tries


async def next_due() -> Any:
    row = await OutboxRow.filter(done_at=None, failed_at=None).order_by("due_at").first()
    return row and row.due_at


async def test_an_answer_of_busy_with_a_pause_of_a_second_for_ten_minutes_ends_nothing(
    still: StillClock,
) -> None:
    await outbox.announce("rain", "monday", {})
    tries = await passes(still, timedelta(minutes=10), lambda: Transient(other("busy"), timedelta(seconds=1)))
    assert tries < len(outbox.BACK_OFF)
    answers.clear()
    await passes(still, timedelta(hours=1))
    assert (await OutboxRow.get()).done_at is not None
    assert ended == []


async def test_the_next_try_comes_after_the_longer_of_the_pause_that_was_asked_for_and_the_usual_one(
    still: StillClock,
) -> None:
    await outbox.announce("rain", "monday", {})
    for asked, expected in ((1, 5), (1, 30), (3600, 3600), (None, 600)):
        answers[:] = [Transient(other("busy"), timedelta(seconds=asked) if asked else None)]
        await outbox.deliver()
        assert (await OutboxRow.get()).due_at - still.at == timedelta(seconds=expected)
        still.passes(expected)


async def test_a_delivery_that_has_failed_for_three_days_has_ended_and_ends_what_it_was_for(
    still: StillClock,
) -> None:
    await outbox.announce("rain", "monday", {"mm": 3})
    await passes(still, outbox.GIVE_UP, lambda: BUSY)
    assert (await OutboxRow.get()).failed_at is None
    await passes(still, outbox.BACK_OFF[-1] * 2, lambda: BUSY)
    assert (await OutboxRow.get()).failed_at is not None
    assert ended == [({"mm": 3}, other("busy"))]


async def test_a_listener_with_less_patience_ends_earlier(still: StillClock) -> None:
    install(ends={"listen": end}, patience={"listen": timedelta(days=1)})
    await outbox.announce("rain", "monday", {})
    await passes(still, timedelta(hours=27), lambda: BUSY)
    assert len(ended) == 1


async def test_one_success_begins_the_count_of_failures_anew(still: StillClock) -> None:
    await outbox.announce("rain", "monday", {})
    await passes(still, timedelta(days=2), lambda: BUSY)
    await passes(still, timedelta(hours=3), lambda: REFUSED)
    await passes(still, timedelta(days=2), lambda: BUSY)
    assert ended == []


async def test_a_server_that_was_off_for_a_week_does_not_end_what_failed_before(still: StillClock) -> None:
    await outbox.announce("rain", "monday", {})
    await passes(still, timedelta(days=2), lambda: BUSY)
    still.passes(7 * 86_400)
    await passes(still, timedelta(hours=20), lambda: BUSY)
    assert ended == []
    await passes(still, timedelta(hours=8), lambda: BUSY)
    assert len(ended) == 1


async def test_a_few_failures_with_long_pauses_end_nothing(still: StillClock) -> None:
    await outbox.announce("rain", "monday", {})
    await passes(still, timedelta(days=8), lambda: Transient(other("limit"), timedelta(days=1)))
    assert ended == []


async def test_what_waits_never_ends_and_is_done_soon_after_the_repair(still: StillClock) -> None:
    """30 hours of a deleted client, and months in which the server is off."""
    await outbox.announce("rain", "monday", {})
    await passes(still, timedelta(hours=30), lambda: REFUSED)
    still.passes(100 * 86_400)
    await passes(still, timedelta(0), lambda: REFUSED)
    await outbox.prune()
    assert (await OutboxRow.get()).waits_for == "gmail:1"
    answers.clear()
    assert await outbox.wake("gmail:1") == 1
    assert await passes(still, timedelta(0)) == 1
    assert (await OutboxRow.get()).done_at is not None
    assert ended == []


async def test_what_waits_is_tried_now_and_then_even_if_nobody_wakes_it(still: StillClock) -> None:
    await outbox.announce("rain", "monday", {})
    tries = await passes(still, timedelta(hours=10), lambda: REFUSED)
    assert tries == 21
    answers.clear()
    await passes(still, outbox.LOOK)
    assert (await OutboxRow.get()).done_at is not None


async def test_another_key_wakes_nothing() -> None:
    answers.append(REFUSED)
    await outbox.announce("rain", "monday", {})
    await outbox.deliver()
    assert await outbox.wake("gmail:2") == 0
    assert await outbox.deliver() == 0


async def test_what_waits_for_a_limit_is_tried_when_it_has_passed(still: StillClock) -> None:
    await outbox.announce("rain", "monday", {})
    answers.append(Waiting(other("limit"), "gmail:1", timedelta(hours=20)))
    await outbox.deliver()
    assert await passes(still, timedelta(hours=19)) == 0
    assert await passes(still, timedelta(hours=1)) == 1


@pytest.mark.parametrize("waited", [False, True])
async def test_a_repair_between_the_answer_and_its_note_is_not_lost(still: StillClock, waited: bool) -> None:
    async def wakes_too_early(fact: Mapping[str, Any]) -> Outcome:
        heard.append(fact)
        if len(heard) > 1 + waited:
            return Done()
        if len(heard) == 1 + waited:
            await outbox.wake("gmail:1")
        return REFUSED

    outbox.install({"rain": {"listen": wakes_too_early}}, {})
    await outbox.announce("rain", "monday", {})
    await passes(still, outbox.FIRST_LOOK * (1 + waited))
    assert (await OutboxRow.get()).done_at is not None


async def test_when_two_thousand_deliveries_wake_others_get_their_turn(still: StillClock) -> None:
    install()
    await outbox.announce_all("rain", {f"{number}": {"of": "Bob"} for number in range(2000)})
    await OutboxRow.all().update(waits_for="gmail:2", due_at=still.at + outbox.LOOK)
    assert await outbox.wake("gmail:2") == 2000
    await outbox.announce("rain", "monday", {"of": "Alice"})
    assert await OutboxRow.filter(due_at__lte=still.at).count() == announcing.WOKEN_AT_ONCE + 1
    await outbox.deliver(limit=announcing.WOKEN_AT_ONCE + 1)
    assert {"of": "Alice"} in heard
    assert not await OutboxRow.filter(due_at__gt=still.at + timedelta(minutes=5)).exists()


async def test_what_cannot_be_ended_is_tried_again(still: StillClock) -> None:
    async def stumble(fact: Mapping[str, Any], reason: object) -> bool:
        raise RuntimeError("the database is away")

    install(ends={"listen": stumble})
    await outbox.announce("rain", "monday", {})
    answers.append(Permanent(other("never")))
    await outbox.deliver()
    assert (await OutboxRow.get()).failed_at is None
    install(ends={"listen": end})
    await passes(still, timedelta(hours=1), lambda: Permanent(other("never")))
    assert (await OutboxRow.get()).failed_at is not None
    assert len(ended) == 1


async def test_a_row_whose_failure_is_kept_elsewhere_is_done(still: StillClock) -> None:
    async def keeps_it(fact: Mapping[str, Any], reason: object) -> bool:
        return True

    install(ends={"listen": keeps_it})
    await outbox.announce("rain", "monday", {})
    answers.append(Permanent(other("never")))
    await outbox.deliver()
    row = await OutboxRow.get()
    assert (row.failed_at, row.done_at is not None) == (None, True)
    assert await attention.number_failed() == 0


async def test_the_owner_sees_what_failed_until_it_is_put_back_or_dismissed(still: StillClock) -> None:
    answers[:] = [Permanent(other("never"))] * 2
    await outbox.announce_all("rain", {"monday": {}, "tuesday": {}})
    await outbox.deliver()
    first, second = await attention.failed(most=5)
    assert await attention.number_failed(since=still.at - timedelta(days=1)) == 2
    assert await attention.dismiss([first.id]) == 1
    assert await attention.dismiss([first.id]) == 0
    assert await attention.try_again([first.id]) == 0
    assert await attention.try_again([second.id]) == 1
    assert await attention.number_failed() == 0
    assert await outbox.deliver() == 1
    assert (await OutboxRow.get(id=second.id)).done_at is not None
    still.passes((outbox.KEEP_FAILED + timedelta(days=1)).total_seconds())
    await outbox.prune()
    assert await OutboxRow.all().count() == 0


async def test_the_owner_sees_what_waits_and_since_when(still: StillClock) -> None:
    began = still.at
    for day in ("monday", "tuesday"):
        await outbox.announce("rain", day, {})
        still.passes(60)
    answers[:] = [REFUSED] * 2
    await outbox.deliver()
    (found,) = await attention.waiting()
    assert (found.waits_for, found.listener, found.number) == ("gmail:1", "listen", 2)
    assert found.since == began
    await outbox.wake("gmail:1")
    assert await attention.waiting() == []


async def test_a_worker_that_was_too_slow_ends_nothing_that_another_one_is_delivering() -> None:
    await outbox.announce("rain", "monday", {})
    row = await OutboxRow.get()
    await OutboxRow.filter(id=row.id).update(attempts=row.attempts + 1)  # the other worker's claim
    await delivery._settle(row, Permanent(other("never")), row.due_at)
    assert ended == []
    assert (await OutboxRow.get()).failed_at is None
