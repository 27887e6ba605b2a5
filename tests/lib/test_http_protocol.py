"""One connection to a small application: what is served, refused and closed, on real sockets."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from uvicorn.config import Config
from uvicorn.server import ServerState

from server.lib import metrics
from server.lib.http import limits
from server.lib.http.protocol import Connections

GET = b"GET /ok HTTP/1.1\r\nHost: a\r\n\r\n"
LARGE = b"a" * 1_000_000
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]


@dataclass
class Application:
    """Answers with the body: `/wait` once `go` is set, `/gone` once the client has left, `/early` without.

    The answer to `/large` has 1 MB, and as much again if it isn't the connection's last.
    """

    seen: list[dict[str, Any]] = field(default_factory=list)
    arrived: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(0))
    written: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(0))
    go: asyncio.Event = field(default_factory=asyncio.Event)
    left: asyncio.Event = field(default_factory=asyncio.Event)

    async def __call__(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        self.seen.append(scope)
        self.arrived.release()
        body = b"" if scope["path"] == "/early" else await self._body(receive)
        if scope["path"] == "/wait":
            await self.go.wait()
        if scope["path"] == "/gone" and (await receive())["type"] == "http.disconnect":
            self.left.set()
        if scope["path"] == "/large":
            await self._large(send, more=(b"connection", b"close") not in scope["headers"])
            return
        length = (b"content-length", b"%d" % len(body))
        await send({"type": "http.response.start", "status": 200, "headers": [length]})
        await send({"type": "http.response.body", "body": body})

    async def _large(self, send: Send, *, more: bool) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": LARGE, "more_body": more})
        self.written.release()
        if more:
            await send({"type": "http.response.body", "body": LARGE})

    async def _body(self, receive: Receive) -> bytes:
        body: bytes = b""
        while (message := await receive())["type"] == "http.request":
            body += message["body"]
            if not message["more_body"]:
                break
        else:
            self.left.set()
        return body


@asynccontextmanager
async def serving(room: int = 100) -> AsyncIterator[tuple[Application, int]]:
    """Serve the application; yields it and its port."""
    application, connections = Application(), Connections(room)
    config = Config(application, ws="none", log_level="warning", timeout_keep_alive=20)
    config.load()
    server = await asyncio.get_running_loop().create_server(
        lambda: connections(config=config, server_state=ServerState(), app_state={}), "127.0.0.1", 0
    )
    try:
        yield application, server.sockets[0].getsockname()[1]
    finally:
        server.close()
        await server.wait_closed()


async def answer_to(port: int, *pieces: bytes) -> bytes:
    """Send the pieces on one connection, and return all that is answered until the server closes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(0)
        return await asyncio.wait_for(reader.read(), 20)
    finally:
        writer.close()


def closing(request: bytes) -> bytes:
    return request.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n", 1)


async def test_a_head_of_32_kb_is_served_and_a_larger_one_is_refused_with_431() -> None:
    filler = [b"X-%03d: %b\r\n" % (number, b"a" * 305) for number in range(100)]
    head = closing(b"GET /ok HTTP/1.1\r\nHost: a\r\n" + b"".join(filler) + b"\r\n")
    assert 31_000 < len(head) < limits.MAX_HEAD
    async with serving() as (_, port):
        assert (await answer_to(port, head)).startswith(b"HTTP/1.1 200 ")
        larger = head.replace(b"X-000", b"X-Large: " + b"a" * 2000 + b"\r\nX-000")
        assert (await answer_to(port, larger)).startswith(b"HTTP/1.1 431 ")


