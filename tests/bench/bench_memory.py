"""Measures memory after a million hits, and with a backlog of a million: python -m tests.bench.bench_memory.

First, the whole server with its worker on SQLite answers a million requests for pixels. Then a worker without
a server digests a spool with a million hits for some time: its memory must not grow with the backlog.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from uuid import uuid4

from server.events.storing.digest import TIDY_SECONDS
from server.ingest.spool_file import SpoolFile, prepare
from server.verdicts.hits import encode
from tests.bench.asking import ask, memory
from tests.bench.bench_digest import hits
from tests.bench.figures import SMALL, Figure, tell
from tests.bench.full import family, full_server, pixels_of
from tests.serving import Server

HITS = 20_000 if SMALL else 1_000_000
SECONDS = 15 if SMALL else 240  # at most
WATCHED = 6 if SMALL else 40
SETTLED = 3 if SMALL else 8
AT_ONCE = 500


def main() -> None:
    """Measure, and print the figures."""
    with tempfile.TemporaryDirectory() as folder, full_server(Path(folder)) as server:
        asyncio.run(_answered(server))
    with tempfile.TemporaryDirectory() as folder:
        _backlog(Path(folder))


async def _answered(server: Server) -> None:
    assert server.process
    pid, pixels, number = server.process.pid, pixels_of(server, 100), 0
    until, at_start, all_at_start = time.monotonic() + SECONDS, memory(pid), sum(family(pid))
    while number < HITS and time.monotonic() < until:
        number += (await ask(pixels, pid, 2.0)).answers
    await asyncio.sleep(TIDY_SECONDS + 1)  # by then the memory of a batch has been returned
    tell(
        Figure("memory of the process that answers, at its start", at_start, "MB"),
        Figure(f"its memory after {number:,} hits", memory(pid), "MB", at_most=150),
        Figure("memory of all processes together at the start", all_at_start, "MB"),
        Figure(f"their memory after {number:,} hits", sum(family(pid)), "MB"),
    )


def _backlog(folder: Path) -> None:
    with full_server(folder) as server:
        pass  # created, with an owner; no server runs now
    path = server.data / "spool.db"
    _fill(path)
    worker = subprocess.Popen(
        [sys.executable, "-m", "server", "worker"],
        env=server.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        samples = []
        for second in range(WATCHED):
            time.sleep(1)
            assert worker.poll() is None, "the worker ended"
            samples += [memory(worker.pid)] if second >= SETTLED else []
    finally:
        worker.terminate()
        worker.wait(30)
    spool = SpoolFile(path, 4 << 30)
    low, high = spool.bounds()
    spool.close()
    done = HITS - (high - low + 1)
    growth = samples[-1] / samples[0]
    name = f"memory of the digest after {done:,} of {HITS:,} waiting hits"
    tell(Figure(name, samples[-1], "MB", growth, "at first", at_most=1.1))


def _fill(path: Path) -> None:
    prepare(path)
    spool, mails, records = SpoolFile(path, 4 << 30), [uuid4() for _ in range(1000)], []
    for hit in hits(1, mails, HITS):
        records.append(encode(hit))
        if len(records) == AT_ONCE:
            spool.append(records)
            records = []
    spool.close()


if __name__ == "__main__":
    main()
