"""Removes from a sequence what identifies people and links, and keeps what its verdicts depend on. Pure.

An address becomes another one of its network, of which the same is known: a /24, or a /32 with numbered /48s
and /64s; a 6to4 address contains an IPv4 address, whose last byte goes too. Mail addresses are replaced.
Links are numbered. Moments are moved, all by the same span: the first to the start of its month or day. They
stay if that changes a verdict, because browsers are younger then. Likewise, web addresses in the names of
programs, names of apps and the /48 of an address are kept only where a verdict depends on them.
"""

from __future__ import annotations

import ipaddress
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from itertools import product

from msgspec.structs import replace

from server.lib import clock
from server.lib.net.inside import identifies_nobody
from server.lib.net.ip import IPAddress, parse_address
from server.verdicts.hits import wanted_headers
from server.verdicts.networks import neighbourhood, network_of
from server.verdicts.proxies import APPLE_NETWORKS, PROXIES
from server.verdicts.rules.sender import VIEWING_SECONDS
from server.verdicts.sequences import (
    METHOD,
    RecordedClient,
    RecordedContext,
    RecordedMail,
    RecordedRequest,
    RecordedView,
    judged,
    moment_of,
    received_headers,
)
from server.verdicts.signatures import is_in

_TAG = re.compile(r"((?:^|,)\s*)([A-Za-z]+)((?:-[A-Za-z0-9]+)*)")  # a language, its region and the like
_STAND_INS = {"from": "someone@example.com", "via": "1.1 proxy"}  # these may name a person or a company
_NAMES_NOBODY = ("1.1 Chrome-Compression-Proxy",)
_MAIL_ADDRESS = re.compile(r"[\w.+-]+@(?=[\w.-]*[A-Za-z])[\w.-]+")  # not app@101.0
_WEB_ADDRESS = re.compile(r"(https?://|\bwww\.)[^\s;,()\[\]\"'<>]+", re.IGNORECASE)
_APP = "x-requested-with"
_HINTS = "sec-ch-ua"
_MODEL_FREE = {_HINTS} | {  # without the model of somebody's device
    f"{_HINTS}-{rest}"
    for rest in (
        *("arch", "bitness", "form-factors", "full-version", "full-version-list", "mobile", "platform"),
        *("platform-version", "wow64"),
    )
}
_INSIDE = "inside"  # the place of addresses that identify nobody
_WIDTHS = (32, 40, 48)  # of the network that an IPv6 address keeps, best first
_EPOCH = clock.from_unix(0)
_NETWORKS = (APPLE_NETWORKS, *(proxy.networks for proxy in PROXIES))


def blurred(mail: RecordedMail) -> RecordedMail:
    """Return the sequence without what identifies people and links. Raises BadSequence."""
    first = min(map(moment_of, _moments(mail)), default=_EPOCH)
    day = first.replace(hour=0, minute=0, second=0, microsecond=0)
    wanted = _verdicts(mail)
    found = mail
    for thorough, start in product((True, False), (day.replace(day=1), day, first)):
        found = _Blur(mail, first - start, thorough).mail()
        if _verdicts(found) == wanted:
            break
    return found


def _verdicts(mail: RecordedMail) -> list[tuple[object, ...]]:
    verdicts = [each.verdict for each in judged(mail)]
    return [(each.kind, each.score, each.rule) if each else () for each in verdicts]


