"""Parses IP addresses, and finds the address of a request's client, also behind trusted proxies."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Sequence

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_BLANK = " \t"
_PORT = r"(?::(?:[0-9]{0,5}|_[A-Za-z0-9._-]+))?"  # or a made-up name for it (RFC 7239, section 6)
_ZONE = r"(?:%[^\[\]]*)?"  # of a link-local address; it means something on the proxy's machine only
_BRACKETED = re.compile(rf"\[([0-9A-Fa-f:.]+){_ZONE}\]{_PORT}")
_DOTTED = re.compile(rf"([0-9.]+){_PORT}")
_COLONS = re.compile(rf"([0-9A-Fa-f:.]+?){_ZONE}")
_WHOLE = re.compile(
    r"((?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}):[0-9]{1,5}"
)  # so the last number is the port
_HOPS = (_BRACKETED, _DOTTED, _WHOLE, _COLONS)


def parse_address(text: str) -> IPAddress | None:
    """Parse an address; an IPv4-mapped IPv6 address becomes IPv4. None if the text is not an address."""
    try:
        address = ipaddress.ip_address(text.strip())
    except ValueError:
        return None
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        return address.ipv4_mapped
    return address


def parse_hop(text: str) -> IPAddress | None:
    """Parse an entry of X-Forwarded-For as proxies write it: bare, or with a port, brackets, quotes, a zone.

    Azure's gateways add ports, and others quote as RFC 7239 does. None if the entry names no address.
    """
    bare = text.strip(_BLANK)
    if len(bare) > 1 and bare[0] == bare[-1] == '"':
        bare = bare[1:-1].strip(_BLANK)
    found = next((match for form in _HOPS if (match := form.fullmatch(bare))), None)
    return parse_address(found[1]) if found else None


def is_trusted(address: str, trusted: Sequence[Network]) -> bool:
    """Return whether one of the networks contains the address."""
    parsed = parse_address(address)
    return parsed is not None and any(parsed in network for network in trusted)


def client_address(peer: str, forwarded_for: str, trusted: Sequence[Network]) -> str:
    """Return the client's address: the first untrusted one, from the peer back through X-Forwarded-For.

    A client can write any entries on the left, so an entry counts only if all hops to its right are trusted.
    Empty entries are skipped (RFC 9110, section 5.6.1.2).
    """
    current = parse_address(peer)
    for hop in reversed(forwarded_for.split(",") if forwarded_for else []):
        if current is None or not any(current in network for network in trusted):
            break
        if not hop.strip(_BLANK):
            continue
        nearer = parse_hop(hop)
        if nearer is None:
            break
        current = nearer
    return str(current) if current else peer


def network(address: str) -> str:
    """Return what counts as one place: an IPv4 address, or the /64 network of an IPv6 address.

    A home may have 2^64 IPv6 addresses.
    """
    return _shortened(address, 64)


def site(address: str) -> str:
    """Return an IPv4 address, or the /48 network of an IPv6 address, which is what a customer gets at most.

    It contains 65,536 networks of size /64 (RFC 6177).
    """
    return _shortened(address, 48)


def _shortened(address: str, prefix: int) -> str:
    parsed = parse_address(address)
    if isinstance(parsed, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((parsed, prefix), strict=False))
    return str(parsed or address)


def is_loopback(host: str) -> bool:
    """Return whether only this machine can reach a server that is bound to `host`."""
    address = parse_address(host)
    return address.is_loopback if address else host.lower() == "localhost"
