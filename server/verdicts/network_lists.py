"""Reads and writes lists of networks: one text file for each owner, with its kind, source and date.

The files in `ranges/` are shipped, in a folder for each kind. `sightline networks refresh` writes newer ones
into the data folder.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from server.lib.net.ip import Network as Prefix
from server.lib.net.ranges import Holding, RangeTable, parse_prefix

SHIPPED = Path(__file__).parent / "ranges"


class NetworkKind(StrEnum):
    """What comes from a network.

    CLOUD: servers, so mostly machines. FILTER: a mail filter's own machines. EXIT: people, through a service
    whose addresses look like a data centre's (office web filters, relays, VPNs). MAIL: a mail provider: what
    loads an image there does so for a reader; what follows a link is the provider's check. HOME: people at
    home or with phones, though the network is registered in a cloud's name.
    """

    CLOUD = "cloud"
    FILTER = "filter"
    EXIT = "exit"
    MAIL = "mail"
    HOME = "home"


class Basis(StrEnum):
    """How the networks of an owner are known.

    PUBLISHED: the owner says so. ANNOUNCED: its AS announces them; some may be leased to others since.
    """

    PUBLISHED = "published"
    ANNOUNCED = "announced"


@dataclass(frozen=True, slots=True)
class Network:
    """Whose network an address is in: the owner's name, and what comes from there. Both "" if unknown.

    `announced`: whether this is known only from who announced the network when the list was made.
    """

    name: str = ""
    kind: str = ""
    announced: bool = field(default=False, compare=False)


UNKNOWN = Network()
# 6to4 (RFC 3056) and NAT64 (RFC 6052): the addresses of anybody who has an IPv4 address
_TRANSLATED = (ipaddress.IPv6Network("2002::/16"), ipaddress.IPv6Network("64:ff9b::/96"))
SHORTEST = {4: 8, 6: 20}  # the largest allocations to one owner; a shorter prefix is an error or an attack
_RANK = {
    NetworkKind.CLOUD: 0,
    NetworkKind.MAIL: 0,
    NetworkKind.HOME: 1,
    NetworkKind.FILTER: 2,
    NetworkKind.EXIT: 3,
}


@dataclass(frozen=True, slots=True)
class NetworkList:
    """The networks of one owner. `source`: who publishes them, and where; `day`: when they were taken."""

    name: str
    kind: NetworkKind
    basis: Basis
    source: str
    day: date
    prefixes: tuple[str, ...]

    @property
    def network(self) -> Network:
        """What a lookup answers for an address in the list."""
        return Network(self.name, self.kind.value, self.basis == Basis.ANNOUNCED)


def parse(text: str) -> NetworkList:
    """Parse a file: "# name: value" lines, then one prefix a line. Raises ValueError or KeyError."""
    about: dict[str, str] = {}
    prefixes = []
    for line in text.splitlines():
        if line.startswith("#"):
            name, _, value = line.removeprefix("#").partition(":")
            about[name.strip()] = value.strip()
        elif line:
            prefixes.append(line)
    return NetworkList(
        about["owner"],
        NetworkKind(about["kind"]),
        Basis(about["basis"]),
        about["source"],
        date.fromisoformat(about["date"]),
        tuple(prefixes),
    )


def written(known: NetworkList) -> str:
    """Return the text of a file, which `parse` reads."""
    about = {
        "owner": known.name,
        "kind": known.kind,
        "basis": known.basis,
        "source": known.source,
        "date": known.day.isoformat(),
    }
    return "\n".join([*(f"# {name}: {value}" for name, value in about.items()), *known.prefixes, ""])


def shipped() -> dict[str, NetworkList]:
    """Read the shipped lists, by the stem of the file."""
    return {each.stem: parse(each.read_text("utf-8")) for each in sorted(SHIPPED.glob("*/*.txt"))}


def newest(*lists: Mapping[str, NetworkList]) -> dict[str, NetworkList]:
    """Merge lists by file: the newer one wins; of two of the same day, the later one in the arguments."""
    chosen: dict[str, NetworkList] = {}
    for each in lists:
        for stem, found in each.items():
            if stem not in chosen or found.day >= chosen[stem].day:
                chosen[stem] = found
    return chosen


def is_public(prefix: Prefix) -> bool:
    """Return whether the addresses of a prefix are used on the internet, and by one owner."""
    return prefix.is_global and not any(
        prefix.subnet_of(each) for each in _TRANSLATED if isinstance(prefix, ipaddress.IPv6Network)
    )


def checked(known: NetworkList) -> NetworkList:
    """Return the list if nothing in it can be wrong. Raises ValueError for a prefix that nobody can own."""
    for text in known.prefixes:
        network = ipaddress.ip_network(text)
        if network.prefixlen < SHORTEST[network.version] or not is_public(network):
            raise ValueError(f"{text} is too large, or not on the internet")
    return known


def table_of(lists: Iterable[NetworkList]) -> RangeTable[Network]:
    """Return a table that answers whose an address is. Raises ValueError for a broken prefix."""
    return RangeTable(
        Holding(each.network, _rank(each), [parse_prefix(prefix) for prefix in each.prefixes])
        for each in lists
    )


def _rank(known: NetworkList) -> int:
    """Return which lists win where they overlap; of the same kind, those that owners publish."""
    return 2 * _RANK[known.kind] + (known.basis == Basis.PUBLISHED)
