"""Parses IP addresses, and finds the client of a request: the socket's peer, or whom trusted proxies name."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def parse_address(text: str) -> IPAddress | None:
    """Parse an address and unwrap IPv4-mapped IPv6; None if it is not an address."""
    try:
        address = ipaddress.ip_address(text.strip())
    except ValueError:
        return None
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        return address.ipv4_mapped
    return address


def client_address(peer: str, forwarded_for: str, trusted: Sequence[Network]) -> str:
    """Return the client's address: walk X-Forwarded-For from the right while the last hop is a trusted proxy.

    A client can write anything into the leftmost entries, so they count only if all hops after them are
    trusted.
    """
    current = parse_address(peer)
    for hop in reversed(forwarded_for.split(",") if forwarded_for else []):
        if current is None or not any(current in network for network in trusted):
            break
        nearer = parse_address(hop)
        if nearer is None:
            break
        current = nearer
    return str(current) if current else peer


def is_loopback(host: str) -> bool:
    """Return whether a bind address is reachable from this machine only."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
