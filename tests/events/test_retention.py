"""The retention task keeps events for as long as the owner decides."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from server.events.models import Event, Overflow
from server.events.rows.retention import OVERFLOW_DAYS, forget_old_events
from server.ingest.overflow import MINUTE
from server.lib import clock
from server.lib.settled import SettledClock
from server.messages.models import Message
from tests.dashboard.mails import is_opened
from tests.world import World, hold_still, opened_world

DAY = 24 * 60  # minutes


@pytest.fixture(params=["30", "0"])
async def kept(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[tuple[World, int]]:
    """A server that keeps events for a number of days."""
    async with opened_world(tmp_path, EVENT_RETENTION_DAYS=request.param) as world, world.app.app_context():
        yield world, int(request.param)


async def test_events_are_deleted_after_the_number_of_days_that_the_owner_has_set(
    kept: tuple[World, int],
) -> None:
    world, days = kept
    mail = await world.sends(world.alice)
    for age in (29, 31):
        await is_opened(mail, at=clock.now() - timedelta(days=age))
    await forget_old_events()
    assert await Event.all().count() == (1 if days else 2)
    assert (await Message.get(id=mail.id)).opens == 2


async def test_overflow_records_are_deleted_once_no_spool_can_repeat_them(kept: tuple[World, int]) -> None:
    world, _ = kept
    mail = await world.sends(world.alice)
    now = int(clock.unix() // MINUTE)
    for age in (OVERFLOW_DAYS * DAY - 60, OVERFLOW_DAYS * DAY + 60):
        await Overflow.create(message=mail, kind="open", minute=now - age, origin=uuid4().hex[:24], number=5)
    await forget_old_events()
    assert [row.minute for row in await Overflow.all()] == [now - OVERFLOW_DAYS * DAY + 60]


async def test_after_a_start_with_the_clock_ahead_no_event_is_deleted_that_was_not_due_before(
    kept: tuple[World, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    world, days = kept
    still = hold_still(monkeypatch)
    await world.runtime[SettledClock].follow()  # as a new process does
    mail = await world.sends(world.alice)
    for age in (1, 20, 31):
        await is_opened(mail, at=still.at - timedelta(days=age))
    still.is_set(still.at + timedelta(days=3 * 365))
    for _ in range(5 * 24):
        await forget_old_events()
        still.passes(3600)
    assert await Event.all().count() == (2 if days else 3)


async def test_deletions_are_logged_with_their_number(
    kept: tuple[World, int], caplog: pytest.LogCaptureFixture
) -> None:
    world, days = kept
    mail = await world.sends(world.alice)
    for _ in range(3):
        await is_opened(mail, at=clock.now() - timedelta(days=31))
    with caplog.at_level(logging.INFO):
        await forget_old_events()
        await forget_old_events()
    said = [line for line in caplog.messages if "deleted" in line]
    assert len(said) == (1 if days else 0)
    assert all("deleted 3 events" in line and "EVENT_RETENTION_DAYS=30" in line for line in said)
