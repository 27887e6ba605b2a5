"""The spool that several nodes share: a Redis stream, with this node's file spool as a fallback.

Requests hand records over and wait; one thread writes all waiting records in one round trip. If Redis does
not answer in time, the thread writes the records to this node's file, and `tend` moves them to Redis later.
Redis may already have stored the records that it did not confirm, so a record may reach Redis twice. The
digest recognises the second one by the id of its hit. What Redis loses is given to it again: see
redis_watch.py.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from queue import Empty, SimpleQueue

from server.ingest.losses import LossReason
from server.ingest.redis_appends import Append, in_loop
from server.ingest.redis_copies import Copies
from server.ingest.redis_earlier import EarlierHits
from server.ingest.redis_stream import RedisAway, RedisStream, StreamEntry
from server.ingest.redis_watch import RedisWatch
from server.ingest.spool import MAX_PENDING, Spool
from server.ingest.spool_file import ROWS_A_STATEMENT, Record
from server.lib.filelock import NoLock
from server.lib.installation import installation_once_known
from server.lib.log_throttle import ThrottledLogger
from server.lib.redis.names import Names

log = logging.getLogger(__name__)

TIMEOUT = 0.12  # seconds for Redis to answer a request's write; after that the record goes to the file
CLAIM_AFTER = 15.0  # seconds until an entry that another worker took counts as abandoned
CLAIM_EVERY = 1.0
TEND_EVERY = 0.5
BYTES_A_HIT = 1024  # a high estimate of a hit's size in Redis's memory, to turn the cap into a number of hits


class RedisSpool:
    """The spool in Redis, with the interface of Spool. Run `tend` while the spool is open.

    Without `names`, `tend` asks the database for them; until then, hits wait in the file.
    """

    def __init__(
        self,
        url: str,
        here: Spool,
        max_bytes: int,
        claim_after: float = CLAIM_AFTER,
        names: Names | None = None,
    ) -> None:
        entries = max(max_bytes // BYTES_A_HIT, 1)
        self._request_stream = RedisStream(url, entries, TIMEOUT, names)  # for requests: fast or not at all
        self._digest_stream = RedisStream(url, entries, 5.0, names)  # for the digest and `tend`
        self._here = here
        self.losses = here.losses
        self._copies = Copies(here.path)
        self._watch = RedisWatch(self._digest_stream, self._copies, self.losses)
        self._earlier = EarlierHits(url, self.losses)
        self._claim_after, self._claim_at = claim_after, 0.0
        self._held: dict[int, StreamEntry] = {}  # taken, not done yet; by the digest's number
        self._given = 0
        self._away = threading.Event()
        self.looked = asyncio.Event()  # whether `tend` has asked Redis, or tried to
        self._warning = ThrottledLogger(log)
        self._arrived: Callable[[], None] = lambda: None
        self._orders: SimpleQueue[Append | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._write, name="redis spool", daemon=True)
        self._thread.start()
        self.lock = NoLock()  # the consumer group gives each digest its own hits
        self._forwarding = here.lock

    @property
    def dropped(self) -> int:
        """Return how many records this node could not keep."""
        return self._here.dropped

    @property
    def trouble(self) -> str | None:
        """See Spool."""
        return self._here.trouble

    @property
    def away(self) -> bool:
        """Whether Redis did not answer the last request."""
        return self._away.is_set()

    def append(self, record: bytes) -> asyncio.Future[bool]:
        """Hand a record over without waiting. The future returns True once it is kept in Redis or on disk."""
        kept = asyncio.get_running_loop().create_future()
        if self._orders.qsize() >= MAX_PENDING:
            self._here.drop()
            kept.set_result(False)
        else:
            self._orders.put(Append(record, kept))
        return kept

    def read(self, limit: int) -> list[Record]:
        """Return the records that this reader took and has not finished, at most `limit`.

        If there are none, takes those that a dead reader left unfinished, or else new records. Raises
        RedisAway.
        """
        if not self._held and self._digest_stream.names:
            for entry in self._left_behind(limit) or self._digest_stream.take(limit):
                self._given += 1
                self._held[self._given] = entry
        return [(number, entry[1]) for number, entry in list(self._held.items())[:limit]]

    def bounds(self) -> tuple[int, int]:
        """Return the lowest number of a waiting record and the highest number ever assigned.

        The lowest number is 0 while this node's file holds records. Raises RedisAway.
        """
        low, high = self._digest_stream.bounds()
        return (0 if self._here.waiting() else low), high

    def waiting(self) -> int:
        """Return how many records wait for the digest, in Redis (as of its last answer) and in the file."""
        with contextlib.suppress(RedisAway):
            self._digest_stream.look()
        return self._digest_stream.length + self._here.waiting()

    def aside(self) -> list[tuple[bytes, str]]:
        """Return the records that could not be digested, with the reasons. Raises RedisAway."""
        return self._digest_stream.aside() + self._here.aside()

    def size(self) -> int:
        """Return the number of bytes in use in this node's file and, if Redis answers, in Redis."""
        try:
            return self._digest_stream.size() + self._here.size()
        except RedisAway:
            return self._here.size()

    def probe(self) -> asyncio.Future[bool]:
        """See Spool: this node's own file is tried."""
        return self._here.probe()

    def forget(self, upto: int) -> asyncio.Future[bool]:
        """Delete the records read so far, up to this number. The future returns whether that succeeded."""
        return self._change(partial(self._forget, [number for number in self._held if number <= upto]))

    def put_aside(self, seq: int, record: bytes, reason: str) -> asyncio.Future[bool]:
        """Put aside a record that cannot be digested. The future returns whether that succeeded."""
        return self._change(partial(self._put_aside, seq, record, reason))

    def on_arrival(self, tell: Callable[[], None]) -> None:
        """Call `tell` in the event loop each time new records of this node are in Redis."""
        self._arrived = tell

    async def tend(self) -> None:
        """Check whether Redis answers, and move the file's records to Redis, until cancelled."""
        try:
            if not self._digest_stream.names:
                names = Names(await installation_once_known())
                self._request_stream.names = self._digest_stream.names = names
            while True:
                try:
                    await asyncio.to_thread(self._look)
                    while await self._forward():
                        pass
                except Exception as error:  # noqa: BLE001 - Redis or the disk: the hits stay where they are
                    self._lose(error)
                else:
                    if await self._earlier.move(partial(self._give, self._digest_stream)):
                        self._arrived()
                self.looked.set()
                await asyncio.sleep(TEND_EVERY)
        finally:
            self._forwarding.give_back()

    def close(self) -> None:
        """Write the waiting records, then stop the writer's thread. Blocks until that is done."""
        self._orders.put(None)
        self._thread.join()
        self._request_stream.close(leave=False)  # this connection never reads
        self._digest_stream.close(leave=not self.away)  # closing must be fast
        self._earlier.close()
        self._copies.close()
        self._here.close()

    def _left_behind(self, limit: int) -> list[StreamEntry]:
        if time.monotonic() < self._claim_at:
            return []
        self._claim_at = time.monotonic() + CLAIM_EVERY
        return self._digest_stream.claim(limit, self._claim_after)

    def _forget(self, numbers: Sequence[int]) -> None:
        self._digest_stream.forget([self._held[number][0] for number in numbers])
        for number in numbers:
            del self._held[number]

    def _put_aside(self, seq: int, record: bytes, reason: str) -> None:
        self._digest_stream.put_aside(self._held[seq][0], record, reason)
        del self._held[seq]

    def _change(self, work: Callable[[], None]) -> asyncio.Future[bool]:
        return asyncio.ensure_future(self._changed(work))

    async def _changed(self, work: Callable[[], None]) -> bool:
        try:
            await asyncio.to_thread(work)
        except RedisAway as error:
            self._lose(error)
            return False
        return True

    def _look(self) -> None:
        if self._away.is_set():
            self._digest_stream.probe()  # a Redis that only refuses writes answers all the rest
        self._digest_stream.look()
        self._watch.look()
        if self._away.is_set():
            log.warning("Redis takes hits again")
            self._away.clear()
        if self._digest_stream.has_room and not self._watch.careful:
            self.losses.kept()

    async def _forward(self) -> bool:
        """Move the file's oldest records to Redis. Returns whether there may be more to move."""
        # Another process with this data folder may be moving them.
        if not self._watch.has_room or not self._forwarding.take():
            return False
        records = await asyncio.to_thread(self._here.read, ROWS_A_STATEMENT)
        if not records:
            return False
        kept = await asyncio.to_thread(self._give, self._digest_stream, [record for _, record in records])
        if kept:
            await self._here.forget(records[kept - 1][0])
            self._arrived()
        return kept == len(records)

    def _give(self, stream: RedisStream, records: Sequence[bytes]) -> int:
        """Store records in Redis, and copies of them here. Returns how many fitted. Raises RedisAway."""
        life = self._copies.life
        ids = stream.append(records)
        self._copies.add(list(zip(ids, records, strict=False)), life)
        return len(ids)

    def _lose(self, error: Exception) -> None:
        self._away.set()
        advice = error.advice if isinstance(error, RedisAway) else None
        what = "Redis refuses hits" if advice else "Redis is unreachable"
        self._warning.warn("%s, so hits are kept in %s: %s", what, self._here.path, advice or error)

    # The methods below run in the writer's thread.

    def _write(self) -> None:
        while appends := self._taken():
            kept = 0
            if not (self._away.is_set() or self._watch.careful or self._copies.full):
                try:
                    kept = self._keep(appends)
                except RedisAway as error:
                    self._lose(error)
            in_loop(appends[kept:], self._keep_here, wait=True)  # else the file could be closed first

    def _taken(self) -> list[Append]:
        appends: list[Append] = []
        order = self._orders.get()
        with contextlib.suppress(Empty):
            while order is not None:
                appends.append(order)
                if len(appends) == ROWS_A_STATEMENT:
                    return appends
                order = self._orders.get_nowait()
        if order is None and appends:
            self._orders.put(None)  # the end comes after the records handed over before it
        return appends

    def _keep(self, appends: Sequence[Append]) -> int:
        """Write records to Redis and drop those beyond the cap.

        Returns how many records need not be kept elsewhere, which is all of them.
        """
        kept = self._give(self._request_stream, [each.record for each in appends])
        self.losses.count(len(appends) - kept, LossReason.CAP)
        if kept == len(appends):
            self.losses.kept()
        in_loop(appends[:kept], partial(self._answer, kept=True))
        in_loop(appends[kept:], partial(self._answer, kept=False))
        return len(appends)

    def _answer(self, appends: Sequence[Append], kept: bool) -> None:
        for each in appends:
            if not each.kept.done():
                each.kept.set_result(kept)
        if kept:
            self._arrived()

    def _keep_here(self, appends: Sequence[Append]) -> None:
        for each in appends:
            self._here.append(each.record).add_done_callback(each.answer_like)
