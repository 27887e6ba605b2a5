"""A proxy between the server and its database that forwards, refuses, or silently drops everything."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from types import TracebackType
from typing import Self


class Swallow:
    """A TCP proxy on a free loopback port, which forwards to `place`."""

    def __init__(self, place: tuple[str, int]) -> None:
        self._place = place
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.StreamWriter] = set()
        self._passing = asyncio.Event()
        self._kept = socket.socket()  # reserves the port while nobody listens on it
        self._kept.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._kept.bind(("127.0.0.1", 0))
        self.port: int = self._kept.getsockname()[1]

    async def __aenter__(self) -> Self:
        self._passing.set()
        await self._listen()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.refuse()
        self._kept.close()

    async def refuse(self) -> None:
        """Refuse new connections, and reset open ones."""
        if self._server:
            self._server.close()
        for writer in self._open:
            writer.transport.abort()

    async def accept(self) -> None:
        """Listen again."""
        await self._listen()

    def swallow(self) -> None:
        """Accept every connection and every byte, and forward nothing."""
        self._passing.clear()

    def spit_out(self) -> None:
        """Forward again. Connections opened before this are dead, as behind a firewall that forgot them."""
        for writer in self._open:
            writer.transport.abort()
        self._passing.set()

    def forget(self) -> None:
        """Swallow what open connections send, and forward new ones, as a firewall that forgot the idle."""
        self._passing.clear()
        self._passing = asyncio.Event()
        self._passing.set()

    async def _listen(self) -> None:
        self._server = await asyncio.start_server(self._met, "127.0.0.1", self.port)

    async def _met(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer)
        passing = self._passing
        try:
            await passing.wait()
            there, back = await asyncio.open_connection(*self._place)
            self._open.add(back)
            ways = (self._pass(reader, back, passing), self._pass(there, writer, passing))
            await asyncio.gather(*ways)
        except OSError:
            pass
        finally:
            self._open.discard(writer)
            writer.close()

    async def _pass(
        self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, passing: asyncio.Event
    ) -> None:
        with contextlib.suppress(OSError):
            while content := await source.read(65536):
                await passing.wait()
                sink.write(content)
                await sink.drain()
        self._open.discard(sink)
        sink.close()
