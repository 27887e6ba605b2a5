"""Turns the hits in the spool into events while the process runs.

The digest survives an outage of the database.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sqlite3
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from tortoise.expressions import F
from tortoise.transactions import in_transaction

from server.events.storing.store import BatchResult, store
from server.ingest.records import Content, content_of
from server.ingest.spool_choice import AnySpool
from server.ingest.spool_file import Record
from server.lib import memory, metrics
from server.lib.database.connection import within
from server.lib.database.retryable import is_transient
from server.lib.hub import Hub
from server.lib.log_repeats import SaysAll
from server.lib.net.geoip import GeoLookup
from server.messages.models import Message
from server.verdicts.clients import warm
from server.verdicts.hits import BadRecord

log = logging.getLogger(__name__)

BATCH = 1000
LOOK_SECONDS = 0.5  # how often to look: another process may add hits without a signal
GATHER_SECONDS = (
    0.05  # from one batch to the next: a batch costs the same few milliseconds for one hit or fifty
)
STANDBY_SECONDS = 1.0
TIDY_SECONDS = 10.0
BACK_OFF = (0.1, 0.2, 0.5, 1.0, 2.0)
TIMEOUT = 20.0  # seconds for one transaction
TRIES = 3  # of a single hit that the database refuses while it accepts others
_NOBODY = UUID(int=0)

Forget = Callable[[int], Awaitable[bool]]  # see Spool


class Away(Exception):
    """The database or the spool cannot be used at the moment. No hit is lost: all stay in the spool."""


class SpoolAway(Away, SaysAll):
    """The spool cannot be written at the moment: its disk is full, or its writer has ended."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    seq: int
    record: bytes
    content: Content


