"""After hours of normal traffic the server uses hardly more memory than after the first hour. Covers R14."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path

import httpx
import pytest

from tests.faults.conftest import UNLIMITED, marked
from tests.faults.memory import Curve, Sample
from tests.faults.pace import Pace
from tests.faults.stores import drained
from tests.faults.table import FULL, record
from tests.faults.visitor import PASSWORD, sign_in
from tests.processes import worker_of
from tests.serving import Server

MINUTES = float(os.environ.get("SOAK_MINUTES", "2" if FULL else "0.2"))
LONG = MINUTES > 60
WARM = 3600.0 if LONG else MINUTES * 30  # seconds between measurements of memory
GROWTH = 0.05 if LONG else 0.25  # caches fill within the first minutes
WIDTH = 120.0 if LONG else WARM / 2
MAILS = 2000 if FULL or LONG else 200
READS_EVERY = 5.0  # seconds


@pytest.mark.timeout(MINUTES * 60 + 300)
async def test_the_memory_hardly_grows_under_steady_traffic(tmp_path: Path) -> None:
    """50 requests a second come from many places, while a dashboard is read and a live stream is open."""
    with Server(tmp_path / "data", UNLIMITED | {"TRUSTED_PROXIES": "127.0.0.1"}) as server:
        assert server.process
        server.run("user", "add", "alice@sandbox.example", "--role", "owner", "--password", PASSWORD)
        pixels, links = marked(server, MAILS, "https://example.com/")
        both = [url for mail in zip(pixels, links, strict=True) for url in mail]
        pace = Pace(both, rate=50, headers=_from_anywhere)
        every = 5.0 if MINUTES > 1 else 0.5
        worker = await asyncio.to_thread(worker_of, server)
        curves = [Curve(each, every) for each in (server.process.pid, worker)]
        async with (
            _beside(curves[0].watch(partial(_print, "server"))),
            _beside(curves[1].watch(partial(_print, "worker"))),
            _alice(server) as alice,
            _beside(_looks_at_pages(alice)),
            _beside(_follows(alice)),
        ):
            await pace.run(MINUTES * 60)
        await drained(server.data)
    warm = sum(curve.around(WARM, WIDTH) for curve in curves)
    end = sum(curve.around(curve.end, WIDTH) for curve in curves)
    growth = end / warm - 1
    result = f"RSS {warm:.1f} MB after {WARM / 60:.1f} min, {end:.1f} MB at the end: {growth:+.1%}"
    record(
        f"R14 server and worker, 50 requests/s for {MINUTES:g} min", f"{len(pace.answered)} answered", result
    )
    assert pace.failed == []
    assert len(pace.answered) == int(MINUTES * 60 * pace.rate)
    assert growth <= GROWTH


def _from_anywhere(number: int) -> str:
    """Return a header that puts the reader in one of 40,000 places."""
    place = number * 7919 % 40_000
    return f"X-Forwarded-For: 81.{place >> 8}.{place & 255}.7\r\n"


def _print(process: str, sample: Sample) -> None:
    if LONG and sample.at % 60 < 5:
        print(
            f"soak {process} {sample.at / 60:5.1f} min: rss {sample.rss:.1f} pss {sample.pss:.1f}"
            f" own {sample.user:.1f} MB",
            flush=True,
        )


@asynccontextmanager
async def _alice(server: Server) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=server.url, timeout=30) as alice:
        await sign_in(alice)
        yield alice


async def _looks_at_pages(alice: httpx.AsyncClient) -> None:
    """Look at the list and at its first mail, again and again."""
    while True:
        page = await alice.get("/")
        assert page.status_code == 200
        newest = page.text.partition('href="/messages/')[2].partition('"')[0]
        assert (await alice.get(f"/messages/{newest}")).status_code == 200
        await asyncio.sleep(READS_EVERY)


async def _follows(alice: httpx.AsyncClient) -> None:
    """Follow the live stream as a browser tab does, and connect again when it ends."""
    while True:
        async with alice.stream("GET", "/live", timeout=60) as live:
            assert live.status_code == 200
            async for _ in live.aiter_lines():
                pass


@asynccontextmanager
async def _beside(work: Coroutine[None, None, None]) -> AsyncIterator[None]:
    """Run `work` until the block ends. An error in `work` is raised from the block."""
    task = asyncio.create_task(work)
    try:
        yield
        if task.done():
            task.result()
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
