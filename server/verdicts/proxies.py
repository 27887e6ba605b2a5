"""The proxies with which mail providers load images for their users, and what each says of itself.

docs/providers.md says what was found about the others, which name no program of their own.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass

from server.lib.net.ip import Network


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy that fetches images when somebody looks at the mail.

    `networks` is empty if unknown; `source` is where it was seen.
    """

    key: str  # used in stored evidence
    token: str  # part of its user agent
    name: str  # as shown in lists and at the beginning of sentences
    shown_in: str  # the program in which somebody looked
    source: str
    networks: tuple[Network, ...] = ()


def _nets(*texts: str) -> tuple[Network, ...]:
    return tuple(ipaddress.ip_network(text) for text in texts)


PROXIES = (
    Proxy(
        "gmail",
        "GoogleImageProxy",
        "Gmail’s image proxy",
        "Gmail",
        "support.google.com/mail/answer/145919; networks: _netblocks.google.com (SPF)",
        _nets("66.102.0.0/20", "66.249.64.0/19", "72.14.192.0/18", "74.125.0.0/16", "209.85.128.0/17"),
    ),
    Proxy(
        "yahoo",
        "YahooMailProxy",
        "Yahoo’s image proxy",
        "Yahoo Mail",
        "help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html; Validity: images are cached at open",
    ),
    Proxy("fastmail", "FastmailUA/", "Fastmail’s image proxy", "Fastmail", "fastmail.com/policies/bots"),
    Proxy(
        "seznam",
        "SeznamEmailProxy",
        "Seznam’s image proxy",
        "Seznam Email",
        "matomo-org/device-detector: fixtures of bots; when it fetches is not documented",
    ),
    Proxy(
        "shortwave",
        "Shortwave Image Fetcher",
        "Shortwave’s image proxy",
        "Shortwave",
        "darkvisitors.com/agents/shortwave-image-fetcher",
    ),
    Proxy("hey", "hey.com/imageproxy", "HEY’s image proxy", "HEY", "hey.com/image-proxy"),
    Proxy(
        "yandex",
        "YandexImageResizer",
        "Yandex’s image proxy",
        "Yandex Mail",
        "images in its mails are at resize.yandex.net/mailservice; networks: yandex.com/ips",
        _nets(
            *("5.45.192.0/18", "5.255.192.0/18", "37.9.64.0/18", "37.140.128.0/18", "77.88.0.0/18"),
            *("84.252.160.0/19", "87.250.224.0/19", "90.156.176.0/20", "92.255.112.0/20", "93.158.128.0/18"),
            *("95.108.128.0/17", "141.8.128.0/18", "178.154.128.0/18", "185.32.187.0/24", "213.180.192.0/19"),
            "2a02:6b8::/29",
        ),
    ),
    Proxy(
        "rambler",
        "RamblerMail/",
        "Rambler’s image proxy",
        "Rambler",
        "matomo-org/device-detector: fixtures of bots; when it fetches is not documented",
    ),
    Proxy(
        "mail-ru",
        "Mail.RU_Bot/Img",
        "Mail.ru’s image proxy",
        "Mail.ru",
        "WhichBrowser/Parser-PHP#591: its hosts are called fetcher-img; when it fetches is not documented",
    ),
    Proxy(
        "ukrnet",
        "mail.ukr.net proxy",
        "ukr.net’s image proxy",
        "ukr.net",
        "matomo-org/device-detector: fixtures of bots; when it fetches is not documented",
    ),
)

# The end of the user agent with which Gmail prefetches some images. A large sender found it in 9.8 billion
# opens in 2022 (bird.com/blog/gmail-prefetching-images).
GMAIL_PREFETCH_ENDING = "Chrome/42.0.2311.135 Safari/537.36 Edge/12.246 Mozilla/5.0"

# Apple Mail Privacy Protection loads images through relays, and sends only this user agent. The networks are
# Apple's own (17/8), and those of its relays' operators: Cloudflare, Akamai and Fastly. They enclose the list
# that Apple publishes (mask-api.icloud.com/egress-ip-ranges.csv, as of August 2026), and leave out
# Akamai's cloud, 172.232/13.
APPLE_AGENT = "Mozilla/5.0"
APPLE_NETWORKS = _nets(
    *("17.0.0.0/8", "104.28.0.0/16", "172.224.0.0/14", "140.248.0.0/18", "146.75.128.0/17"),
    *("2606:54c0::/30", "2a02:26f7::/32", "2a04:4e41::/32", "2a09:bac2::/31"),
)


# Programs that load images for the readers of a webmail on somebody's own server: nextcloud/mail#6167
# and #13438, roundcubemail#5996, rainloop-webmail#220. Others say that they are some mail's proxy.
ANY = Proxy("other", "image proxy", "An image proxy", "their webmail", "the issues above")
_ANY_TOKEN = re.compile(
    r"image[-_ ]?proxy|mail[\w.]{0,20}[-_ ]?proxy|\bcamo\b"
    r"|Nextcloud[- ]Server[- ]Crawler|RainLoop|SnappyMail|Roundcube",
    re.IGNORECASE,
)


def proxy_of(user_agent: str) -> Proxy | None:
    """Return the image proxy that the user agent names, or None."""
    named = next((proxy for proxy in PROXIES if proxy.token in user_agent), None)
    return named or (ANY if _ANY_TOKEN.search(user_agent) else None)
