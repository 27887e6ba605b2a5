"""Measures the bytes that an event takes, by table and index: python -m tests.bench.bench_room.

The digest stores hits as varied as those of a year: many mails, each with several recipients and links; more
than a thousand programs, dozens of header sets, many cities, and several pages that a click came from.
"""

from __future__ import annotations

import asyncio
import random
import re
from collections.abc import Iterator
from pathlib import Path

from server.events.storing.digest import Digest
from server.ingest.spool import Spool
from server.lib import clock
from server.lib.net.geoip import GeoLookup
from server.messages.models import Message
from server.verdicts.hits import Hit, encode, new_id
from tests import agents, mmdb
from tests.bench.databases import on_each
from tests.bench.figures import SMALL, Figure, tell
from tests.bench.room import parts
from tests.world import World, opened_world

GOAL = 350  # bytes
EVENTS = 5_000 if SMALL else 100_000
MAILS = EVENTS // 25
BATCH = 5_000
CITIES = 1_000
HALF_A_DAY = 43_200  # seconds from the first hit to the last
KINDS = ("sqlite", "postgres", "mariadb")
_PROGRAMS = (agents.FIREFOX, agents.CHROME, agents.THUNDERBIRD)
_LANGUAGES = (
    "en",
    "en-US,en;q=0.9",
    "de-DE,de;q=0.8,en;q=0.5",
    "fr-FR,fr;q=0.9",
    "es,en;q=0.7",
    "ja",
    "pl",
    "nl",
)
_ACCEPTS = (
    "*/*",
    "image/avif,image/webp,*/*",
    "image/avif,image/webp,image/png,image/*;q=0.8,*/*;q=0.5",
    "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
)
_REFERERS = ("", "", "https://mail.google.com/", "https://outlook.live.com/", "https://mail.yahoo.com/")
_LINKS = [f"https://shop.example.com/offers/{number}?utm_source=mail" for number in range(5)]


def main() -> None:
    """Measure the kinds named on the command line, or all kinds, and print the figures."""
    on_each(KINDS, _measure)


async def _measure(kind: str, url: str, folder: Path) -> None:
    networks = {f"{a}.{b}.{c}.0/24": ("United Kingdom", f"City number {a}{b}{c}") for a, b, c in _networks()}
    mmdb.write(folder / "city.mmdb", networks)
    async with opened_world(folder, DATABASE_URL=url) as world:
        people = ", ".join(f"{name}@sandbox.example" for name in ("bob", "carol", "dave"))
        mails = [await world.sends(world.alice, people, links=_LINKS) for _ in range(MAILS)]
        await _store(world, folder, list(hits(world.alice.id, mails)))
        taken = await parts()
    for name, size in sorted(taken.items(), key=lambda each: -each[1]):
        print(f"  {name:42} {size / EVENTS:8.1f}")
    tell(Figure(f"(e) {kind}, space of an event", sum(taken.values()) / EVENTS, "bytes", at_most=GOAL))


async def _store(world: World, folder: Path, come: list[Hit]) -> None:
    cities = GeoLookup(folder / "city.mmdb")
    for start in range(0, len(come), BATCH):
        spool = Spool(folder / f"spool-{start}.db", 1 << 30)
        try:
            await asyncio.gather(*(spool.append(encode(hit)) for hit in come[start : start + BATCH]))
            while await Digest(world.hub, spool, cities).once():
                pass
        finally:
            await asyncio.to_thread(spool.close)


def _networks() -> Iterator[tuple[int, int, int]]:
    for number in range(CITIES):
        yield 81 + number // 250, 2, number % 250


def hits(account: int, mails: list[Message]) -> Iterator[Hit]:
    """Yield opens and, one in five, clicks. Those of each mail are spread over the whole time."""
    chance = random.Random(7)
    start = int(clock.unix() * 1_000_000)
    networks = list(_networks())
    for index in range(EVENTS):
        at = start + index * HALF_A_DAY * 1_000_000 // EVENTS
        a, b, c = chance.choice(networks)
        agent = _agent(chance)
        # Mail programs and Gmail's proxy send no referer.
        referer = chance.choice(_REFERERS) if "Firefox" in agent or "Chrome" in agent else ""
        headers = {
            "accept": chance.choice(_ACCEPTS),
            "accept-language": chance.choice(_LANGUAGES),
            "accept-encoding": chance.choice(("gzip", "gzip, deflate, br")),
        }
        url = chance.choice(_LINKS) if chance.random() < 0.2 else ""
        yield Hit(
            new_id(at), at, "click" if url else "open", account, chance.choice(mails).id, chance.randrange(4),
            url, f"{a}.{b}.{c}.{chance.randrange(250)}", agent, referer, "GET", headers,
        )  # fmt: skip


def _agent(chance: random.Random) -> str:
    if chance.random() < 0.25:
        return agents.GMAIL_PROXY
    version = rf"\g<1>{10 + chance.randrange(90)}"
    agent = re.sub(r"(Firefox/|Chrome/|Thunderbird/|rv:)1[45]", version, chance.choice(_PROGRAMS))
    return agent.replace("153.0", f"153.{chance.randrange(9)}")


if __name__ == "__main__":
    main()
