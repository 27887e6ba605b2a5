"""Prevents cross-site request forgery: requests that change something must come from our own pages.

Two checks must pass: that the browser names our own origin (in Sec-Fetch-Site or, without it, in Origin), and
that the request contains a token for its session.
"""

from __future__ import annotations

from werkzeug.datastructures import Headers

from server.lib.keys.signing import b64u, derive, mac, same

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
FIELD = "csrf"
HEADER = "X-CSRF-Token"


def comes_from_us(headers: Headers, public_url: str, host_url: str) -> bool:
    """Return whether the request's headers say that one of our own pages made the request."""
    site = headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    return headers.get("Origin") in {public_url, host_url}


def token(session_key: bytes, session: str) -> str:
    """Return the token for `session`: a session, or the form cookie of an anonymous visitor."""
    return b64u(mac(derive(session_key, "csrf"), session.encode()))


def matches(session_key: bytes, session: str, given: str) -> bool:
    """Return whether `given` is the token of `session`."""
    return bool(given) and same(token(session_key, session).encode(), given.encode())
