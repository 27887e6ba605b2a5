"""Measures the pixel while the database is stopped: python -m tests.bench.bench_away.

The whole server with its worker runs on a PostgreSQL that is stopped in the middle of its work. (After
SIGSTOP, PostgreSQL keeps its connections but does not respond.) The rounds alternate with (b), the edge
without the rest of the server. Afterwards, the database continues, and every hit has to be stored.
"""

from __future__ import annotations

import asyncio
import os
import signal
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from uuid import uuid4

import asyncpg

from tests.bench.asking import Result, ask, middle
from tests.bench.bench_pixel import served
from tests.bench.figures import SMALL, Figure, tell
from tests.bench.full import full_server, pixels_of
from tests.migrations import databases

ROUNDS = 1 if SMALL else 3
SECONDS = 0.7 if SMALL else 3.0
CATCH_UP = 60.0


def main() -> None:
    """Measure, and print the figures."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        address = stack.enter_context(databases.postgres())
        url = f"{address}/mail{uuid4().hex[:8]}"
        asyncio.run(_create(address, url.rpartition("/")[2]))
        server = stack.enter_context(full_server(Path(folder), DATABASE_URL=url))
        pixels, (pid, urls) = pixels_of(server, 50), stack.enter_context(served())
        assert server.process
        before: list[Result] = []
        stopped: list[Result] = []
        answers = asyncio.run(ask(pixels, server.process.pid, 0.5)).answers
        with standing_still(asyncio.run(_data_folder(url))):
            for _ in range(ROUNDS):
                before.append(asyncio.run(ask([urls["(b) durable pixel"]], pid, SECONDS)))
                stopped.append(asyncio.run(ask(pixels, server.process.pid, SECONDS)))
        edge, away = middle(before), middle(stopped)
        ratio = away.rate / edge.rate
        tell(Figure("(d) pixel while the database is stopped", away.rate, "/s", ratio, "(b)", at_least=0.95))
        answers += sum(each.answers for each in stopped)
        tell(
            Figure(
                "    of its responses stored afterwards", asyncio.run(_stored(url, answers)), f"of {answers}"
            )
        )


@contextmanager
def standing_still(folder: Path) -> Iterator[None]:
    """Stop all processes of PostgreSQL until the block ends."""
    first = int((folder / "postmaster.pid").read_text().split()[0])
    children = Path(f"/proc/{first}/task/{first}/children").read_text().split()
    everyone = [first, *map(int, children)]
    for each in everyone:
        os.kill(each, signal.SIGSTOP)
    try:
        yield
    finally:
        for each in everyone:
            with suppress(ProcessLookupError):  # its connection was closing when all were stopped
                os.kill(each, signal.SIGCONT)


async def _stored(url: str, wanted: int) -> int:
    """Return the number of stored events, once all are stored or after CATCH_UP seconds."""
    until, number = time.monotonic() + CATCH_UP, 0
    while number < wanted and time.monotonic() < until:
        await asyncio.sleep(1)
        number = int(await _ask(url, "SELECT count(*) FROM event"))
    return number


async def _data_folder(url: str) -> Path:
    return Path(await _ask(url, "SHOW data_directory"))


async def _create(address: str, name: str) -> None:
    await _ask(f"{address}/postgres", f'CREATE DATABASE "{name}"', answer=False)


async def _ask(url: str, query: str, answer: bool = True) -> str:
    connection = await asyncpg.connect(url.replace("asyncpg", "postgres"), timeout=20)
    try:
        if answer:
            return str(await connection.fetchval(query))
        return str(await connection.execute(query))
    finally:
        await connection.close()


if __name__ == "__main__":
    main()
