"""Recognizes programs that fetch images and links by their user agents, in tables."""

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
    """A proxy that fetches images when somebody looks at the mail. `networks` is empty if unknown."""

    key: str  # used in stored evidence
    token: str  # part of its user agent
    name: str  # as shown in lists and at the beginning of sentences
    shown_in: str  # the program in which somebody looked
    networks: tuple[Network, ...] = ()


def _nets(*texts: str) -> tuple[Network, ...]:
    return tuple(ipaddress.ip_network(text) for text in texts)


# Google: ranges that `_netblocks.google.com` (SPF) has published for years, and that the proxy uses.
# Yahoo and Seznam: their help pages, not checked recently (docs/live-gmail-checklist.md).
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

# The end of the user agent with which Gmail prefetches some images. A large sender found it in 9.8 billion
# opens in 2022.
GMAIL_PREFETCH_ENDING = "Chrome/42.0.2311.135 Safari/537.36 Edge/12.246 Mozilla/5.0"

# Apple Mail Privacy Protection loads images through relays, and sends only this user agent. The networks are
# Apple's own (17/8) and those of its two relay operators; the last one was observed only once.
APPLE_AGENT = "Mozilla/5.0"
APPLE_NETWORKS = _nets("17.0.0.0/8", "104.28.0.0/16", "172.224.0.0/12")

# Mail filters that name themselves in the user agent; most do not, and only their behaviour reveals them.
# Source: mail senders' guides to "bot clicks". The names are those that the vendors use.
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

# Developer tools that are not in the list of the package crawler-user-agents.
TOOLS = ("java/", "httpie/", "postmanruntime/", "insomnia/", "microsoft-cryptoapi", "libwww", "aiohttp")

# Mail programs whose user agent does not begin with "Mozilla/". Sources: ua-parser's table, and mail senders.
MAIL_PROGRAMS = (
    *("outlook", "microsoft office", "thunderbird", "airmail", "em client", "lotus-notes", "applemail"),
    *("darwin/", "dalvik/", "superhuman", "spark/", "postbox", "mailspring", "betterbird", "k-9", "opera/"),
)

# Outlook for Windows displays mails with Word, which is believed to make people wait behind a message box
# until every image has loaded completely (docs/live-gmail-checklist.md).
WAITING = ("ms-office", "microsoft office", "microsoft outlook")

# Request headers with which a browser says that it prefetches: that of the Fetch standard (Sec-Purpose), and
# older ones of Chromium, Safari and Firefox.
AHEAD_HEADERS = ("sec-purpose", "purpose", "x-purpose", "x-moz")
AHEAD_WORDS = ("prefetch", "preview", "prerender")


# What current browsers always send when they load a page or an image: Fetch and HTTP standards.
_BROWSERS = re.compile(r"(?:Chrome|Firefox|Safari|Edg|OPR)/(\d+)")
_OLD = {"Chrome": 80, "Firefox": 78, "Edg": 80, "OPR": 67}  # the first half of 2020
_OLD_BROWSER = re.compile(r"(Chrome|Firefox|Edg|OPR)/(\d+)|(MSIE |Trident/)")


@dataclass(frozen=True, slots=True)
class Program:
    """What is known about the program with a user agent.

    `client`: a browser or a mail program; `browser`: a browser; `old`: a version that hardly anybody still
    uses.
    """

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
    """Return what is known about the program with this user agent."""
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
    """Return the image proxy that the user agent names, or None."""
    return next((proxy for proxy in PROXIES if proxy.token in user_agent), None)


def scanner_of(user_agent: str) -> str | None:
    """Return the name of the mail filter that the user agent names, or None."""
    lower = user_agent.lower()
    return next((name for token, name in SCANNERS.items() if token in lower), None)


@lru_cache(maxsize=4096)
def is_crawler(user_agent: str) -> bool:
    """Return whether a program is on the public list of crawlers (and image proxies) or our list of tools."""
    lower = user_agent.lower()
    return any(tool in lower for tool in TOOLS) or bool(crawleruseragents.is_crawler(user_agent))


def is_client(user_agent: str) -> bool:
    """Return whether a program looks like a browser or a mail program."""
    lower = user_agent.lower()
    return (lower.startswith("mozilla/") and "(" in lower) or any(name in lower for name in MAIL_PROGRAMS)


def holds_up(user_agent: str) -> bool:
    """Return whether a program makes people wait for an image that loads slowly."""
    lower = user_agent.lower()
    return any(name in lower for name in WAITING)


def is_in(address: str, networks: Sequence[Network]) -> bool:
    """Return whether an address is in one of the networks."""
    parsed = _parsed(address)
    return parsed is not None and any(parsed in cast(Any, network) for network in networks)


_parsed = lru_cache(maxsize=4096)(parse_address)  # cached: a large provider's proxies use few addresses
