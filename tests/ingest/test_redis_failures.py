"""Redis is slow, wrong or unreachable: how long the spool waits, and where the hits go in the meantime."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import pytest

from server.ingest import redis_spool
from server.ingest.redis_spool import BYTES_A_HIT, RedisSpool
from server.ingest.redis_stream import RedisAway, RedisStream
from server.ingest.spool import Spool
from tests.ingest.test_redis_stream import MANY, STREAM, records, redis, running
from tests.nodes.redis_server import NAMES, RedisServer

__all__ = ["redis", "running"]

NOBODY = "redis://127.0.0.1:1/0"
ROOM = 1 << 20


@asynccontextmanager
async def node(
    url: str, folder: Path, room: int = ROOM, here: int = ROOM, claim_after: float = 0.0
) -> AsyncIterator[RedisSpool]:
    """One node's spool without its background task.

    Each request to Redis may take 30 seconds, because the disk may be slow.
    """
    folder.mkdir(exist_ok=True)
    with pytest.MonkeyPatch.context() as patient:
        patient.setattr(redis_spool, "TIMEOUT", 30.0)
        spool = RedisSpool(url, Spool(folder / "spool.db", here), room, claim_after, NAMES)
    try:
        yield spool
    finally:
        await asyncio.to_thread(spool.close)


async def taken(spool: RedisSpool, limit: int = 9) -> list[bytes]:
    return [record for _, record in await asyncio.to_thread(spool.read, limit)]


@contextmanager
def listening(answer: bytes | None) -> Iterator[tuple[str, list[int]]]:
    """A server that accepts connections and hangs up, or never answers. Yields its URL and the calls."""
    calls: list[int] = []
    kept: list[socket.socket] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def accept() -> None:
            while True:
                try:
                    other, _ = server.accept()
                except OSError:
                    return
                calls.append(1)
                if answer is None:
                    kept.append(other)
                else:
                    other.close()

        threading.Thread(target=accept, daemon=True).start()
        yield f"redis://127.0.0.1:{server.getsockname()[1]}/0", calls
        server.shutdown(socket.SHUT_RDWR)
    for each in kept:
        each.close()


def test_a_request_to_a_redis_that_hangs_up_is_not_repeated() -> None:
    with listening(b"") as (url, calls):
        stream = RedisStream(url, MANY, 5.0, NAMES)
        with pytest.raises(RedisAway):
            stream.look()
        assert len(calls) == 1
        stream.close(leave=False)


def test_a_request_to_a_silent_redis_fails_only_after_the_configured_time() -> None:
    with listening(None) as (url, _):
        stream = RedisStream(url, MANY, 0.2, NAMES)
        began = time.monotonic()
        with pytest.raises(RedisAway, match="TimeoutError"):
            stream.look()
        assert time.monotonic() - began >= 0.15
        stream.close(leave=False)


def test_a_consumer_group_that_another_node_created_in_the_meantime_is_used(redis: RedisServer) -> None:
    alice, bob = (RedisStream(redis.url, MANY, 30.0, NAMES) for _ in range(2))
    alice.append([b"one"])
    for each in (alice, bob, bob):
        each._make_group()
    assert records(bob.take(9)) == [b"one"]
    assert alice.take(9) == []
    alice.close()
    bob.close()


def test_a_key_of_another_type_under_the_streams_name_counts_as_redis_being_away(redis: RedisServer) -> None:
    redis.client.set(STREAM, "what is this?")
    stream = RedisStream(redis.url, MANY, 30.0, NAMES)
    for ask in (lambda: stream.take(9), lambda: stream.claim(9, 0.0), lambda: stream.append([b"one"])):
        with pytest.raises(RedisAway, match="WRONGTYPE"):
            ask()
    with pytest.raises(RedisAway, match="WRONGTYPE"):
        stream.forget([b"1-1"])
    stream.close()


def test_a_stream_beyond_the_cap_has_no_room(redis: RedisServer) -> None:
    large, small = RedisStream(redis.url, MANY, 30.0, NAMES), RedisStream(redis.url, 3, 30.0, NAMES)
    assert len(large.append([b"%d" % number for number in range(5)])) == 5
    assert small.look() == 5
    assert len(small.append([b"x", b"y", b"z"])) == 0
    assert large.look() == 5
    large.forget([name for name, _ in large.take(3)])
    assert len(small.append([b"x", b"y"])) == 1
    assert large.look() == 3
    large.close()
    small.close()


def test_an_entry_deleted_by_another_reader_is_not_claimed(redis: RedisServer) -> None:
    alice, bob = (RedisStream(redis.url, MANY, 30.0, NAMES) for _ in range(2))
    alice.append([b"one", b"two", b"three"])
    names = [name for name, _ in alice.take(9)]
    redis.client.xdel(STREAM, names[0])  # deleted, never acknowledged
    assert records(bob.claim(9, 0.0)) == [b"two", b"three"]
    assert records(bob.claim(1, 0.0)) == [b"two"]
    alice.close()
    bob.close()


@pytest.mark.parametrize(
    ("room", "kept"), [(1, 1), (BYTES_A_HIT, 1), (2 * BYTES_A_HIT - 1, 1), (2 * BYTES_A_HIT, 2)]
)
async def test_a_hit_takes_a_kilobyte_of_room_and_one_hit_always_fits(
    redis: RedisServer, tmp_path: Path, room: int, kept: int
) -> None:
    async with node(redis.url, tmp_path, room) as spool:
        answers = [await spool.append(b"x") for _ in range(4)]
        assert answers == [True] * kept + [False] * (4 - kept)
        assert spool.dropped == 4 - kept
        assert spool.waiting() == kept


async def test_hits_are_numbered_when_taken_and_read_again_until_forgotten(
    redis: RedisServer, tmp_path: Path
) -> None:
    async with node(redis.url, tmp_path, claim_after=60.0) as spool:
        for record in (b"one", b"two", b"three", b"four"):
            assert await spool.append(record)
        assert await asyncio.to_thread(spool.read, 3) == [(1, b"one"), (2, b"two"), (3, b"three")]
        assert await asyncio.to_thread(spool.read, 2) == [(1, b"one"), (2, b"two")]
        assert await spool.forget(1)
        assert await asyncio.to_thread(spool.read, 9) == [(2, b"two"), (3, b"three")]
        assert await spool.put_aside(2, b"two", "bad")
        assert await asyncio.to_thread(spool.read, 9) == [(3, b"three")]
        assert await spool.forget(3)
        assert await asyncio.to_thread(spool.read, 9) == [(4, b"four")]
        assert spool.waiting() == 1
        assert spool.aside() == [(b"two", "bad")]
        assert await spool.forget(4)
        assert await asyncio.to_thread(spool.read, 9) == []


async def test_records_put_aside_in_redis_and_on_this_node_are_listed_together(
    redis: RedisServer, tmp_path: Path
) -> None:
    async with node(redis.url, tmp_path) as spool:
        await spool.append(b"bad")
        [(number, record)] = await asyncio.to_thread(spool.read, 9)
        assert await spool.put_aside(number, record, "nonsense")
        assert await spool._here.append(b"worse")
        assert await spool._here.put_aside(1, b"worse", "noise")
        assert spool.aside() == [(b"bad", "nonsense"), (b"worse", "noise")]
        assert spool.size() > spool._here.size() > 0


async def test_entries_of_a_dead_worker_are_claimed_at_intervals(
    redis: RedisServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redis_spool, "CLAIM_EVERY", 3600.0)
    alice = RedisStream(redis.url, MANY, 30.0, NAMES)
    async with node(redis.url, tmp_path) as bobs:
        assert await taken(bobs) == []
        alice.append([b"one"])
        assert records(alice.take(9)) == [b"one"]
        assert await taken(bobs) == []  # Bob's node has just looked
        bobs._claim_at = time.monotonic()
        assert await taken(bobs) == [b"one"]
        assert bobs._claim_at > time.monotonic() + 1800
    alice.close(leave=False)