@pytest.mark.parametrize(
    "endless",
    [
        pytest.param(b"GET / HTTP/1.1\r\nX: ", id="a value that never ends"),
        pytest.param(b"GET / HTTP/1.1\r\nX", id="a name that never ends"),
        pytest.param(b"GET /", id="an address that never ends"),
        pytest.param(b"A", id="a method that never ends"),
        pytest.param(
            b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1;a=",
            id="a chunk extension that never ends",
        ),
        pytest.param(
            b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nX: ",
            id="a trailer that never ends",
        ),
    ],
)
async def test_what_never_ends_is_refused_before_64_kb_are_read(endless: bytes) -> None:
    async with serving() as (_, port):
        answer = await answer_to(port, endless, *[b"a" * 1024] * 60)
    assert answer.startswith((b"HTTP/1.1 431 ", b"HTTP/1.1 400 "))


async def test_more_fields_than_a_browser_ever_sends_are_refused() -> None:
    many = b"GET / HTTP/1.1\r\n" + b"a:\r\n" * (limits.MAX_FIELDS + 1) + b"\r\n"
    async with serving() as (application, port):
        assert (await answer_to(port, many)).startswith(b"HTTP/1.1 431 ")
    assert application.seen == []


async def test_line_ends_before_a_request_are_skipped_but_not_without_end() -> None:
    async with serving() as (_, port):
        assert (await answer_to(port, b"\r\n\r\n", closing(GET))).startswith(b"HTTP/1.1 200 ")
        assert (await answer_to(port, *[b"\r\n" * 512] * 40)).startswith(b"HTTP/1.1 431 ")


async def test_a_field_after_the_body_is_no_field_of_the_request() -> None:
    request = b"POST /ok HTTP/1.1\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
    trailed = request + b"2\r\nhi\r\n0\r\nX-Forwarded-For: 192.0.2.66\r\n\r\n"
    async with serving() as (application, port):
        assert (await answer_to(port, trailed)).endswith(b"\r\n\r\nhi")
    assert b"x-forwarded-for" not in dict(application.seen[0]["headers"])


async def test_a_body_in_single_bytes_is_refused_and_the_application_does_not_wait_for_the_rest() -> None:
    head = b"POST /ok HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
    async with serving() as (application, port):
        assert (await answer_to(port, head, b"1\r\na\r\n" * 600)).startswith(b"HTTP/1.1 400 ")
        await asyncio.wait_for(application.left.wait(), 10)


async def test_requests_of_one_connection_are_answered_in_order_and_only_a_few_may_wait() -> None:
    bodies = b"".join(
        b"POST /ok HTTP/1.1\r\nContent-Length: 1\r\n\r\n%d" % number for number in range(limits.MAX_QUEUED)
    )
    async with serving() as (application, port):
        answers = await answer_to(port, bodies + closing(GET))
        assert [part[-1:] for part in answers.split(b"HTTP/1.1 200")[1:-1]] == [
            b"%d" % number for number in range(limits.MAX_QUEUED)
        ]
        application.seen.clear()
        flood = await answer_to(port, GET * 5000)
    assert len(application.seen) <= limits.MAX_QUEUED
    assert flood.count(b"HTTP/1.1 200 ") == 1


