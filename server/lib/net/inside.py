"""Tells which addresses identify no reader: those inside a network, and those of our own proxies.

If a proxy does not say for whom it asks, all readers seem to have its address: 172.17.0.1 where Docker
forwards a port, 127.0.0.1 where a proxy runs beside the server.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from functools import lru_cache

from server.lib.net.ip import Network, parse_address

# Not `is_private`, which is also true for networks that only documentation uses.
_INSIDE: tuple[Network, ...] = tuple(
    ipaddress.ip_network(text)
    for text in (
        *("0.0.0.0/8", "127.0.0.0/8", "::/128", "::1/128"),  # this machine
        *("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"),  # RFC 1918, RFC 4193
        *("169.254.0.0/16", "fe80::/10", "100.64.0.0/10"),  # RFC 3927, RFC 4291, RFC 6598
    )
)


# Of a provider's networks: such a wide one has readers in it, too (relays, VPNs).
_WIDEST = {4: 16, 6: 32}


class _Proxies:
    """The networks of the proxies in front of this server, without the wide ones."""

    networks: Sequence[Network] = ()


_proxies = _Proxies()


def use_proxies(networks: Sequence[Network]) -> None:
    """Name the proxies in front of this server: the setting TRUSTED_PROXIES."""
    _proxies.networks = tuple(network for network in networks if not is_wide(network))
    identifies_nobody.cache_clear()


@lru_cache(maxsize=8192)
def identifies_nobody(address: str) -> bool:
    """Return whether different readers may have this address: it is inside, a proxy's of ours, or invalid."""
    parsed = parse_address(address)
    return parsed is None or any(parsed in network for network in _INSIDE) or is_own_proxy(address)


def is_own_proxy(address: str) -> bool:
    """Return whether TRUSTED_PROXIES contains the address, in a network that is not wide."""
    parsed = parse_address(address)
    return parsed is not None and any(parsed in network for network in _proxies.networks)


def is_wide(network: Network) -> bool:
    """Return whether readers may be in a public network: it is larger than a /16, or a /32 of IPv6."""
    first, last = network[0], network[-1]
    within = any(first in inside and last in inside for inside in _INSIDE)
    return network.prefixlen < _WIDEST[network.version] and not within
