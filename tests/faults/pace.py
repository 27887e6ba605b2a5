"""Simulates readers who arrive at a steady pace, however long the responses take."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from tests.faults.load import AGENT

_TIMEOUT = 20.0
_TICK = 0.02  # seconds


@dataclass
class Pace:
    """Sends `rate` requests a second to `urls` in turn, each on a connection of its own."""

    urls: Sequence[str]
    rate: int = 200
    first: int = 0
    headers: Callable[[int], str] = lambda _: ""  # further headers, each with its line end
    answered: set[int] = field(default_factory=set)
    waits: list[float] = field(default_factory=list)  # seconds
    failed: list[str] = field(default_factory=list)

    async def run(self, seconds: float) -> None:
        """Send requests for `seconds`. Returns when each was answered or has waited too long."""
        began, number = time.monotonic(), 0
        async with asyncio.TaskGroup() as readers:
            while number < seconds * self.rate:
                due = min(int((time.monotonic() - began) * self.rate) + 1, int(seconds * self.rate))
                for each in range(number, due):
                    readers.create_task(self._ask(self.first + each))
                number = max(number, due)
                await asyncio.sleep(_TICK)

    def slowest(self, share: float) -> float:
        """Return the milliseconds within which all but this share were answered."""
        waits = sorted(self.waits)
        return waits[max(0, int(len(waits) * (1 - share)) - 1)] * 1000

    async def _ask(self, number: int) -> None:
        url = urlsplit(self.urls[number % len(self.urls)])
        began = time.monotonic()
        try:
            async with asyncio.timeout(_TIMEOUT):
                place = (url.hostname or "", url.port or 0)
                head = await _answer(place, url.path, number, self.headers(number))
        except (OSError, asyncio.IncompleteReadError, TimeoutError) as error:
            self.failed.append(f"{type(error).__name__}: {error}")
            return
        self.waits.append(time.monotonic() - began)
        if head.startswith(b"HTTP/1.1 200" if url.path.startswith("/p/") else b"HTTP/1.1 302"):
            self.answered.add(number)
        else:
            self.failed.append(head.decode())


async def _answer(place: tuple[str, int], path: str, number: int, more: str) -> bytes:
    host, port = place
    reader, writer = await asyncio.open_connection(host, port)
    try:
        head = f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nUser-Agent: {AGENT}{number}\r\n"
        writer.write(f"{head}{more}Connection: close\r\n\r\n".encode())
        return await reader.readuntil(b"\r\n\r\n")
    finally:
        writer.close()
