"""Asks Redis whether it keeps what it has taken: its eviction policy, its persistence, and its role.

Hosters often forbid CONFIG, and some leave values of INFO empty. What could not be asked is None, never a
guess.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from redis import Redis, RedisError

KEEPS = "noeviction"


@dataclass(frozen=True, slots=True)
class RedisFacts:
    """What Redis says of itself. `appendfsync`: when its log is synced."""

    policy: str | None
    appendonly: bool | None
    appendfsync: str | None
    snapshots: bool | None
    role: str | None
    cluster: bool

    @property
    def evicts(self) -> bool:
        """Whether Redis may delete waiting hits: the other policies only delete what has a time to live."""
        return bool(self.policy and self.policy.startswith("allkeys"))


def ask(redis: Redis) -> RedisFacts:
    """Ask Redis. Raises RedisError or OSError only if it does not answer at all."""
    redis.ping()
    memory, persistence = _info(redis, "memory"), _info(redis, "persistence")
    config = {
        name: _config(redis, name) for name in ("maxmemory-policy", "appendonly", "appendfsync", "save")
    }
    appendonly = config["appendonly"] or {0: "no", 1: "yes"}.get(persistence.get("aof_enabled", -1))
    return RedisFacts(
        policy=config["maxmemory-policy"] or memory.get("maxmemory_policy") or None,
        appendonly=appendonly == "yes" if appendonly else None,
        appendfsync=config["appendfsync"],
        snapshots=None if config["save"] is None else bool(config["save"]),
        role=_info(redis, "replication").get("role"),
        cluster=_info(redis, "cluster").get("cluster_enabled") == 1,
    )


def _config(redis: Redis, name: str) -> str | None:
    try:
        value = redis.config_get(name).get(name)
    except (RedisError, AttributeError):
        return None
    return None if value is None else str(value)


def _info(redis: Redis, section: str) -> dict[str, Any]:
    try:
        return dict(redis.info(section))
    except RedisError:
        return {}
