"""Measures events per second from the spool into each database: python -m tests.bench.bench_digest.

Each hit has one of 121 programs to recognise, one of 12 header sets, and an address to locate. The hits are
distributed in four ways:  - over few mails that were opened before; - each on a different mail, whose first
open is announced; - over mails whose report has not arrived; - over many mails, each with a history that is
an hour old.
"""

from __future__ import annotations

import asyncio
import itertools
import re
import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

from server.events.storing.digest import Digest
from server.ingest.spool import Spool
from server.lib import clock
from server.lib.net.geoip import GeoLookup
from server.verdicts.hits import Hit, encode, new_id
from tests import agents, mmdb
from tests.bench.databases import on_each
from tests.bench.figures import SMALL, Figure, tell
from tests.world import World, opened_world

GOAL = 5_000
HITS = 600 if SMALL else 6_000
HISTORY = 40  # events of each mail
WITH_HISTORY = 61 if SMALL else 601
STEP = 10_000  # microseconds between two hits on these mails
ROUNDS = 1 if SMALL else 3
MUST = {"sqlite", "postgres"}  # the goal applies to these
GOALS = {"few mails", "many mails with history"}
KINDS = ("sqlite", "postgres", "mariadb")
# As many programs as readers use in a year: 40 versions of each, and a quarter of the hits by Gmail's proxy.
_PROGRAMS = (agents.FIREFOX, agents.CHROME, agents.GMAIL_PROXY, agents.THUNDERBIRD)
AGENTS = [
    re.sub(r"(Firefox/|Chrome/|Thunderbird/|rv:)1[45]", rf"\g<1>{10 + version}", agent)
    for version in range(40)
    for agent in _PROGRAMS
]
_LANGUAGES = ("en", "en-US,en;q=0.9", "de-DE,de;q=0.8,en;q=0.5", "fr-FR,fr;q=0.9", "es,en;q=0.7", "ja")
HEADERS = [
    {"accept": accept, "accept-language": language, "accept-encoding": "gzip, deflate, br"}
    for accept in ("image/avif,image/webp,*/*", "image/avif,image/webp,image/png,image/*;q=0.8,*/*;q=0.5")
    for language in _LANGUAGES
]


def main() -> None:
    """Measure the kinds named on the command line, or all kinds, and print the figures."""
    on_each(KINDS, _measure)


async def _measure(kind: str, url: str, folder: Path) -> None:
    mmdb.write(folder / "city.mmdb", {f"198.51.{n}.0/24": ("France", f"City {n}") for n in range(1, 101)})
    async with opened_world(folder, DATABASE_URL=url) as world:
        few = [(await world.sends(world.alice)).id for _ in range(20)]
        old = [(await world.sends(world.alice)).id for _ in range(WITH_HISTORY)]
        await _one(world, folder, old, HISTORY * WITH_HISTORY, step=STEP)
        rates: dict[str, list[float]] = {}
        for turn in range(1, ROUNDS + 1):
            many = [(await world.sends(world.alice)).id for _ in range(HITS // 10)]
            ways = {"few mails": few, "first opens": many, "no report yet": [uuid4() for _ in range(HITS)]}
            for name, mails in ways.items():
                number = HITS if name != "first opens" else len(mails)
                rates.setdefault(name, []).append(await _one(world, folder, mails, number))
            rate = await _one(world, folder, old, HITS, hours=turn, step=STEP)
            rates.setdefault("many mails with history", []).append(rate)
    for name, measured in rates.items():
        goal = GOAL if kind in MUST and name in GOALS else None
        tell(Figure(f"(e) {kind}, {name}", statistics.median(measured), "events/s", at_least=goal))


async def _one(
    world: World, folder: Path, mails: list[UUID], number: int, hours: int = 0, step: int = 1
) -> float:
    spool = Spool(folder / f"spool-{uuid4().hex}.db", 1 << 30)
    digest = Digest(world.hub, spool, GeoLookup(folder / "city.mmdb"))
    try:
        come = hits(world.alice.id, mails, number, hours, step)
        await asyncio.gather(*(spool.append(encode(hit)) for hit in come))
        began = time.perf_counter()
        done = 0
        while batch := await digest.once():
            done += batch
        assert done == number
        return done / (time.perf_counter() - began)
    finally:
        await asyncio.to_thread(spool.close)


def hits(account: int, mails: list[UUID], number: int, hours: int = 0, step: int = 1) -> Iterator[Hit]:
    """Yield opens of these mails in turn, from several programs and places, `hours` from now."""
    start = int((clock.unix() + hours * 3600) * 1_000_000)
    for index, mail in zip(range(number), itertools.cycle(mails)):
        at = start + index * step
        address = f"198.51.{index % 100 + 1}.{index % 250}"
        agent = AGENTS[index % len(AGENTS)]
        headers = HEADERS[index % len(HEADERS)]
        yield Hit(new_id(at), at, "open", account, mail, 0, "", address, agent, "", "GET", headers)


if __name__ == "__main__":
    main()
