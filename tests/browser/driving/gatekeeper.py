"""Something in front of the server: a proxy that passes requests on, or answers in the server's place."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

PAGE = b"<html><title>Blocked</title><h1>This request was blocked.</h1></html>"
SHOWS_ANOTHER_CLOCK = re.compile(rb"(sightline-api: 1;now=)(\d+)", re.IGNORECASE)


@dataclass
class Gatekeeper:
    """`refuses` says with which status it answers a request itself; None lets the request through.

    `ahead`: by how many seconds the clock in the server's answers is changed. `asked`: method and path of
    each request.
    """

    url: str = ""
    refuses: Callable[[str, str], int | None] = lambda _method, _path: None
    ahead: int = 0
    asked: list[tuple[str, str]] = field(default_factory=list)

    async def serve(self, upstream: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one request, then close."""
        with suppress(OSError, asyncio.IncompleteReadError):
            head = await reader.readuntil(b"\r\n\r\n")
            method, path, _ = head.split(b" ", 2)
            length = re.search(rb"\r\ncontent-length: *(\d+)", head, re.IGNORECASE)
            body = await reader.readexactly(int(length[1])) if length else b""
            self.asked.append((method.decode(), path.decode()))
            status = self.refuses(method.decode(), path.decode())
            writer.write(refusal(status) if status else await self._passed_on(upstream, head, body))
            await writer.drain()
        writer.close()

    async def _passed_on(self, upstream: int, head: bytes, body: bytes) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", upstream)
        alone = re.sub(rb"\r\nconnection: [^\r]*", b"", head, flags=re.IGNORECASE)
        writer.write(alone.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n", 1) + body)
        answer = await reader.read()
        writer.close()
        return SHOWS_ANOTHER_CLOCK.sub(lambda found: found[1] + b"%d" % (int(found[2]) + self.ahead), answer)


def refusal(status: int) -> bytes:
    """The page of a firewall."""
    return (
        b"HTTP/1.1 %d No\r\nContent-Type: text/html\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
        % (status, len(PAGE), PAGE)
    )


@asynccontextmanager
async def gatekeeper(server: str) -> AsyncIterator[Gatekeeper]:
    """A gatekeeper in front of the server at this URL, at an address of its own."""
    gate, port = Gatekeeper(), urlsplit(server).port
    assert port
    serving = await asyncio.start_server(lambda r, w: gate.serve(port, r, w), "127.0.0.1", 0)
    gate.url = f"http://127.0.0.1:{serving.sockets[0].getsockname()[1]}"
    try:
        yield gate
    finally:
        serving.close()
