"""Finds what hits of one mail that are close in time have to do with each other. Pure.

Times are in unix microseconds, spans in seconds. Results are by the `int` of the hit's id.
"""

from __future__ import annotations

import ipaddress
from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import lru_cache

from server.lib.net.ip import parse_address
from server.messages.kinds import CLICK
from server.verdicts.hits import Hit
from server.verdicts.networks import neighbourhood
from server.verdicts.proxies import ANY
from server.verdicts.signatures import is_apple_privacy, program_of

Like = tuple[str, str]  # neighbourhood, user agent: to people, hits with the same pair look the same

MICRO = 1_000_000
TOGETHER_SECONDS = 3.0  # between an image and a link
APART_SECONDS = 10.0  # between two networks or two systems
_MOST_OTHERS = 30  # clients that a hit is compared with: a flood of clients must not take forever
_APPLE = frozenset({"iPad", "iPhone", "Macintosh", "Mac OS X"})
_UNIX = frozenset({"X11", "Linux", "CrOS"})
PHONES = frozenset({"Android", "iPhone", "iPad"})
# In this order, since Android says Linux, too, and an iPhone Mac OS X.
_SYSTEMS = ("Windows", "Android", "iPhone", "iPad", "CrOS", "Macintosh", "Mac OS X", "X11", "Linux")


def like_of(hit: Hit) -> Like | None:
    """Return what identifies hits that look the same; None if that identifies nobody, as for proxies."""
    program = program_of(hit.user_agent)
    network = neighbourhood(hit.address)
    if not network or not hit.user_agent or program.proxy or program.prefetch:
        return None
    if is_apple_privacy(hit.user_agent, hit.address):
        return None
    return network, hit.user_agent


def client_of(hit: Hit) -> str:
    """Return the program and address of a hit; a proxy is one program with many addresses."""
    proxy = program_of(hit.user_agent).proxy
    return proxy.token if proxy and proxy is not ANY else f"{hit.address} {hit.user_agent}"


def neighbours(hit: Hit) -> str:
    """Return the network that hits of one machine share, or the client if its network identifies nobody."""
    return neighbourhood(hit.address) or f"{hit.address} {hit.user_agent}"


def is_near(hit: Hit, moments: Mapping[str, Sequence[int]], place: str, seconds: float) -> bool:
    """Return whether `place` has one of its `moments`, in order, within `seconds` of the hit."""
    mine = moments.get(place, ())
    first = bisect_left(mine, hit.at - seconds * MICRO)
    return first < len(mine) and mine[first] <= hit.at + seconds * MICRO


def different_links(clicks: Sequence[Hit], seconds: int) -> dict[int, int]:
    """Return, for each click, the most different links in a span of `seconds` that contains the click."""
    span, start = seconds * MICRO, 0
    urls: Counter[str] = Counter()
    spans: list[tuple[int, int]] = []  # for each click: where the span that ends with it starts; its links
    for hit in clicks:
        urls[hit.url] += 1
        while clicks[start].at < hit.at - span:
            urls[clicks[start].url] -= 1
            if not urls[clicks[start].url]:
                del urls[clicks[start].url]
            start += 1
        spans.append((start, len(urls)))
    return _most(clicks, spans)