class _Blur:
    """The stand-ins for the addresses and links of one sequence, in the order in which they appear."""

    def __init__(self, mail: RecordedMail, earlier: timedelta, thorough: bool) -> None:
        self._mail = mail
        self._earlier = earlier
        self._thorough = thorough
        self._addresses: dict[str, str] = {}
        self._places: dict[str, list[str]] = defaultdict(list)  # network -> what is numbered in it
        self._links: dict[str, str] = {}

    def mail(self) -> RecordedMail:
        mail = self._mail
        events = [self._event(event) for event in mail.events]
        return RecordedMail("mail", self._moment(mail.sent_at), self._about(mail.about), events)

    def _event(self, event: RecordedRequest) -> RecordedRequest:
        return replace(
            event,
            at=self._moment(event.at) or "",
            url=self._link(event.url),
            address=self._address(event.address),
            user_agent=self._text(event.user_agent),
            headers=self._headers(event) or None,
        )

    def _about(self, about: RecordedContext | None) -> RecordedContext | None:
        """Return of the sender's clients and views only those that may be taken for a recipient's."""
        if about is None:
            return None
        networks = {neighbourhood(event.address or "") for event in self._mail.events}
        return RecordedContext(
            own=[self._client(each) for each in about.own or () if _network(each) in networks] or None,
            viewed=[self._view(each) for each in about.viewed or () if self._is_close(each)] or None,
            learned=[self._client(each) for each in about.learned or () if _network(each) in networks]
            or None,
            replied_at=self._moment(about.replied_at),
            bounced_at=self._moment(about.bounced_at),
        )

    def _client(self, client: RecordedClient) -> RecordedClient:
        return replace(
            client, address=self._address(client.address), user_agent=self._text(client.user_agent)
        )

    def _view(self, view: RecordedView) -> RecordedView:
        return replace(
            view,
            at=self._moment(view.at),
            address=self._address(view.address),
            user_agent=self._text(view.user_agent),
        )

    def _is_close(self, view: RecordedView) -> bool:
        at, span = moment_of(view.at), timedelta(seconds=VIEWING_SECONDS)
        return any(abs(moment_of(event.at) - at) <= span for event in self._mail.events)

    def _moment(self, text: str | None) -> str | None:
        return (moment_of(text) - self._earlier).isoformat() if text else None

    def _text(self, given: str | None) -> str | None:
        return self._named_by_nobody(given) if given else given

    def _named_by_nobody(self, text: str) -> str:
        text = _MAIL_ADDRESS.sub("someone@example.com", text)
        return _WEB_ADDRESS.sub(r"\1example.com", text) if self._thorough else text

    def _headers(self, event: RecordedRequest) -> dict[str, str | list[str] | None]:
        return {
            name: self._named_by_nobody(value)
            for name, value in _headers(event).items()
            if not (name.startswith(_HINTS) and name not in _MODEL_FREE)
            and not (self._thorough and name == _APP)
        }

    def _link(self, url: str | None) -> str | None:
        if not url:
            return None
        return self._links.setdefault(url, f"https://link-{len(self._links) + 1}.example/")

    def _address(self, given: str | None) -> str | None:
        address = parse_address(given or "")
        if given is None or address is None:
            return None
        if identifies_nobody(str(address)):
            number = self._number(_INSIDE, str(address))
            return f"127.0.{number >> 8 & 255}.{number & 255}"
        if str(address) not in self._addresses:
            self._addresses[str(address)] = self._stand_in(address)
        return self._addresses[str(address)]

    def _stand_in(self, address: IPAddress) -> str:
        for candidate in self._candidates(address):
            is_taken = candidate in self._addresses.values()
            if not is_taken and _known(candidate) == _known(str(address)):
                return candidate
        return str(address)

    def _candidates(self, address: IPAddress) -> Iterator[str]:
        home = neighbourhood(str(address))
        if address.version == 4:
            yield from map(str, ipaddress.ip_network(home).hosts())
            return
        for start in self._starts(ipaddress.IPv6Address(address), home):
            yield from (str(ipaddress.IPv6Address(start + number)) for number in range(1, 256))

    def _starts(self, address: ipaddress.IPv6Address, home: str) -> Iterator[int]:
        """Yield networks of size /64 that may stand for an address's, which tell less about it first."""
        site = str(ipaddress.IPv6Network((address, 48), strict=False))
        place = self._number(site, home)
        is_ipv4 = address.sixtofour is not None  # its /48 is somebody's IPv4 address
        widths = _WIDTHS[:-1] if is_ipv4 else _WIDTHS
        for width in widths if self._thorough else widths[-1:]:
            wide = ipaddress.IPv6Network((address, width), strict=False)
            number = self._number(str(wide), site) if width < 48 else 0
            if number >> (48 - width) == 0:
                yield int(wide.network_address) | number << 80 | place << 64
        if not is_ipv4:
            yield int(ipaddress.ip_network(home).network_address)

    def _number(self, where: str, what: str) -> int:
        found = self._places[where]
        if what not in found:
            found.append(what)
        return found.index(what) + 1


def _known(address: str) -> tuple[object, ...]:
    return network_of(address), *(is_in(address, networks) for networks in _NETWORKS)


def _network(client: RecordedClient) -> str:
    return neighbourhood(client.address or "")


def _headers(event: RecordedRequest) -> dict[str, str]:
    """Return the stored headers, and the method, without what may name a person or a company."""
    received = received_headers(event.headers or {})
    found = {**wanted_headers(received)}
    if METHOD in received:
        found[METHOD] = received[METHOD]
    if "accept-language" in received:
        found["accept-language"] = _languages(received["accept-language"])
    return found | {
        name: stand_in
        for name, stand_in in _STAND_INS.items()
        if name in found and found[name] not in _NAMES_NOBODY
    }


def _languages(header: str) -> str:
    """Return the header with its first language, in the same form: no region, and no other language.

    Programs that only claim to be browsers often give themselves away by the form.
    """
    mine = _TAG.search(header)

    def stand_in(tag: re.Match[str]) -> str:
        return f"{tag[1]}{tag[2] if mine and tag[2] == mine[2] else 'en'}{_shape(tag[3])}"

    return _TAG.sub(stand_in, header)


def _shape(text: str) -> str:
    for letters, stand_in in (("[A-Z]", "X"), ("[a-z]", "x"), ("[0-9]", "0")):
        text = re.sub(letters, stand_in, text)
    return text


def _moments(mail: RecordedMail) -> Iterator[str]:
    yield from (event.at for event in mail.events)
    if mail.sent_at:
        yield mail.sent_at
