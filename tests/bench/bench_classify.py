"""Measures how long judging a hit or a stored history takes: python -m tests.bench.bench_classify."""

from __future__ import annotations

import asyncio
import resource
import statistics
import tempfile
import time
from pathlib import Path

from server.events.evaluation import reclassification
from server.verdicts.classify import classify
from server.verdicts.context import Context
from server.verdicts.correlate import judge
from tests.bench.figures import SMALL, Figure, tell
from tests.bench.seed import seed
from tests.verdicts.corpus import cases
from tests.world import opened_world

GOAL_MICROSECONDS = 20.0
GOAL_SECONDS = 300.0  # for a million events
EVENTS = 20_000 if SMALL else 1_000_000
ROUNDS = 5 if SMALL else 30


def main() -> None:
    """Measure, and print the figures."""
    tell(Figure("a verdict on one hit, p50", _alone(), "µs", at_most=GOAL_MICROSECONDS))
    tell(Figure("a hit judged together with its mail's hits, p50", _together(), "µs a hit"))
    asyncio.run(_anew())


def _alone() -> float:
    hits = [
        (observed.hit, Context(sent_at=case.about.sent_at)) for case in cases() for observed in case.observed
    ]
    times = []
    for _ in range(ROUNDS):
        for hit, context in hits:
            began = time.perf_counter()
            classify(hit, context)
            times.append(time.perf_counter() - began)
    return statistics.median(times) * 1e6


def _together() -> float:
    times = []
    for _ in range(ROUNDS):
        for case in cases():
            began = time.perf_counter()
            judge(case.observed, case.about)
            times.append((time.perf_counter() - began) / len(case.observed))
    return statistics.median(times) * 1e6


async def _anew() -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with opened_world(Path(folder)) as world:
            await seed(world.alice, EVENTS, 0)
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            began = time.perf_counter()
            found = await reclassification.difference()
            looked = time.perf_counter() - began
            await reclassification.write(found, lambda done: None)
            took = time.perf_counter() - began
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    scale = 1_000_000 / found.events
    tell(
        Figure("sqlite: a million events judged again", looked * scale, "s", at_most=GOAL_SECONDS),
        Figure(f"… and {found.changes.total():,} of them written", took * scale, "s", at_most=GOAL_SECONDS),
        Figure("memory used for this", grown, "MB", at_most=100),
    )


if __name__ == "__main__":
    main()
