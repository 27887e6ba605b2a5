"""A proxy between Firefox and the stand-in Gmail; unlike Chromium, Firefox cannot map names to ports."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

GOOGLE = ("mail.google.com", ".googleusercontent.com")
REFUSED = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


@asynccontextmanager
async def tunnel_to(tls_port: int) -> AsyncIterator[int]:
    """A CONNECT proxy (RFC 9110, 9.3.6) on a free port, which it yields. Google's names lead to `tls_port`
    on this machine; every other host is refused.
    """

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError):
            method, target = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split()[:2]
            if method == "CONNECT" and target.rpartition(":")[0].endswith(GOOGLE):
                await _join(reader, writer, tls_port)
            else:
                writer.write(REFUSED)
                await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()


async def _join(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, port: int) -> None:
    there, back = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
    await asyncio.gather(_pour(reader, back), _pour(there, writer))


async def _pour(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await source.read(65_536):
            sink.write(data)
            await sink.drain()
    sink.close()
