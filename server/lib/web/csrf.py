"""Cross-site request forgery: what may change something must come from our own pages.

Two locks: the browser's own word about the request (Sec-Fetch-Site, or Origin where it does not send that),
and a token bound to the session, so that one lock alone is never enough.
"""

from __future__ import annotations

from werkzeug.datastructures import Headers

from server.lib.keys.signing import b64u, derive, mac, same

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
FIELD = "csrf"
HEADER = "X-CSRF-Token"


def comes_from_us(headers: Headers, public_url: str, host_url: str) -> bool:
    """Whether the browser says that the request was made by a page of this very origin."""
    site = headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    return headers.get("Origin") in {public_url, host_url}


def token(session_key: bytes, session: str) -> str:
    """The token for one session (or for the anonymous visitor's form cookie)."""
    return b64u(mac(derive(session_key, "csrf"), session.encode()))


def matches(session_key: bytes, session: str, given: str) -> bool:
    """Whether `given` is the token of `session`."""
    return bool(given) and same(token(session_key, session).encode(), given.encode())
