"""An open page of Alice, which hears of news."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx

from tests.faults.load import AGENT
from tests.faults.visitor import sign_in
from tests.serving import Server


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
