"""The spool: a durable queue between the edge and the database.

Requests hand records over and wait; one thread writes all waiting records in one commit (1-3 ms), so a hit is
on disk before its request is answered. The digest reads on a separate connection. If the disk is full or the
cap is reached, requests still get their answer, and the hits that could not be kept are counted.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sqlite3
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from server.ingest.losses import Losses, LossReason, beside
from server.ingest.spool_file import ROWS_A_STATEMENT, Record, SpoolFile
from server.ingest.spool_orders import AppendOrder, ChangeOrder, CheckpointOrder, EndOrder, Order
from server.ingest.spool_writer import SpoolWriter
from server.lib import metrics
from server.lib.filelock import FileLock

log = logging.getLogger(__name__)

MAX_PENDING = 50_000  # records in memory while the disk stalls; about 30 MB
PROBE_EVERY = 1.0  # seconds between two looks whether hits can be kept again
CHECKPOINT_BYTES = 4 << 20  # about as many are in the log when it is copied into the file
_A_CHANGE = 1 << 16  # bytes in the log, roughly, for a change such as a batch that is deleted
_A_COMMIT = 1 << 13  # bytes in the log, beside the records
_CHECKPOINTS = 2  # in a row; the second copies what was written during the first


class Spool:
    """The spool in a file. Create it in the process that uses it, because it starts threads.

    A file that cannot be opened (its disk is full, say) is tried again while hits arrive; until then they are
    lost, and counted. `is_checked`: another process has checked the file for damage, and is writing to it.
    `is_fallback`: hits come here only while they cannot be kept elsewhere.
    """

    def __init__(
        self,
        path: Path,
        max_bytes: int,
        *,
        is_checked: bool = False,
        is_fallback: bool = False,
        losses: Losses | None = None,
    ) -> None:
        self.path = path
        self.losses = losses or Losses(beside(path))
        self.lock = FileLock(path.with_name(f"{path.name}.lock"))  # for the process that empties the spool
        self._max_bytes = max_bytes
        self._arrived: Callable[[], None] = _nobody
        self._orders: deque[Order] = deque()
        self._bell = threading.Event()
        self._stalled = 0  # records dropped because too many wait, and not counted yet
        self._counting = threading.Lock()
        self._reading = threading.Lock()
        self._writing = SpoolWriter(path, max_bytes, None if is_checked else self.losses)
        self._loses = not (is_checked or is_fallback)  # hits here; else it is others who say so
        if self._writing.reason and not (is_checked or is_fallback):
            self.losses.expect(self._writing.reason)
        self._reader: SpoolFile | None = None
        self._logged, self._log_is_long = 0, threading.Event()
        self._ending = False
        self._threads = [
            threading.Thread(target=work, name=name, daemon=True)
            for name, work in (("spool", self._write), ("spool log", self._shorten_log))
        ]
        for thread in self._threads:
            thread.start()

    @property
    def dropped(self) -> int:
        """Return how many records could not be kept since the spool's file was first created."""
        return self.losses.total() + self._stalled

    @property
    def trouble(self) -> str | None:
        """Why the spool's file cannot be opened or written; None if the last try succeeded."""
        return self._writing.trouble

    @property
    def reason(self) -> LossReason | None:
        """The same, as losses are counted."""
        return self._writing.reason

    def append(self, record: bytes) -> asyncio.Future[bool]:
        """Hand a record over without waiting.

        The future returns True once it is on disk, False if it is dropped.
        """
        loop = asyncio.get_running_loop()
        kept = loop.create_future()
        if len(self._orders) >= MAX_PENDING:
            self.drop()
            kept.set_result(False)
        else:
            self._orders.append((record, kept))
            if len(self._orders) <= 1:  # otherwise the writer is awake, and looks again before it sleeps
                loop.call_soon(self._bell.set)  # after the requests that arrived together with this one
        return kept

    def drop(self) -> None:
        """Count a record that found no place in memory as lost, without waiting for the disk."""
        metrics.count("spool.dropped")
        with self._counting:  # the writer's thread counts down
            self._stalled += 1
        self._bell.set()

    def read(self, limit: int) -> list[Record]:
        """Return the oldest records with their numbers, at most `limit`. Raises sqlite3.Error."""
        with self._reading:
            return self._opened_reader().read(limit)

    def bounds(self) -> tuple[int, int]:
        """Return the lowest number of a waiting record and the highest number ever assigned.

        The lowest is greater than the highest if no record is waiting. Raises sqlite3.Error.
        """
        with self._reading:
            return self._opened_reader().bounds()

    def waiting(self) -> int:
        """Return how many records wait for the digest. Raises sqlite3.Error."""
        low, high = self.bounds()
        return high - low + 1

    def aside(self) -> list[tuple[bytes, str]]:
        """Return the records that could not be digested, with the reasons. Raises sqlite3.Error."""
        with self._reading:
            return self._opened_reader().aside()

    def size(self) -> int:
        """Return the number of bytes in use. Raises sqlite3.Error."""
        with self._reading:
            return self._opened_reader().size()

    def forget(self, upto: int) -> asyncio.Future[bool]:
        """Delete the records up to this number. The future returns whether that succeeded."""
        return self._change(lambda file: file.forget(upto))

    def put_aside(self, seq: int, record: bytes, reason: str) -> asyncio.Future[bool]:
        """Put aside a record that cannot be digested. The future returns whether that succeeded."""
        return self._change(lambda file: file.put_aside(seq, record, reason))

    def probe(self) -> asyncio.Future[bool]:
        """Write as a hit is written. The future returns whether that succeeded; see `trouble`."""
        return self._change(lambda file: file.probe())

    def on_arrival(self, tell: Callable[[], None]) -> None:
        """Call `tell` in the event loop after each commit of new records."""
        self._arrived = tell

    def close(self) -> None:
        """Write the waiting records, then stop the writer's thread. Blocks until that is done."""
        self._order(EndOrder())
        self._threads[0].join()
        self._ending = True
        self._log_is_long.set()
        self._threads[1].join()
        self._writing.close()
        with self._reading:
            if self._reader:
                self._reader.close()
        self.losses.close()

    def _opened_reader(self) -> SpoolFile:
        if self._reader is None:
            self._reader = SpoolFile(self.path, self._max_bytes)
        return self._reader

    def _change(self, work: Callable[[SpoolFile], None]) -> asyncio.Future[bool]:
        done = asyncio.get_running_loop().create_future()
        self._order(ChangeOrder(work, done))
        return done

    def _order(self, order: Order) -> None:
        self._orders.append(order)
        self._bell.set()

    # The methods below run in the writer's thread.

    def _write(self) -> None:
        ended = False
        while not ended:
            appends: list[AppendOrder] = []
            for order in self._taken():
                if isinstance(order, tuple):
                    appends.append(order)
                    continue
                self._keep(appends)  # in the order in which they were handed over
                appends = []
                match order:
                    case ChangeOrder():
                        self._tell([order.done], self._writing.attempt(order.work) is None)
                        self._note(_A_CHANGE)
                    case CheckpointOrder():
                        self._writing.checkpoint()
                    case EndOrder():
                        ended = True
            self._keep(appends)
            self._count_losses()

    def _taken(self) -> Iterator[Order]:
        if not self._orders:
            self._bell.wait(PROBE_EVERY if self.losses.losing else None)
        self._bell.clear()
        for _ in range(ROWS_A_STATEMENT):
            try:
                yield self._orders.popleft()
            except IndexError:
                return

    def _keep(self, appends: Sequence[AppendOrder]) -> None:
        if not appends:
            return
        records = [record for record, _ in appends]
        size = sum(map(len, records))
        lost = self._writing.attempt(lambda file: file.append(records), size)
        if lost:  # counted before the requests are answered: the process may be killed then
            metrics.count("spool.dropped", len(appends))
            self.losses.count(len(appends), lost)
            self._loses = True
        else:
            self.losses.kept()
        self._tell([waiter for _, waiter in appends], lost is None, _nobody if lost else self._arrived)
        self._note(_A_COMMIT + size)

    def _note(self, size: int) -> None:
        """Note how many bytes were written, and have the log copied into the file if it is long."""
        self._logged += size
        if self._logged >= CHECKPOINT_BYTES:
            self._logged = 0
            self._log_is_long.set()

    def _shorten_log(self) -> None:
        """Copy the log into the file, in a thread of its own: readers need not wait for that.

        The writer copies only the rest, while nobody writes: after that, the log begins anew.
        """
        while True:
            self._log_is_long.wait()
            self._log_is_long.clear()
            if self._ending:
                return
            with (
                contextlib.suppress(sqlite3.Error),
                contextlib.closing(SpoolFile(self.path, self._max_bytes)) as file,
            ):
                for _ in range(_CHECKPOINTS):
                    file.checkpoint()
                self._order(CheckpointOrder())

    def _count_losses(self) -> None:
        stalled = self._stalled
        if stalled:
            self.losses.count(stalled, LossReason.STALLED, lasting=False)
            with self._counting:
                self._stalled -= stalled
        self.losses.save()
        if self.losses.losing and self._loses and not self._orders:
            if self._writing.attempt(lambda file: file.probe()) is None:
                self.losses.kept()
            self._loses = self.losses.losing is not None

    @staticmethod
    def _tell(
        waiters: Sequence[asyncio.Future[bool]], kept: bool, then: Callable[[], None] | None = None
    ) -> None:
        def answer() -> None:
            for waiter in waiters:
                if not waiter.done():
                    waiter.set_result(kept)
            if then:
                then()

        with contextlib.suppress(RuntimeError):  # the loop has ended: nobody is waiting
            waiters[0].get_loop().call_soon_threadsafe(answer)


def _nobody() -> None:
    """Stand in for a listener until `on_arrival` sets one."""
