"""The Redis spool keeps every answered hit after any crash; hits that Redis cannot take wait on disk."""

from __future__ import annotations

import asyncio
import signal
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from server.ingest import redis_spool
from server.ingest.redis_spool import TIMEOUT, RedisSpool
from server.ingest.spool import Spool
from tests.faults.table import FULL, busy, record
from tests.nodes.redis_server import NAMES, RedisServer, redis_server

ROOM = 64 << 20
CLAIM_AFTER = 3.0  # long enough for the surviving nodes to read one after the other


@asynccontextmanager
async def node(
    redis: RedisServer, folder: Path, room: int = ROOM, within: float = 30.0
) -> AsyncIterator[RedisSpool]:
    """One node's spool with its background task.

    Redis has `within` seconds to answer, because its disk may be slow.
    """
    folder.mkdir(exist_ok=True)
    with pytest.MonkeyPatch.context() as patient:
        patient.setattr(redis_spool, "TIMEOUT", within)
        spool = RedisSpool(redis.url, Spool(folder / "spool.db", ROOM), room, CLAIM_AFTER, NAMES)
    tending = asyncio.create_task(spool.tend())
    try:
        yield spool
    finally:
        tending.cancel()
        await asyncio.gather(tending, return_exceptions=True)
        await asyncio.to_thread(spool.close)


async def put(spool: RedisSpool, *records: bytes) -> list[bool]:
    return await asyncio.gather(*(spool.append(record) for record in records))


async def taken(spool: RedisSpool, limit: int = 500) -> list[bytes]:
    return [record for _, record in await asyncio.to_thread(spool.read, limit)]


async def until(true: Callable[[], bool], seconds: float = 60.0) -> None:
    async with asyncio.timeout(seconds):
        while not await asyncio.to_thread(true):  # noqa: ASYNC110 - Redis tells no other way
            await asyncio.sleep(0.02)


async def drain(spool: RedisSpool) -> set[bytes]:
    """Read and forget all hits."""
    found: set[bytes] = set()
    while records := await asyncio.to_thread(spool.read, 500):
        found |= {record for _, record in records}
        assert await spool.forget(records[-1][0])
    return found


async def test_hits_arrive_in_order_and_are_gone_once_forgotten(redis: RedisServer, tmp_path: Path) -> None:
    async with node(redis, tmp_path / "a") as spool:
        assert await put(spool, b"one", b"two", b"three") == [True] * 3
        records = await asyncio.to_thread(spool.read, 2)
        assert [record for _, record in records] == [b"one", b"two"]
        assert await taken(spool, 2) == [b"one", b"two"]  # not deleted yet
        assert spool.waiting() == 3
        low, high = spool.bounds()
        assert low < high
        assert await spool.forget(records[-1][0])
        assert await taken(spool) == [b"three"]
        assert spool.size() > 0
        assert await drain(spool) == {b"three"}
        assert spool.bounds()[0] > high
        assert spool.waiting() == 0


async def test_two_workers_get_different_hits_and_one_takes_the_hits_of_the_other_after_its_death(
    redis: RedisServer, tmp_path: Path
) -> None:
    async with node(redis, tmp_path / "b") as bobs:
        async with node(redis, tmp_path / "a") as alices:
            await put(alices, b"one", b"two", b"three")
            assert await taken(alices, 2) == [b"one", b"two"]
            assert await taken(bobs) == [b"three"]
            await bobs.forget(99)
        # Alice's node dies without acknowledging what it read.
        found: set[bytes] = set()
        async with asyncio.timeout(60):
            while len(found) < 2:
                found |= await drain(bobs)
                await asyncio.sleep(0.05)
        assert found == {b"one", b"two"}


async def test_a_record_put_aside_does_not_block_other_records(redis: RedisServer, tmp_path: Path) -> None:
    async with node(redis, tmp_path / "a") as spool:
        await put(spool, b"bad", b"good")
        [(number, record), _] = await asyncio.to_thread(spool.read, 10)
        assert await spool.put_aside(number, record, "nonsense")
        assert await taken(spool) == [b"good"]
        assert spool.aside() == [(b"bad", "nonsense")]


async def test_hits_beyond_the_cap_are_dropped_and_counted_and_earlier_hits_are_kept(
    redis: RedisServer, tmp_path: Path
) -> None:
    async with node(redis, tmp_path / "a", room=10 * 1024) as spool:
        answers = await put(spool, *(b"%d" % number for number in range(25)))
        assert answers == [True] * 10 + [False] * 15
        assert spool.dropped == 15
        assert await drain(spool) == {b"%d" % number for number in range(10)}
        assert await put(spool, b"again") == [True]
        assert spool.losses.total() == 15


@pytest.mark.parametrize("fault", ["stopped", "silent"])
async def test_while_redis_is_unreachable_hits_are_accepted_quickly_and_delivered_later(
    redis: RedisServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    async with node(redis, tmp_path / "a", within=TIMEOUT) as spool:
        await put(spool, b"before")
        asked, ask = [], spool._request_stream.append

        def counted(records: Sequence[bytes]) -> list[int]:
            asked.append(len(records))
            return ask(records)

        monkeypatch.setattr(spool._request_stream, "append", counted)
        redis.stop() if fault == "stopped" else redis.freeze()
        waits = []
        for number in range(60):
            began = time.monotonic()
            assert await put(spool, b"%d" % number) == [True]
            waits.append(time.monotonic() - began)
        print(f"Redis {fault}: slowest {max(waits) * 1000:.0f} ms, file took {spool._here.waiting()}")
        assert len(asked) <= 1  # the first request that meets the outage; later ones do not wait for Redis
        assert sorted(waits)[-2] < (TIMEOUT + 0.13 if FULL else 1) * busy()  # the disk must accept it, too
        assert spool._here.waiting() == 60
        redis.start() if fault == "stopped" else redis.freeze(signal.SIGCONT)
        await until(lambda: not spool.away and spool._here.waiting() == 0)
        assert await drain(spool) == {b"before", *(b"%d" % number for number in range(60))}


async def test_a_node_starts_without_redis(tmp_path: Path) -> None:
    with redis_server(tmp_path / "redis") as redis:
        redis.stop()
        async with node(redis, tmp_path / "a") as spool:
            assert await put(spool, b"early") == [True]
            assert spool.waiting() == 1
            redis.start()
            await until(lambda: spool._here.waiting() == 0)
            assert await drain(spool) == {b"early"}


@pytest.mark.parametrize("fsync", ["always", "everysec"])
async def test_every_answered_hit_is_kept_when_redis_is_killed_under_load(tmp_path: Path, fsync: str) -> None:
    """Only the process is killed, not the machine, so both settings keep all hits (docs/scaling.md)."""
    with redis_server(tmp_path / "redis", fsync) as redis:
        async with node(redis, tmp_path / "a") as spool:
            answered: set[bytes] = set()

            async def reader(first: int) -> None:
                for number in range(first, first + 400):
                    if await spool.append(b"%d" % number):
                        answered.add(b"%d" % number)
                    await asyncio.sleep(0.001)

            readers = [asyncio.create_task(reader(first * 1000)) for first in range(10)]
            for _ in range(3):
                await asyncio.sleep(0.15)
                redis.stop()
                await asyncio.sleep(0.05)
                await asyncio.to_thread(redis.start)
            await asyncio.gather(*readers)
            await until(lambda: spool._here.waiting() == 0)
            found = await drain(spool)
        result = f"{len(answered - found)} lost"
        record(f"Redis killed, appendfsync {fsync}", f"3 kills, {len(answered)} answered", result)
        assert len(answered) == 4000
        assert answered - found == set()
