"""A request whose end two programs could see in different places is refused (request smuggling)."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator

import pytest

from tests.faults import table
from tests.serving import Server

HIDDEN = b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
TRICKS = {
    "a length and chunks": b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "chunks and a length": b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
    "two lengths": b"Content-Length: 0\r\nContent-Length: 5\r\n\r\n",
    "a length with a sign": b"Content-Length: +5\r\n\r\nhello",
    "a length with a comma": b"Content-Length: 0, 5\r\n\r\n",
    "a length in hexadecimal": b"Content-Length: 0x5\r\n\r\nhello",
    "a negative length": b"Content-Length: -1\r\n\r\n",
    "chunks by another name": b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    "chunks not last": b"Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
    "chunks twice": b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
    "a space before the colon": b"Content-Length : 5\r\n\r\nhello",
    "a size of a chunk that is none": b"Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
    "a chunk with a sign": b"Transfer-Encoding: chunked\r\n\r\n+0\r\n\r\n",
    "a line that ends with LF": b"X-A: b\nContent-Length: 5\r\n\r\nhello",
    "a header without a name": b": x\r\n\r\n",
    "a null byte in a value": b"X-A: a\x00b\r\n\r\n",
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("ends") / "data") as running:
        yield running


def answers(server: Server, raw: bytes) -> list[int]:
    """The statuses of the answers that come back until the server closes the connection or falls silent."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=5) as wire:
        wire.sendall(raw)
        wire.settimeout(1)
        received = b""
        try:
            while part := wire.recv(65_536):
                received += part
        except TimeoutError:
            pass
    return [int(status) for status in re.findall(rb"HTTP/1\.1 (\d{3}) ", received)]


def test_a_request_whose_end_is_ambiguous_is_refused_and_nothing_after_it_is_answered(server: Server) -> None:
    start = b"POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    accepted = []
    for trick, rest in TRICKS.items():
        found = answers(server, start + rest + HIDDEN)
        # A server that closes the connection without a word has refused the request as well.
        if any(not 400 <= status < 500 for status in found) or len(found) > 1:
            accepted.append((trick, found))
    table.record("11 ambiguous ends of requests", f"{len(TRICKS)} tricks", f"{len(accepted)} accepted")
    assert accepted == []


def test_two_plain_requests_on_one_connection_are_both_answered(server: Server) -> None:
    """Without this, the test above would also pass with a server that answers nothing."""
    assert answers(server, HIDDEN * 2) == [200, 200]
