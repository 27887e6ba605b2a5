"""Measures list and message pages with short and long histories: python -m tests.bench.bench_pages.

It calls the real application in its own process, on SQLite and on PostgreSQL, with a growing history.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any

from server.messages.models import Message
from tests.bench.databases import on_each
from tests.bench.figures import SMALL, Figure, tell
from tests.bench.seed import seed
from tests.world import World, opened_world

ASKED = 40 if SMALL else 200
GOAL_RATIO = 1.5
GOAL_MS = 40.0
KINDS = ("sqlite", "postgres")
SIZES = (1_000, 10_000) if SMALL else (10_000, 1_000_000, 5_000_000)

Times = dict[str, tuple[float, float]]  # page -> p50, p95 in milliseconds


def main() -> None:
    """Measure the kinds named on the command line, or all kinds, and print the figures."""
    on_each(KINDS, _measure)


async def _measure(kind: str, url: str, folder: Path) -> None:
    async with opened_world(folder, DATABASE_URL=url) as world:
        first: Times = {}
        size = 0
        for events in SIZES:
            began = time.perf_counter()
            await seed(world.alice, events, size)
            print(f"{kind}: {events:,} events created in {time.perf_counter() - began:.0f} s", flush=True)
            size, times = events, await _asked(world, events)
            first = first or times
            _show(kind, events, times, first)


async def _asked(world: World, events: int) -> Times:
    browser = await world.browser_of(world.alice)
    middle = await Message.filter(account_id=world.alice.id).order_by("id").offset(events // 20).first()
    assert middle
    paths = {"list": "/", "message": f"/messages/{middle.id}", "search": "/?q=bob7"}
    return {name: await _times(partial(browser.get, path)) for name, path in paths.items()}


async def _times(ask: Callable[[], Awaitable[Any]]) -> tuple[float, float]:
    measured = []
    for _ in range(ASKED):
        began = time.perf_counter()
        answer = await ask()
        measured.append((time.perf_counter() - began) * 1000)
        assert answer.status_code == 200
    return statistics.median(measured), statistics.quantiles(measured, n=20)[18]


def _show(kind: str, events: int, times: Times, first: Times) -> None:
    for name, (p50, p95) in times.items():
        page, ratio = f"(f) {kind}, {events:,} events, {name} page", p95 / first[name][1]
        tell(Figure(f"{page}, p50", p50, "ms"))
        tell(Figure(f"{page}, p95", p95, "ms", at_most=GOAL_MS if events == SIZES[-1] else None))
        if events == SIZES[-1]:
            tell(Figure(f"{page}, p95", p95, "ms", ratio, f"with {SIZES[0]:,}", at_most=GOAL_RATIO))


if __name__ == "__main__":
    main()
