"""While Redis is away hits go to this node's file, and from there to Redis once it is back."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest

from server.ingest import redis_spool
from server.ingest.redis_spool import BYTES_A_HIT, RedisSpool
from server.ingest.redis_stream import RedisAway
from server.ingest.settings import IngestSettings
from server.ingest.spool import Spool
from server.ingest.spool_choice import opened
from server.lib.filelock import FileLock
from tests.ingest.test_redis_failures import node, redis, running, taken
from tests.ingest.test_redis_stream import STREAM
from tests.nodes.redis_server import NAMES, RedisServer

__all__ = ["redis", "running"]

NOBODY = "redis://127.0.0.1:1/0"
ROOM = 1 << 20


async def test_hits_in_the_local_spool_file_go_to_redis_after_an_outage(
    redis: RedisServer, tmp_path: Path
) -> None:
    arrivals: list[int] = []
    async with node(redis.url, tmp_path) as spool:
        spool._lose(ConnectionError("away"))
        spool.on_arrival(lambda: arrivals.append(1))
        assert await asyncio.gather(*(spool.append(b"%d" % number) for number in range(3))) == [True] * 3
        assert (spool.away, spool._here.waiting(), redis.client.xlen(STREAM), arrivals) == (True, 3, 0, [])
        await asyncio.to_thread(spool._look)
        assert not spool.away
        assert await spool._forward() is True
        assert (spool._here.waiting(), redis.client.xlen(STREAM), arrivals) == (0, 3, [1])
        assert await spool._forward() is False
        assert await taken(spool) == [b"0", b"1", b"2"]
        assert await spool.append(b"3")
        assert redis.client.xlen(STREAM) == 4


async def test_hits_that_do_not_fit_into_redis_stay_in_the_local_spool_file(
    redis: RedisServer, tmp_path: Path
) -> None:
    async with node(redis.url, tmp_path, room=2 * BYTES_A_HIT) as spool:
        for number in range(3):
            assert await spool._here.append(b"%d" % number)
        assert await spool._forward() is False
        assert spool._here.read(9) == [(3, b"2")]
        assert await spool._forward() is False
        assert spool._here.read(9) == [(3, b"2")]
        assert await taken(spool) == [b"0", b"1"]
        assert spool.dropped == 0


async def test_only_one_of_two_processes_with_one_folder_moves_the_hits(
    redis: RedisServer, tmp_path: Path
) -> None:
    other = FileLock(tmp_path / "spool.db.lock")
    assert other.take()
    async with node(redis.url, tmp_path) as spool:
        assert await spool._here.append(b"one")
        assert await spool._forward() is False
        assert spool._here.waiting() == 1
        other.give_back()
        assert await spool._forward() is True
        assert spool._here.waiting() == 0
        assert not other.take()
    spool._forwarding.give_back()


async def test_a_process_that_stops_moving_hits_releases_its_lock(redis: RedisServer, tmp_path: Path) -> None:
    other = FileLock(tmp_path / "spool.db.lock")
    async with node(redis.url, tmp_path) as spool:
        assert await spool._here.append(b"one")
        tending = asyncio.create_task(spool.tend())
        async with asyncio.timeout(60):
            while spool._here.waiting():  # noqa: ASYNC110 - Redis tells no other way
                await asyncio.sleep(0.01)
        assert not other.take()
        tending.cancel()
        await asyncio.gather(tending, return_exceptions=True)
        assert other.take()
        other.give_back()


async def test_the_background_task_continues_after_an_outage(
    redis: RedisServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redis_spool, "TEND_EVERY", 0.01)
    async with node(redis.url, tmp_path) as spool:
        look, failed = spool._look, threading.Event()

        def away() -> None:
            failed.set()
            raise RedisAway("refused")

        monkeypatch.setattr(spool, "_look", away)
        tending = asyncio.create_task(spool.tend())
        assert await asyncio.to_thread(failed.wait, 60)
        assert (await spool.append(b"meanwhile"), spool.away) == (True, True)
        monkeypatch.setattr(spool, "_look", look)
        async with asyncio.timeout(60):
            while spool.away or spool._here.waiting():  # noqa: ASYNC110 - Redis tells no other way
                await asyncio.sleep(0.01)
        assert await taken(spool) == [b"meanwhile"]
        tending.cancel()
        await asyncio.gather(tending, return_exceptions=True)


async def test_without_redis_and_without_room_on_disk_a_hit_is_lost_and_counted(tmp_path: Path) -> None:
    async with node(NOBODY, tmp_path, here=1) as spool:
        assert await spool.append(b"small")
        assert await spool.append(bytes(500_000)) is False
        assert spool.dropped == 1
        assert spool.waiting() == 1


async def test_a_cancelled_request_does_not_disturb_others_with_or_without_redis(
    redis: RedisServer, tmp_path: Path
) -> None:
    for url in (redis.url, NOBODY):
        async with node(url, tmp_path) as spool:
            waiting = [spool.append(b"%d" % number) for number in range(3)]
            waiting[1].cancel()
            found = await asyncio.gather(*waiting, return_exceptions=True)
            assert [found[0], found[2]] == [True, True]
            assert spool.waiting() == 3
            redis.client.flushall()


async def test_hits_handed_over_before_the_spool_is_closed_are_stored(
    redis: RedisServer, tmp_path: Path
) -> None:
    for url in (redis.url, NOBODY):
        async with node(url, tmp_path) as spool:
            waiting = [spool.append(b"%d" % number) for number in range(20)]
        assert await asyncio.gather(*waiting) == [True] * 20
        assert not spool._thread.is_alive()
    assert redis.client.xlen(STREAM) == 20
    here = Spool(tmp_path / "spool.db", ROOM)
    assert [record for _, record in here.read(99)] == [b"%d" % number for number in range(20)]
    await asyncio.to_thread(here.close)


async def test_one_round_trip_to_redis_carries_a_limited_number_of_hits(
    redis: RedisServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redis_spool, "ROWS_A_STATEMENT", 4)
    async with node(redis.url, tmp_path) as spool:
        sizes, append = list[int](), spool._request_stream.append
        begun, let_go = threading.Event(), threading.Event()

        def counted(found: list[bytes]) -> list[int]:
            sizes.append(len(found))
            begun.set()
            let_go.wait(60)
            return append(found)

        monkeypatch.setattr(spool._request_stream, "append", counted)
        first = spool.append(b"first")
        assert await asyncio.to_thread(begun.wait, 60)
        waiting = [spool.append(b"%d" % number) for number in range(9)]
        let_go.set()
        assert await asyncio.gather(first, *waiting) == [True] * 10
        assert sizes == [1, 4, 4, 1]
        assert await taken(spool, 99) == [b"first", *(b"%d" % number for number in range(9))]


async def test_a_shared_spool_has_its_background_task_while_it_is_open(
    redis: RedisServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def known() -> str:
        return NAMES.installation

    monkeypatch.setattr(redis_spool, "installation_once_known", known)
    settings = IngestSettings.read({"SIGHTLINE_DATA": str(tmp_path), "SPOOL_URL": redis.url})
    before = asyncio.all_tasks()
    async with opened(settings) as spool:
        assert isinstance(spool, RedisSpool)
        spool._lose(ConnectionError("away"))
        assert await spool.append(b"one")
        async with asyncio.timeout(60):
            while spool._here.waiting():  # noqa: ASYNC110 - Redis tells no other way
                await asyncio.sleep(0.01)
    assert asyncio.all_tasks() == before
    assert not spool._thread.is_alive()
    assert not any(thread.is_alive() for thread in spool._here._threads)
    assert redis.client.xlen(STREAM) == 1
    alone = IngestSettings.read({"SIGHTLINE_DATA": str(tmp_path)})
    async with opened(alone) as other:
        assert isinstance(other, Spool)
        assert other.waiting() == 0
    assert not any(thread.is_alive() for thread in other._threads)
