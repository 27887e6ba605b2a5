"""Says what is known about a program from its user agent; the tables are in programs.py and proxies.py."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

from server.lib.net.inside import identifies_nobody
from server.lib.net.ip import Network, parse_address
from server.verdicts import programs, proxies
from server.verdicts.proxies import Proxy

# Request headers with which a browser says that it prefetches: that of the Fetch standard (Sec-Purpose), and
# older ones of Chromium, Safari and Firefox.
AHEAD_HEADERS = ("sec-purpose", "purpose", "x-purpose", "x-moz")
AHEAD_WORDS = ("prefetch", "preview", "prerender")

# Apple Mail shows mails with the system's WebKit and adds nothing to its name, as browsers do.
_APPLE_MAIL = re.compile(
    r"Mozilla/5\.0 \((?:Macintosh|iPhone|iPad)[^()]*\) "
    r"AppleWebKit/[\d.]+ \(KHTML, like Gecko\)(?: Mobile/\w+)?"
)
# What current browsers always send when they load a page or an image: Fetch and HTTP standards.
_BROWSERS = re.compile(r"(?:Chrome|Firefox|Safari|Edg|OPR)/\d|\bMSIE |Trident/")
# Browsers whose makers' servers in a cloud load the pages for their users.
_CLOUD_BROWSERS = re.compile(r"\bSilk/|Opera Mini/|\bPuffin/|\bCloud ?Phone\b|CloudMosa|UCBrowser/")


@dataclass(frozen=True, slots=True)
class Program:
    """What is known about the program with a user agent.

    `crawler`: says that it is a machine; `client`: a browser or a mail program; neither: unknown. `browser`:
    a browser of those that people have; `in_cloud`: it loads pages through its maker's servers; `mail`: a
    mail program; `hollow`: calls itself Mozilla, and no more. `apple`: Apple's privacy protection;
    `apple_mail`: Apple Mail, or another program that shows pages with Apple's WebKit.
    """

    proxy: Proxy | None
    scanner: str
    crawler: bool
    client: bool
    browser: bool
    in_cloud: bool
    mail: bool
    hollow: bool
    prefetch: bool
    apple: bool
    apple_mail: bool


@lru_cache(maxsize=8192)
def program_of(user_agent: str) -> Program:
    """Return what is known about the program with this user agent."""
    proxy = proxies.proxy_of(user_agent)
    crawler = proxy is not None or programs.is_crawler(user_agent)
    client = not crawler and programs.is_client(user_agent)
    mail = client and bool(programs.mail_program_of(user_agent))
    return Program(
        proxy=proxy,
        scanner=programs.scanner_of(user_agent),
        crawler=crawler,
        client=client,
        browser=client and not mail and bool(_BROWSERS.search(user_agent)),
        in_cloud=_CLOUD_BROWSERS.search(user_agent) is not None,
        mail=mail,
        hollow=programs.is_hollow(user_agent),
        prefetch=user_agent.endswith(proxies.GMAIL_PREFETCH_ENDING),
        apple=user_agent == proxies.APPLE_AGENT,
        apple_mail=_APPLE_MAIL.fullmatch(user_agent) is not None,
    )


def is_apple_privacy(user_agent: str, address: str) -> bool:
    """Return whether Apple's privacy protection fetches: by its own name, or as Mail from Apple's relays."""
    program = program_of(user_agent)
    if program.apple or not program.apple_mail:
        return program.apple
    return is_in(address, proxies.APPLE_NETWORKS) and not identifies_nobody(address)


def is_in(address: str, networks: Sequence[Network]) -> bool:
    """Return whether an address is in one of the networks."""
    parsed = _parsed(address)
    return parsed is not None and any(parsed in cast(Any, network) for network in networks)


_parsed = lru_cache(maxsize=4096)(parse_address)  # cached: a large provider's proxies use few addresses