def _most(clicks: Sequence[Hit], spans: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Return, for each click, the most links of the spans that contain it, given as in different_links."""
    found, end = {}, 0
    largest: deque[int] = deque()  # ends of spans, each with fewer links than the one before
    for place, hit in enumerate(clicks):
        while end < len(spans) and spans[end][0] <= place:
            while largest and spans[largest[-1]][1] <= spans[end][1]:
                largest.pop()
            largest.append(end)
            end += 1
        while largest[0] < place:
            largest.popleft()
        found[hit.id.int] = spans[largest[0]][1]
    return found


def links_of_networks(clicks: Sequence[Hit], seconds: int) -> dict[int, int]:
    """Return, for each click, the most different links of its network in `seconds` that contain the click."""
    by_network: dict[str, list[Hit]] = defaultdict(list)
    for hit in clicks:
        by_network[neighbours(hit)].append(hit)
    found: dict[int, int] = {}
    for each in by_network.values():
        if len(each) > 1:
            found |= different_links(each, seconds)
    return found


def picture_and_link(hits: Sequence[Hit]) -> dict[int, float]:
    """Return how far the same client's nearest hit of the other kind is, if within TOGETHER_SECONDS."""
    return _nearest(
        hits,
        TOGETHER_SECONDS,
        like_of,
        lambda hit: hit.kind,
        lambda one, other: True,
    )


def paces(hits: Sequence[Hit]) -> dict[int, float]:
    """Return how long each client took from its first image to its first link after that."""
    images: dict[Like, int] = {}
    links: dict[Like, int] = {}
    for hit in hits:
        like = like_of(hit)
        if like and hit.kind != CLICK:
            images.setdefault(like, hit.at)
        elif like in images:
            links.setdefault(like, hit.at)
    known = {like: (at - images[like]) / MICRO for like, at in links.items()}
    return {hit.id.int: known[like] for hit in hits if (like := like_of(hit)) in known}


def other_network(hits: Sequence[Hit]) -> dict[int, float]:
    """Return how far the nearest click on the same link from an unrelated network is.

    Leave out clicks from data centres: they may only check what a person is about to open.
    """
    clicks = [hit for hit in hits if hit.kind == CLICK]
    return _nearest(clicks, APART_SECONDS, lambda hit: hit.url, like_of, _are_elsewhere)


def other_network_alike(hits: Sequence[Hit]) -> dict[int, float]:
    """Return the same, but only for clicks by the same program: a scanner in two networks, hosted or not."""
    clicks = [hit for hit in hits if hit.kind == CLICK]
    return _nearest(clicks, APART_SECONDS, lambda hit: (hit.url, hit.user_agent), like_of, _are_elsewhere)


def _are_elsewhere(one: Hit, other: Hit) -> bool:
    return _are_unrelated(one.address, other.address)


def other_system(hits: Sequence[Hit]) -> dict[int, float]:
    """Return how far the nearest hit from the same address with another operating system is."""
    return _nearest(
        hits,
        APART_SECONDS,
        lambda hit: hit.address,
        lambda hit: system_of(hit.user_agent),
        lambda one, other: _differ(one.user_agent, other.user_agent),
    )


@lru_cache(maxsize=4096)
def system_of(user_agent: str) -> str:
    """Return the family of operating systems that a user agent names, or ""."""
    return next((system for system in _SYSTEMS if system in user_agent), "")


def _differ(one: str, other: str) -> bool:
    """Return whether both user agents name a system, and not the same. An iPad may call itself a Mac."""
    systems = {system_of(one), system_of(other)}
    return len(systems) == 2 and "" not in systems and not systems <= _APPLE and not systems <= _UNIX


def _are_unrelated(one: str, other: str) -> bool:
    """Return whether two addresses are in networks that have nothing to do with each other.

    A provider moves its customers around within its network, and a home has an IPv4 and an IPv6 address.
    """
    first, second = _provider_of(one), _provider_of(other)
    return bool(first and second) and first != second and (":" in first) == (":" in second)


@lru_cache(maxsize=8192)
def _provider_of(address: str) -> str:
    """Return the range within which a provider moves its customers around, or "" for an invalid address."""
    parsed = parse_address(address)
    if parsed is None:
        return ""
    return str(ipaddress.ip_network((parsed, 16 if parsed.version == 4 else 32), strict=False))


def _nearest(
    hits: Sequence[Hit],
    seconds: float,
    group: Callable[[Hit], Hashable],
    key: Callable[[Hit], Hashable],
    is_related: Callable[[Hit, Hit], bool],
) -> dict[int, float]:
    """Return how far, in seconds, each hit's nearest related hit is, if within `seconds`.

    `hits` are in order. Related hits are in the same group, and have different keys.
    """
    groups: dict[Hashable, list[Hit]] = defaultdict(list)
    for hit in hits:
        groups[group(hit)].append(hit)
    found: dict[int, float] = {}
    for each in groups.values():
        if len(each) < 2 or len({key(hit) for hit in each}) < 2:
            continue
        for hit, other in (*_pairs(each, seconds, key), *_pairs(each[::-1], seconds, key)):
            if is_related(hit, other):
                apart = abs(hit.at - other.at) / MICRO
                found[hit.id.int] = min(apart, found.get(hit.id.int, apart))
    return found


def _pairs(hits: Sequence[Hit], seconds: float, key: Callable[[Hit], Hashable]) -> Iterator[tuple[Hit, Hit]]:
    """Yield each hit with the last hit before it of each other key, of at most _MOST_OTHERS keys."""
    last: dict[Hashable, Hit] = {}
    for hit in hits:
        mine = key(hit)
        for each, other in reversed(last.items()):
            if abs(hit.at - other.at) > seconds * MICRO:
                break
            if each != mine:
                yield hit, other
        last.pop(mine, None)
        last[mine] = hit
        if len(last) > _MOST_OTHERS:
            del last[next(iter(last))]
