"""Reads what publishers of networks answer, and refuses what cannot be true."""

from __future__ import annotations

import ipaddress
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from server.lib.net.ip import Network as Prefix
from server.verdicts.network_lists import SHORTEST, NetworkList, is_public
from server.verdicts.network_sources import NetworkSource

MOST_PREFIXES = 20_000  # of one owner, once they are put together; the largest has 4,000
_FACTOR = 3  # a list that covers so many times more or less than the one before is refused
_MOST_NEW = {
    4: 1 << 24,
    6: 1 << 44,
}  # addresses (IPv6: /64s) of an owner of whom none were known: a /8, a /20
_PREFIX = re.compile(r"[0-9a-fA-F:.]{2,45}/\d{1,3}")


class RefusedAnswer(Exception):
    """An answer cannot be true, or cannot be read. The text says why."""


def renewed(
    source: NetworkSource, answers: Iterable[str], known: NetworkList | None, today: date
) -> NetworkList:
    """Return the new list of an owner. Raises RefusedAnswer.

    `known`: the list so far; one that covers much more or less is refused.
    """
    found = [prefix for answer in answers for prefix in _read(source, answer)]
    if not found:
        raise RefusedAnswer("the answer contains no networks")
    prefixes = _together([*found, *(ipaddress.ip_network(each) for each in source.fixed)])
    if len(prefixes) > MOST_PREFIXES:
        raise RefusedAnswer(f"{len(prefixes)} networks are too many")
    old = [ipaddress.ip_network(each) for each in known.prefixes] if known else []
    for version in (4, 6):
        _compare(version, size(old, version), size(prefixes, version))
    texts = tuple(str(each) for each in prefixes)
    return NetworkList(source.name, source.kind, source.basis, source.described, today, texts)


def link_in(source: NetworkSource, page: str) -> str:
    """Return the address of the list that a page links to. Raises RefusedAnswer."""
    found = re.search(re.escape(source.link) + r"[\w./-]{1,200}\.json", page)
    if not found:
        raise RefusedAnswer("the page contains no link to the list")
    return found.group()


def size(prefixes: Iterable[Prefix], version: int) -> int:
    """Return how many addresses the prefixes of an IP version cover; for IPv6, how many /64 networks."""
    bits = 32 if version == 4 else 64
    return sum(1 << max(0, bits - each.prefixlen) for each in prefixes if each.version == version)


def _read(source: NetworkSource, answer: str) -> Iterator[Prefix]:
    for text in _texts(source, answer):
        try:
            prefix = ipaddress.ip_network(text)
        except ValueError:
            continue
        if not is_public(prefix):
            continue  # Vultr's feed contains the prefixes of examples and of 6to4, too
        if prefix.prefixlen < SHORTEST[prefix.version]:
            raise RefusedAnswer(f"nobody owns {prefix}")
        longest = source.coarse[0 if prefix.version == 4 else 1]
        yield prefix if prefix.prefixlen <= longest else prefix.supernet(new_prefix=longest)


def _texts(source: NetworkSource, answer: str) -> Iterator[str]:
    """Yield what looks like a prefix: in JSON any string, else the first field of each line."""
    if answer.lstrip()[:1] in {"{", "["}:
        try:
            content = json.loads(answer)
        except (ValueError, RecursionError):
            raise RefusedAnswer("the answer is not valid JSON") from None
        if source.within:
            content = [each for each in content if source.within in json.dumps(each)]
        strings: Iterator[str] = _strings(content)
    else:
        strings = (line.split(",", 1)[0].strip() for line in answer.splitlines())
    return (text for text in strings if _PREFIX.fullmatch(text))


def _strings(content: Any) -> Iterator[str]:
    waiting = [content]
    while waiting:
        match waiting.pop():
            case str() as text:
                yield text
            case dict() as fields:
                waiting += fields.values()
            case list() as items:
                waiting += items
            case _:
                pass


def _together(prefixes: Sequence[Prefix]) -> list[Prefix]:
    """Return the fewest prefixes that cover the same, in order."""
    v4 = [each for each in prefixes if isinstance(each, ipaddress.IPv4Network)]
    v6 = [each for each in prefixes if isinstance(each, ipaddress.IPv6Network)]
    return [*ipaddress.collapse_addresses(v4), *ipaddress.collapse_addresses(v6)]


def _compare(version: int, before: int, now: int) -> None:
    if before == 0 and now > _MOST_NEW[version]:
        raise RefusedAnswer(f"it covers {now:,} IPv{version} networks, and none were known")
    if before and not before / _FACTOR <= now <= before * _FACTOR:
        raise RefusedAnswer(f"it covers {now:,} IPv{version} networks, and {before:,} were known")
