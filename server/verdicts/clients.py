"""Names the program that a user agent belongs to: "Firefox 153 on Windows", "Gmail’s image proxy"."""

from __future__ import annotations

from functools import lru_cache

import ua_parser

from server.verdicts import networks, programs, proxies
from server.verdicts.signatures import is_apple_privacy, program_of

_APPLE_MAIL = "Apple Mail"
_SHORT = {
    "Mac OS X": "macOS",
    "Chrome Mobile WebView": "Android app",
    "Mobile Safari UI/WKWebView": "iOS app",
    "Qt Web Engine": "Qt",
    "Nokia Services (WAP) Browser": "Nokia",
    "Mail": _APPLE_MAIL,
}
_MAX = 200


@lru_cache(maxsize=4096)
def client_name(user_agent: str) -> str:
    """Return the program's name, or "". The first call takes 100 ms, because it loads tables (see `warm`)."""
    proxy = proxies.proxy_of(user_agent)
    if proxy:
        return proxy.name
    if user_agent.endswith(proxies.GMAIL_PREFETCH_ENDING):
        return "Gmail, ahead of the reader"
    if user_agent == proxies.APPLE_AGENT:
        return "Apple’s privacy protection"
    found = ua_parser.parse(user_agent)
    system = _SHORT.get(found.os.family, found.os.family) if found.os else ""
    family, major = (found.user_agent.family, found.user_agent.major) if found.user_agent else ("", None)
    browser = _named(_SHORT.get(family, family), major, user_agent)
    return (" on ".join(filter(None, (browser, system))))[:_MAX]


def is_stand_in(user_agent: str, address: str) -> bool:
    """Return whether the program fetches for others, so its address does not show where the recipient is."""
    program = program_of(user_agent)
    return program.proxy is not None or program.prefetch or is_apple_privacy(user_agent, address)


def warm() -> None:
    """Load the tables, so that the first hit does not wait for them."""
    client_name("Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0")
    networks.network_of("192.0.2.1")


def _named(family: str, major: str | None, user_agent: str) -> str:
    """Return a name with a version. Our tables know rare programs that ua-parser takes for their engine."""
    known = programs.mail_program_of(user_agent) or programs.small_browser_of(user_agent)
    if known and known.lower() not in family.lower():
        return known
    if family == _APPLE_MAIL:  # ua-parser's version is WebKit's; it takes all bare WebKit for Apple Mail
        own = program_of(user_agent).apple_mail or "CFNetwork" in user_agent
        return _APPLE_MAIL if own else ""
    return f"{family} {major}" if major and major != "0" else family
