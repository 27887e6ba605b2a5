"""Looks up whether an address belongs to a mail filter or a data centre, in tables."""

from __future__ import annotations

import ipaddress
from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache

from server.lib.net.ip import parse_address

# Ranges from which vendors send mail and check links, as published in SPF records or for firewall rules.
# Sources: Proofpoint: SPF of pphosted.com. Mimecast: community page "Data centers and URLs".
# Barracuda: campus page "IP ranges used for configuration". Cisco: Secure Email Cloud Gateway,
# hosts.iphmx.com. Symantec: "Email Security.cloud IP ranges". Trend Micro: Email Security online help.
# Sophos: Central Email, "IP addresses and regions". The ranges were not checked against these pages recently:
# see docs/live-gmail-checklist.md. If a range has a new owner, verdicts may be wrong until the sender
# corrects them.
FILTERS: Mapping[str, tuple[str, ...]] = {
    "Proofpoint": ("67.231.144.0/20", "148.163.128.0/19", "205.220.160.0/19", "185.132.180.0/22"),
    "Mimecast": (
        *("205.139.110.0/24", "207.211.30.0/23", "63.128.21.0/24", "170.10.128.0/21", "195.130.217.0/24"),
        *("91.220.42.0/24", "146.101.78.0/24", "185.58.84.0/22", "51.163.158.0/23", "62.140.7.0/24"),
    ),
    "Barracuda": ("64.235.144.0/20", "209.222.80.0/21"),
    "Cisco Secure Email": ("68.232.128.0/19", "184.94.240.0/20", "216.71.128.0/19", "207.54.64.0/19"),
    "Symantec": (
        *("67.219.240.0/20", "85.158.136.0/21", "95.131.104.0/21", "193.109.254.0/23", "216.82.240.0/20"),
        *("194.106.220.0/23", "195.245.230.0/23", "117.120.16.0/21", "46.226.48.0/21"),
    ),
    "Trend Micro": ("150.70.224.0/20", "216.104.0.0/19", "216.99.128.0/20"),
    "Sophos": ("198.144.100.0/22",),
}

# Words in the registered names of data centres (ASN databases). Companies whose networks people also use to
# browse (Apple's relays, office filters) are left out, because a recipient's hit may come from there.
HOSTING = (
    *("amazon", "google-cloud", "google cloud", "microsoft", "digitalocean", "ovh", "hetzner", "linode"),
    *(
        "vultr",
        "constant company",
        "choopa",
        "oracle",
        "alibaba",
        "tencent",
        "contabo",
        "leaseweb",
        "scaleway",
    ),
    *(
        "online s.a.s",
        "ionos",
        "rackspace",
        "softlayer",
        "ibm cloud",
        "m247",
        "datacamp",
        "quadranet",
        "colocrossing",
    ),
)


def _ranges() -> list[tuple[int, int, str]]:
    networks = [(ipaddress.IPv4Network(text), name) for name, texts in FILTERS.items() for text in texts]
    return sorted((int(each.network_address), int(each.broadcast_address), name) for each, name in networks)


_RANGES = _ranges()
_STARTS = [start for start, _, _ in _RANGES]


@lru_cache(maxsize=8192)
def filter_of(address: str) -> str:
    """Return the name of the mail filter whose network contains the address, or ""."""
    parsed = parse_address(address)
    if not isinstance(parsed, ipaddress.IPv4Address):
        return ""
    place = bisect_right(_STARTS, int(parsed)) - 1
    return _RANGES[place][2] if place >= 0 and int(parsed) <= _RANGES[place][1] else ""


@lru_cache(maxsize=8192)
def neighbourhood(address: str) -> str:
    """Return the network that a household or office shares: the /24 of an IPv4, the /64 of an IPv6 address.

    Returns "" for an invalid address, and for addresses of this machine, which identify nobody.
    """
    parsed = parse_address(address)
    if parsed is None or parsed.is_loopback or parsed.is_unspecified:
        return ""
    return str(ipaddress.ip_network((parsed, 24 if parsed.version == 4 else 64), strict=False))


@lru_cache(maxsize=1024)
def is_hosting(owner: str) -> bool:
    """Return whether `owner`, the registered name of a network, is a data centre's."""
    lower = owner.lower()
    return any(word in lower for word in HOSTING)
