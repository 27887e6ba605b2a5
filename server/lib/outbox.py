"""Stores facts in the caller's transaction, delivers them to listeners later, and retries with backoff.

A row may be delivered by a newer release than the one that wrote it, so the row stores the
listener's name from `reactions.TABLE`. Names of listeners are never changed or reused.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from tortoise import connections, fields
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.exceptions import BaseORMException
from tortoise.expressions import F, Q
from tortoise.models import Model

from server.lib import clock
from server.lib.database import sql
from server.lib.failure import Failure, other

log = logging.getLogger(__name__)

BACK_OFF = tuple(timedelta(seconds=s) for s in (5, 30, 120, 600, 1800, 3600, 7200))  # the last one repeats
GIVE_UP = timedelta(days=3)  # a delivery that has failed for so long, and at least FEWEST times, has ended
FEWEST = 10
LOOK = timedelta(minutes=30)  # a waiting row is tried so often even if nobody wakes it
CLAIM = timedelta(minutes=2)
LONGEST = 110.0  # seconds for one try; less than CLAIM, so that a try ends before the next one starts
AT_ONCE = 4  # deliveries to one listener at the same time, in one process
KEEP_DELIVERED = timedelta(days=30)
KEEP_FAILED = timedelta(days=90)
_PRUNED_AT_ONCE = 1000
_ANNOUNCED = (
    "fact",
    "unique_key",
    "listener",
    "payload",
    "created_at",
    "due_at",
    "attempts",
    "failures",
    "waits_for",
    "error",
)
_PAUSE = timedelta(minutes=10)  # until a row whose listener's end failed is tried again
_KNOWN = "SELECT unique_key FROM outbox WHERE unique_key {these}"


class OutboxRow(Model):
    """One fact for one listener, under the name of the listener in `reactions.TABLE`.

    While the row is kept, `unique_key` prevents a second row for the same fact and listener. `payload`
    contains ids and, for some facts, a sealed secret; it is emptied on delivery.
    """

    id = fields.BigIntField(primary_key=True)
    fact = fields.CharField(max_length=60)
    listener = fields.CharField(max_length=120)
    unique_key = fields.CharField(max_length=190, unique=True)
    payload: dict[str, Any] = fields.JSONField()
    created_at = fields.DatetimeField()
    due_at = fields.DatetimeField()
    claimed_until = fields.DatetimeField(null=True)
    attempts = fields.IntField(default=0)
    failures = fields.IntField(default=0)  # in a row, without those that waited for somebody
    failing_since = fields.DatetimeField(null=True)
    waits_for = fields.CharField(max_length=60, default="")  # `wake` with this key makes the row due
    done_at = fields.DatetimeField(null=True)
    failed_at = fields.DatetimeField(null=True)
    error = fields.TextField(default="")

    class Meta:
        table = "outbox"
        indexes = (("done_at", "failed_at", "due_at"), ("waits_for",))


@dataclass(frozen=True, slots=True)
class Done:
    """The delivery succeeded, or there was nothing left to do."""


@dataclass(frozen=True, slots=True)
class Transient:
    """The delivery failed but is worth another try, after the longer of `wait` and the usual backoff."""

    reason: Failure
    wait: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Permanent:
    """The delivery can never succeed; the reason is kept on the row."""

    reason: Failure


@dataclass(frozen=True, slots=True)
class Waiting:
    """The delivery waits until somebody has repaired what `reason` names.

    `waits_for`: the key with which `wake` makes the row due again.
    """

    reason: Failure
    waits_for: str = ""


Outcome = Done | Transient | Permanent | Waiting
Listener = Callable[[Mapping[str, Any]], Awaitable[Outcome]]
End = Callable[[Mapping[str, Any], Failure], Awaitable[None]]

_listeners: dict[str, Mapping[str, Listener]] = {}
_ends: dict[str, End] = {}


def install(table: Mapping[str, Mapping[str, Listener]], ends: Mapping[str, End]) -> None:
    """Register the listeners of each fact, by name. Called once at start-up, with the tables of reactions.py.

    `ends`, by the names of listeners: called with the payload when a delivery has failed for good, to end
    what it was for.
    """
    _listeners.clear()
    _listeners.update(table)
    _ends.clear()
    _ends.update(ends)


async def announce(
    fact: str, key: str, payload: Mapping[str, Any], using: BaseDBAsyncClient | None = None
) -> None:
    """Write a row for each listener of `fact`, inside the caller's transaction `using`.

    `key` (at most 100 characters) identifies the occurrence; announcing the same one again changes nothing.
    """
    await announce_all(fact, {key: payload}, using)


async def announce_all(
    fact: str, facts: Mapping[str, Mapping[str, Any]], using: BaseDBAsyncClient | None = None
) -> None:
    """Announce several facts of one kind (key -> payload), as `announce` does for one."""
    rows = {f"{name}:{fact}:{key}": (name, key) for name in _listeners.get(fact, ()) for key in facts}
    if not rows:
        return
    db = using or connections.get("default")
    announced = {row["unique_key"] for row in await sql.among(db, _KNOWN, rows.keys())}
    moment = sql.value_for(db, clock.now())
    texts = {key: sql.as_json(payload) for key, payload in facts.items()}
    fresh = [
        (fact, unique, name, texts[key], moment, moment, 0, 0, "", "")
        for unique, (name, key) in rows.items()
        if unique not in announced
    ]
    await sql.insert(db, "outbox", _ANNOUNCED, fresh)


async def wake(waits_for: str, using: BaseDBAsyncClient | None = None) -> int:
    """Make all deliveries due that wait for this key. Returns their number."""
    waiting = OutboxRow.filter(waits_for=waits_for, done_at=None, failed_at=None)
    if using:
        waiting = waiting.using_db(using)
    return await waiting.update(due_at=clock.now(), waits_for="")


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
        begun = 0
        for row in await _due(clock.now(), limit, busy=self._busy()):
            if row.listener not in self._busy() and await _claim(row, clock.now()):
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


async def prune() -> None:
    """Delete rows that were delivered, or failed permanently, long enough ago.

    If the same fact is announced after that, it is delivered again, so listeners check the current state.
    """
    now = clock.now()
    over = Q(done_at__lt=now - KEEP_DELIVERED) | Q(failed_at__lt=now - KEEP_FAILED)
    while ids := await OutboxRow.filter(over).limit(_PRUNED_AT_ONCE).values_list("id", flat=True):
        await OutboxRow.filter(id__in=ids).delete()


async def _deliver(row: OutboxRow) -> None:
    try:
        await _settle(row, await _run(row))
    except (BaseORMException, OSError, TimeoutError):
        log.exception("the outcome of row %s could not be stored; the row will be tried again", row.id)


async def _due(now: datetime, limit: int, busy: Collection[str] = ()) -> list[OutboxRow]:
    free = Q(claimed_until=None) | Q(claimed_until__lt=now)
    rows = OutboxRow.filter(free, done_at=None, failed_at=None, due_at__lte=now)
    if busy:
        rows = rows.exclude(listener__in=list(busy))
    return await rows.order_by("due_at", "id").limit(limit)


async def _claim(row: OutboxRow, now: datetime) -> bool:
    # Race: two workers saw the same row. Only one update succeeds, because it changes the number of attempts.
    won = await OutboxRow.filter(id=row.id, attempts=row.attempts, done_at=None).update(
        claimed_until=now + CLAIM, attempts=F("attempts") + 1
    )
    row.attempts += 1
    return won == 1


async def _run(row: OutboxRow) -> Outcome:
    listener = _listeners.get(row.fact, {}).get(row.listener)
    if listener is None:  # a newer release announced the fact, and may be back before the next try
        return Transient(other(f"this release has no listener named {row.listener}"))
    try:
        async with asyncio.timeout(LONGEST):
            return await listener(row.payload)
    except Exception as error:  # one listener's unexpected error must not stop the others; it is retried
        log.exception("listener %s failed on row %s", row.listener, row.id)
        return Transient(other(f"{type(error).__name__}: {error}"))


async def _settle(row: OutboxRow, outcome: Outcome) -> None:
    now = clock.now()
    if isinstance(outcome, Transient) and _has_ended(row, now):
        outcome = Permanent(outcome.reason)
    if isinstance(outcome, Permanent) and not await _end(row, outcome.reason):
        outcome = Transient(outcome.reason, _PAUSE)
    # Race: we took so long that another worker has claimed the row. In that case, store only a success.
    ours = OutboxRow.filter(id=row.id, attempts=row.attempts)
    match outcome:
        case Done():
            ours = OutboxRow.filter(id=row.id)
            change: dict[str, Any] = {"done_at": now, "error": "", "payload": {}, "waits_for": ""}
        case Waiting(reason, waits_for):
            change = {"due_at": now + LOOK, "waits_for": waits_for, "failures": 0, "failing_since": None}
            change["error"] = str(reason)
        case Transient(reason, wait):
            change = {"due_at": now + max(wait or BACK_OFF[0], _back_off(row)), "failures": row.failures + 1}
            change |= {"failing_since": row.failing_since or now, "error": str(reason)}
        case Permanent(reason):
            change = {"failed_at": now, "error": str(reason)}
        case _:
            change = {"failed_at": now, "error": f"{row.listener} answered {outcome!r}"}  # type: ignore[unreachable]
    await ours.update(claimed_until=None, **change)


def _back_off(row: OutboxRow) -> timedelta:
    return BACK_OFF[min(row.failures, len(BACK_OFF) - 1)]


def _has_ended(row: OutboxRow, now: datetime) -> bool:
    # By age, because the pauses are sometimes seconds and sometimes hours; and by number, because the server
    # may have been off between two tries.
    old = row.failing_since is not None and now - row.failing_since > GIVE_UP
    return old and row.failures >= FEWEST


async def _end(row: OutboxRow, reason: Failure) -> bool:
    """End what the row was for. Return False if that failed, so that it is tried again."""
    end = _ends.get(row.listener)
    if end is None:
        return True
    try:
        await end(row.payload, reason)
    except Exception:
        log.exception("listener %s could not end row %s", row.listener, row.id)
        return False
    return True
