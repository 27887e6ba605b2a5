"""Simulates many concurrent readers over real sockets; each request has a number that identifies it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0 reader/"
_TIMEOUT = 60.0


@dataclass
class Load:
    """The requests that were sent, and those that were answered completely."""

    urls: Sequence[str]
    readers: int = 40
    first: int = 0  # the number of the first request
    asked: set[int] = field(default_factory=set)
    answered: set[int] = field(default_factory=set)
    failed: list[str] = field(default_factory=list)  # responses that no reader should get

    async def run(self, number: int) -> None:
        """Send `number` requests. A reader whose connection breaks sends no more."""
        left = iter(range(self.first, self.first + number))
        await asyncio.gather(*(self._reader(left) for _ in range(self.readers)))

    async def until(self, answered: int) -> None:
        """Wait until this many requests were answered."""
        async with asyncio.timeout(_TIMEOUT):
            while len(self.answered) < answered:  # noqa: ASYNC110 - other tasks count, thousands of times
                await asyncio.sleep(0.001)

    async def _reader(self, left: Iterator[int]) -> None:
        place = urlsplit(self.urls[0])
        try:
            reader, writer = await asyncio.open_connection(place.hostname, place.port)
        except OSError:
            return
        try:
            for number in left:
                await self._ask(number, reader, writer)
        except (OSError, asyncio.IncompleteReadError, TimeoutError):
            return  # the server is gone: nothing was answered
        finally:
            writer.close()

    async def _ask(self, number: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        url = urlsplit(self.urls[number % len(self.urls)])
        self.asked.add(number)
        writer.write(
            f"GET {url.path} HTTP/1.1\r\nHost: {url.netloc}\r\nUser-Agent: {AGENT}{number}\r\n\r\n".encode()
        )
        async with asyncio.timeout(_TIMEOUT):
            head = await reader.readuntil(b"\r\n\r\n")
            length = int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0])
            await reader.readexactly(length)
        if head.startswith((b"HTTP/1.1 200", b"HTTP/1.1 302")):
            self.answered.add(number)
        else:
            self.failed.append(head.decode())
