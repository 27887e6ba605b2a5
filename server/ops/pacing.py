"""Starts requests one at a time, so that many at once hold up neither readers nor other clients."""

from __future__ import annotations

from collections.abc import Sequence

from server.ingest.answers import page, problem
from server.ingest.requests import peer
from server.lib import metrics
from server.lib.fair_queue import QueueFull
from server.lib.net.forwarders import address_of
from server.lib.net.ip import Network, site
from server.lib.web.asgi import Application, Receive, Scope, Send
from server.lib.work_pace import WorkPace
from server.ops import health

_TITLE = "This server is very busy"
_TEXT = "Too many pages were asked for at the same time. Try again in a few seconds."
_RETRY_AFTER = ("retry-after", "3")  # seconds
BUSY = page(503, _TITLE, _TEXT).with_header(*_RETRY_AFTER)
BUSY_API = problem(503, "Service Unavailable", f"{_TITLE}. {_TEXT}").with_header(*_RETRY_AFTER)


class Pacing:
    """An ASGI application in front of `inner`, in which requests begin in turn by their client's address."""

    def __init__(self, inner: Application, trusted_proxies: Sequence[Network], pace: WorkPace) -> None:
        self._inner = inner
        self._trusted = trusted_proxies
        self._pace = pace

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on in its turn, or answer 503."""
        try:
            if scope["path"] != health.PATH:  # whoever asks would take a busy server for a broken one
                await self._pace.begin(site(_client(scope, self._trusted)))
        except QueueFull:
            metrics.count("pages.busy")
            answer = BUSY_API if scope["path"].startswith("/api/") else BUSY
            await send(answer.start())
            await send(answer.end(scope["method"]))
        else:
            await self._inner(scope, receive, send)


def _client(scope: Scope, trusted: Sequence[Network]) -> str:
    forwarded = b",".join(value for name, value in scope["headers"] if name == b"x-forwarded-for")
    return address_of(peer(scope), forwarded.decode("latin-1"), trusted)
