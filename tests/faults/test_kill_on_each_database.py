"""The server is repeatedly killed and terminated under load, on each database. Covers R1, R6."""

from __future__ import annotations

import asyncio
import signal
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median

import pytest

from tests.faults.conftest import marked
from tests.faults.load import Load
from tests.faults.stores import Store, drained, of_all, store
from tests.faults.table import FULL, busy, record
from tests.faults.visitor import PASSWORD
from tests.serving import Server

KILLS = 20 if FULL else 2
ENDS = 50 if FULL else 2
REQUESTS = 3000


@asynccontextmanager
async def served(name: str, folder: Path) -> AsyncIterator[tuple[Server, Store]]:
    """Run `sightline serve` on a database of this kind."""
    data = folder / "data"
    async with store(name, data) as database:
        with Server(data, database.env) as server:
            person = ("alice@sandbox.example", "--role", "owner", "--password", PASSWORD)
            await asyncio.to_thread(server.run, "user", "add", *person)
            yield server, database


async def stop_again_and_again(
    server: Server, how: signal.Signals, times: int
) -> tuple[set[int], set[int], list[float], list[float]]:
    """Return all answered and all sent requests, and the seconds that each stop and each start took."""
    pixels, links = await asyncio.to_thread(marked, server, 50, "https://example.com/")
    answered: set[int] = set()
    asked: set[int] = set()
    ends, starts = [], []
    for turn in range(times):
        load = Load([*pixels, *links], first=turn * 10_000)
        readers = asyncio.create_task(load.run(REQUESTS))
        await load.until(100 + 137 * turn % 700)
        began = time.monotonic()
        await asyncio.to_thread(server.stop, how)
        ends.append(time.monotonic() - began)
        await readers
        answered |= load.answered
        asked |= load.asked
        assert load.failed == []
        began = time.monotonic()
        await asyncio.to_thread(server.start)
        starts.append(time.monotonic() - began)
    return answered, asked, ends, starts


@of_all()
@pytest.mark.timeout(900)
async def test_no_answered_hit_is_lost_or_duplicated_when_the_server_is_killed_repeatedly(
    name: str, tmp_path: Path
) -> None:
    async with served(name, tmp_path) as (server, database):
        answered, asked, _, starts = await stop_again_and_again(server, signal.SIGKILL, KILLS)
        await drained(server.data)
        found = await database.numbers()
        lost, doubled = answered - set(found), [each for each, times in found.items() if times > 1]
        took = f"ready in {median(starts):.1f} s, {max(starts):.1f} s at most"
        result = f"{len(lost)} lost, {len(doubled)} doubled, {took}"
        record(f"R1 kill -9, {name}", f"{KILLS} kills, {len(answered)} answered", result)
        assert not lost
        assert not doubled
        assert set(found) <= asked
        assert await database.counted() == sum(found.values())
        assert not FULL or max(starts) <= 5 * busy()


@of_all()
@pytest.mark.timeout(900)
async def test_a_terminated_server_stops_within_ten_seconds_and_loses_no_hit(
    name: str, tmp_path: Path
) -> None:
    async with served(name, tmp_path) as (server, database):
        answered, _, ends, _ = await stop_again_and_again(server, signal.SIGTERM, ENDS)
        await drained(server.data)
        found = await database.numbers()
        lost, doubled = answered - set(found), [each for each, times in found.items() if times > 1]
        result = f"{len(lost)} lost, {len(doubled)} doubled, ended in {max(ends):.1f} s at most"
        record(f"R6 SIGTERM, {name}", f"{ENDS} ends, {len(answered)} answered", result)
        assert not lost
        assert not doubled
        assert max(ends) <= 10 * busy()
