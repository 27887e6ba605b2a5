"""Tells whose network an address is in: a filter's, a cloud's, a mail provider's, or one that people share.

The ranges are lists that owners publish (`network_lists.py`). What they don't cover, the owner's name in an
ASN database may tell.
"""

from __future__ import annotations

import ipaddress
from functools import lru_cache

from server.lib.net.inside import identifies_nobody
from server.lib.net.ip import parse_address
from server.lib.net.ranges import RangeTable
from server.verdicts import network_lists
from server.verdicts.network_lists import UNKNOWN, Network, NetworkKind
from server.verdicts.network_names import LONGEST, connects_homes, named

__all__ = ["Network", "NetworkKind", "neighbourhood", "network_of", "use"]


class _Ranges:
    """The ranges of this process: the shipped ones until others are put in their place."""

    table: RangeTable[Network] | None = None

    def find(self, address: str) -> Network:
        if self.table is None:  # read at the first look-up, since most commands need none
            self.table = network_lists.table_of(network_lists.shipped().values())
        return self.table.find(address.strip()) or UNKNOWN


_ranges = _Ranges()


def network_of(address: str, asn_owner: str = "") -> Network:
    """Return whose network an address is in, and what comes from there.

    `asn_owner`: the registered name of the network, from an ASN database. It tells what the published ranges
    don't, and that people browse from an address which is otherwise only known as a cloud's. A cloud whose
    networks are only known from who announced them may have leased or sold some: if the database then names
    somebody who connects homes, that is true, and the kind is HOME. Else it never is: homes that the lists
    know are like any other network that isn't known. So are the networks of our own proxies.
    """
    if identifies_nobody(address):
        return UNKNOWN
    known = _find(address)
    if known.kind == NetworkKind.HOME:
        return UNKNOWN
    if known.kind and known.kind != NetworkKind.CLOUD:
        return known
    by_name = named(asn_owner)
    if not known.kind or by_name.kind == NetworkKind.EXIT:
        return by_name
    if known.announced and connects_homes(asn_owner):
        return Network(asn_owner[:LONGEST], NetworkKind.HOME.value)
    return known


def use(table: RangeTable[Network]) -> None:
    """Replace the ranges that this process looks addresses up in."""
    _ranges.table = table
    _find.cache_clear()


@lru_cache(maxsize=8192)
def _find(address: str) -> Network:
    return _ranges.find(address)


def neighbourhood(address: str) -> str:
    """Return the network that a household or office shares: the /24 of an IPv4, the /64 of an IPv6 address.

    Returns "" for an address that identifies nobody.
    """
    return "" if identifies_nobody(address) else _neighbourhood(address)


@lru_cache(maxsize=8192)
def _neighbourhood(address: str) -> str:
    parsed = ipaddress.ip_address(str(parse_address(address)))
    return str(ipaddress.ip_network((parsed, 24 if parsed.version == 4 else 64), strict=False))
