"""The worker of a server dies, hangs or is left alone: it is replaced, and nothing is lost."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from tests.faults.conftest import UNLIMITED, marked, stored
from tests.faults.load import AGENT, Load
from tests.faults.open_page import open_page
from tests.faults.table import busy, record
from tests.faults.visitor import PASSWORD, sign_in
from tests.processes import children, fork_server_of, is_alive, require, soon, worker_of
from tests.serving import Server
from tests.waiting import until


@pytest.fixture(autouse=True)
def proc() -> None:
    require()


@pytest.fixture
def inline(tmp_path: Path) -> Iterator[Server]:
    """Run `sightline serve` as a single process."""
    with Server(tmp_path / "data", UNLIMITED | {"WORKER": "inline"}) as running:
        running.run("user", "add", "alice@sandbox.example", "--role", "owner", "--password", PASSWORD)
        yield running


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
    soon(lambda: (health()["status"], health()["worker"]) == ("ok", "ok"), within=60)
    os.kill(worker, signal.SIGSTOP)
    soon(lambda: (health()["status"], health()["worker"]) == ("ok", "not answering"), within=60)
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
