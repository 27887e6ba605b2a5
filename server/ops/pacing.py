"""Starts requests one at a time, so that many at once hold up neither readers nor other clients."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping, Sequence
from typing import Any

from server.ingest.answers import page, problem
from server.lib import metrics
from server.lib.fair_queue import FairQueue, QueueFull
from server.lib.net.ip import Network, client_address, site

Scope = MutableMapping[str, Any]
Application = Callable[[Any, Any, Any], Awaitable[None]]

HEALTH = "/health"  # does not wait: whoever asks would take a busy server for a broken one
WAITING = 1000  # requests; a page takes a few milliseconds
_TITLE = "This server is very busy"
_TEXT = "Too many pages were asked for at the same time. Try again in a few seconds."
_RETRY_AFTER = ("retry-after", "3")  # seconds
BUSY = page(503, _TITLE, _TEXT).with_header(*_RETRY_AFTER)
BUSY_API = problem(503, "Service Unavailable", f"{_TITLE}. {_TEXT}").with_header(*_RETRY_AFTER)


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
        """Pass the request on in its turn, or answer 503."""
        try:
            if scope["path"] != HEALTH:
                await self._turn(scope)
        except QueueFull:
            metrics.count("pages.busy")
            answer = BUSY_API if scope["path"].startswith("/api/") else BUSY
            await send(answer.start())
            await send(answer.end(scope["method"]))
        else:
            await self._inner(scope, receive, send)

    async def _turn(self, scope: Scope) -> None:
        loop = asyncio.get_running_loop()
        place, turn = site(_client(scope, self._trusted)), loop.create_future()
        given_way = self._queue.push(place, turn)
        if given_way is not None and not given_way.done():
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
            if not turn.done():  # otherwise its task was cancelled, at shutdown
                return turn
        return None


def _client(scope: Scope, trusted: Sequence[Network]) -> str:
    peer = scope["client"][0] if scope.get("client") else ""
    forwarded = b",".join(value for name, value in scope["headers"] if name == b"x-forwarded-for")
    return client_address(peer, forwarded.decode("latin-1"), trusted)
