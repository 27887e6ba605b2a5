"""Keeps hits in a Redis stream with one consumer group; the only module that uses Redis's stream commands.

Each reader of the group gets different entries. Entries that a dead reader took are claimed by another reader
after a while. An entry is deleted when it is acknowledged, so the stream's length is the number of waiting
entries.

Redis may lose the stream, or fall back to an earlier state of it. Each life of the stream has a name, so that
this is noticed: an empty group of that name, which goes with the stream, and the run of the Redis process.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import socket
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple, cast

from redis import Redis, RedisError, ResponseError
from redis.backoff import NoBackoff
from redis.retry import Retry

from server.lib.redis.facts import RedisFacts, ask
from server.lib.redis.names import Names
from server.lib.redis.reasons import advice_on

GROUP, LIFE = "digest", "life-"
_FIELD = b"h"
_PAGE = 1000
_LOWER = 64  # bits of the second part of an entry's id

StreamEntry = tuple[bytes, bytes]  # id, record


class RedisAway(ConnectionError):
    """Redis does not answer, or refuses a write. `advice`: what to do, if the reason is known."""

    def __init__(self, text: str, advice: str | None = None) -> None:
        super().__init__(text)
        self.advice = advice


class StreamState(NamedTuple):
    """The stream at one moment. `lowest`: the lowest id in it, or the next one if it is empty."""

    life: str
    lowest: int
    highest: int  # ever assigned


class RedisStream:
    """The stream. `names` may be set later; until then Redis counts as away.

    Its methods may run in any thread and raise RedisAway. `timeout` is for one answer, in seconds.
    """

    def __init__(self, url: str, max_entries: int, timeout: float, names: Names | None = None) -> None:
        self.names = names
        self._redis = Redis.from_url(
            url,
            socket_timeout=timeout,
            socket_connect_timeout=timeout,
            retry=Retry(NoBackoff(), 0),
            protocol=2,
        )
        self._max_entries = max_entries
        self.name = f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(4)}"
        self.length = 0  # as of the last answer
        self._life = ""

    def append(self, records: Sequence[bytes]) -> list[int]:
        """Store the first records, as many as fit, in one round trip. Returns the ids of those stored."""
        if self.length + len(records) > self._max_entries:
            self.look()
        kept = records[: max(0, self._max_entries - self.length)]
        ids: list[int] = []
        if kept:
            ids, self.length = self._try(lambda: self._append(kept))
        return ids

    @property
    def has_room(self) -> bool:
        """Whether the stream took a further hit, as of the last answer."""
        return self.length < self._max_entries

    def look(self) -> int:
        """Return how many entries wait, including those that a reader has taken and not finished."""
        self.length = int(self._try(lambda: self._redis.xlen(self._stream)))
        return self.length

    def size(self) -> int:
        """Return the number of bytes that the stream takes in Redis's memory, as Redis estimates it."""
        return int(self._try(lambda: self._redis.memory_usage(self._stream)) or 0)

    def bounds(self) -> tuple[int, int]:
        """Return the lowest id in the stream and the highest ever assigned; lowest > highest if empty."""
        first, info = self._try(lambda: (self._redis.xrange(self._stream, count=1), self._info()))
        highest = _number(info["last-generated-id"]) if info else 0
        return (_number(first[0][0]) if first else highest + 1), highest

    def state(self) -> StreamState:
        """Return the state of the stream, in a new life if it is not the one that was there before."""
        return StreamState(*self._try(self._state))

    def present(self, ids: Collection[int]) -> set[int]:
        """Return those of these ids that are in the stream."""
        return self._try(lambda: self._present(ids)) if ids else set()

    def facts(self) -> RedisFacts:
        """Return what Redis says of itself."""
        return cast(RedisFacts, self._try(lambda: ask(self._redis)))

    def probe(self) -> None:
        """Write as a hit is written, and delete it again."""
        self._try(self._probe)

    def take(self, limit: int) -> list[StreamEntry]:
        """Return new entries, at most `limit`, as taken by this reader."""
        return self._try_grouped(lambda: self._take(limit))

    def claim(self, limit: int, idle: float) -> list[StreamEntry]:
        """Return at most `limit` entries that a reader took over `idle` seconds ago and did not finish."""
        return self._try_grouped(lambda: self._claim(limit, idle))

    def forget(self, ids: Sequence[bytes]) -> None:
        """Acknowledge and delete these entries."""
        if ids:
            self._try(lambda: self._forget(ids))

    def put_aside(self, name: bytes, record: bytes, reason: str) -> None:
        """Move an entry to the stream of those that cannot be digested."""
        self._try(lambda: self._put_aside(name, record, reason))

    def everything(self, at_once: int) -> Iterator[list[bytes]]:
        """Yield the records of all entries, oldest first, also of those that a reader has taken."""
        since = "-"
        while found := self._try(partial(self._redis.xrange, self._named.hits, since, count=at_once)):
            yield [bytes(fields[_FIELD]) for _, fields in found]
            since = f"({found[-1][0].decode()}"

    def aside(self) -> list[tuple[bytes, str]]:
        """Return the entries put aside, with the reasons."""
        found = self._try(lambda: self._redis.xrange(self._named.aside))
        return [(fields[_FIELD], fields[b"reason"].decode()) for _, fields in found]

    def close(self, leave: bool = True) -> None:
        """Disconnect; first leave the group, unless entries are unfinished, which Redis would then forget."""
        if leave:
            with contextlib.suppress(RedisAway):
                self._try(self._leave)
        self._redis.close()

    @property
    def _named(self) -> Names:
        if self.names is None:
            raise RedisAway("the database has not said yet under which names", "Check DATABASE_URL.")
        return self.names

    @property
    def _stream(self) -> str:
        return self._named.hits

    def _append(self, records: Sequence[bytes]) -> tuple[list[int], int]:
        pipeline, stream = self._redis.pipeline(transaction=False), self._stream
        for record in records:
            pipeline.xadd(stream, {_FIELD: record})
        pipeline.xlen(stream)
        *ids, length = pipeline.execute()
        return [_number(each) for each in ids], int(length)

    def _state(self) -> tuple[str, int, int]:
        groups, run, first, info = self._asked()
        lives = sorted(name for name in groups if name.startswith(LIFE))
        if self._life not in lives:
            if not lives:
                lives = [f"{LIFE}{secrets.token_hex(4)}"]
                self._redis.xgroup_create(self._stream, lives[0], id="$", mkstream=True)
                _, run, first, info = self._asked()
                if isinstance(info, Exception):
                    raise RedisAway("it has just removed the stream of hits again")
            self._life = lives[0]
        highest = _number(info["last-generated-id"])
        return f"{self._life} {run}", _number(first[0][0]) if first else highest + 1, highest

    def _asked(self) -> tuple[list[str], str, Any, Any]:
        pipeline = self._redis.pipeline(transaction=True)  # at one moment
        pipeline.xinfo_groups(self._stream)
        pipeline.xrange(self._stream, count=1)
        pipeline.xinfo_stream(self._stream)
        groups, first, info = pipeline.execute(raise_on_error=False)
        missing = isinstance(groups, ResponseError) and "no such key" in str(groups)
        for answer in (groups, first, info):
            if isinstance(answer, Exception) and not missing:
                raise answer
        try:
            run = str(self._redis.info("server").get("run_id", ""))
        except ResponseError:  # some hosters forbid it
            run = ""
        return ([] if missing else [each["name"].decode() for each in groups]), run, first, info

    def _present(self, ids: Collection[int]) -> set[int]:
        wanted, found, at = set(ids), set[int](), _name(min(ids))
        while page := self._redis.xrange(self._stream, min=at, max=_name(max(ids)), count=_PAGE):
            names = [_number(name) for name, _ in page if name]
            found.update(wanted.intersection(names))
            if len(page) < _PAGE:
                break
            at = _name(names[-1] + 1)
        return found

    def _probe(self) -> None:
        pipeline = self._redis.pipeline(transaction=True)
        pipeline.xadd(self._named.probe, {_FIELD: b"probe"})
        pipeline.delete(self._named.probe)
        pipeline.execute()

    def _take(self, limit: int) -> list[StreamEntry]:
        answer: Any = self._redis.xreadgroup(GROUP, self.name, {self._stream: ">"}, count=limit)
        return [_entry(each) for _, entries in answer or () for each in entries]

    def _claim(self, limit: int, idle: float) -> list[StreamEntry]:
        answer: Any = self._redis.xautoclaim(self._stream, GROUP, self.name, int(idle * 1000), count=limit)
        return [_entry(each) for each in answer[1] if each[1]]

    def _try_grouped(self, work: Callable[[], list[StreamEntry]]) -> list[StreamEntry]:
        return list(self._try(lambda: self._grouped(work)))

    def _grouped(self, work: Callable[[], list[StreamEntry]]) -> list[StreamEntry]:
        try:
            return work()
        except ResponseError as error:
            if not str(error).startswith("NOGROUP"):
                raise
            self._make_group()
            return work()

    def _make_group(self) -> None:
        try:
            self._redis.xgroup_create(self._stream, GROUP, id="0", mkstream=True)
        except ResponseError as error:
            if not str(error).startswith("BUSYGROUP"):  # another node made it first
                raise

    def _forget(self, ids: Sequence[bytes]) -> None:
        pipeline = self._redis.pipeline(transaction=True)
        pipeline.xack(self._stream, GROUP, *ids)
        pipeline.xdel(self._stream, *ids)
        pipeline.execute()

    def _put_aside(self, name: bytes, record: bytes, reason: str) -> None:
        pipeline = self._redis.pipeline(transaction=True)
        pipeline.xadd(self._named.aside, {_FIELD: record, b"reason": reason})
        pipeline.xack(self._stream, GROUP, name)
        pipeline.xdel(self._stream, name)
        pipeline.execute()

    def _info(self) -> Any:
        try:
            return self._redis.xinfo_stream(self._stream)
        except ResponseError:  # nothing was ever stored
            return None

    def _leave(self) -> None:
        with contextlib.suppress(ResponseError):
            for reader in self._redis.xinfo_consumers(self._stream, GROUP):
                if reader["name"] == self.name.encode() and not reader["pending"]:
                    self._redis.xgroup_delconsumer(self._stream, GROUP, self.name)

    @staticmethod
    def _try(work: Callable[[], Any]) -> Any:
        try:
            return work()
        except RedisAway:
            raise
        except (RedisError, OSError) as error:
            raise RedisAway(f"{type(error).__name__}: {error}", advice_on(error)) from error


def _entry(answer: Any) -> StreamEntry:
    name, fields = answer
    return bytes(name), bytes(fields[_FIELD])


def _number(name: bytes | str) -> int:
    milliseconds, _, count = (name.decode() if isinstance(name, bytes) else name).partition("-")
    return int(milliseconds) << _LOWER | int(count)


def _name(number: int) -> str:
    return f"{number >> _LOWER}-{number & (1 << _LOWER) - 1}"
