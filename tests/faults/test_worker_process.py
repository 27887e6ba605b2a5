"""The worker of a server is killed, and so are the processes around it: nothing is lost, and news go on."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from statistics import median

import httpx
import pytest

from tests.faults.conftest import UNLIMITED, marked, stored
from tests.faults.load import AGENT, Load
from tests.faults.pace import Pace
from tests.faults.table import amount, busy, record
from tests.faults.visitor import PASSWORD, sign_in
from tests.processes import children, fork_server_of, is_alive, require, soon, worker_of
from tests.serving import Server
from tests.waiting import until

KILLS = amount(3, 10)
NEWS_SECONDS = 1.0
RATE = 200  # requests a second while the worker is killed


@pytest.fixture(autouse=True)
def proc() -> None:
    require()


@pytest.fixture
def inline(tmp_path: Path) -> Iterator[Server]:
    """Run `sightline serve` as a single process."""
    with Server(tmp_path / "data", UNLIMITED | {"WORKER": "inline"}) as running:
        running.run("user", "add", "alice@sandbox.example", "--role", "owner", "--password", PASSWORD)
        yield running


class Page:
    """An open page of Alice, which hears of changed messages."""

    def __init__(self, browser: httpx.AsyncClient) -> None:
        self._browser = browser
        self._heard: dict[str, asyncio.Event] = {}

    async def listen(self, stream: httpx.Response) -> None:
        async for line in stream.aiter_lines():
            if heard := self._heard.get(line.removeprefix("event: message-")):
                heard.set()

    async def hears_of_an_open(self, server: Server, number: int) -> None:
        """Somebody opens a new mail; wait until the page hears of that."""
        await self.hears_of(json.loads(await asyncio.to_thread(server.run, "mark")), number)

    async def hears_of(self, mail: dict[str, str], number: int) -> None:
        """Somebody opens this mail; wait until the page hears of that."""
        heard = self._heard[mail["id"]] = asyncio.Event()
        await self._browser.get(mail["pixel_url"], headers={"User-Agent": f"{AGENT}{number}"})
        await asyncio.wait_for(heard.wait(), 60)


@asynccontextmanager
async def open_page(server: Server) -> AsyncIterator[Page]:
    async with httpx.AsyncClient(base_url=server.url, timeout=60) as browser:
        await sign_in(browser)
        page = Page(browser)
        async with browser.stream("GET", "/live") as stream:
            listening = asyncio.create_task(page.listen(stream))
            try:
                yield page
            finally:
                listening.cancel()
                await asyncio.gather(listening, return_exceptions=True)


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


@pytest.mark.timeout(120)
def test_a_worker_that_dies_at_once_at_every_start_is_not_started_again_and_again_without_a_pause(
    server: Server,
) -> None:
    forks, end, killed = fork_server_of(server), time.monotonic() + 5.0, set[int]()
    while time.monotonic() < end:
        for each in children(forks):
            with suppress(ProcessLookupError):
                os.kill(each, signal.SIGKILL)
            killed.add(each)
        time.sleep(0.002)
    assert 2 <= len(killed) <= 9
    assert "the worker has ended by signal 9" in server.log
    assert worker_of(server) not in killed
    pixels, _ = marked(server, 1)
    httpx.get(pixels[0], headers={"User-Agent": f"{AGENT}1"})
    assert stored(server) == {1: 1}


@pytest.mark.timeout(240)
def test_a_worker_that_hangs_is_reported_by_health_and_replaced(server: Server) -> None:
    def health() -> dict[str, str]:
        found: dict[str, str] = httpx.get(f"{server.url}/health", timeout=60).json()
        return found

    worker = worker_of(server)
    soon(lambda: health() == {"status": "ok", "worker": "ok"}, within=60)
    os.kill(worker, signal.SIGSTOP)
    soon(lambda: health() == {"status": "ok", "worker": "not answering"}, within=60)
    soon(lambda: not is_alive(worker), within=120)
    assert worker_of(server, other_than=worker)
    soon(lambda: health()["worker"] == "ok", within=60)
    assert "the worker has said nothing for 60 s, and is killed" in server.log
    pixels, _ = marked(server, 1)
    httpx.get(pixels[0], headers={"User-Agent": f"{AGENT}1"})
    assert stored(server) == {1: 1}


@pytest.mark.timeout(120)
def test_the_worker_ends_when_its_server_is_killed(server: Server) -> None:
    others = [fork_server_of(server), worker_of(server)]
    server.stop(signal.SIGKILL)
    began = time.monotonic()
    soon(lambda: not any(is_alive(each) for each in others), within=60)
    took = time.monotonic() - began
    record("R2 the worker after its server was killed", "1 kill", f"gone in {took:.2f} s")
    assert took <= 2 * busy()


@pytest.mark.timeout(120)
async def test_the_owner_sees_on_the_status_page_what_the_worker_has_counted(server: Server) -> None:
    pixels, _ = await asyncio.to_thread(marked, server, 1)
    async with httpx.AsyncClient(base_url=server.url, timeout=60) as browser:
        await sign_in(browser)
        await browser.get(pixels[0], headers={"User-Agent": f"{AGENT}1"})

        async def page() -> str:
            return (await browser.get("/status")).text

        assert "Opens answered and recorded" in await until(page, lambda text: "Events stored" in text)


@pytest.mark.timeout(120)
async def test_the_work_goes_on_even_without_the_process_that_starts_the_worker(server: Server) -> None:
    worker = await asyncio.to_thread(worker_of, server)
    os.kill(fork_server_of(server), signal.SIGKILL)
    async with open_page(server) as page:
        await page.hears_of_an_open(server, 1)
        assert is_alive(worker)
        os.kill(worker, signal.SIGKILL)
        await page.hears_of_an_open(server, 2)
    assert "so it continues in this one" in server.log
    assert await asyncio.to_thread(stored, server) == {1: 1, 2: 1}
    assert server.stop(signal.SIGTERM) == 0


@pytest.mark.timeout(120)
async def test_a_single_process_does_everything_if_the_owner_wants_it_so(inline: Server) -> None:
    assert inline.process
    pixels, _ = await asyncio.to_thread(marked, inline, 5)
    load = Load(pixels)
    await load.run(200)
    found = await asyncio.to_thread(stored, inline)
    assert set(found) == load.answered
    [sandbox] = children(inline.process.pid)
    assert not children(sandbox)
