"""Lets one request for a page or the API begin in each round of the loop, and refuses what is too much."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from server.ingest.answers import page, problem
from server.lib import metrics
from server.lib.turns import Busy, Turns

Application = Callable[[Any, Any, Any], Awaitable[None]]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

HEALTH = "/health"  # does not queue: whoever asks would take a busy server for a broken one
_TITLE = "This server is very busy"
_TEXT = "Too many pages were asked for at the same time. Try again in a few seconds."
_RETRY_AFTER = ("retry-after", "5")  # seconds
BUSY = page(503, _TITLE, _TEXT).with_header(*_RETRY_AFTER)
BUSY_API = problem(503, "Service Unavailable", f"{_TITLE}. {_TEXT}").with_header(*_RETRY_AFTER)


class PageQueue:
    """The ASGI application in front of `inner`. Pixels and links do not pass it."""

    def __init__(self, inner: Application, turns: Turns) -> None:
        self._inner = inner
        self._turns = turns

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Pass the request on in its turn, or answer 503."""
        try:
            if scope["path"] != HEALTH:
                await self._turns.take_soon()
        except Busy:
            metrics.count("pages.busy")
            answer = BUSY_API if scope["path"].startswith("/api/") else BUSY
            await send(answer.start())
            await send(answer.end(scope["method"]))
        else:
            await self._inner(scope, receive, send)
