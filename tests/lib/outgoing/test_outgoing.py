"""Requests to other servers are sent once, follow no redirect, and have limits of time."""

from __future__ import annotations

import asyncio
import gzip

import pytest

from server.lib.net import bounded
from server.lib.net.bounded import TooLarge
from server.lib.net.outgoing import LostConnection, Outgoing, OutgoingError
from tests.certificates import Certificate
from tests.lib.outgoing.far_servers import WAY, behind_a_proxy, fetched, serving


async def test_an_answer_has_its_status_headers_and_uncompressed_body() -> None:
    packed = gzip.compress(b"hello " * 100)
    head = (
        b"HTTP/1.1 503 Busy\r\nX-Two: a\r\nX-Two: b\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n"
    )
    async with serving(head % len(packed) + packed) as server:
        got = await fetched(f"http://127.0.0.1:{server.port}/x?y=1")
    assert (got.status, got.reason, got.body) == (503, "Busy", b"hello " * 100)
    assert got.headers["x-two"] == "a, b"
    assert server.came[0].startswith(b"GET /x?y=1 HTTP/1.1\r\n")


async def test_a_redirect_is_an_answer_and_is_not_followed() -> None:
    async with serving() as elsewhere:
        there = f"http://127.0.0.1:{elsewhere.port}/"
        head = f"HTTP/1.1 307 Moved\r\nLocation: {there}\r\nContent-Length: 0\r\n\r\n"
        async with serving(head.encode()) as server:
            got = await fetched(f"http://127.0.0.1:{server.port}/")
            async with WAY.client() as client:
                again = await client.post(f"http://127.0.0.1:{server.port}/", data={"secret": "x"})
    assert (got.status, again.status_code, elsewhere.connections) == (307, 307, 0)


@pytest.mark.parametrize(
    "answer", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhel", b"\xff\xfe nonsense\r\n\r\n"]
)
async def test_a_request_whose_answer_is_lost_is_not_repeated(answer: bytes) -> None:
    async with serving(answer) as server:
        with pytest.raises(LostConnection):
            await fetched(f"http://127.0.0.1:{server.port}/")
    assert server.connections == 1


async def test_a_body_that_cannot_be_unpacked_is_an_error() -> None:
    async with serving(
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nxyz"
    ) as server:
        with pytest.raises(OutgoingError):
            await fetched(f"http://127.0.0.1:{server.port}/")
    assert server.connections == 1


async def test_the_answer_has_a_time_limit_of_its_own() -> None:
    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    async with await asyncio.start_server(silent, "127.0.0.1", 0) as server:
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        with pytest.raises(TimeoutError):
            await fetched(url, Outgoing(connect=60, answer=0.2))


async def test_several_threads_may_send_at_once(
    certificate: Certificate, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with behind_a_proxy(certificate, monkeypatch) as (_, proxy):
        got = await asyncio.gather(*(fetched("https://far.example/") for _ in range(20)))
    assert [each.body for each in got] == [b"hello"] * 20
    assert len(proxy.asked) == 20


async def test_an_answer_that_drips_has_a_limit_of_time_altogether() -> None:
    async def drips(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
                await writer.drain()
                await asyncio.sleep(0.05)
        except OSError:
            writer.close()
            gone.set()

    gone = asyncio.Event()
    async with await asyncio.start_server(drips, "127.0.0.1", 0) as server:
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        async with asyncio.timeout(10):
            with pytest.raises(TimeoutError, match="no answer in time"):
                await fetched(url, Outgoing(connect=0.2, answer=0.2))
            await gone.wait()


@pytest.mark.parametrize("encoding", ["identity", "gzip", "gzip, gzip"])
async def test_an_answer_has_a_limit_of_size_before_and_after_unpacking(
    encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded, "MOST", 100_000)
    body = bytes(1_000_000)
    for _ in range(encoding.count("gzip")):
        body = gzip.compress(body)
    head = f"HTTP/1.1 200 OK\r\nContent-Encoding: {encoding}\r\nContent-Length: {len(body)}\r\n\r\n"
    async with serving(head.encode() + body) as server:
        with pytest.raises((TooLarge, OutgoingError)):
            await fetched(f"http://127.0.0.1:{server.port}/")
