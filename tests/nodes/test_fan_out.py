"""Nodes share their announcements and counts through Redis, and work separately without Redis."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from server.lib.backoff import Backoff
from server.lib.redis.hub import RedisHub
from tests.nodes.redis_server import NAMES, RedisServer


@asynccontextmanager
async def node(redis: RedisServer) -> AsyncIterator[RedisHub]:
    hub = RedisHub(redis.url, NAMES)
    tending = asyncio.create_task(hub.tend())
    try:
        yield hub
    finally:
        tending.cancel()
        await asyncio.gather(tending, return_exceptions=True)


async def until(true: Callable[[], bool], seconds: float = 60.0) -> None:
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110 - another node tells no other way
            await asyncio.sleep(0.02)


async def in_touch(redis: RedisServer, nodes: int = 2) -> None:
    def heard() -> bool:
        with redis.client as client:
            return bool(client.pubsub_numsub(NAMES.hub) == [(NAMES.hub.encode(), nodes)])

    await until(heard)


async def test_a_page_on_one_node_gets_an_event_of_another_node_once(redis: RedisServer) -> None:
    async with node(redis) as here, node(redis) as there:
        await in_touch(redis)
        with here.subscribe("account:1") as alice, there.subscribe("account:1") as also_alice:
            here.publish("account:1", "opened")
            assert await asyncio.wait_for(also_alice.get(), 60) == "opened"
            assert alice.get_nowait() == "opened"
            assert alice.empty()


async def test_wrong_guesses_on_one_node_also_slow_down_guessing_on_the_other(redis: RedisServer) -> None:
    async with node(redis) as here, node(redis) as there:
        await in_touch(redis)
        limits = [Backoff(free=3, longest=60) for _ in range(2)]
        limits[0].share(here, "sign-in")
        key = ("198.51.100.7", "alice@sandbox.example")
        for _ in range(3):
            limits[0].count(key, 1000.0)
        await asyncio.sleep(0.3)
        limits[1].share(there, "sign-in")  # the first visitor of the other node comes later
        await until(lambda: limits[1].wait(key, 1000.0) == 1)
        limits[1].forgive(key)
        await until(lambda: limits[0].wait(key, 1000.0) == 0)


async def test_a_node_gets_its_own_events_during_a_redis_outage_and_those_of_other_nodes_after_the_outage(
    redis: RedisServer,
) -> None:
    async with node(redis) as here, node(redis) as there:
        await in_touch(redis)
        redis.stop()
        with here.subscribe("account:1") as alice, there.subscribe("account:1") as also_alice:
            here.publish("account:1", "opened")
            assert alice.get_nowait() == "opened"
            await asyncio.to_thread(redis.start)
            await in_touch(redis)
            here.publish("account:1", "clicked")
            async with asyncio.timeout(60):
                while await also_alice.get() != "clicked":  # an event from the outage may arrive first
                    pass
