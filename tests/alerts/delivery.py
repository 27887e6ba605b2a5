"""Delivers what is due in the outbox, and lets its time pass."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from server.alerts.models import Alert
from server.lib import clock, outbox
from server.lib.outbox import OutboxRow
from tests.world import StillClock, World


async def deliver(world: World) -> int:
    """Deliver what is due in the outbox, as the worker does. Returns how many rows were tried."""
    async with world.app.app_context():
        return await outbox.deliver()


async def passes(world: World, still: StillClock, time: timedelta) -> None:
    """Let time pass with a worker that delivers whatever is due."""
    until = still.at + time
    while row := await _next(until):
        still.passes(max((row.due_at - still.at).total_seconds(), 0))
        if await deliver(world) == 0:  # it is claimed
            still.passes(30)
    still.passes(max((until - still.at).total_seconds(), 0))


async def _next(until: datetime) -> OutboxRow | None:
    due = OutboxRow.filter(done_at=None, failed_at=None, due_at__lte=until)
    return await due.order_by("due_at").first()


async def time_passes(by: timedelta = timedelta(days=2)) -> None:
    """Everything in the outbox becomes due, including rows claimed by a worker that died."""
    now = clock.now()
    await OutboxRow.filter(done_at=None, failed_at=None).update(due_at=now, claimed_until=now - by)
    await Alert.filter(sent_at=None).update(claimed_until=None)


async def row_of(fact: str) -> dict[str, Any]:
    """Return the outbox row of this fact for the alerts' listener; fails unless there is exactly one."""
    (row,) = await OutboxRow.filter(fact=fact, listener__startswith="alert_").values()
    found: dict[str, Any] = row
    return found
