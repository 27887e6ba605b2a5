"""Measures how long an open takes to reach a live page."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx

from tests.bench.full import PASSWORD, PERSON, pixels_of
from tests.serving import Server

_QUIET = 0.7  # seconds between two opens, so that each meets an idle server


async def seconds_to_news(server: Server, times: int) -> list[float]:
    """Return the seconds from each of several opens, one after the other, to its event on a live page."""
    pixels = await asyncio.to_thread(pixels_of, server, times)
    async with httpx.AsyncClient(base_url=server.url, timeout=60) as browser, live(browser) as news:
        found = []
        for pixel in pixels:
            await asyncio.sleep(_QUIET)
            while not news.empty():
                news.get_nowait()
            began = time.perf_counter()
            await browser.get(pixel, headers={"User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/153.0"})
            found.append(await asyncio.wait_for(news.get(), 30) - began)
        return found


@asynccontextmanager
async def live(browser: httpx.AsyncClient) -> AsyncIterator[asyncio.Queue[float]]:
    """Sign in and keep a live page open. Yields the moments at which it hears of a changed message."""
    page = (await browser.get("/login")).text
    token = page.partition('name="csrf" value="')[2].partition('"')[0]
    form = {"csrf": token, "email": PERSON, "password": PASSWORD}
    await browser.post("/login", data=form, headers={"Sec-Fetch-Site": "same-origin"})
    moments: asyncio.Queue[float] = asyncio.Queue()

    async def listen(stream: httpx.Response) -> None:
        async for line in stream.aiter_lines():
            if line.startswith("event: list"):
                moments.put_nowait(time.perf_counter())

    async with browser.stream("GET", "/live") as stream:
        assert stream.status_code == 200, stream.status_code
        listening = asyncio.create_task(listen(stream))
        try:
            yield moments
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)
