"""What a clock that was ahead has put off is done once the clock is right again."""

from __future__ import annotations

from datetime import timedelta

from server.google import reply_watch
from server.google.models import ReplyWatch
from server.lib import clock, outbox
from server.lib.outbox import OutboxRow
from tests.lib.outbox_listeners import heard, install
from tests.world import World

YEAR = timedelta(days=365)


async def test_a_fact_that_was_put_off_by_a_year_is_delivered(world: World) -> None:
    install()
    await outbox.announce("rain", "monday", {"mm": 3})
    later = clock.now() + YEAR
    await OutboxRow.all().update(due_at=later, claimed_until=later)
    assert await outbox.deliver() == 1
    assert heard == [{"mm": 3}]


async def test_a_pause_and_a_claim_are_kept(world: World) -> None:
    install()
    await outbox.announce("rain", "monday", {"mm": 3})
    await OutboxRow.all().update(due_at=clock.now() + timedelta(days=2))
    assert await outbox.deliver() == 0
    claimed = clock.now() + timedelta(minutes=2)
    await OutboxRow.all().update(due_at=clock.now(), claimed_until=claimed)
    assert await outbox.deliver() == 0


async def test_reading_gmail_that_was_put_off_by_a_year_goes_on(world: World) -> None:
    later = clock.now() + YEAR
    await ReplyWatch.create(account=world.alice, started_at=later, due_at=later, claimed_until=later)
    assert len(await reply_watch.due()) == 1
    await ReplyWatch.all().update(due_at=clock.now() + timedelta(hours=6))
    assert await reply_watch.due() == []
