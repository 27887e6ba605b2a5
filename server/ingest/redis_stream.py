"""Keeps hits in a Redis stream with one consumer group; the only module that uses Redis's stream commands.

Each reader of the group gets different entries. Entries that a dead reader took are claimed by another reader
after a while. An entry is deleted when it is acknowledged, so the stream's length is the number of waiting
entries.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import socket
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from redis import Redis, RedisError, ResponseError
from redis.backoff import NoBackoff
from redis.retry import Retry

GROUP = "digest"
_STREAM, _ASIDE, _DROPPED = "{sightline-hits}", "{sightline-hits}:aside", "{sightline-hits}:dropped"
_FIELD = b"h"
_LOWER = 64  # bits of the second part of an entry's id

StreamEntry = tuple[bytes, bytes]  # id, record


class RedisAway(ConnectionError):
    """Redis does not answer, or refuses a write."""


class RedisStream:
    """The stream.

    Its methods may run in any thread and raise RedisAway. `timeout` is for one answer, in seconds.
    """

    def __init__(self, url: str, max_entries: int, timeout: float) -> None:
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

    def append(self, records: Sequence[bytes]) -> int:
        """Store the first records, as many as fit, in one round trip. Returns how many were stored."""
        if self.length + len(records) > self._max_entries:
            self.look()
        kept = records[: max(0, self._max_entries - self.length)]
        if kept:
            self.length = self._try(lambda: self._append(kept))
        return len(kept)

    def count_drops(self, number: int) -> None:
        """Add `number` to the count of records that all nodes dropped."""
        self._try(lambda: self._redis.incrby(_DROPPED, number))

    def dropped(self) -> int:
        """Return how many records all nodes together have dropped."""
        return int(self._try(lambda: self._redis.get(_DROPPED)) or 0)

    def look(self) -> int:
        """Return how many entries wait, including those that a reader has taken and not finished."""
        self.length = int(self._try(lambda: self._redis.xlen(_STREAM)))
        return self.length

    def size(self) -> int:
        """Return the number of bytes that the stream takes in Redis's memory, as Redis estimates it."""
        return int(self._try(lambda: self._redis.memory_usage(_STREAM)) or 0)

    def bounds(self) -> tuple[int, int]:
        """Return the lowest id in the stream and the highest ever assigned; lowest > highest if empty."""
        first, info = self._try(lambda: (self._redis.xrange(_STREAM, count=1), self._info()))
        highest = _number(info["last-generated-id"]) if info else 0
        return (_number(first[0][0]) if first else highest + 1), highest

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
        while found := self._try(partial(self._redis.xrange, _STREAM, since, count=at_once)):
            yield [bytes(fields[_FIELD]) for _, fields in found]
            since = f"({found[-1][0].decode()}"

    def aside(self) -> list[tuple[bytes, str]]:
        """Return the entries put aside, with the reasons."""
        found = self._try(lambda: self._redis.xrange(_ASIDE))
        return [(fields[_FIELD], fields[b"reason"].decode()) for _, fields in found]

    def guarantee(self) -> str:
        """Return when Redis syncs its log to disk: `always`, `everysec`, `no`, `off` (no log), `unknown`."""
        try:
            answers = self._redis.config_get("append*")
        except (RedisError, OSError):
            return "unknown"
        return "off" if answers.get("appendonly") != "yes" else str(answers.get("appendfsync", "unknown"))

    def close(self, leave: bool = True) -> None:
        """Disconnect; first leave the group, unless entries are unfinished, which Redis would then forget."""
        if leave:
            with contextlib.suppress(RedisAway):
                self._try(self._leave)
        self._redis.close()

    def _append(self, records: Sequence[bytes]) -> int:
        pipeline = self._redis.pipeline(transaction=False)
        for record in records:
            pipeline.xadd(_STREAM, {_FIELD: record})
        pipeline.xlen(_STREAM)
        return int(pipeline.execute()[-1])

    def _take(self, limit: int) -> list[StreamEntry]:
        answer: Any = self._redis.xreadgroup(GROUP, self.name, {_STREAM: ">"}, count=limit)
        return [_entry(each) for _, entries in answer or () for each in entries]

    def _claim(self, limit: int, idle: float) -> list[StreamEntry]:
        answer: Any = self._redis.xautoclaim(_STREAM, GROUP, self.name, int(idle * 1000), count=limit)
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
            self._redis.xgroup_create(_STREAM, GROUP, id="0", mkstream=True)
        except ResponseError as error:
            if not str(error).startswith("BUSYGROUP"):  # another node made it first
                raise

    def _forget(self, ids: Sequence[bytes]) -> None:
        pipeline = self._redis.pipeline(transaction=True)
        pipeline.xack(_STREAM, GROUP, *ids)
        pipeline.xdel(_STREAM, *ids)
        pipeline.execute()

    def _put_aside(self, name: bytes, record: bytes, reason: str) -> None:
        pipeline = self._redis.pipeline(transaction=True)
        pipeline.xadd(_ASIDE, {_FIELD: record, b"reason": reason})
        pipeline.xack(_STREAM, GROUP, name)
        pipeline.xdel(_STREAM, name)
        pipeline.execute()

    def _info(self) -> Any:
        try:
            return self._redis.xinfo_stream(_STREAM)
        except ResponseError:  # nothing was ever stored
            return None

    def _leave(self) -> None:
        with contextlib.suppress(ResponseError):
            for reader in self._redis.xinfo_consumers(_STREAM, GROUP):
                if reader["name"] == self.name.encode() and not reader["pending"]:
                    self._redis.xgroup_delconsumer(_STREAM, GROUP, self.name)

    @staticmethod
    def _try(work: Callable[[], Any]) -> Any:
        try:
            return work()
        except (RedisError, OSError) as error:
            raise RedisAway(f"{type(error).__name__}: {error}") from error


def _entry(answer: Any) -> StreamEntry:
    name, fields = answer
    return bytes(name), bytes(fields[_FIELD])


def _number(name: bytes | str) -> int:
    milliseconds, _, count = (name.decode() if isinstance(name, bytes) else name).partition("-")
    return int(milliseconds) << _LOWER | int(count)
