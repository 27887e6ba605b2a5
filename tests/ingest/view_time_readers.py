"""Serves the edge over real HTTP, to programs that load the view-time image and leave at any time."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import uvicorn

from server.ingest import answers
from server.messages.models import Message
from tests.agents import FIREFOX
from tests.pipeline import Pipeline


@dataclass
class Listener:
    """A program that has begun to load a view-time image."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    head: bytes

    @property
    def streams(self) -> bool:
        """Whether the answer is a stream without a length."""
        return b"content-length" not in self.head.lower()

    async def drops(self, number: int) -> None:
        """Read until this many drops have arrived."""
        heard = b""
        while heard.count(answers.SLOW_GIF_MORE) < number:
            heard += await self.reader.readexactly(1)

    async def rest(self) -> bytes:
        """Read to the end, and return the content without HTTP's framing."""
        lines = (await self.reader.read()).split(b"\r\n")
        return b"".join(lines[1::2])

    async def leaves(self) -> None:
        """Close the mail."""
        self.writer.close()
        with suppress(OSError):
            await self.writer.wait_closed()


@dataclass
class Shore:
    """The running edge, its port, and the programs that are connected to it."""

    pipeline: Pipeline
    port: int
    listeners: list[Listener] = field(default_factory=list)

    async def loads(self, url: str, agent: str = FIREFOX, address: str = "198.51.100.7") -> Listener:
        """A program at `address` requests an image, and gets at least the beginning of the answer."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        lines = (
            *(f"GET {urlsplit(url).path} HTTP/1.1", "Host: 127.0.0.1", f"User-Agent: {agent}"),
            *("Accept: image/*", "Accept-Language: en", "Accept-Encoding: gzip", "Connection: close"),
            *(f"X-Forwarded-For: {address}", "", ""),
        )
        writer.write("\r\n".join(lines).encode())
        listener = Listener(reader, writer, await reader.readuntil(b"\r\n\r\n"))
        self.listeners.append(listener)
        return listener

    async def reads(self, message: Message, **options: str) -> Listener:
        """A program shows the mail with both images."""
        marks = self.pipeline.marks(message)
        await (await self.loads(marks.pixel_url, **options)).leaves()
        return await self.loads(marks.view_time_url, **options)


@asynccontextmanager
async def shore(pipeline: Pipeline, **env: Any) -> AsyncIterator[Shore]:
    """The edge behind a real HTTP server; each client names its address, as a trusted proxy would."""
    pipeline.edge = pipeline.edge_with(**{"TRUSTED_PROXIES": "127.0.0.1", **env})
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    server = uvicorn.Server(
        uvicorn.Config(pipeline.edge, http="httptools", lifespan="off", log_level="warning")
    )
    serving, made = asyncio.create_task(server._serve([listening])), Shore(pipeline, port)
    try:
        async with asyncio.timeout(60):
            while not server.started:  # noqa: ASYNC110 - it tells nobody
                await asyncio.sleep(0.01)
        yield made
    finally:
        await asyncio.gather(*(each.leaves() for each in made.listeners))
        server.should_exit = True
        await serving
