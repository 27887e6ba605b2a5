"""An HTTP proxy that tests start: it takes CONNECT, and may ask for a password, refuse, or read along."""

from __future__ import annotations

import asyncio
import base64
import re
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

PLENTY = 20  # seconds


@dataclass
class ConnectProxy:
    """A running proxy. `asked`: the hosts and ports to which it was to connect, in this order.

    `upstream`: where all tunnels lead, whatever their name. `reads_along`: it ends TLS with this context and
    passes on what it reads, with the upstream's name in `Host`. `login`: the user and password that it asks
    for. `refusal`: its status line.
    """

    upstream: tuple[str, int]
    port: int = 0
    reads_along: ssl.SSLContext | None = None
    login: str = ""
    refusal: str = ""
    asked: list[str] = field(default_factory=list)
    heads: list[bytes] = field(default_factory=list)
    tasks: set[asyncio.Task[None]] = field(default_factory=set)

    @property
    def url(self) -> str:
        """The value of HTTPS_PROXY."""
        return f"http://{self.login}{'@' if self.login else ''}127.0.0.1:{self.port}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one connection."""
        task = asyncio.current_task()
        assert task
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
        raw = writer.transport
        with suppress(OSError, asyncio.IncompleteReadError, ssl.SSLError):
            async with asyncio.timeout(PLENTY):
                await self._serve(reader, writer)
        writer.close()
        with suppress(OSError):
            async with asyncio.timeout(PLENTY):
                await writer.wait_closed()
        raw.abort()  # closing TLS may leave the connection below it

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        self.heads.append(head)
        method, target, _ = head.decode("latin-1").split(" ", 2)
        self.asked.append(target)
        status = self._status(method, head)
        writer.write(f"HTTP/1.1 {status}\r\n\r\n".encode())
        await writer.drain()
        if not status.startswith("200"):
            return
        if self.reads_along:
            await writer.start_tls(self.reads_along)
        up_reader, up_writer = await asyncio.open_connection(*self.upstream)
        if self.reads_along:
            head = await reader.readuntil(b"\r\n\r\n")
            name = f"Host: {self.upstream[0]}:{self.upstream[1]}".encode()
            up_writer.write(re.sub(rb"(?im)^host: [^\r]+", name, head))
        await asyncio.gather(_pipe(reader, up_writer), _pipe(up_reader, writer))

    def _status(self, method: str, head: bytes) -> str:
        expected = b"Basic " + base64.b64encode(self.login.encode())
        if method != "CONNECT":
            return "405 Method Not Allowed"
        if self.login and expected not in head:
            return "407 Proxy Authentication Required"
        return self.refusal or "200 Connection established"


async def _pipe(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError, ssl.SSLError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    with suppress(OSError):
        writer.close()


@asynccontextmanager
async def connect_proxy(proxy: ConnectProxy) -> AsyncIterator[ConnectProxy]:
    """Run the proxy on a free port of this machine."""
    async with await asyncio.start_server(proxy.serve, "127.0.0.1", 0) as server:
        proxy.port = server.sockets[0].getsockname()[1]
        yield proxy
    for _ in range(3):  # turns of the loop, after which each accepted connection has its task
        await asyncio.sleep(0)
    # The clients have hung up, so each connection ends by itself. In Python 3.11, the server does not wait.
    await asyncio.gather(*proxy.tasks, return_exceptions=True)
