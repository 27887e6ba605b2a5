"""Hits in Redis: what one reader takes, what another reader finds, and what is counted."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.ingest import redis_spool
from server.ingest.redis_spool import RedisSpool
from server.ingest.redis_stream import RedisAway, RedisStream
from server.ingest.spool import Spool
from tests.nodes.redis_server import NAMES, RedisServer, redis_server

STREAM = NAMES.hits
MANY = 1000


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    with redis_server(tmp_path_factory.mktemp("redis")) as server:
        yield server


@pytest.fixture
def redis(running: RedisServer) -> RedisServer:
    """A Redis with nothing in it."""
    running.client.flushall()
    return running


@pytest.fixture
def alice(redis: RedisServer) -> Iterator[RedisStream]:
    stream = RedisStream(redis.url, MANY, 30.0, NAMES)
    yield stream
    stream.close()


@pytest.fixture
def bob(redis: RedisServer) -> Iterator[RedisStream]:
    stream = RedisStream(redis.url, MANY, 30.0, NAMES)
    yield stream
    stream.close()


def records(entries: list[tuple[bytes, bytes]]) -> list[bytes]:
    return [record for _, record in entries]


def test_an_empty_stream_has_nothing_to_read(alice: RedisStream) -> None:
    assert alice.take(10) == []
    assert (alice.look(), alice.length, alice.aside()) == (0, 0, [])
    low, high = alice.bounds()
    assert low == high + 1


def test_an_empty_stream_has_no_numbers_and_no_size(alice: RedisStream) -> None:
    assert alice.bounds() == (1, 0)
    assert alice.size() == 0


def test_a_stored_hit_is_taken_once_and_counted_until_it_is_forgotten(
    alice: RedisStream, bob: RedisStream
) -> None:
    assert len(alice.append([b"one", b"two", b"three"])) == 3
    assert alice.length == 3
    first = alice.take(2)
    assert records(first) == [b"one", b"two"]
    assert records(bob.take(9)) == [b"three"]
    assert bob.take(9) == alice.take(9) == []
    assert bob.look() == 3
    alice.forget([name for name, _ in first])
    assert (bob.look(), bob.length) == (1, 1)
    assert alice.size() > 0
    alice.forget([])
    assert alice.look() == 1


def test_entry_numbers_only_grow_even_after_the_entries_are_deleted(
    alice: RedisStream, redis: RedisServer
) -> None:
    redis.client.xadd(STREAM, {b"h": b"one"}, id="5-1")
    redis.client.xadd(STREAM, {b"h": b"two"}, id="5-2")
    assert alice.bounds() == ((5 << 64) + 1, (5 << 64) + 2)
    alice.forget([b"5-1"])
    assert alice.bounds() == ((5 << 64) + 2, (5 << 64) + 2)
    alice.forget([b"5-2"])
    assert alice.bounds() == ((5 << 64) + 3, (5 << 64) + 2)


def test_a_hit_beyond_the_cap_is_not_stored(redis: RedisServer) -> None:
    stream = RedisStream(redis.url, 3, 30.0, NAMES)
    assert len(stream.append([b"a", b"b"])) == 2
    assert len(stream.append([b"c", b"d"])) == 1
    assert len(stream.append([b"e"])) == 0
    assert records(stream.take(9)) == [b"a", b"b", b"c"]
    redis.client.delete(STREAM)
    assert len(stream.append([b"f", b"g", b"h"])) == 3
    assert stream.length == 3
    stream.close()


def test_entries_that_a_stream_reader_left_too_long_are_claimed_by_another_reader(
    alice: RedisStream, bob: RedisStream
) -> None:
    alice.append([b"one", b"two"])
    taken = alice.take(1)
    assert bob.claim(9, 60.0) == []
    assert records(bob.claim(9, 0.0)) == [b"one"]
    assert bob.claim(1, 0.0) == taken
    bob.forget([taken[0][0]])
    assert alice.claim(9, 0.0) == []
    assert records(bob.take(9)) == [b"two"]


def test_an_entry_put_aside_is_found_with_its_reason(alice: RedisStream, bob: RedisStream) -> None:
    alice.append([b"bad", b"good"])
    [(name, record), (other, _)] = alice.take(9)
    alice.put_aside(name, record, "ünreadable")
    assert bob.aside() == [(b"bad", "ünreadable")]
    assert bob.look() == 1
    assert records(bob.claim(9, 0.0)) == [b"good"]
    bob.forget([other])


def test_a_stream_reader_has_its_own_name_and_leaves_the_group_unless_it_holds_entries(
    alice: RedisStream, redis: RedisServer
) -> None:
    assert alice.name.startswith(f"{socket.gethostname()}-{os.getpid()}-")
    assert len(alice.name.rpartition("-")[2]) == 8
    streams = [RedisStream(redis.url, MANY, 30.0, NAMES) for _ in range(3)]
    alice.append([b"one", b"two", b"three"])
    taken = [each.take(1)[0][0] for each in streams]
    for each, name in zip(streams[1:], taken[1:], strict=True):
        each.forget([name])
    assert len({each.name for each in streams}) == 3
    streams[0].close()
    streams[1].close(leave=False)
    streams[2].close()
    readers = redis.client.xinfo_consumers(STREAM, "digest")
    assert {each["name"].decode() for each in readers} == {streams[0].name, streams[1].name}


def test_what_redis_says_of_itself(alice: RedisStream, redis: RedisServer) -> None:
    def told() -> tuple[bool | None, str | None, str | None]:
        facts = alice.facts()
        return facts.appendonly, facts.appendfsync, facts.policy

    try:
        for setting in ("always", "everysec", "no"):
            redis.client.config_set("appendfsync", setting)
            assert told() == (True, setting, "noeviction")
        redis.client.config_set("appendonly", "no")
        redis.client.config_set("maxmemory-policy", "allkeys-lfu")
        assert told() == (False, "no", "allkeys-lfu")
        assert (alice.facts().evicts, alice.facts().role, alice.facts().cluster) == (True, "master", False)
    finally:
        redis.client.config_set("appendonly", "yes")
        redis.client.config_set("appendfsync", "always")
        redis.client.config_set("maxmemory-policy", "noeviction")


def test_without_redis_each_request_raises_the_same_error() -> None:
    nobody = RedisStream("redis://127.0.0.1:1/0", MANY, 0.5, NAMES)
    for ask in (nobody.look, nobody.bounds, nobody.aside, nobody.size):
        with pytest.raises(RedisAway, match="ConnectionError"):
            ask()
    with pytest.raises(RedisAway):
        nobody.append([b"one"])
    nobody.close()


async def test_a_node_without_redis_stores_hits_locally_and_reports_that_redis_is_away(
    tmp_path: Path,
) -> None:
    spool = RedisSpool("redis://127.0.0.1:1/0", Spool(tmp_path / "spool.db", 1 << 20), 1 << 20, names=NAMES)
    assert all(await asyncio.gather(spool.append(b"one"), spool.append(b"two")))
    assert (spool.away, spool.waiting(), spool.dropped) == (True, 2, 0)
    assert spool.size() == spool._here.size() > 0
    with pytest.raises(RedisAway):
        spool.bounds()
    assert [record for _, record in spool._here.read(9)] == [b"one", b"two"]
    await asyncio.to_thread(spool.close)


async def test_functions_that_need_redis_fail_while_it_is_unreachable(
    redis: RedisServer, tmp_path: Path
) -> None:
    spool = RedisSpool(redis.url, Spool(tmp_path / "spool.db", 1 << 20), 1 << 20, names=NAMES)
    await spool.append(b"one")
    [(number, record)] = await asyncio.to_thread(spool.read, 9)
    assert (number, record) == (1, b"one")
    spool._digest_stream._redis.close()
    spool._digest_stream = RedisStream("redis://127.0.0.1:1/0", MANY, 0.5, NAMES)
    assert not await spool.forget(number)
    assert spool.away
    assert not await spool.put_aside(number, record, "bad")
    assert spool.read(9) == [(1, b"one")]
    await asyncio.to_thread(spool.close)


async def test_a_node_announces_arrivals_and_drops_what_exceeds_its_memory_limit(
    redis: RedisServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrivals: list[int] = []
    spool = RedisSpool(redis.url, Spool(tmp_path / "spool.db", 1 << 20), 1 << 20, names=NAMES)
    spool.on_arrival(lambda: arrivals.append(1))
    assert await spool.append(b"one")
    assert arrivals
    monkeypatch.setattr(redis_spool, "MAX_PENDING", 0)
    assert await spool.append(b"two") is False
    assert spool.dropped == 1
    monkeypatch.undo()
    assert spool.waiting() == 1
    low, high = spool.bounds()
    assert 0 < low == high
    assert await spool._here.append(b"here")
    assert spool.bounds() == (0, high)
    assert spool.waiting() == 2
    await asyncio.to_thread(spool.close)
