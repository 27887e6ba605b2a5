"""Checks where a link leads: only to public web addresses, parsed as a browser parses them.

The parser, ada, follows the WHATWG URL standard: `http://127.0.0.1\\@a.com/`, `http://0x7f.1/` and
`http://①②⑦.⓪.⓪.①/` all mean this machine. The ranges are from the IANA special-purpose registries, read on
2026-11-02.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

import ada_url

from server.lib.net.ip import IPAddress, parse_address
from server.lib.net.resolver import NoAnswer, Resolver

MAX_HOST = 253
_PLAIN = re.compile(r"[!-\[\]-~]+")  # visible ASCII without the backslash, which programs parse differently
_SCHEMES = frozenset({"http:", "https:"})
_INSIDE_NAMES = ("localhost", "local", "internal", "localdomain", "home.arpa", "metadata.goog", "onion")
_INSIDE_V4 = tuple(
    ipaddress.IPv4Network(text)
    for text in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",
        "100.64.0.0/10",  # carrier-grade NAT; some clouds have their metadata service here
        "127.0.0.0/8",
        "168.63.129.16/32",  # Azure's platform services, reachable from every machine there
        "169.254.0.0/16",  # link-local, with the metadata service of most clouds
        "172.16.0.0/12",
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # former 6to4 relays
        "192.168.0.0/16",
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
    )
)
_GLOBAL_V6 = ipaddress.IPv6Network("2000::/3")
_INSIDE_V6 = tuple(
    ipaddress.IPv6Network(text)
    for text in (
        "2001::/23",  # protocol assignments, with Teredo
        "2001:db8::/32",  # documentation
        "3fff::/20",  # documentation
    )
)
_PUBLIC_V6 = tuple(
    ipaddress.IPv6Network(text)
    for text in ("2001:1::1/128", "2001:1::2/128", "2001:3::/32", "2001:4:112::/48", "2001:20::/27")
)  # the globally reachable protocol assignments
_SIX_TO_FOUR = ipaddress.IPv6Network("2002::/16")
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


class Blocked(Exception):
    """A target to which nobody is redirected. `reason`: scheme | host | inside | unresolved."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class RedirectTarget:
    """A valid target.

    `location`: the value of the Location header; `address`: the host, if it is an IP address.
    """

    location: str
    host: str
    address: IPAddress | None


@lru_cache(maxsize=1024)
def read(url: str) -> RedirectTarget:
    """Parse the target as a browser does. Raises Blocked if the target is refused even without the DNS.

    `location` is exactly `url`, unless `url` contains characters that a header cannot contain or that
    programs parse differently (spaces, other alphabets, backslashes). In that case, it is the URL as a
    browser spells it.
    """
    parsed = _parse(url)
    host = parsed.hostname.removesuffix(".")
    address = parse_address(host.strip("[]"))
    if not host or len(host) > MAX_HOST:
        raise Blocked("host")
    if _is_inside_name(host) or (address and is_inside(address)):
        raise Blocked("inside")
    return RedirectTarget(url if _PLAIN.fullmatch(url) else parsed.href, host, address)


def query_of(target: RedirectTarget) -> str:
    """Return the query of `target` without its `?`, as a browser finds it."""
    return _parse(target.location).search.removeprefix("?")


def has_credentials(target: RedirectTarget) -> bool:
    """Return whether `target` contains a user name or a password."""
    parsed = _parse(target.location)
    return bool(parsed.username or parsed.password)


def with_query(target: RedirectTarget, query: str) -> RedirectTarget:
    """Return `target` with `query` (visible ASCII without `#`; values may contain `?`) behind its own query.

    Returns `target` itself if this would change more than the query.
    """
    place, sign, fragment = target.location.partition("#")
    joint = "" if place.endswith(("?", "&")) else "&" if "?" in place else "?"
    location = f"{place}{joint}{query}{sign}{fragment}"
    was, now = _parse(target.location), _parse(location)
    same = (was.protocol, was.host, was.pathname) == (now.protocol, now.host, now.pathname)
    return replace(target, location=location) if same and _PLAIN.fullmatch(location) else target


def check_kept(url: str, resolver: Resolver) -> RedirectTarget | None:
    """Check a target without waiting; None if only `check`, which asks the DNS, can tell. Raises Blocked."""
    target = read(url)
    if target.address:
        return target
    try:
        addresses = resolver.kept(target.host)
    except NoAnswer:
        raise Blocked("unresolved") from None
    return None if addresses is None else _all_public(target, addresses)


async def check(url: str, resolver: Resolver) -> RedirectTarget:
    """Check that all addresses of the host are public.

    Raises Blocked if one is not, or if the DNS does not answer.
    """
    target = read(url)
    if target.address:
        return target
    try:
        return _all_public(target, await resolver.resolve(target.host))
    except NoAnswer:
        raise Blocked("unresolved") from None


def is_inside(address: IPAddress) -> bool:
    """Return whether an address is not public, or contains an IPv4 address that is not."""
    if isinstance(address, ipaddress.IPv4Address):
        return _is_inside_v4(int(address))
    wrapped = _wrapped(address)
    if wrapped is not None:
        return is_inside(wrapped)
    if any(address in network for network in _PUBLIC_V6):
        return False
    return address not in _GLOBAL_V6 or any(address in network for network in _INSIDE_V6)


@lru_cache(maxsize=4096)
def _is_inside_v4(number: int) -> bool:
    return any(ipaddress.IPv4Address(number) in network for network in _INSIDE_V4)


def _wrapped(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if address.ipv4_mapped:
        return address.ipv4_mapped
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    if address in _SIX_TO_FOUR:
        return ipaddress.IPv4Address(int(address) >> 80 & 0xFFFF_FFFF)
    return None


def _parse(url: str) -> ada_url.URL:
    try:
        parsed = ada_url.URL(url)
    except (ValueError, UnicodeError):
        raise Blocked("host") from None
    if parsed.protocol not in _SCHEMES:
        raise Blocked("scheme")
    return parsed


def _is_inside_name(host: str) -> bool:
    return any(host == name or host.endswith(f".{name}") for name in _INSIDE_NAMES)


def _all_public(target: RedirectTarget, addresses: Iterable[IPAddress]) -> RedirectTarget:
    if any(is_inside(address) for address in addresses):
        raise Blocked("inside")
    return target
