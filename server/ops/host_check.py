"""Answers 421 to requests for a host that isn't ours, before the application sees them.

Without this, a page of another site could read our pages under its own name (DNS rebinding), and whatever
builds on the Host header, caches included, could be misled. Pixels and links are answered before this check,
because marks sent under an earlier name must live.
"""

from __future__ import annotations

import logging

from server.ingest.answers import page, problem
from server.lib import metrics
from server.lib.log_throttle import ThrottledLogger
from server.lib.net.hosts import KnownHosts, parse_host
from server.lib.web.asgi import Application, Receive, Scope, Send
from server.ops import health

log = logging.getLogger(__name__)


_HOST = b"host"
_SHOWN = 100  # characters of a name in the log
_TITLE = "Sightline is not available at this address"
_TEXT = (
    "If this is your server, use the address in its PUBLIC_URL setting, or add this one to ALLOWED_HOSTS. "
    "The server’s log says more."
)
# Neither answer names the right address or repeats the wrong one: a scanner learns nothing.
WRONG_ADDRESS = page(421, _TITLE, _TEXT)
WRONG_ADDRESS_OF_API = problem(421, "Misdirected Request", f"{_TITLE}. {_TEXT}")


class HostCheck:
    """The ASGI application in front of `inner`, which gets only requests for known hosts."""

    def __init__(self, inner: Application, known: KnownHosts) -> None:
        self._inner = inner
        self._known = known
        self._log = ThrottledLogger(log)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on if its host is known; otherwise answer it."""
        host = _host(scope)
        if host is not None and host in self._known:
            await self._inner(scope, receive, send)
        elif scope["path"] == health.PATH:
            await self._inner(_under_own_name(scope), receive, send)
        else:
            await self._refuse(host, scope, send)

    async def _refuse(self, host: str | None, scope: Scope, send: Send) -> None:
        metrics.count("host.refused")
        self._log.warn(
            "security: a request for %s was refused. If people use this address, add it to ALLOWED_HOSTS.",
            f"the unknown host {host[:_SHOWN]}" if host else "a malformed host",
        )
        answer = WRONG_ADDRESS_OF_API if scope["path"].startswith("/api/") else WRONG_ADDRESS
        await send(answer.start())
        await send(answer.end(scope["method"]))


def _host(scope: Scope) -> str | None:
    """Return the host of a request; None unless it has exactly one well-formed Host header."""
    values = [value for name, value in scope["headers"] if name == _HOST]
    return parse_host(values[0].decode("latin-1")) if len(values) == 1 else None


def _under_own_name(scope: Scope) -> Scope:
    others = [header for header in scope["headers"] if header[0] != _HOST]
    return {**scope, "headers": [*others, (_HOST, b"localhost")]}
