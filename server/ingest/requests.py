"""Reads the headers and the peer's address from an ASGI request."""

from __future__ import annotations

from server.lib.web.asgi import Scope
from server.verdicts.hits import HEADERS

_READ = frozenset(name.encode() for name in (*HEADERS, "user-agent", "referer", "x-forwarded-for"))
_HINTS = b"sec-ch-ua"


def headers(scope: Scope) -> dict[str, str]:
    """Return the headers that the edge uses; names are in lower case, as ASGI gives them.

    The values of a repeated header are joined by commas (RFC 9110).
    """
    received: dict[str, str] = {}
    for raw_name, raw_value in scope["headers"]:
        if raw_name not in _READ and not raw_name.startswith(_HINTS):
            continue
        name, value = raw_name.decode("latin-1"), raw_value.decode("latin-1").replace("\0", "")
        received[name] = f"{received[name]},{value}" if name in received else value
    return received


def peer(scope: Scope) -> str:
    """Return the address at the other end of the connection; "" if the server does not say."""
    return str(scope["client"][0]) if scope.get("client") else ""
