"""Names the program that a user agent belongs to: "Firefox 153 on Windows", "Gmail’s image proxy"."""

from __future__ import annotations

from functools import lru_cache

import ua_parser

from server.verdicts import networks, signatures

_SHORT = {
    "Mac OS X": "macOS",
    "Chrome Mobile WebView": "Android app",
    "Mobile Safari UI/WKWebView": "iOS app",
}
_MAX = 200


@lru_cache(maxsize=4096)
def client_name(user_agent: str) -> str:
    """Return the program's name, or "". The first call takes 100 ms, because it loads tables (see `warm`)."""
    proxy = signatures.proxy_of(user_agent)
    if proxy:
        return proxy.name
    if user_agent.endswith(signatures.GMAIL_PREFETCH_ENDING):
        return "Gmail, ahead of the reader"
    if user_agent == signatures.APPLE_AGENT:
        return "Apple’s privacy protection"
    found = ua_parser.parse(user_agent)
    browser = _named(found.user_agent.family, found.user_agent.major) if found.user_agent else ""
    system = _SHORT.get(found.os.family, found.os.family) if found.os else ""
    return (" on ".join(filter(None, (browser, system))))[:_MAX]


def is_stand_in(user_agent: str) -> bool:
    """Return whether the program fetches for others, so its address does not show where the recipient is."""
    return (
        signatures.proxy_of(user_agent) is not None
        or user_agent == signatures.APPLE_AGENT
        or user_agent.endswith(signatures.GMAIL_PREFETCH_ENDING)
    )


def warm() -> None:
    """Load the tables, so that the first hit does not wait for them."""
    client_name("Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0")
    signatures.is_crawler("warm")
    networks.network_of("192.0.2.1")


def _named(family: str, major: str | None) -> str:
    return f"{_SHORT.get(family, family)} {major or ''}".strip()
