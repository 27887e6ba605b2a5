"""Prevents cross-site request forgery: requests that change something must come from our own pages.

There are two checks, and both must pass: what the browser says about the request (Sec-Fetch-Site, or else
Origin), and a token bound to the session.
"""

from __future__ import annotations

from werkzeug.datastructures import Headers

from server.lib.keys.signing import b64u, derive, mac, same

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
FIELD = "csrf"
HEADER = "X-CSRF-Token"


def comes_from_us(headers: Headers, public_url: str, host_url: str) -> bool:
    """Return whether the browser says that a page of this origin made the request."""
    site = headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    return headers.get("Origin") in {public_url, host_url}


def token(session_key: bytes, session: str) -> str:
    """Return the token for one session (or for an anonymous visitor's form cookie)."""
    return b64u(mac(derive(session_key, "csrf"), session.encode()))


def matches(session_key: bytes, session: str, given: str) -> bool:
    """Return whether `given` is the token of `session`."""
    return bool(given) and same(token(session_key, session).encode(), given.encode())
