"""Compares durable answers with a static GIF: python -m tests.bench.bench_pixel.

One run on one machine compares (a) a bare ASGI application that sends a static GIF, (b) the durable pixel and
(c) the durable click. A separate process serves all three with uvicorn. They are requested over real sockets,
in turns, and the medians count. The figures also give the processor time per request, because the load
generator shares the machine.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from tests.bench.asking import Result, ask, middle
from tests.bench.figures import SMALL, Figure, tell

ROUNDS = 1 if SMALL else 5
SECONDS = 0.7 if SMALL else 2.0
HALF_RATE_SECONDS = 1.0 if SMALL else 10.0
GOALS = {"(b) durable pixel": 0.5, "(c) durable click": 0.35}


def main() -> None:
    """Measure, and print the figures."""
    with served() as (pid, urls):
        results: dict[str, list[Result]] = {name: [] for name in urls}
        for _ in range(ROUNDS):
            for name, url in urls.items():
                results[name].append(asyncio.run(ask([url], pid, SECONDS)))
        (limit_name, limit), *others = [(name, middle(rounds)) for name, rounds in results.items()]
        tell(Figure(limit_name, limit.rate, "/s"))
        for name, result in others:
            tell(Figure(name, result.rate, "/s", result.rate / limit.rate, "(a)", at_least=GOALS[name]))
        for name, result in [(limit_name, limit), *others]:
            tell(Figure(f"{name}: processor time per response", result.cpu, "µs"))
        half = others[0][1].rate / 2
        paced = asyncio.run(ask([urls["(b) durable pixel"]], pid, HALF_RATE_SECONDS, half))
        tell(Figure(f"(b) p99 at half its peak ({half:,.0f}/s)", paced.p99, "ms", at_most=10))


@contextmanager
def served() -> Iterator[tuple[int, dict[str, str]]]:
    """Run serve.py. Yields its process id and the URLs that it serves."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "tests.bench.serve", folder]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            assert process.stdout
            assert process.stdin
            try:
                yield process.pid, json.loads(process.stdout.readline())
            finally:
                process.stdin.close()


if __name__ == "__main__":
    main()
