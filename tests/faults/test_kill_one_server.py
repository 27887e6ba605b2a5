"""The server is killed or terminated while hits arrive, and every answered hit is kept. Covers R1, R6."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
import time

import httpx
import pytest

from tests.faults.conftest import marked, stored
from tests.faults.load import Load
from tests.faults.visitor import sign_in
from tests.serving import Server

REQUESTS = 2000


@pytest.mark.timeout(180)
async def test_a_kill_in_the_middle_of_2000_opens_loses_and_duplicates_none_of_them(server: Server) -> None:
    pixels, _ = marked(server, 100)
    load = Load(pixels)
    readers = asyncio.create_task(load.run(REQUESTS))
    await load.until(REQUESTS // 2)
    server.stop(signal.SIGKILL)
    await readers
    began = time.monotonic()
    server.start()
    ready = time.monotonic() - began
    found = stored(server)
    answered, in_flight = len(load.answered), len(load.asked - load.answered)
    print(f"answered {answered}, in flight {in_flight}, stored {len(found)}, ready again in {ready:.1f} s")
    assert REQUESTS // 2 <= answered < REQUESTS
    assert load.answered - set(found) == set()
    assert set(found) <= load.asked
    assert set(found.values()) == {1}
    assert load.failed == []
    assert _integrity(server) == ["ok", "ok"]
    assert ready < 15


@pytest.mark.timeout(180)
async def test_the_counts_of_opens_and_clicks_stay_correct_when_the_server_is_killed_repeatedly(
    server: Server,
) -> None:
    pixels, links = marked(server, 50, "https://example.com/")
    answered: set[int] = set()
    for turn in range(3):
        load = Load([*pixels, *links], first=turn * 10_000)
        readers = asyncio.create_task(load.run(1200))
        await load.until(150 + 200 * turn)
        server.stop(signal.SIGKILL)
        await readers
        answered |= load.answered
        server.start()
    found = stored(server)
    assert answered - set(found) == set()
    assert set(found.values()) == {1}
    with sqlite3.connect(server.data / "sightline.db") as database:
        [(raw,)] = database.execute("SELECT sum(raw_opens) + sum(raw_clicks) FROM message")
        [(events,)] = database.execute("SELECT count(*) FROM event")
    assert raw == events == sum(found.values())


@pytest.mark.timeout(180)
async def test_a_terminated_server_stops_within_ten_seconds_despite_an_open_page_and_running_pixel_requests(
    server: Server,
) -> None:
    pixels, _ = marked(server, 100)
    async with httpx.AsyncClient(base_url=server.url, timeout=60) as alice:
        await sign_in(alice)
        async with alice.stream("GET", "/live") as live:
            assert live.status_code == 200
            load = Load(pixels)
            readers = asyncio.create_task(load.run(REQUESTS))
            await load.until(300)
            began = time.monotonic()
            code = await asyncio.to_thread(server.stop, signal.SIGTERM, 20)
            took = time.monotonic() - began
            await readers
    print(f"answered {len(load.answered)}, ended with {code} in {took:.1f} s")
    assert took <= 10
    assert code in {0, -signal.SIGTERM}
    server.start()
    found = stored(server)
    assert load.answered - set(found) == set()
    assert set(found.values()) == {1}
    assert load.failed == []


def _integrity(server: Server) -> list[str]:
    found = []
    for name in ("spool.db", "sightline.db"):
        with sqlite3.connect(server.data / name) as database:
            found.append(str(database.execute("PRAGMA integrity_check").fetchone()[0]))
    return found
