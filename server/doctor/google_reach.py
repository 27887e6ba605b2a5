"""Checks the way to Google: its hosts, the proxy, addresses that do not answer, and the clock."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from babel.dates import format_timedelta

from server.doctor.diagnosis import Diagnosis
from server.google.consent.clock_skew import ALLOWED
from server.google.judging.answer import GoogleAnswer
from server.google.settings import Google
from server.lib.net import connecting
from server.lib.net.connecting import Connector, Unconnected, silent
from server.lib.net.outgoing import Outgoing
from server.lib.net.proxies import ProxyTrouble, proxy_for

NOTICED = 5.0  # seconds by which the clock may be wrong without being named
_LIMIT = 5.0  # seconds for connecting, and for an answer
_LOOKED_AT = 4  # addresses of a host in each family


@dataclass(frozen=True, slots=True)
class Reach:
    """What was found on the way to Google. `reached`: whether all its hosts answer."""

    lines: list[Diagnosis]
    reached: bool


async def reach(google: Google, connector: Connector | None = None) -> Reach:
    """Ask each of Google's hosts for its front page, which changes nothing."""
    way = Outgoing(_LIMIT, _LIMIT, direct=google.sandbox)
    roots = dict.fromkeys(_root(url) for url in (google.token_url, google.certs_url, google.api_root))
    asked = await asyncio.gather(*(asyncio.to_thread(_ask, way, root) for root in roots))
    found = dict(zip(roots, asked, strict=True))
    troubles = [each for each in asked if isinstance(each, OSError)]
    lines = [*_hosts(found), *_clock([each for each in asked if not isinstance(each, OSError)])]
    if not any(isinstance(each, ProxyTrouble) for each in troubles):
        lines += _proxy(google, roots)
    if not google.sandbox:
        lines += await asyncio.to_thread(_silent_addresses, roots, connector or Connector())
    return Reach(lines, not troubles)


def _root(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/"


def _ask(way: Outgoing, root: str) -> float | OSError | None:
    """Return by how many seconds our clock is ahead (None: not told), or why there is no answer."""
    try:
        got = way.send("GET", root, {})
    except OSError as error:
        return error
    return GoogleAnswer(got.status, got.headers, b"").clock_ahead


def _hosts(found: Mapping[str, float | OSError | None]) -> list[Diagnosis]:
    """Say that all hosts answer, or which do not, each reason once."""
    lost: dict[tuple[bool, str], list[str]] = {}
    for root, outcome in found.items():
        if isinstance(outcome, OSError):
            reason = str(outcome).removeprefix(f"{urlsplit(root).hostname}: ")
            lost.setdefault((isinstance(outcome, ProxyTrouble), reason), []).append(urlsplit(root).netloc)
    if not lost:
        return [Diagnosis("green", "Google", f"{', '.join(urlsplit(root).netloc for root in found)} answer")]
    return [_lost(hosts, reason, by_proxy=by_proxy) for (by_proxy, reason), hosts in lost.items()]


def _lost(hosts: list[str], reason: str, *, by_proxy: bool) -> Diagnosis:
    do = (
        "Check HTTPS_PROXY, ALL_PROXY and NO_PROXY."
        if by_proxy
        else "docs/self-hosting.md says what must be reached."
    )
    return Diagnosis(
        "red", "proxy" if by_proxy else "Google", f"no way to {', '.join(hosts)}: {reason}. {do}"
    )


def _proxy(google: Google, roots: Mapping[str, None]) -> list[Diagnosis]:
    if google.sandbox:
        return []
    try:
        proxies = {urlsplit(root).netloc: proxy_for(root) for root in roots}
    except ProxyTrouble:  # said by _hosts
        return []
    used = sorted({proxy.place for proxy in proxies.values() if proxy})
    past = [host for host, proxy in proxies.items() if proxy is None]
    if not used:
        return _only_for_http()
    text = f"connections to Google go through {', '.join(used)}"
    if past:
        text += f", but not those to {', '.join(past)}, because of NO_PROXY"
    return [Diagnosis("green", "proxy", text)]


def _only_for_http() -> list[Diagnosis]:
    if not (os.environ.get("HTTP_PROXY") or os.environ.get("http_proxy")):
        return []
    text = (
        "HTTP_PROXY is set, but no proxy for HTTPS, so connections to Google go through none. If they "
        "should, set HTTPS_PROXY."
    )
    return [Diagnosis("yellow", "proxy", text)]


def _clock(answers: list[float | None]) -> list[Diagnosis]:
    """Compare our clock with Google's. Its `Date` has whole seconds, and has been on its way."""
    told = [ahead for ahead in answers if ahead is not None]
    if not told:
        return []
    ahead = min(told, key=abs)
    off = max(abs(ahead) - 1, 0.0)
    if off <= NOTICED:
        return [Diagnosis("green", "clock", "agrees with Google’s")]
    by = format_timedelta(round(abs(ahead)), threshold=2, locale="en")
    text = f"{by} {'ahead of' if ahead > 0 else 'behind'} Google’s. Let NTP set it: timedatectl set-ntp true"
    if off > ALLOWED:
        return [Diagnosis("red", "clock", f"{text}. Until then, signing in with Google can fail.")]
    return [Diagnosis("yellow", "clock", text)]


def _silent_addresses(roots: Mapping[str, None], connector: Connector) -> list[Diagnosis]:
    """Look for addresses that swallow packets, of the proxy if there is one."""
    lines = []
    for place in dict.fromkeys(_next(root) for root in roots):
        if place is None:
            continue
        host, port = place
        try:
            found = connector.addresses(host)
        except Unconnected:  # said by _hosts
            continue
        for version in (6, 4):
            some = [each for each in found if each.version == version][:_LOOKED_AT]
            dead = silent(some, port, connecting.EACH)
            if dead:
                lines.append(_dead(host, version, [str(each) for each in dead]))
    return lines


def _next(root: str) -> tuple[str, int] | None:
    """Return the host and port to which a connection is made: the proxy's, if there is one.

    None: the proxy cannot be used, which _hosts says; nothing goes past it.
    """
    parts = urlsplit(root)
    try:
        proxy = proxy_for(root)
    except ProxyTrouble:
        return None
    return (proxy.host, proxy.port) if proxy else (str(parts.hostname), parts.port or 443)


def _dead(host: str, version: int, addresses: list[str]) -> Diagnosis:
    text = (
        f"{host} does not answer at {', '.join(addresses)}. The first connection waits "
        f"{connecting.EACH:g} s for each such address; later ones try the others first. Repair IPv{version} "
        "on this machine or its network, or turn it off."
    )
    return Diagnosis("yellow", f"IPv{version}", text)