async def test_a_request_hears_that_its_client_left_although_others_waited_behind_it(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with serving() as (application, port):
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(GET.replace(b"/ok", b"/gone") * 3)
        await application.arrived.acquire()
        writer.transport.abort()
        await asyncio.wait_for(application.left.wait(), 10)
        assert (await answer_to(port, closing(GET))).startswith(b"HTTP/1.1 200 ")
    assert caplog.records == []
    assert len(application.seen) == 2


@pytest.mark.parametrize(
    "malformed", [b"\0\0\0\0", GET.replace(b"/ok", b"http://a:b:c/")], ids=["no HTTP", "its address"]
)
async def test_a_malformed_request_is_not_answered_before_the_request_that_came_first(
    malformed: bytes,
) -> None:
    async with serving() as (application, port):
        asking = asyncio.create_task(answer_to(port, GET.replace(b"/ok", b"/wait"), malformed))
        await application.arrived.acquire()
        application.go.set()
        answer = await asking
    assert answer.startswith(b"HTTP/1.1 200 ")
    assert answer.count(b"HTTP/1.1") == 1


async def test_a_client_that_sends_a_body_nobody_wants_can_still_read_the_answer() -> None:
    request = b"POST /early HTTP/1.1\r\nContent-Length: 1000000\r\n\r\n"
    async with serving() as (_, port):
        assert (await answer_to(port, request, b"a" * 100_000)).startswith(b"HTTP/1.1 200 ")


async def test_an_upgrade_is_answered_as_an_ordinary_request_and_the_connection_ends() -> None:
    upgrade = GET.replace(b"\r\n\r\n", b"\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")
    async with serving() as (_, port):
        assert (await answer_to(port, upgrade + b"\x81\x05hello")).startswith(b"HTTP/1.1 200 ")


async def test_when_all_connections_are_in_use_the_oldest_silent_ones_make_room() -> None:
    async with serving(room=20) as (_, port):
        silent = [await asyncio.open_connection("127.0.0.1", port) for _ in range(20)]
        assert (await answer_to(port, closing(GET))).startswith(b"HTTP/1.1 200 ")
        assert await asyncio.wait_for(silent[0][0].read(), 10) == b""
        for _, writer in silent:
            writer.close()


async def test_a_connection_whose_answer_is_due_is_never_closed_for_another() -> None:
    async with serving(room=16) as (application, port):
        waiting = [
            asyncio.create_task(answer_to(port, closing(GET.replace(b"/ok", b"/wait")))) for _ in range(16)
        ]
        for _ in range(16):
            await application.arrived.acquire()
        with suppress(ConnectionError):  # reset, or closed without a byte
            assert await answer_to(port, closing(GET)) == b""
        application.go.set()
        answers = await asyncio.gather(*waiting)
    assert all(answer.startswith(b"HTTP/1.1 200 ") for answer in answers)


@pytest.mark.parametrize("last", [False, True], ids=["in the middle of an answer", "after the last answer"])
async def test_clients_that_do_not_read_their_answers_make_room(last: bool) -> None:
    request, name = GET.replace(b"/ok", b"/large"), "connections.closed.room"
    async with serving(room=16) as (application, port):
        held = [unread(port) for _ in range(16)]
        for each in held:
            await asyncio.get_running_loop().sock_sendall(each, closing(request) if last else request)
            await application.written.acquire()
        before = metrics.counted(name)
        async with asyncio.timeout(15):  # until then, none has been closed because it stalled
            answer = b""
            while metrics.counted(name) == before or not answer:
                with suppress(ConnectionError):  # closed, because the server has not looked at the others yet
                    answer = await answer_to(port, closing(GET))
        assert answer.startswith(b"HTTP/1.1 200 ")
        for each in held:
            each.close()


def unread(port: int) -> socket.socket:
    """A connection whose client's system takes little: it has small buffers and small segments."""
    opened = socket.socket()
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, 536)
    opened.connect(("127.0.0.1", port))
    opened.setblocking(False)
    return opened


@given(st.lists(st.integers(1, 40), max_size=30), st.binary(max_size=200))
async def test_a_request_is_the_same_in_whatever_pieces_it_arrives(sizes: list[int], body: bytes) -> None:
    request = b"POST /ok HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % len(body)
    rest, pieces = request + body, []
    for size in sizes:
        pieces.append(rest[:size])
        rest = rest[size:]
    async with serving() as (application, port):
        answer = await answer_to(port, *[piece for piece in [*pieces, rest] if piece])
    assert answer.partition(b"\r\n\r\n")[2] == body
    assert len(application.seen) == 1


@given(st.binary(min_size=1, max_size=300))
async def test_no_bytes_whatever_reach_the_application_as_anything_but_a_request(noise: bytes) -> None:
    async with serving() as (_, port):
        answer = await answer_to(port, noise, b"\r\n\r\n\0\0\r\n\r\n")
    assert answer.startswith((b"HTTP/1.1 400 ", b"HTTP/1.1 200 ", b"HTTP/1.1 431 "))
