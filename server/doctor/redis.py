"""Checks the Redis that several nodes share: that it takes hits, and that it keeps them."""

from __future__ import annotations

import asyncio
import secrets
from typing import Any

from redis import Redis, RedisError

from server.doctor.diagnosis import Diagnosis
from server.ingest.settings import IngestSettings
from server.lib.redis.facts import KEEPS, RedisFacts, ask
from server.lib.redis.names import Names
from server.lib.redis.reasons import advice_on
from server.lib.settings import Settings

_TIMEOUT = 5.0
_MEANWHILE = "Until then, hits are kept on this node’s disk."


async def redis(settings: Settings) -> list[Diagnosis]:
    """Check the Redis in SPOOL_URL, if there is one."""
    url = settings[IngestSettings].spool_url
    return await asyncio.to_thread(_redis, url) if url else []


def _redis(url: str) -> list[Diagnosis]:
    client = Redis.from_url(url, socket_timeout=_TIMEOUT, socket_connect_timeout=_TIMEOUT, protocol=2)
    try:
        facts = ask(client)
        if facts.cluster:
            text = f"runs in cluster mode, which is not supported. Set SPOOL_URL to another one. {_MEANWHILE}"
            return [Diagnosis("red", "Redis", text)]
        _try_it(client)
    except (RedisError, OSError) as error:
        advice = advice_on(error) or f"does not answer ({error}). Check SPOOL_URL."
        return [Diagnosis("red", "Redis", f"{advice} {_MEANWHILE}")]
    finally:
        client.close()
    return found if (found := [*_policy(facts), *_persistence(facts)]) else [_all_well()]


def _try_it(client: Redis) -> None:
    """Do what is done with hits, on a stream of its own. Raises RedisError."""
    stream = Names(f"doctor-{secrets.token_hex(4)}").hits
    try:
        client.xgroup_create(stream, "doctor", id="0", mkstream=True)
        client.xadd(stream, {b"h": b"doctor"})
        taken: Any = client.xreadgroup("doctor", "doctor", {stream: ">"}, count=1)
        entry = taken[0][1][0][0]
        client.xack(stream, "doctor", entry)
        client.xdel(stream, entry)
        client.publish(Names(stream).hub, "doctor")
    finally:
        client.delete(stream)


def _policy(facts: RedisFacts) -> list[Diagnosis]:
    if facts.policy is None:
        text = (
            "could not be asked for its maxmemory-policy. Make sure that it is noeviction; with another one, "
            "Redis may delete waiting hits."
        )
        return [Diagnosis("yellow", "Redis", text)]
    if facts.evicts:
        text = (
            f"may delete waiting hits: its maxmemory-policy is {facts.policy}. Set it: maxmemory-policy "
            f"{KEEPS}. Until then, hits wait on the nodes’ disks, and Redis gets few at a time."
        )
        return [Diagnosis("red", "Redis", text)]
    if facts.policy != KEEPS:
        text = (
            f"has the maxmemory-policy {facts.policy}, which spares hits, but hides that its memory is full. "
            f"Better: maxmemory-policy {KEEPS}"
        )
        return [Diagnosis("yellow", "Redis", text)]
    return []


def _persistence(facts: RedisFacts) -> list[Diagnosis]:
    if facts.appendonly is None:
        text = "could not be asked whether it keeps its data when it restarts. Make sure of appendonly yes."
        return [Diagnosis("yellow", "Redis", text)]
    if not facts.appendonly and facts.snapshots is False:
        text = (
            "keeps nothing when it restarts: appendonly is no, and save is empty. Set appendonly yes and "
            "appendfsync always. Until then, waiting hits are kept by the disks of the nodes alone."
        )
        return [Diagnosis("red", "Redis", text)]
    if not facts.appendonly:
        text = (
            "keeps only snapshots when it restarts. Set appendonly yes and appendfsync always, so that a "
            "crash of the machine loses nothing."
        )
        return [Diagnosis("yellow", "Redis", text)]
    if facts.appendfsync is None:
        text = "forbids CONFIG, so its appendfsync could not be asked. Make sure that it is always."
        return [Diagnosis("yellow", "Redis", text)]
    if facts.appendfsync != "always":
        text = f"appendfsync is {facts.appendfsync}, so Redis can lose its latest writes. Set it to always."
        return [Diagnosis("yellow", "Redis", text)]
    return []


def _all_well() -> Diagnosis:
    return Diagnosis("green", "Redis", "takes hits, and keeps them even if the machine crashes")
