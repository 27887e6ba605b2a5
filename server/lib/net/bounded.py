"""Bounds an exchange as a whole: a server that drips never runs into the limit of one read."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore
import httpx

MOST = 64 * 1024 * 1024  # bytes of an answer; the largest mail of Gmail, as JSON, has 50 million
_PIECE = 4096  # bytes; unpacked at most a thousand times as many


class TooLarge(OSError):
    """An answer is larger than any that is wanted."""


class Bounded(httpcore.SyncBackend):
    """Connects as `backend` does; everything must have happened within `seconds` from now."""

    def __init__(self, backend: httpcore.SyncBackend, seconds: float) -> None:
        self._backend = backend
        self._until = time.monotonic() + seconds

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect. Raises what `backend` raises."""
        stream = self._backend.connect_tcp(host, port, timeout, local_address, socket_options)
        return _Stream(stream, self._until)


class _Stream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream, until: float) -> None:
        self._stream = stream
        self._until = until
        self._read = 0

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        found = self._stream.read(max_bytes, self._left(timeout, httpcore.ReadTimeout))
        self._read += len(found)
        if self._read > MOST:
            raise TooLarge("the answer is too large")
        return found

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._left(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = self._left(timeout, httpcore.ConnectTimeout)
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, left), self._until)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)

    def _left(self, timeout: float | None, late: type[httpcore.TimeoutException]) -> float:
        left = self._until - time.monotonic()
        if left <= 0:
            raise late("timed out")
        return left if timeout is None else min(timeout, left)


def unpacked(headers: httpx.Headers, body: bytes) -> bytes:
    """Return a body without its compression. Raises TooLarge and httpx.DecodingError."""
    if "," in headers.get("content-encoding", ""):  # each time, it could grow a thousandfold
        raise httpx.DecodingError("the answer is compressed more than once")
    pieces = (body[at : at + _PIECE] for at in range(0, len(body), _PIECE))
    found = bytearray()
    for piece in httpx.Response(200, headers=headers, content=pieces).iter_bytes():
        found += piece
        if len(found) > MOST:
            raise TooLarge("the answer is too large")
    return bytes(found)
