"""Misbehaving clients disconnect before the response, or send only one byte at a time."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import statistics
import struct
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import pytest

from tests.faults import table
from tests.faults.conftest import marked, stored
from tests.faults.load import AGENT, Load
from tests.serving import Server

AT_ONCE = 20
SLOWLY = 0.5


@pytest.mark.timeout(600)
@pytest.mark.parametrize("how", ["closes", "resets"])
async def test_an_open_is_stored_although_the_client_hangs_up_after_its_request(
    unlimited: Server, how: str
) -> None:
    """Covers R5."""
    number = table.amount(500, 10_000)
    pixels, _ = marked(unlimited, 20)
    left = iter(range(number))
    leave = _close if how == "closes" else _reset
    await asyncio.gather(*(_leaving(pixels, left, leave) for _ in range(AT_ONCE)))
    # Once this last request is answered, all requests before it have been read.
    await Load(pixels[:1], readers=1, first=number).run(1)
    found = await asyncio.to_thread(stored, unlimited)
    kept = len([each for each in found if each < number])
    table.record(f"R5 client {how} before the answer", f"{number} opens", f"{kept} stored")
    assert kept >= number * 0.9999
    assert set(found.values()) == {1}


@pytest.mark.timeout(300)
async def test_slow_clients_slow_nobody_else(unlimited: Server) -> None:
    """Covers S13."""
    heads, bodies = table.amount(50, 200), table.amount(10, 50)
    pixels, _ = marked(unlimited, 20)
    place = urlsplit(unlimited.url)
    head = b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "
    body = b"POST /login HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    body += b"Content-Length: 100000\r\n\r\n"
    async with _slow(place.port, heads, head), _slow(place.port, bodies, body):
        took = await _times(pixels, table.amount(100, 1000))
    p99 = statistics.quantiles(took, n=100)[98] * 1000
    table.record(
        "S13 slow clients", f"{heads} slow heads, {bodies} slow bodies", f"pixel p99 {p99:.0f} ms (max 500)"
    )
    if table.FULL:  # only meaningful on a quiet machine
        assert p99 <= 500 * table.busy()


async def _leaving(
    pixels: list[str], left: Iterator[int], leave: Callable[[asyncio.StreamWriter], None]
) -> None:
    for number in left:
        url = urlsplit(pixels[number % len(pixels)])
        _, writer = await asyncio.open_connection(url.hostname, url.port)
        writer.write(
            f"GET {url.path} HTTP/1.1\r\nHost: {url.netloc}\r\nUser-Agent: {AGENT}{number}\r\n\r\n".encode()
        )
        await writer.drain()
        leave(writer)
        with contextlib.suppress(OSError):
            await writer.wait_closed()


def _close(writer: asyncio.StreamWriter) -> None:
    writer.close()


def _reset(writer: asyncio.StreamWriter) -> None:
    """Reset the connection: the server's side ends immediately, and anything it still sends is refused."""
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


@asynccontextmanager
async def _slow(port: int | None, number: int, beginning: bytes) -> AsyncIterator[None]:
    clients = [asyncio.create_task(_trickle(port, beginning)) for _ in range(number)]
    await asyncio.sleep(1)
    try:
        yield
    finally:
        for client in clients:
            client.cancel()
        await asyncio.gather(*clients, return_exceptions=True)


async def _trickle(port: int | None, beginning: bytes) -> None:
    while True:  # a client that the server disconnects comes back
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        with contextlib.suppress(OSError), contextlib.closing(writer):
            writer.write(beginning)
            while not writer.is_closing():
                await asyncio.sleep(SLOWLY)
                writer.write(b"x")
                await writer.drain()


async def _times(pixels: list[str], number: int) -> list[float]:
    took = []
    for each in range(number):
        load = Load(pixels, readers=1, first=each)
        began = time.perf_counter()
        await load.run(1)
        took.append(time.perf_counter() - began)
        assert load.answered == {each}
    return took
