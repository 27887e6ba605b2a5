"""Delivers facts to their listeners, each by one worker at a time, and stores the outcomes on the rows."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Collection
from datetime import datetime, timedelta

from tortoise.exceptions import BaseORMException
from tortoise.expressions import F

from server.lib import clock
from server.lib.database import due
from server.lib.failure import other
from server.lib.outbox.fate import RowState, change_for, judged
from server.lib.outbox.listeners import end_of, listeners_of, patience_of
from server.lib.outbox.outcomes import Done, Outcome, Permanent, Transient, Waiting
from server.lib.outbox.rows import OutboxRow

log = logging.getLogger(__name__)

CLAIM = timedelta(minutes=2)
LONGEST = 110.0  # seconds for one try; less than CLAIM, so that a try ends before the next one starts
AT_ONCE = 4  # deliveries to one listener at the same time, in one process
_FURTHEST = timedelta(days=3)  # no row is put off for so long
_PAUSE = timedelta(minutes=10)  # until a row is tried again, if what it was for could not be ended


async def deliver(limit: int = 50) -> int:
    """Deliver at most `limit` rows that are due, and wait for all of them. Returns how many were tried."""
    claimed = [row for row in await _due(clock.now(), limit) if await _claim(row, clock.now())]
    await asyncio.gather(*(_deliver(row) for row in claimed))
    return len(claimed)


class Deliveries:
    """The deliveries in progress in this process. A listener that hangs delays only the facts for itself."""

    def __init__(self) -> None:
        self._under_way: dict[asyncio.Task[None], str] = {}  # -> listener

    async def begin(self, limit: int = 50) -> int:
        """Start deliveries that are due, up to AT_ONCE per listener, without waiting.

        Returns their number.
        """
        begun, full, crowded = 0, self._busy(), True
        while crowded:  # with due rows of a listener that has all it can do; they must not hide later rows
            crowded = False
            for row in await _due(clock.now(), limit, busy=full):
                if row.listener in full | self._busy():
                    full.add(row.listener)
                    crowded = True
                elif await _claim(row, clock.now()):
                    self._start(row)
                    begun += 1
        return begun

    async def settled(self) -> None:
        """Wait until all deliveries in progress have ended."""
        await asyncio.gather(*self._under_way, return_exceptions=True)

    async def end(self) -> None:
        """Cancel the deliveries in progress; they are retried when their claims have expired."""
        for task in self._under_way:
            task.cancel()
        await self.settled()

    def _busy(self) -> set[str]:
        return {name for name, number in Counter(self._under_way.values()).items() if number >= AT_ONCE}

    def _start(self, row: OutboxRow) -> None:
        task = asyncio.create_task(_deliver(row))
        self._under_way[task] = row.listener
        task.add_done_callback(self._under_way.pop)


async def _deliver(row: OutboxRow) -> None:
    began = clock.now()
    try:
        await _settle(row, await _run(row), began)
    except (BaseORMException, OSError, TimeoutError):
        log.exception("the outcome of row %s could not be stored; the row will be tried again", row.id)


async def _due(now: datetime, limit: int, busy: Collection[str] = ()) -> list[OutboxRow]:
    come = due.has_come("due_at", now, _FURTHEST)
    rows = OutboxRow.filter(due.is_free("claimed_until", now), come, done_at=None, failed_at=None)
    if busy:
        rows = rows.exclude(listener__in=list(busy))
    return await rows.order_by("due_at", "id").limit(limit)


async def _claim(row: OutboxRow, now: datetime) -> bool:
    # Race: two workers saw the same row. Only one update succeeds, because it changes the number of attempts.
    won = await OutboxRow.filter(id=row.id, attempts=row.attempts, done_at=None, failed_at=None).update(
        claimed_until=now + CLAIM, attempts=F("attempts") + 1
    )
    row.attempts += 1
    return won == 1


async def _run(row: OutboxRow) -> Outcome:
    listener = listeners_of(row.fact).get(row.listener)
    if listener is None:  # a newer release announced the fact, and may be back before the next try
        return Transient(other(f"this release has no listener named {row.listener}"))
    try:
        async with asyncio.timeout(LONGEST):
            outcome = await listener(row.payload)
    except Exception as error:  # one listener's unexpected error must not stop the others; it is retried
        log.exception("listener %s failed on row %s", row.listener, row.id)
        return Transient(other(f"{type(error).__name__}: {error}"))
    if not isinstance(outcome, Outcome):
        return Permanent(other(f"{row.listener} answered {outcome!r}"))  # type: ignore[unreachable]
    return outcome


async def _settle(row: OutboxRow, outcome: Outcome, began: datetime) -> None:
    now = clock.now()
    past = RowState(row.failures, row.failing_since, row.waits_for, began - row.due_at)
    outcome = judged(past, outcome, patience_of(row.listener), now)
    # Race: we took so long that another worker has claimed the row. In that case, store only a success.
    ours = OutboxRow.filter(id=row.id)
    if not isinstance(outcome, Done):
        ours = ours.filter(attempts=row.attempts)
    if isinstance(outcome, Permanent):
        if not await ours.exists():
            return  # the other worker may be about to succeed
        outcome = await _end(row, outcome)
    change = change_for(past, outcome, now) | {"claimed_until": None}
    if not isinstance(outcome, Waiting):
        await ours.update(**change)
    # Race: the row was woken during the try. Then it is due at once, as `wake` has set it.
    elif await ours.filter(waits_for=row.waits_for).update(**change) == 0:
        await ours.update(claimed_until=None)


async def _end(row: OutboxRow, outcome: Permanent) -> Outcome:
    """End what the row was for. Return the row's own outcome; Transient if that has to be tried again."""
    end = end_of(row.listener)
    if end is None:
        return outcome
    try:
        return Done() if await end(row.payload, outcome.reason) else outcome
    except Exception:
        log.exception("listener %s could not end row %s", row.listener, row.id)
        return Transient(outcome.reason, _PAUSE)