class Digest:
    """A consumer of a spool. The spool's lock keeps other processes from digesting the same file.

    `forget`: deletes records, if another process does that for this one.
    """

    def __init__(self, hub: Hub, spool: AnySpool, geo: GeoLookup, forget: Forget | None = None) -> None:
        self._hub = hub
        self._spool = spool
        self._geo = geo
        self._remote_forget = forget
        self._lock = spool.lock
        self._arrived = asyncio.Event()
        self._gathering = False
        self._busy = asyncio.Lock()
        self._tidy_at = 0.0

    async def run(self, stop: asyncio.Event) -> None:
        """Digest until `stop` is set. If the database cannot be used, try again after at most 2 seconds."""
        self._spool.on_arrival(self.look)
        await asyncio.to_thread(warm)
        failures = 0
        try:
            while not stop.is_set():
                try:
                    pause = await self._step()
                    failures = 0
                except Exception as error:  # no error may end the loop: the hits are safe in the spool
                    pause = BACK_OFF[min(failures, len(BACK_OFF) - 1)]
                    failures += 1
                    log.warning("the digest cannot work, and tries again soon", exc_info=error)
                await self._rest(stop, pause, awaited=failures == 0 and not self._gathering)
        finally:
            self._lock.give_back()

    def look(self) -> None:
        """Look for hits now, because some have arrived."""
        self._arrived.set()

    async def once(self) -> int:
        """Digest one batch unless another process does. Return the number of its records. Raises Away."""
        held = self._lock.held
        if not self._lock.take():
            return 0
        try:
            return await self._next_batch()
        finally:
            if not held:
                self._lock.give_back()

    async def catch_up(self, seconds: float = 10.0) -> bool:
        """Wait until all hits answered before this call are stored, by this process or another.

        Returns False if that takes longer than `seconds`, or if the database or the spool cannot be used.
        """
        _, newest = await asyncio.to_thread(self._spool.bounds)
        with contextlib.suppress(TimeoutError, Away):
            async with asyncio.timeout(seconds):
                while (await asyncio.to_thread(self._spool.bounds))[0] <= newest:
                    if not await self.once():
                        await asyncio.sleep(0.05)
                return True
        return False

    async def _step(self) -> float:
        """Digest one batch. Return how many seconds to rest afterwards."""
        self._gathering = False
        if not self._lock.take():
            return STANDBY_SECONDS
        self._arrived.clear()
        began = time.monotonic()
        done = await self._next_batch()
        await self._tidy_up()
        self._gathering = 0 < done < BATCH
        if self._gathering:
            return max(0.0, began + GATHER_SECONDS - time.monotonic())
        return 0.0 if done else LOOK_SECONDS

    async def _tidy_up(self) -> None:
        if time.monotonic() >= self._tidy_at:
            self._tidy_at = time.monotonic() + TIDY_SECONDS
            await asyncio.to_thread(memory.trim)

    async def _rest(self, stop: asyncio.Event, seconds: float, *, awaited: bool) -> None:
        if not seconds:
            await asyncio.sleep(0)
            return
        waiting = [asyncio.create_task(stop.wait())]
        if awaited:
            waiting.append(asyncio.create_task(self._arrived.wait()))
        _, rest = await asyncio.wait(waiting, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        for task in rest:
            task.cancel()

    async def _next_batch(self) -> int:
        async with self._busy:  # `catch_up` may be called while `run` is running
            return await self._batch()

    async def _batch(self) -> int:
        try:
            records = await asyncio.to_thread(self._spool.read, BATCH)
        except (sqlite3.Error, OSError) as error:
            raise Away(f"the spool cannot be read: {error}") from error
        if not records:
            return 0
        await self._store([each for record in records if (each := await self._decoded(record))])
        forget = self._remote_forget or self._spool.forget
        if not await forget(records[-1][0]):
            raise SpoolAway("the spool cannot be written, and keeps its hits")
        return len(records)

    async def _decoded(self, record: Record) -> _Waiting | None:
        seq, content = record
        try:
            return _Waiting(seq, content, content_of(content))
        except BadRecord as error:
            await self._put_aside(seq, content, str(error))
            return None

    async def _store(self, waiting: Sequence[_Waiting], tries: int = TRIES) -> None:
        """Store these records. A record that the database refuses while it accepts others is put aside."""
        if not waiting:
            return
        try:
            stored = await within(TIMEOUT, store([each.content for each in waiting], self._geo))
        except TimeoutError as error:
            raise Away(str(error)) from error
        except Exception as error:  # noqa: BLE001 - one bad hit must not stop the others
            await self._divide(waiting, error, tries)
        else:
            self._tell(stored)

    async def _divide(self, waiting: Sequence[_Waiting], error: Exception, tries: int) -> None:
        if _is_about_room(error) or is_transient(error) or not await _database_works():
            raise Away(f"{type(error).__name__}: {error}") from error
        if len(waiting) > 1:
            middle = len(waiting) // 2
            await self._store(waiting[:middle])
            await self._store(waiting[middle:])
        elif tries > 1:
            await asyncio.sleep(0.05)
            await self._store(waiting, tries - 1)
        else:
            await self._put_aside(waiting[0].seq, waiting[0].record, f"{type(error).__name__}: {error}")

    async def _put_aside(self, seq: int, record: bytes, reason: str) -> None:
        metrics.count("digest.aside")
        log.error("a record of the spool cannot be digested and is set aside: %s", reason)
        if not await self._spool.put_aside(seq, record, reason):
            raise SpoolAway("the spool cannot be written, and keeps its hits")

    def _tell(self, stored: BatchResult) -> None:
        metrics.count("digest.events", stored.events)
        metrics.count("digest.overflow", stored.overflow)
        metrics.count("digest.view_times", stored.view_times)
        for why, number in stored.dropped.items():
            metrics.count(f"digest.dropped.{why.replace(' ', '_')}", number)
        for account, message in stored.changed:
            self._hub.publish(f"account:{account}", str(message))


async def _database_works() -> bool:
    """Return whether the database accepts a write. The write changes nothing."""
    try:
        await within(TIMEOUT, _change_nothing())
    except Exception:  # noqa: BLE001 - each driver raises errors of its own
        return False
    return True


async def _change_nothing() -> None:
    async with in_transaction() as db:
        await Message.filter(id=_NOBODY).using_db(db).update(updated_at=F("updated_at"))


def _is_about_room(error: Exception) -> bool:
    return any(word in str(error).lower() for word in ("disk is full", "no space", "disk full"))
