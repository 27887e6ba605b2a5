"""Servers far away: each gives one answer to everything, perhaps behind a proxy."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

import pytest

from server.lib.net.outgoing import Outgoing, Received
from tests.certificates import Certificate
from tests.connect_proxy import ConnectProxy, connect_proxy

HELLO = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"
WAY = Outgoing(connect=5, answer=5)


@dataclass
class Server:
    """A server that gives one answer to everything. `came`: the heads of requests."""

    port: int
    answer: bytes
    came: list[bytes] = field(default_factory=list)
    connections: int = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one connection."""
        self.connections += 1
        try:
            self.came.append(await reader.readuntil(b"\r\n\r\n"))
            writer.write(self.answer)
            await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            pass
        writer.close()


@asynccontextmanager
async def serving(answer: bytes = HELLO, context: ssl.SSLContext | None = None) -> AsyncIterator[Server]:
    """Such a server on this machine."""
    made = Server(0, answer)
    async with await asyncio.start_server(made.serve, "127.0.0.1", 0, ssl=context) as server:
        made.port = server.sockets[0].getsockname()[1]
        yield made


@asynccontextmanager
async def behind_a_proxy(
    certificate: Certificate, environment: pytest.MonkeyPatch, login: str = "", refusal: str = ""
) -> AsyncIterator[tuple[Server, ConnectProxy]]:
    """A server, and a proxy that leads to it and is named by HTTPS_PROXY."""
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(serving(context=certificate.context()))
        proxy = ConnectProxy(("127.0.0.1", server.port), login=login, refusal=refusal)
        await stack.enter_async_context(connect_proxy(proxy))
        environment.setenv("HTTPS_PROXY", proxy.url)
        yield server, proxy


async def fetched(url: str, way: Outgoing = WAY) -> Received:
    """What the server at `url` answers."""
    return await asyncio.to_thread(way.send, "GET", url, {"accept": "text/plain"})
