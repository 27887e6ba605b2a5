"""The worker of a server is killed under load: nothing is lost, and pages are soon live again."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import time
from statistics import median

import pytest

from tests.faults.conftest import marked, stored
from tests.faults.open_page import open_page
from tests.faults.pace import Pace
from tests.faults.table import amount, busy, record
from tests.faults.visitor import PASSWORD
from tests.processes import require, worker_of
from tests.serving import Server

KILLS = amount(3, 10)
NEWS_SECONDS = 1.0
RATE = 200  # requests a second while the worker is killed


@pytest.fixture(autouse=True)
def proc() -> None:
    require()


@pytest.mark.timeout(300)
async def test_a_worker_killed_again_and_again_under_load_loses_and_duplicates_nothing_and_pages_stay_live(
    unlimited: Server,
) -> None:
    owner = ("alice@sandbox.example", "--role", "owner", "--password", PASSWORD)
    await asyncio.to_thread(unlimited.run, "user", "add", *owner)
    pixels, _ = await asyncio.to_thread(marked, unlimited, 50)
    lines = await asyncio.to_thread(unlimited.run, "mark", "--count", str(KILLS))
    mails = [json.loads(line) for line in lines.splitlines()]
    load = Pace(pixels, RATE)
    seconds: list[float] = []
    async with open_page(unlimited) as page:
        readers = asyncio.create_task(load.run(2.5 * KILLS))
        for number, mail in enumerate(mails):
            await asyncio.sleep(1.5)  # the worker has worked for a while
            worker = await asyncio.to_thread(worker_of, unlimited)
            began = time.monotonic()
            os.kill(worker, signal.SIGKILL)
            await page.hears_of(mail, 1_000_000 + number)
            seconds.append(time.monotonic() - began)
        await readers
    found = await asyncio.to_thread(stored, unlimited)
    lost = load.answered - set(found)
    doubled = [each for each, times in found.items() if times > 1]
    live = f"pages live again in {median(seconds):.2f} s, {max(seconds):.2f} s at most"
    result = f"{len(lost)} lost, {len(doubled)} doubled, {live}"
    record("R2 kill -9 of the worker", f"{KILLS} kills, {len(load.answered)} answered", result)
    assert load.failed == []
    assert not lost
    assert not doubled
    assert max(seconds) <= NEWS_SECONDS * busy()
