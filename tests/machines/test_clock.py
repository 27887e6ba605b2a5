"""Rows 5 and 24: the clock of the machine is wrong for a while. Covers R4."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from tests.faults.table import amount, record
from tests.faults.visitor import sign_in
from tests.machines.ledger import Ledger
from tests.machines.machine import Machine, soon
from tests.machines.moved_clock import DAY, MovedClock

SEEN = 2.5  # seconds within which a running server sees that its clock has moved
SOON = 8.0  # seconds within which the background work has done its first round


@pytest.fixture
def clock(tmp_path: Path) -> MovedClock:
    """The clock of `server`."""
    return MovedClock(tmp_path)


@pytest.fixture
def server(stopped: Machine, clock: MovedClock) -> Machine:
    """A server whose clock can be moved; events are kept for thirty days."""
    stopped.env |= clock.env | {"EVENT_RETENTION_DAYS": "30"}
    stopped.start()
    return stopped


@pytest.mark.timeout(300)
def test_a_start_with_the_clock_two_years_ahead_deletes_nothing(server: Machine, clock: MovedClock) -> None:
    ledger = Ledger("M5 started with the clock two years ahead, retention of 30 days")
    ledger.read(server.marked(7), 70)
    server.stored()
    time.sleep(SOON)  # a first round with the right clock
    said = _started_at(server, clock, 2 * 365 * DAY)
    kept, doubts = server.stored(), [line for line in said if " clock" in line]
    doctor = server.doctor()
    ledger.close(kept, seen=f"log: {[line[:120] for line in doubts[-1:]]}")
    assert doubts
    assert any("clock" in line for colour in ("red", "yellow") for line in doctor.lines(colour))


@pytest.mark.timeout(300)
def test_what_is_due_by_the_right_clock_is_deleted_and_the_log_says_how_much(
    server: Machine, clock: MovedClock
) -> None:
    ledger = Ledger("M5 70 events are two months old, and kept for 30 days")
    _started_at(server, clock, -60 * DAY)
    ledger.read(server.marked(7), 70)
    clock.move(timedelta())
    time.sleep(SEEN)
    ledger.read(server.marked(7), 1)
    server.stored()
    server.stop()
    with closing(sqlite3.connect(server.data / "sightline.db", timeout=20)) as database, database:
        database.execute("DELETE FROM note WHERE name = 'clock'")  # so the newest event says what time it was
    server.launch()
    said = soon(lambda: [line for line in server.log.splitlines() if "70" in line and "deleted" in line])
    left = _events(server)
    record(ledger.row, "71 events", f"{left} left; log: {[line[:120] for line in said[-1:]]}")
    assert left == 1
    assert said


@pytest.mark.timeout(240)
def test_marks_do_not_expire_by_a_clock_that_is_wrong(server: Machine, clock: MovedClock) -> None:
    ledger = Ledger("M5 hits while the clock is a year ahead, and after a start with it")
    urls = server.marked(10, "https://example.com/")
    clock.move(366 * DAY)
    time.sleep(SEEN)
    ledger.read(urls, 60)
    server.stop()
    server.launch()
    server.wait_until_it_answers(urls[0])
    ledger.read(urls, 60)
    server.wait_until_ready()
    ledger.close(server.stored(), server.doctor().told, f"{len(ledger.refused)} refused")


def _started_at(server: Machine, clock: MovedClock, ahead: timedelta) -> list[str]:
    """Start the server again with this clock, and return what it logs during its first round of work."""
    server.stop()
    clock.move(ahead)
    before = len(server.log)
    server.start()
    time.sleep(SOON)
    return server.log[before:].replace(str(server.data), "DATA").splitlines()


@pytest.mark.timeout(180)
def test_nobody_is_signed_out_because_the_clock_went_back_by_an_hour(
    server: Machine, clock: MovedClock
) -> None:
    async def signed_in_before_and_after() -> int:
        async with httpx.AsyncClient(base_url=server.url, timeout=60) as browser:
            await sign_in(browser)
            clock.move(timedelta(hours=-1))
            await asyncio.sleep(SEEN)
            return (await browser.get("/status")).status_code

    status = asyncio.run(signed_in_before_and_after())
    record("M24 the clock goes back by an hour", "1 session", f"/status answers {status}")
    assert status == 200


@pytest.mark.timeout(240)
def test_hits_are_stored_while_the_clock_jumps(server: Machine, clock: MovedClock) -> None:
    ledger = Ledger("M5 the clock jumps by hours, days and years under traffic")
    urls = server.marked(10, "https://example.com/")
    jumps = (timedelta(hours=1), -DAY, 400 * DAY, -400 * DAY, timedelta(minutes=-5))[: amount(3, 5)]
    for ahead in (*jumps, timedelta()):
        clock.move(ahead)
        time.sleep(SEEN)
        ledger.read(urls, amount(60, 500))
    server.stored()
    time.sleep(SOON)
    ledger.close(server.stored(), server.doctor().told)


def _events(server: Machine) -> int:
    with sqlite3.connect(server.data / "sightline.db", timeout=20) as database:
        return int(database.execute("SELECT count(*) FROM event").fetchone()[0])
