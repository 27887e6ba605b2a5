"""The database refuses connections, is stopped, silent, or locked (SQLite) while hits arrive. Covers R2."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

from tests.faults.blackhole import Swallow
from tests.faults.conftest import marked
from tests.faults.pace import Pace
from tests.faults.stores import Store, drained, store
from tests.faults.table import FULL, busy, record
from tests.faults.visitor import PASSWORD
from tests.processes import listening_on, tell
from tests.serving import Server

SECONDS = 60 if FULL else 5
QUICK = 250 if FULL else 1000  # ms; small runs share their two cores with other tests
CASES = (
    [("sqlite", "locked")]
    + [("postgres", fault) for fault in ("refused", "stopped", "silent")]
    + [("mariadb", fault) for fault in (("refused", "stopped", "silent") if FULL else ("silent",))]
)


@pytest.mark.parametrize(("name", "fault"), CASES)
@pytest.mark.timeout(400)
async def test_recipients_notice_no_fault_of_the_database_and_all_hits_are_stored_afterwards(
    name: str, fault: str, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    async with store(name, data) as database, Swallow(database.place) as proxy:
        behind = _through(database.url, proxy.port)
        async with started(
            Server(data, database.env | ({"DATABASE_URL": behind} if behind else {}))
        ) as server:
            person = ("alice@sandbox.example", "--role", "owner", "--password", PASSWORD)
            await asyncio.to_thread(server.run, "user", "add", *person)
            pixels, links = await asyncio.to_thread(marked, server, 20, "https://example.com/")
            pace = Pace([*pixels, *links])
            async with _away(fault, database, proxy):
                await pace.run(SECONDS)
            back = time.monotonic()
            await drained(data, 75 * busy())
            caught_up = time.monotonic() - back
            assert server.process
            assert server.process.poll() is None
            found = await database.numbers()
    lost = len(pace.answered - set(found))
    result = f"99 % within {pace.slowest(0.01):.0f} ms, {lost} lost, all stored {caught_up:.1f} s later"
    record(f"R2 {name} {fault} for {SECONDS} s", f"{len(pace.answered)} answered", result)
    assert pace.failed == []
    assert len(pace.answered) == SECONDS * pace.rate
    assert lost == 0
    assert set(found.values()) == {1}
    assert caught_up <= 60 * busy()
    assert pace.slowest(0.01) <= QUICK * busy()


@asynccontextmanager
async def started(server: Server) -> AsyncIterator[Server]:
    """Run the server without blocking the event loop, in which its proxy runs."""
    try:
        yield await asyncio.to_thread(server.start)
    finally:
        await asyncio.to_thread(server.__exit__, None, None, None)


def _through(url: str | None, port: int) -> str | None:
    if url is None:
        return None
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=f"{parts.username}@127.0.0.1:{port}"))


@asynccontextmanager
async def _away(fault: str, database: Store, proxy: Swallow) -> AsyncIterator[None]:
    if fault == "locked":
        with closing(
            sqlite3.connect(database.data / "sightline.db", isolation_level=None, timeout=60)
        ) as held:
            held.execute("BEGIN EXCLUSIVE")
            yield
            held.execute("ROLLBACK")
    elif fault == "refused":
        await proxy.refuse()
        yield
        await proxy.accept()
    elif fault == "silent":
        proxy.swallow()
        yield
        proxy.spit_out()
    else:
        processes = listening_on(database.place[1])
        tell(processes, signal.SIGSTOP)
        try:
            yield
        finally:
            tell(processes, signal.SIGCONT)
