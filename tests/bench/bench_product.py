"""Measures the whole product as a person starts it: python -m tests.bench.bench_product.

`sightline serve` runs with its default settings, except that the rate limits, which one address would reach
immediately, are far away. So the digest and all other background work run, too. Readers ask for the pixels of
2,000 mails. The rounds alternate with those of a bare ASGI application and of the edge alone, and all of them
share the machine with the load. In the rounds, one reader opens all mails, again and again. In a second storm
each mail has three readers, with programs and addresses of their own, whom a proxy names.
"""

from __future__ import annotations

import os
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import uvloop

from tests.bench.asking import Result, ask, middle
from tests.bench.bench_digest import AGENTS, HEADERS
from tests.bench.bench_pixel import served
from tests.bench.figures import SMALL, Figure, tell
from tests.bench.full import family, full_server, pixels_of
from tests.bench.news import seconds_to_news
from tests.serving import Server

MAILS = 2_000
READERS = 3  # of each mail, in the second storm
ROUNDS = 2 if SMALL else 5
SECONDS = 0.7 if SMALL else 2.0
PACED_ROUNDS = 1 if SMALL else 3
PACED_SECONDS = 2.0 if SMALL else 10.0
PACES = {1_000: 5.0, 4_000: 10.0}  # requests a second -> milliseconds that 99 % may take
STORM = 10_000 if SMALL else 100_000
DRAIN_SECONDS = 30.0
GOAL = 0.4
NEWS_MS = 100.0
NEWS = 5 if SMALL else 20

Places = dict[str, tuple[Sequence[str], int]]  # what is measured -> URLs, process
_PRODUCT = "(p) pixel of the whole product"


def main() -> None:
    """Measure, and print the figures."""
    with (
        served() as (pid, urls),
        tempfile.TemporaryDirectory() as folder,
        full_server(Path(folder), TRUSTED_PROXIES="127.0.0.1") as server,
    ):
        assert server.process
        places: Places = {
            "(a) static GIF": ([urls["(a) static GIF"]], pid),
            "(b) durable pixel of the edge alone": ([urls["(b) durable pixel"]], pid),
            _PRODUCT: (pixels_of(server, MAILS), server.process.pid),
        }
        _news(server)
        _side_by_side(places)
        _drained(server)
        for pace, goal in PACES.items():
            _paced(server, places, pace, goal)
        pixels = places[_PRODUCT][0]
        _storm(server, "one reader", pixels)
        _storm(server, "three readers of each mail", [*pixels] * READERS, _heads(READERS * len(pixels)))
        _memory(server)


def _side_by_side(places: Places) -> None:
    rounds: dict[str, list[Result]] = {name: [] for name in places}
    for _ in range(ROUNDS):
        for name, (urls, pid) in places.items():
            rounds[name].append(uvloop.run(ask(urls, pid, SECONDS)))
    ratios = [
        mine.rate / bare.rate for bare, mine in zip(rounds["(a) static GIF"], rounds[_PRODUCT], strict=True)
    ]
    bare, edge, mine = (middle(each) for each in rounds.values())
    tell(
        Figure("(a) static GIF", bare.rate, "/s"),
        Figure("(b) durable pixel of the edge alone", edge.rate, "/s", edge.rate / bare.rate, "(a)"),
        Figure(_PRODUCT, mine.rate, "/s", statistics.median(ratios), "(a)", at_least=GOAL),
        Figure(f"{_PRODUCT}: processor time per response", mine.cpu, "µs"),
    )
    print(f"    ratios of each pair: {', '.join(f'{each:.2f}' for each in ratios)}; load {_load()}")


def _paced(server: Server, places: Places, pace: int, goal: float) -> None:
    """Ask at a fixed pace, in turn. The middle round counts: others on the machine can spoil one of them."""
    rounds: dict[str, list[Result]] = {name: [] for name in places}
    for _ in range(PACED_ROUNDS):
        for name, (urls, pid) in places.items():
            rounds[name].append(uvloop.run(ask(urls, pid, PACED_SECONDS, pace)))
        _drained(server)
    for name, paced in rounds.items():
        p99 = statistics.median(each.p99 for each in paced)
        tell(
            Figure(f"{name}, {pace:,}/s: p50", statistics.median(each.p50 for each in paced), "ms"),
            Figure(f"{name}, {pace:,}/s: p99", p99, "ms", at_most=goal if name == _PRODUCT else None),
        )
        print(f"    p99 of each round: {', '.join(f'{each.p99:.1f}' for each in paced)}")
    print(f"    load {_load()}")


def _heads(number: int) -> list[str]:
    """Return the header lines of so many readers, whose programs and addresses differ."""
    heads = []
    for each in range(number):
        address = f"81.{each % 200 + 1}.{each // 200 % 250}.{each % 250 + 1}"
        headers = {"User-Agent": AGENTS[each % len(AGENTS)], **HEADERS[each % len(HEADERS)]}
        lines = [f"{name}: {value}" for name, value in {**headers, "X-Forwarded-For": address}.items()]
        heads.append("".join(f"{line}\r\n" for line in lines))
    return heads


def _storm(server: Server, who: str, urls: Sequence[str], heads: Sequence[str] = ()) -> None:
    assert server.process
    answered, began = 0, time.monotonic()
    while answered < STORM:
        answered += uvloop.run(ask(urls, server.process.pid, min(1.0, SECONDS), heads=heads)).answers
    over = time.monotonic()
    waiting = _waiting(server)
    took = _drained(server)
    print(f"    {answered:,} answered in {over - began:.1f} s, {waiting:,} waited then; load {_load()}")
    tell(
        Figure(f"the backlog is gone after a storm by {who}", took, "s", at_most=DRAIN_SECONDS),
        Figure("    stored a second after the storm", waiting / took if took else 0.0, "/s"),
    )


def _news(server: Server) -> None:
    seconds = sorted(uvloop.run(seconds_to_news(server, NEWS)))
    middle_one, longest = statistics.median(seconds) * 1000, seconds[-1] * 1000
    tell(
        Figure("from an open to the live page: median", middle_one, "ms", at_most=NEWS_MS),
        Figure("from an open to the live page: longest", longest, "ms"),
    )


def _drained(server: Server) -> float:
    """Wait until nothing waits in the spool. Returns the seconds that it took."""
    began = time.monotonic()
    while _waiting(server):
        time.sleep(0.1)
        assert time.monotonic() - began < 300, "the backlog is not stored"
    return time.monotonic() - began


def _waiting(server: Server) -> int:
    with closing(sqlite3.connect(server.data / "spool.db", timeout=10)) as spool:
        return int(spool.execute("SELECT count(*) FROM hit").fetchone()[0])


def _memory(server: Server) -> None:
    assert server.process
    of_each = family(server.process.pid)
    tell(Figure("memory of all its processes together", sum(of_each), "MB"))
    print(f"    of each (proportional set size): {', '.join(f'{each:.0f} MB' for each in of_each)}")


def _load() -> str:
    return " ".join(f"{each:.1f}" for each in os.getloadavg())


if __name__ == "__main__":
    main()
