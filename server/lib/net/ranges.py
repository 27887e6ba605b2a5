"""Finds the owner of an IP address among tens of thousands of ranges, in about a microsecond.

Ranges are CIDR prefixes, so two of them are nested or apart. They are cut into pieces that don't overlap,
kept in sorted arrays, and found by bisection.
"""

from __future__ import annotations

import socket
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

Owner = TypeVar("Owner")
_MAPPED = bytes(10) + b"\xff\xff"  # ::ffff:0:0/96, IPv4-mapped addresses


class Prefix(NamedTuple):
    """A CIDR prefix: IP version, first and last address.

    IPv6 addresses are shortened to their first 64 bits, since the rest tells hosts of one network apart.
    """

    version: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Holding(Generic[Owner]):
    """The prefixes of one owner. A higher `rank` wins where owners overlap; else the smaller prefix wins."""

    owner: Owner
    rank: int
    prefixes: Sequence[Prefix]


def parse_prefix(text: str) -> Prefix:
    """Parse "192.0.2.0/24" or "2001:db8::/32". Raises ValueError, also if bits of the host are set."""
    address, slash, digits = text.partition("/")
    version = 6 if ":" in address else 4
    bits = 128 if version == 6 else 32
    if not slash or not (digits.isascii() and digits.isdecimal()) or int(digits) > bits:
        raise ValueError(f"{text[:60]!r} is no prefix")
    try:
        number = int.from_bytes(socket.inet_pton(_family(version), address))
    except (OSError, ValueError):
        raise ValueError(f"{text[:60]!r} is no prefix") from None
    size = 1 << bits - int(digits)
    if number % size:
        raise ValueError(f"{text[:60]!r} has bits set after the prefix")
    last = number + size - 1
    return Prefix(6, number >> 64, last >> 64) if version == 6 else Prefix(4, number, last)


class RangeTable(Generic[Owner]):
    """Answers which owner an address belongs to. It never changes."""

    def __init__(self, holdings: Iterable[Holding[Owner]]) -> None:
        held = tuple(holdings)
        self._owners = tuple(each.owner for each in held)
        self._v4 = _Pieces(4, held)
        self._v6 = _Pieces(6, held)

    def find(self, address: str) -> Owner | None:
        """Return the owner of an address, given as text. None if nobody's, or if it is no address."""
        version = 6 if ":" in address else 4
        try:
            packed = socket.inet_pton(_family(version), address)
        except (OSError, ValueError):
            return None
        if version == 6 and not packed.startswith(_MAPPED):
            place = self._v6.find(int.from_bytes(packed[:8]))
        else:
            place = self._v4.find(int.from_bytes(packed[-4:]))
        return None if place is None else self._owners[place]

    def __len__(self) -> int:
        return len(self._v4.starts) + len(self._v6.starts)


class _Pieces:
    """The prefixes of one IP version, cut so that they don't overlap."""

    def __init__(self, version: int, holdings: Sequence[Holding[Owner]]) -> None:
        self.starts = array("Q" if version == 6 else "I")
        self._ends = array("Q" if version == 6 else "I")
        self._owners = array("H")
        found = [
            (prefix.first, -prefix.last, -each.rank, place)
            for place, each in enumerate(holdings)
            for prefix in each.prefixes
            if prefix.version == version
        ]
        self._cut(sorted(found))

    def find(self, number: int) -> int | None:
        place = bisect_right(self.starts, number) - 1
        return self._owners[place] if place >= 0 and number <= self._ends[place] else None

    def _cut(self, found: Sequence[tuple[int, int, int, int]]) -> None:
        """Cut the prefixes, sorted with the outer before the inner ones, into pieces."""
        around: list[tuple[int, int, int]] = []  # last address, rank, owner of the prefixes that are open
        at = 0  # the first address that is not yet in a piece
        for first, minus_last, minus_rank, owner in found:
            while around and around[-1][0] < first:
                at = self._add(at, *around.pop())
            if around and around[-1][1] > -minus_rank:
                continue
            if around:
                self._add(at, first - 1, *around[-1][1:])
            at = first
            around.append((-minus_last, -minus_rank, owner))
        while around:
            at = self._add(at, *around.pop())

    def _add(self, first: int, last: int, _rank: int, owner: int) -> int:
        if first > last:
            return first
        if self.starts and self._owners[-1] == owner and self._ends[-1] == first - 1:
            self._ends[-1] = last
        else:
            self.starts.append(first)
            self._ends.append(last)
            self._owners.append(owner)
        return last + 1


def _family(version: int) -> socket.AddressFamily:
    return socket.AF_INET6 if version == 6 else socket.AF_INET
