"""Refuses requests under another host name (DNS rebinding), before the app sees them."""

import json
import re
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Application = Callable[[Any, Any, Any], Awaitable[None]]

_OWN = re.compile(
    rb"(?:127\.0\.0\.1|localhost|mail\.google\.com|(?:[a-z0-9-]{1,63}\.)+googleusercontent\.com)(?::[0-9]{1,5})?",
    re.IGNORECASE,
)
_REFUSAL = json.dumps({"error": "not served under this name"}).encode()


def only_own_names(inner: Application) -> Application:
    """Return an ASGI application that passes on only requests with one Host header that names the sandbox."""

    async def application(scope: Scope, receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan" or _is_own(scope):
            await inner(scope, receive, send)
        elif scope["type"] == "http":
            headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(_REFUSAL))]
            await send({"type": "http.response.start", "status": 421, "headers": headers})
            await send({"type": "http.response.body", "body": _REFUSAL})
        else:
            await send({"type": "websocket.close"})

    return application


def _is_own(scope: Scope) -> bool:
    hosts = [value for name, value in scope["headers"] if name == b"host"]
    return scope["type"] == "http" and len(hosts) == 1 and _OWN.fullmatch(hosts[0]) is not None
