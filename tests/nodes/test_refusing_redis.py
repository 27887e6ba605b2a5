"""Redis answers, but refuses hits: they wait on the node's disk, and the doctor says the true reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from server.doctor import redis as examined
from server.ingest.redis_spool import RedisSpool
from server.ingest.spool import Spool
from server.lib.redis.names import Names
from tests.nodes.redis_server import NAMES, RedisServer
from tests.nodes.test_redis_spool import ROOM, drain, node, put, until


def allowed_to(redis: RedisServer, keys: str = "*", commands: Sequence[str] = ()) -> str:
    """The URL with the name of a user who may do everything with these keys, except these commands."""
    redis.client.acl_setuser(
        "sightline", enabled=True, reset=True, passwords=["+word"], categories=["+@all"],
        keys=[keys], channels=["*"], commands=[f"-{each}" for each in commands],
    )  # fmt: skip
    return redis.url.replace("//", "//sightline:word@")


def full(redis: RedisServer) -> str:
    redis.client.config_set("maxmemory", "1")
    return redis.url


def replica(redis: RedisServer) -> str:
    redis.client.replicaof("127.0.0.1", "1")
    return redis.url


def password(redis: RedisServer) -> str:
    redis.client.config_set("requirepass", "a secret")
    return redis.url


def wrong_password(redis: RedisServer) -> str:
    redis.client.config_set("requirepass", "a secret")
    return redis.url.replace("//", "//:another@")


def no_permission(redis: RedisServer) -> str:
    redis.client.acl_setuser(
        "sightline", enabled=True, passwords=["+word"], categories=["+@all"], keys=["other:*"]
    )
    return redis.url.replace("//", "//sightline:word@")


REFUSALS: dict[Callable[[RedisServer], str], str] = {
    full: "Redis is full: maxmemory is reached",
    replica: "This Redis is a replica",
    password: "Redis asks for a password",
    wrong_password: "refuses the user or the password",
    no_permission: "may not do this",
}


@pytest.mark.parametrize("refuse", REFUSALS)
async def test_hits_that_redis_refuses_wait_on_disk_and_the_reason_is_said(
    redis: RedisServer, tmp_path: Path, refuse: Callable[[RedisServer], str], caplog: pytest.LogCaptureFixture
) -> None:
    url = refuse(redis)
    spool = RedisSpool(url, Spool(tmp_path / "spool.db", ROOM), ROOM, names=NAMES)
    try:
        assert await put(spool, b"one", b"two") == [True, True]
        assert spool.away
        assert REFUSALS[refuse] in caplog.text
        with pytest.raises(ConnectionError):
            spool._look()  # it is not taken for reachable because it answers
        assert [record for _, record in spool._here.read(9)] == [b"one", b"two"]
    finally:
        spool.close()
    [found] = examined._redis(url)
    assert found.colour == "red"
    assert REFUSALS[refuse] in found.text


async def test_hits_that_a_full_redis_refused_reach_it_once_it_has_room(
    redis: RedisServer, tmp_path: Path
) -> None:
    async with node(redis, tmp_path / "a") as spool:
        await put(spool, b"before")
        full(redis)
        assert await put(spool, b"one", b"two") == [True, True]
        await until(lambda: spool._here.waiting() == 2)
        redis.client.config_set("maxmemory", "0")
        await until(lambda: not spool.away and spool._here.waiting() == 0)
        assert await drain(spool) == {b"before", b"one", b"two"}


@pytest.mark.parametrize(
    ("settings", "colour", "words"),
    [
        ({}, "green", "even if the machine crashes"),
        ({"maxmemory-policy": "allkeys-lru"}, "red", "Set it: maxmemory-policy noeviction"),
        ({"maxmemory-policy": "volatile-lru"}, "yellow", "maxmemory-policy noeviction"),
        ({"appendfsync": "everysec"}, "yellow", "appendfsync is everysec"),
        ({"appendonly": "no"}, "red", "keeps nothing when it restarts"),
        ({"appendonly": "no", "save": "60 1"}, "yellow", "keeps only snapshots"),
    ],
)
def test_the_doctor_says_what_redis_may_lose(
    redis: RedisServer, settings: dict[str, str], colour: str, words: str
) -> None:
    for name, value in settings.items():
        redis.client.config_set(name, value)
    [found] = examined._redis(redis.url)
    assert found.colour == colour
    assert words in found.text
    assert [*redis.client.scan_iter()] == []  # it leaves nothing behind


def test_a_redis_that_forbids_config_is_asked_by_info(redis: RedisServer) -> None:
    redis.client.config_set("maxmemory-policy", "allkeys-lru")
    found = examined._redis(allowed_to(redis, commands=["config"]))
    assert (found[0].colour, "allkeys-lru" in found[0].text) == ("red", True)
    found = examined._redis(allowed_to(redis, commands=["config", "info"]))
    assert [each.colour for each in found] == ["yellow", "yellow"]  # never green
    assert "could not be asked for its maxmemory-policy" in found[0].text


def test_names_keep_installations_apart() -> None:
    one, other = Names("a" * 16), Names("b" * 16)
    assert one.hits == "sightline:{aaaaaaaaaaaaaaaa}:hits"
    assert not {one.hits, one.hub, one.aside, one.probe, one.rate(1, "token", "x")} & {
        other.hits, other.hub, other.aside, other.probe, other.rate(1, "token", "x")
    }  # fmt: skip
