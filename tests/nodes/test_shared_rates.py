"""Two nodes that a client floods alternately stay close to the limit of a single node."""

from __future__ import annotations

from uuid import uuid4

import pytest
from redis import RedisError
from redis.asyncio import Redis

from server.lib.rates import Rate
from server.lib.redis.rates import SharedRates
from tests.nodes.redis_server import NAMES, RedisServer

NOW = 1_790_000_000.0
LIMIT = 60


class Node:
    """The counters of one node."""

    def __init__(self, redis: RedisServer) -> None:
        self.rate = Rate(LIMIT)
        self.shared = SharedRates(redis.url, {"token": self.rate}, NAMES)
        self._redis = Redis.from_url(redis.url, protocol=2, socket_timeout=30)

    def allows(self, key: bytes, now: float = NOW) -> bool:
        return self.rate.allows(key, now)

    async def exchange(self) -> None:
        try:
            await self.shared.exchange(self._redis)
        finally:
            await self._redis.aclose()


async def test_two_nodes_together_allow_hardly_more_than_the_limit_of_one_node(redis: RedisServer) -> None:
    nodes, key, quiet, passed = [Node(redis), Node(redis)], uuid4().bytes, uuid4().bytes, 0
    for number in range(3 * LIMIT):
        passed += nodes[number % 2].allows(key)
        if number % 10 == 9:
            for node in nodes:
                await node.exchange()
    assert LIMIT <= passed <= LIMIT + 20  # those of one exchange, and those not shared yet
    for node in nodes:
        assert node.allows(quiet)
        assert node.allows(key, NOW + 60)  # the next minute starts from zero on all nodes


async def test_nothing_is_stored_in_redis_for_addresses_that_were_seen_only_once(redis: RedisServer) -> None:
    node = Node(redis)
    for _ in range(1000):
        assert node.allows(uuid4().bytes)
    await node.exchange()
    with redis.client as client:
        assert not client.keys("sightline-rate:*")


async def test_without_redis_each_node_counts_separately_and_shares_its_counts_later(
    redis: RedisServer,
) -> None:
    one, other, key = Node(redis), Node(redis), uuid4().bytes
    redis.stop()
    assert sum(one.allows(key) for _ in range(2 * LIMIT)) == LIMIT
    for _ in range(3):
        with pytest.raises((RedisError, OSError)):
            await one.exchange()
    redis.start()
    await one.exchange()
    assert sum(other.allows(key) for _ in range(20)) == 20
    await other.exchange()
    assert not other.allows(key)
