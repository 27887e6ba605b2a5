"""Reads pixels at a steady pace in a process of its own, and measures how long each answer takes.

`python -m tests.attacks.prober` reads one line of JSON from its input: a `Plan`. For each further line it
prints a `Figures`: what happened since the line before. Half of the readers open a connection for each pixel,
as mail clients do; the others take turns on one connection that stays open, as an image proxy does.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
import time
from collections.abc import Callable, Coroutine
from dataclasses import asdict, dataclass, field
from typing import Any
from urllib.parse import urlsplit

from tests.attacks.place import Place, Streams
from tests.faults.load import AGENT

PATIENCE = 20.0  # seconds that a reader waits


@dataclass(frozen=True)
class Plan:
    """What to read. `rate`: pixels a second; `first`: the number of the first request."""

    urls: list[str]
    rate: int = 50
    first: int = 0


@dataclass
class Figures:
    """What happened: seconds that answers took, numbers of the answered requests, what failed."""

    waits: list[float] = field(default_factory=list)
    answered: list[int] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    reopened: int = 0  # how often the server closed the kept connection between two requests

    def percentile(self, share: float) -> float:
        """The milliseconds within which this share of the readers was answered or gave up."""
        waits = sorted(self.waits)
        return waits[min(len(waits) - 1, int(len(waits) * share))] * 1000 if waits else PATIENCE * 1000


class Prober:
    """Sends the requests of a plan."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._number = plan.first
        self._figures = Figures()
        self._place = Place.of(plan.urls[0])
        self._kept: Streams | None = None
        self._turn = asyncio.Lock()

    async def run(self, lines: asyncio.StreamReader) -> None:
        """Read pixels, and print figures for each line, until the lines end."""
        ended = False
        while not ended:
            wanted = asyncio.Event()
            async with asyncio.TaskGroup() as readers:
                pace = readers.create_task(self._read_on(readers, wanted))
                ended = not await lines.readline()
                wanted.set()
                await pace
            found, self._figures = self._figures, Figures()
            print(json.dumps(asdict(found)), flush=True)

    async def _read_on(self, readers: asyncio.TaskGroup, enough: asyncio.Event) -> None:
        began, sent = time.monotonic(), 0
        while not enough.is_set():
            while sent < (time.monotonic() - began) * self._plan.rate:
                way: Callable[[int], Coroutine[Any, Any, bytes]] = self._on_kept if sent % 2 else self._on_new
                readers.create_task(self._timed(self._number, way))
                sent, self._number = sent + 1, self._number + 1
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(enough.wait(), 0.005)

    async def _timed(self, number: int, way: Callable[[int], Coroutine[Any, Any, bytes]]) -> None:
        began = time.monotonic()
        try:
            async with asyncio.timeout(PATIENCE):
                head = await way(number)
        except (OSError, EOFError, TimeoutError) as error:
            self._figures.failed.append(f"{way.__name__}: {type(error).__name__} {error}")
        else:
            if head.startswith(b"HTTP/1.1 200"):
                self._figures.answered.append(number)
            else:
                self._figures.failed.append(head.decode(errors="replace")[:200])
        self._figures.waits.append(time.monotonic() - began)

    async def _on_new(self, number: int) -> bytes:
        streams = await self._place.open()
        try:
            return await self._ask(streams, number, "close")
        finally:
            streams[1].close()

    async def _on_kept(self, number: int) -> bytes:
        async with self._turn:  # like a browser, one request at a time
            if self._kept:
                try:
                    return await self._ask(self._kept, number, "keep-alive")
                except (ConnectionError, asyncio.IncompleteReadError) as error:
                    self._kept[1].close()
                    if isinstance(error, asyncio.IncompleteReadError) and error.partial:
                        raise
                    self._figures.reopened += 1  # RFC 9112, 9.3.1: a client repeats such a request
            self._kept = await self._place.open()
            return await self._ask(self._kept, number, "keep-alive")

    async def _ask(self, streams: Streams, number: int, connection: str) -> bytes:
        reader, writer = streams
        path = urlsplit(self._plan.urls[number % len(self._plan.urls)]).path
        writer.write(
            f"GET {path} HTTP/1.1\r\nHost: {self._place.host}\r\nUser-Agent: {AGENT}{number}\r\n"
            f"X-Forwarded-For: 198.51.{number // 250 % 250}.{number % 250}\r\n"
            f"Connection: {connection}\r\n\r\n".encode()
        )
        head = await reader.readuntil(b"\r\n\r\n")
        _, named, rest = head.lower().partition(b"content-length: ")
        if named:
            await reader.readexactly(int(rest.split(b"\r\n")[0]))
        return head


async def _main() -> None:
    lines = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    await Prober(Plan(**json.loads(await lines.readline()))).run(lines)


if __name__ == "__main__":
    asyncio.run(_main())
