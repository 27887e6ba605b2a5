"""`make bench` runs every part in its own process, then prints a table. BENCH=small runs for two minutes.

If a part fails or takes too long, it is reported, and the other parts still run. A full run writes the
figures to bench.json, which docs/scaling.py reads.
"""

from __future__ import annotations

import json
import os
import platform
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench.figures import HANDED_TO, SMALL, Figure, stored_figures, table

ROOT = Path(__file__).parents[2]
MEASURED = ROOT / "bench.json"


@dataclass(frozen=True)
class Part:
    """A module of this package, what it measures, and the seconds allowed in a small and in a full run."""

    module: str
    what: str
    small: float
    full: float


PARTS = (
    Part("bench_pixel", "(a) static GIF, (b) durable pixel, (c) durable click", 30, 90),
    Part("bench_product", "(p) the whole product as a person starts it, and its backlog", 90, 420),
    Part("bench_away", "(d) the pixel while the database is stopped", 40, 120),
    Part("bench_digest", "(e) events a second into each database", 60, 150),
    Part("bench_room", "the space that an event takes in each database", 90, 600),
    Part("bench_memory", "memory after a million hits, and with a backlog of a million", 60, 360),
    Part("bench_pages", "(f) pages with a long history", 60, 540),
    Part("bench_classify", "a verdict on a hit, and a million stored events judged again", 90, 600),
    Part("bench_extension", "the extension in Gmail, and its packages", 120, 120),
)


def main() -> int:
    """Measure the parts named on the command line, or all parts. Returns 1 if a part failed."""
    wanted = set(sys.argv[1:])
    began, failed = time.monotonic(), []
    with tempfile.TemporaryDirectory() as folder:
        figures = Path(folder, "figures")
        for part in PARTS:
            if not wanted or part.module.removeprefix("bench_") in wanted:
                failed += _run(part, figures)
        found = stored_figures(figures)
    took = time.monotonic() - began
    cores = os.cpu_count()
    print(f"\n{platform.machine()}, {cores} cores, Python {platform.python_version()}, {took:.0f} s")
    print(table(found))
    print("\n".join(failed), flush=True)
    if not wanted and not SMALL:
        _keep(found)
    return 1 if failed else 0


def _run(part: Part, figures: Path) -> list[str]:
    """Run one part. Returns what went wrong."""
    print(f"\n{part.what}", flush=True)
    limit = part.small if SMALL else part.full
    command = [sys.executable, "-m", f"tests.bench.{part.module}"]
    env = os.environ | {HANDED_TO: str(figures)}
    with subprocess.Popen(command, cwd=ROOT, env=env, start_new_session=True) as running:
        try:
            code = running.wait(limit)
        except subprocess.TimeoutExpired:
            _end(running)
            return [f"{part.module}: did not finish within {limit:.0f} s"]
    return [f"{part.module}: failed with exit status {code}"] if code else []


def _end(running: subprocess.Popen[bytes]) -> None:
    """End a part and all processes that it started. An interrupt lets them clean up."""
    os.killpg(running.pid, signal.SIGINT)
    try:
        running.wait(30)
    except subprocess.TimeoutExpired:
        os.killpg(running.pid, signal.SIGKILL)


def _keep(found: list[Figure]) -> None:
    values = {figure.name: figure.value for figure in found}
    MEASURED.write_text(json.dumps({"at": time.strftime("%Y-%m-%d"), "figures": values}, indent=1) + "\n")


if __name__ == "__main__":
    sys.exit(main())
