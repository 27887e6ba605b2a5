"""Rows 3 and 20: a Redis that evicts, forgets, or serves two installations. Covers R4."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from redis import Redis, ResponseError

from tests.faults.stores import UNLIMITED, copies_beside, hits_in
from tests.faults.table import amount, record
from tests.machines.ledger import Ledger
from tests.machines.machine import Machine, soon, waits_until
from tests.nodes.redis_server import RedisServer, redis_server


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[RedisServer]:
    """A Redis that writes every command to disk before it answers."""
    with redis_server(tmp_path / "redis") as running:
        yield running


@pytest.fixture
def node(stopped: Machine, redis: RedisServer) -> Machine:
    """A server whose hits wait in Redis."""
    stopped.env["SPOOL_URL"] = redis.url
    stopped.start()
    return stopped


@pytest.mark.parametrize(
    "policy", ["allkeys-lru", "volatile-ttl", "allkeys-random", "noeviction"][: amount(1, 4)]
)
@pytest.mark.timeout(120)
def test_a_redis_that_evicts_is_red_and_said_at_the_start(
    node: Machine, redis: RedisServer, policy: str
) -> None:
    with redis.client as client:
        client.config_set("maxmemory-policy", policy)
    node.stop()
    before = len(node.log)
    node.start()

    def warned() -> list[str]:
        return [line for line in node.warnings(before) if "maxmemory" in line or "evict" in line]

    # Redis is asked as soon as its names are known.
    said = soon(warned) if policy.startswith("allkeys") else warned()
    red = [line for line in node.doctor().lines("red") if "maxmemory" in line or "evict" in line]
    record(f"M3 Redis with {policy}: start and doctor", "1 start", f"log: {len(said)} lines; red: {red[:1]}")
    assert bool(red) == policy.startswith("allkeys")
    assert bool(said) == policy.startswith("allkeys")


def deleted(client: Redis) -> None:
    for each in _streams(client):
        client.delete(each)


def flushed(client: Redis) -> None:
    client.flushall()


def without_group(client: Redis) -> None:
    for each in _streams(client):
        for group in client.xinfo_groups(each):
            client.xgroup_destroy(each, group["name"])


def evicted(client: Redis) -> None:
    """Let others fill this Redis until it throws the hits away."""
    client.config_set("maxmemory-policy", "allkeys-random")
    client.config_set("maxmemory", "3mb")
    number = 0
    while _streams(client):
        number += 1
        client.set(f"somebody else's {number}", bytes(2000))
        assert number < 200_000
    client.config_set("maxmemory", "0")
    client.config_set("maxmemory-policy", "noeviction")


@pytest.mark.parametrize("happens", [deleted, without_group, flushed, evicted][: amount(2, 4)])
@pytest.mark.timeout(240)
def test_hits_that_redis_forgot_are_stored_all_the_same(
    node: Machine, redis: RedisServer, happens: Callable[[Redis], None]
) -> None:
    ledger = Ledger(f"M3 hits in Redis: stream {happens.__name__.replace('_', ' ')} while they wait")
    urls = node.marked(10)
    ledger.read(urls, 50)
    emptied(node, redis)
    node.stop()
    node.env["WORKER"] = "off"
    node.start()
    ledger.read(urls, amount(200, 5000))
    with redis.client as client:
        happens(client)
    ledger.read(urls, 50)
    node.stop()
    del node.env["WORKER"]
    node.start()
    ledger.read(urls, 50)
    emptied(node, redis)
    ledger.close(node.stored(), node.doctor().told)


@pytest.mark.timeout(240)
def test_two_installations_on_one_redis_each_store_their_own(
    tmp_path: Path, redis: RedisServer, template: Machine
) -> None:
    each = amount(100, 500)
    both = [Machine(tmp_path / name, UNLIMITED | {"SPOOL_URL": redis.url}) for name in ("one", "two")]
    ledgers = [
        Ledger(f"M20 two installations on one Redis: the {name}", number)
        for name, number in (("first", 0), ("second", 10_000))
    ]
    found: list[Counter[int]] = []
    try:
        both[0].takes(template)  # the other one has keys and accounts of its own
        for server in both:
            server.start()
        urls = [server.marked(10) for server in both]
        for _ in range(5):
            for ledger, own in zip(ledgers, urls, strict=True):
                ledger.read(own, each // 5)
        for server in both:
            emptied(server, redis)
        found = [server.stored() for server in both]
        told = [server.doctor().told for server in both]
    finally:
        for server in both:
            server.kill()
    for ledger, stored, lost in zip(ledgers, found, told, strict=True):
        ledger.close(stored, lost)


def emptied(server: Machine, redis: RedisServer) -> None:
    """Wait until no hit waits, neither in Redis nor on the disk of the node."""
    with redis.client as client:
        waits_until(lambda: not any(map(client.xlen, _streams(client))), otherwise="hits stay in Redis")
    spool = server.data / "spool.db"
    waits_until(lambda: hits_in(spool) == 0, otherwise="hits stay on the node's disk")
    # What Redis forgot is given to it again bit by bit.
    waits_until(lambda: copies_beside(spool) == 0, otherwise="copies stay on the node's disk")


def _streams(client: Redis) -> list[bytes]:
    try:
        return list(client.scan_iter("*hits*", _type="stream"))
    except ResponseError:
        return []
