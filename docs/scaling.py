"""Computes how many machines a number of events a day needs, and their price.

Usage: python docs/scaling.py [EVENTS...]

Every number that matters is a named assumption below, with its source. If `make bench` has written
bench.json, what it measured on this machine replaces some of these numbers.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

DAY = 86_400
MONTH_DAYS = 30


@dataclass(frozen=True)
class Assumptions:
    """The assumptions. Rates are per second and core, sizes in bytes, prices in euros a month."""

    peak: float = 5.0  # the busiest second, divided by the day's mean: people open their mail in the morning
    headroom: float = 2.0  # machines are bought for twice the peak, so that one may die
    pixels_per_core: float = (
        10_000  # measured 2026-11: 50 µs of processor time per durable pixel, with headroom
    )
    digest_per_core: float = 2_500  # events judged, located and stored: half the goal of a worker
    inserts_per_shard: float = 20_000  # events that a PostgreSQL primary with 16 cores can insert; a guess
    redis_appends: float = 11_000  # measured: one client, appendfsync always, 500 in a group
    bytes_per_event: float = 350  # measured 2026-11: row and indexes in PostgreSQL
    bytes_per_hit: float = 375  # measured: memory of an entry in Redis while it waits
    outage: float = 3_600  # seconds of events that Redis must be able to hold
    keep_days: float = 395  # retention: thirteen months
    copies: float = 2.0  # primary and replica
    core: float = 7.0  # price of a core with 4 GB
    gigabyte_disk: float = 0.10
    gigabyte_memory: float = 3.0
    cores_per_node: int = 8
    cores_per_shard: int = 16
    disk_per_shard: float = 8e12  # bytes


MEASURED = Path(__file__).parents[1] / "bench.json"
_PIXEL, _DIGEST, _ROOM = (
    "(b) durable pixel: processor time per response",
    "(e) postgres, few mails",
    "(e) postgres, space of an event",
)


def believed(path: Path = MEASURED) -> Assumptions:
    """Return the assumptions, with the figures measured on this machine if there are any."""
    if not path.exists():
        return Assumptions()
    figures: Mapping[str, float] = json.loads(path.read_text())["figures"]
    known = Assumptions()
    return replace(
        known,
        pixels_per_core=1e6 / figures[_PIXEL] if _PIXEL in figures else known.pixels_per_core,
        digest_per_core=figures.get(_DIGEST, known.digest_per_core),
        bytes_per_event=figures.get(_ROOM, known.bytes_per_event),
    )


@dataclass(frozen=True)
class Plan:
    """The machines that are needed, in whole cores. `one_box`: whether the smallest machine is enough."""

    events_a_day: float
    peak_rate: float
    web_cores: int
    worker_cores: int
    shards: int
    redis: int
    disk: float
    memory: float
    one_box: bool
    euros: float


def plan(events_a_day: float, believe: Assumptions = Assumptions()) -> Plan:
    """Return the machines for a number of events a day."""
    rate = events_a_day / DAY * believe.peak * believe.headroom
    web = math.ceil(rate / believe.pixels_per_core)
    workers = math.ceil(rate / believe.digest_per_core)
    disk = events_a_day * believe.keep_days * believe.bytes_per_event
    shards = max(math.ceil(rate / believe.inserts_per_shard), math.ceil(disk / believe.disk_per_shard))
    memory = events_a_day / DAY * believe.peak * believe.outage * believe.bytes_per_hit
    one_box = web + workers <= 2 and disk < 1e11
    redis = 0 if one_box else math.ceil(rate / believe.redis_appends)
    cores = 2 if one_box else _cores(web, workers, shards, redis, believe)
    euros = cores * believe.core + disk / 1e9 * believe.gigabyte_disk * (1 if one_box else believe.copies)
    euros += 0 if one_box else memory / 1e9 * believe.gigabyte_memory * believe.copies
    return Plan(events_a_day, rate, web, workers, shards, redis, disk, memory, one_box, euros)


def _cores(web: int, workers: int, shards: int, redis: int, believe: Assumptions) -> float:
    two = max(2, web), max(2, workers)  # so that one of each may fail
    if shards == 1 and web + workers <= believe.cores_per_node:
        return sum(two) + 2 * redis + 4 * believe.copies  # a small PostgreSQL
    return sum(two) + 2 * redis + shards * believe.cores_per_shard * believe.copies


def main() -> None:
    """Print a plan for each number on the command line, or for 1 k, 1 M and 1 B events a day."""
    wanted = [float(word) for word in sys.argv[1:]] or [1e3, 1e6, 1e9]
    print(f"{'events a day':>14} {'peak/s':>8} {'web':>5} {'workers':>8} {'shards':>7} {'Redis':>6}", end="")
    print(f" {'disk':>9} {'Redis GB':>9} {'€ a month':>10}")
    believe = believed()
    for each in (plan(events, believe) for events in wanted):
        where = "one box" if each.one_box else f"{each.web_cores:>5} {each.worker_cores:>8} {each.shards:>7}"
        print(f"{each.events_a_day:>14,.0f} {each.peak_rate:>8,.1f} {where:>22} {each.redis:>6}", end="")
        print(f" {each.disk / 1e9:>6,.0f} GB {each.memory / 1e9:>9,.2f} {each.euros:>10,.0f}")


if __name__ == "__main__":
    main()
