"""Starts requests one at a time, so that many at once hold up neither readers nor other clients."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping, Sequence
from typing import Any

from server.lib.fair_queue import FairQueue, QueueFull
from server.lib.net.ip import Network, client_address, site

Scope = MutableMapping[str, Any]
Application = Callable[[Any, Any, Any], Awaitable[None]]

WAITING = 1000  # requests; a page takes a few milliseconds
_RETRY_AFTER = b"3"  # seconds
_BUSY = b"This server is busy. Try again in a few seconds.\n"
_HEADERS = [
    (b"content-type", b"text/plain; charset=utf-8"),
    (b"content-length", str(len(_BUSY)).encode()),
    (b"cache-control", b"no-store"),
    (b"retry-after", _RETRY_AFTER),
]


class Pacing:
    """An ASGI application in front of `inner` that starts one waiting request in each pass of the loop.

    The loop runs everything that is ready before it looks at the network again. If 200 requests are ready,
    a reader's pixel waits for a part of each. So requests wait here; clients take turns by their address.
    """

    def __init__(
        self, inner: Application, trusted_proxies: Sequence[Network], waiting: int = WAITING
    ) -> None:
        self._inner = inner
        self._trusted = trusted_proxies
        self._queue: FairQueue[asyncio.Future[None]] = FairQueue(waiting)
        self._starting = False

    async def __call__(self, scope: Scope, receive: Any, send: Any) -> None:
        if scope["type"] == "http":
            try:
                await self._turn(scope)
            except QueueFull:
                await _refuse(send)
                return
        await self._inner(scope, receive, send)

    async def _turn(self, scope: Scope) -> None:
        loop = asyncio.get_running_loop()
        place, turn = site(_client(scope, self._trusted)), loop.create_future()
        given_way = self._queue.push(place, turn)
        if given_way is not None:
            given_way.set_exception(QueueFull())
        if not self._starting:
            self._starting = True
            loop.call_soon(self._start_one)
        await turn

    def _start_one(self) -> None:
        turn = self._next()
        if turn is None:
            self._starting = False
            return
        turn.set_result(None)
        asyncio.get_running_loop().call_soon(self._start_one)

    def _next(self) -> asyncio.Future[None] | None:
        while self._queue:
            turn = self._queue.pop()
            if not turn.done():  # otherwise its client is gone
                return turn
        return None


def _client(scope: Scope, trusted: Sequence[Network]) -> str:
    peer = scope["client"][0] if scope.get("client") else ""
    forwarded = b",".join(value for name, value in scope["headers"] if name == b"x-forwarded-for")
    return client_address(peer, forwarded.decode("latin-1"), trusted)


async def _refuse(send: Any) -> None:
    await send({"type": "http.response.start", "status": 503, "headers": _HEADERS})
    await send({"type": "http.response.body", "body": _BUSY})
