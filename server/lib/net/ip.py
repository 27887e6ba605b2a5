"""IP addresses, and whose a request is: the socket's peer, or what trusted proxies in front of us say."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def parse_address(text: str) -> IPAddress | None:
    """An address, IPv4-mapped IPv6 unwrapped; None when it is none."""
    try:
        address = ipaddress.ip_address(text.strip())
    except ValueError:
        return None
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        return address.ipv4_mapped
    return address


def client_address(peer: str, forwarded_for: str, trusted: Sequence[Network]) -> str:
    """The client's address: walk X-Forwarded-For from the right while the hop before is a trusted proxy.

    The leftmost entries are whatever the client wrote, so they count only behind trusted hops.
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
    """Whether a bind address is reachable from this machine only."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
