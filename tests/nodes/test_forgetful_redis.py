"""Redis forgets hits that it had taken: none is lost, and nothing is told as lost that was stored."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest

from server.ingest.redis_stream import RedisAway
from tests.faults import table
from tests.nodes.redis_server import NAMES, RedisServer, redis_server
from tests.nodes.test_redis_spool import drain, node, put, until

ROOM = 64 << 20


def numbers(first: int, number: int) -> list[bytes]:
    return [b"%06d" % each + bytes(300) for each in range(first, first + number)]


def emptied(redis: RedisServer) -> None:
    redis.client.flushall()


def restarted_without_its_data(redis: RedisServer) -> None:
    redis.stop()
    for each in redis.folder.glob("appendonlydir/*"):
        each.unlink()
    redis.start()


@pytest.mark.parametrize("forget", [emptied, restarted_without_its_data])
async def test_hits_that_redis_forgot_are_given_to_it_again(
    redis: RedisServer, tmp_path: Path, forget: Callable[[RedisServer], None]
) -> None:
    async with node(redis, tmp_path / "a") as spool:
        await put(spool, *numbers(0, 10))
        await until(lambda: bool(spool._copies.life))
        await put(spool, *numbers(10, 700))
        first = await asyncio.to_thread(spool.read, 100)
        assert await spool.forget(first[-1][0])
        forget(redis)
        await put(spool, *numbers(710, 50))  # the first of them make a new stream, before anybody looks
        found = {record for _, record in first}
        async with asyncio.timeout(60):
            while len(found) < 760:
                found |= await drain(spool)
                await asyncio.sleep(0.05)
        assert found == set(numbers(0, 760))
        assert spool.dropped == 0
        await until(lambda: not spool._copies.newest(spool._copies.life))


async def test_what_redis_forgot_while_the_node_was_dead_is_given_to_it_by_the_next_process(
    redis: RedisServer, tmp_path: Path
) -> None:
    async with node(redis, tmp_path / "a") as spool:
        await until(lambda: bool(spool._copies.life))
        await put(spool, *numbers(0, 40))
        first = await asyncio.to_thread(spool.read, 10)
        assert await spool.forget(first[-1][0])
    assert list((tmp_path / "a").glob("*.copies-*"))
    emptied(redis)
    async with node(redis, tmp_path / "a") as spool:
        found = {record for _, record in first}
        async with asyncio.timeout(60):
            while len(found) < 40:
                found |= await drain(spool)
                await asyncio.sleep(0.05)
        await until(lambda: not spool._copies.newest(spool._copies.life))
    assert not list((tmp_path / "a").glob("*.copies-*"))


async def test_a_restart_after_which_redis_still_knows_everything_gives_it_nothing_twice(
    redis: RedisServer, tmp_path: Path
) -> None:
    async with node(redis, tmp_path / "a") as spool:
        await until(lambda: bool(spool._copies.life))
        await put(spool, *numbers(0, 40))
        before = spool._copies.life
        redis.stop()
        redis.start()
        await until(lambda: spool._copies.life != before and not spool.away)
        assert not spool._watch.careful
        assert redis.client.xlen(NAMES.hits) == 40
        assert await drain(spool) == set(numbers(0, 40))


async def test_a_redis_that_evicts_gets_few_hits_at_a_time_and_none_is_lost(tmp_path: Path) -> None:
    many = table.amount(3000, 20_000)
    with redis_server(tmp_path / "redis") as redis:
        with redis.client as client:
            client.config_set("maxmemory-policy", "allkeys-lru")
            client.config_set("maxmemory", str(client.info("memory")["used_memory"] + (1 << 20)))
        async with node(redis, tmp_path / "a") as spool:
            filling = asyncio.create_task(fill_now_and_then(redis))
            answers = 0
            for first in range(0, many, 100):
                answers += sum(await put(spool, *numbers(first, 100)))
            found: set[bytes] = set()
            async with asyncio.timeout(120):
                while len(found) < many:
                    with contextlib.suppress(RedisAway):  # evicted just now; the digest tries again, too
                        found |= await drain(spool)
                    await asyncio.sleep(0.02)
            filling.cancel()
            assert spool.losses.evicting == "allkeys-lru"
            evictions = redis.client.info("stats")["evicted_keys"]
        table.record(
            "Redis evicts (allkeys-lru)",
            f"{answers} answered",
            f"{len(found)} stored, {evictions} keys evicted",
        )
        assert (answers, spool.dropped) == (many, 0)
        assert evictions > 0


async def fill_now_and_then(redis: RedisServer) -> None:
    """Another program fills the memory of this Redis, so that keys are evicted."""
    with redis.client as client:
        while True:
            for key in range(12):
                await asyncio.to_thread(client.set, f"cache:{key}", bytes(100_000))
            await asyncio.sleep(0.1)
