"""What is known of those who fetch images and links: tables only, each with its source and its date."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

import crawleruseragents

from server.lib.net.ip import Network, parse_address


@dataclass(frozen=True, slots=True)
class Proxy:
    """One that fetches images for readers at the moment they look. `networks` may be unknown."""

    key: str  # in evidence that is stored
    token: str  # in its user agent
    name: str  # in lists, and to begin a sentence with
    shown_in: str  # where somebody looked
    networks: tuple[Network, ...] = ()


def _nets(*texts: str) -> tuple[Network, ...]:
    return tuple(ipaddress.ip_network(text) for text in texts)


# Google: published by `_netblocks.google.com` (SPF) for long, and where the proxy is seen.
# Yahoo and Seznam: their help pages; not compared with them lately (docs/live-gmail-checklist.md).
# Fastmail, Shortwave: the package crawler-user-agents.
PROXIES = (
    Proxy(
        "gmail",
        "GoogleImageProxy",
        "Gmail’s image proxy",
        "Gmail",
        _nets("66.102.0.0/20", "66.249.64.0/19", "72.14.192.0/18", "74.125.0.0/16", "209.85.128.0/17"),
    ),
    Proxy("yahoo", "YahooMailProxy", "Yahoo’s image proxy", "Yahoo Mail"),
    Proxy("fastmail", "FastmailUA/", "Fastmail’s image proxy", "Fastmail"),
    Proxy("seznam", "SeznamEmailProxy", "Seznam’s image proxy", "Seznam Email"),
    Proxy("shortwave", "Shortwave Image Fetcher", "Shortwave’s image proxy", "Shortwave"),
)

# Gmail fetches some images before anybody looks, and then ends its user agent like this. Seen by a large
# sender over 9.8 billion opens, 2022.
GMAIL_PREFETCH_ENDING = "Chrome/42.0.2311.135 Safari/537.36 Edge/12.246 Mozilla/5.0"

# Apple Mail Privacy Protection loads every image through relays and says no more than this. The networks are
# Apple's own (17/8) and those of its two relay operators; the last one is a single observation.
APPLE_AGENT = "Mozilla/5.0"
APPLE_NETWORKS = _nets("17.0.0.0/8", "104.28.0.0/16", "172.224.0.0/12")

# Mail filters that name themselves. Most do not: they are known by their behaviour only.
# Source: field guides of mail senders to "bot clicks"; the names are what the makers call them.
SCANNERS: Mapping[str, str] = {
    "barracuda": "Barracuda",
    "mimecast": "Mimecast",
    "proofpoint": "Proofpoint",
    "ciscosecureemail": "Cisco Secure Email",
    "ironport": "Cisco Secure Email",
    "safelinks": "Microsoft Safe Links",
    "tmes": "Trend Micro",
    "trendmicro": "Trend Micro",
    "sophos": "Sophos",
    "fortimail": "FortiMail",
    "symantec": "Symantec",
    "fireeye": "FireEye",
}

# Programs for programmers that the package's list leaves out.
TOOLS = ("java/", "httpie/", "postmanruntime/", "insomnia/", "microsoft-cryptoapi", "libwww", "aiohttp")

# Mail programs whose user agent does not begin with "Mozilla/": ua-parser's table, and what senders see.
MAIL_PROGRAMS = (
    *("outlook", "microsoft office", "thunderbird", "airmail", "em client", "lotus-notes", "applemail"),
    *("darwin/", "dalvik/", "superhuman", "spark/", "postbox", "mailspring", "betterbird", "k-9", "opera/"),
)

# Outlook for Windows shows mails with Word, which is believed to keep its reader waiting, with a box that
# says so, until every picture has come whole (docs/live-gmail-checklist.md).
WAITING = ("ms-office", "microsoft office", "microsoft outlook")

# Request headers by which a browser says that nobody looks yet: Fetch standard (Sec-Purpose), and the older
# ways of Chromium, Safari and Firefox.
AHEAD_HEADERS = ("sec-purpose", "purpose", "x-purpose", "x-moz")
AHEAD_WORDS = ("prefetch", "preview", "prerender")


# What a page or picture of a browser that people use today always carries: Fetch and HTTP standards.
_BROWSERS = re.compile(r"(?:Chrome|Firefox|Safari|Edg|OPR)/(\d+)")
_OLD = {"Chrome": 80, "Firefox": 78, "Edg": 80, "OPR": 67}  # the first half of 2020
_OLD_BROWSER = re.compile(r"(Chrome|Firefox|Edg|OPR)/(\d+)|(MSIE |Trident/)")


@dataclass(frozen=True, slots=True)
class Program:
    """What a user agent says, looked up once. `browser`: one that people use, and no mail program;
    `old`: a version that hardly anybody has any more."""

    proxy: Proxy | None
    scanner: str | None
    crawler: bool
    client: bool
    browser: bool
    old: bool
    prefetch: bool
    apple: bool


@lru_cache(maxsize=8192)
def program_of(user_agent: str) -> Program:
    """What is known of a user agent."""
    mail = any(name in user_agent.lower() for name in MAIL_PROGRAMS) or "ms-office" in user_agent
    client = is_client(user_agent)
    return Program(
        proxy=proxy_of(user_agent),
        scanner=scanner_of(user_agent),
        crawler=is_crawler(user_agent),
        client=client,
        browser=client and not mail and bool(_BROWSERS.search(user_agent)),
        old=not mail and _is_old(user_agent),
        prefetch=user_agent.endswith(GMAIL_PREFETCH_ENDING),
        apple=user_agent == APPLE_AGENT,
    )


def _is_old(user_agent: str) -> bool:
    found = _OLD_BROWSER.search(user_agent)
    if not found:
        return False
    return bool(found[3]) or int(found[2][:4]) < _OLD[found[1]]


def proxy_of(user_agent: str) -> Proxy | None:
    """The image proxy that names itself so."""
    return next((proxy for proxy in PROXIES if proxy.token in user_agent), None)


def scanner_of(user_agent: str) -> str | None:
    """The name of the mail filter that names itself so."""
    lower = user_agent.lower()
    return next((name for token, name in SCANNERS.items() if token in lower), None)


@lru_cache(maxsize=4096)
def is_crawler(user_agent: str) -> bool:
    """Whether the public list of crawlers (image proxies are in it too) or our table of tools holds it."""
    lower = user_agent.lower()
    return any(tool in lower for tool in TOOLS) or bool(crawleruseragents.is_crawler(user_agent))


def is_client(user_agent: str) -> bool:
    """Whether it looks like a browser or a mail program."""
    lower = user_agent.lower()
    return (lower.startswith("mozilla/") and "(" in lower) or any(name in lower for name in MAIL_PROGRAMS)


def holds_up(user_agent: str) -> bool:
    """Whether it is a program that keeps its reader waiting for a picture that comes slowly."""
    lower = user_agent.lower()
    return any(name in lower for name in WAITING)


def is_in(address: str, networks: Sequence[Network]) -> bool:
    """Whether an address, as text, lies in one of the networks."""
    parsed = _parsed(address)
    return parsed is not None and any(parsed in cast(Any, network) for network in networks)


_parsed = lru_cache(maxsize=4096)(parse_address)  # the proxies of a large provider come from few addresses
