"""Defines the lines of `sightline judge`: what happened to one mail, as JSON, and how it is judged. Pure.

docs/judge.md describes the format for people. Unknown fields are ignored. Moments are in ISO 8601, in UTC
if they name no zone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from server.lib import clock
from server.lib.net.ip import client_address
from server.messages.kinds import CLICK, OPEN, Cause
from server.verdicts.correlate import judge
from server.verdicts.hits import DECOY_URL, MAX_AGENT, Hit, wanted_headers
from server.verdicts.networks import neighbourhood
from server.verdicts.observed import MailContext, ObservedHit, OwnView, observed
from server.verdicts.rules.behaviour import HEAD_SECONDS
from server.verdicts.surroundings import HEAD_MARK
from server.verdicts.verdict import Verdict
from server.verdicts.vicinity import Like, like_of

DECOY = "decoy"
METHOD = ":method"
RECORDED = "GET"
HEAD = "HEAD"
_EPOCH = clock.from_unix(0)
_MICRO = timedelta(microseconds=1)
_NOBODY = UUID(int=0)


class BadSequence(ValueError):
    """A line that is no sequence. The text says what is wrong with it."""


class RecordedClient(Struct, omit_defaults=True):
    """A program in a network. `cause`: what a correction said about it, of learned clients."""

    address: str | None = None
    user_agent: str | None = None
    cause: Cause | None = None


class RecordedView(Struct):
    """A time at which the sender had the mail on screen."""

    at: str
    address: str | None = None
    user_agent: str | None = None


class RecordedContext(Struct, omit_defaults=True):
    """What is known besides the events; see MailContext."""

    own: list[RecordedClient] | None = None
    viewed: list[RecordedView] | None = None
    learned: list[RecordedClient] | None = None
    replied_at: str | None = None
    bounced_at: str | None = None


class RecordedRequest(Struct, omit_defaults=True):
    """One request. `network`: the registered owner of the address's network, as an ASN database has it.

    `stored`: the verdict that the server stored, for people who read a bug report.
    """

    at: str
    kind: Literal["open", "click", "decoy"]
    url: str | None = None
    address: str | None = None
    user_agent: str | None = None
    headers: dict[str, str | list[str] | None] | None = None
    network: str | None = None
    mails: Annotated[int, Meta(ge=0, le=1_000_000)] | None = None
    correction: Cause | None = None
    stored: str | None = None


class RecordedMail(Struct, omit_defaults=True):
    """All that happened to one mail. `sent_at` is unknown for mails that were sent without the extension."""

    id: str | int | float | UnsetType | None = UNSET
    sent_at: str | None = None
    about: RecordedContext | None = None
    events: list[RecordedRequest] = []


@dataclass(frozen=True, slots=True)
class ReceivedRequest:
    """A request as the edge receives it: its method, and the hit that it becomes if it is recorded."""

    method: str
    observed: ObservedHit

    @property
    def is_recorded(self) -> bool:
        """Whether the edge records such a request. It only notes HEAD, and refuses all other methods."""
        return self.method == RECORDED


@dataclass(frozen=True, slots=True)
class JudgedEvent:
    """One event of a sequence, with its verdict; None if the edge does not record such a request."""

    kind: str
    method: str
    verdict: Verdict | None


_from_json = msgspec.json.Decoder(RecordedMail).decode


def read(line: bytes) -> RecordedMail:
    """Return the sequence of a line. Raises BadSequence."""
    try:
        return _from_json(line)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise BadSequence(str(error)) from None


def judged(sequence: RecordedMail) -> list[JudgedEvent]:
    """Judge the events of a sequence together, and return them in their order. Raises BadSequence."""
    received = requests(sequence)
    recorded = [each.observed for each in received if each.is_recorded]
    verdicts = iter(judge(recorded, context_of(sequence)))
    return [
        JudgedEvent(each.observed.hit.kind, each.method, next(verdicts) if each.is_recorded else None)
        for each in received
    ]


def requests(sequence: RecordedMail) -> list[ReceivedRequest]:
    """Return the events of a sequence as the edge receives them, in their order. Raises BadSequence."""
    received = [_request(place, event) for place, event in enumerate(sequence.events)]
    marked = dict(_after_head(received))
    return [replace(each, observed=marked.get(place, each.observed)) for place, each in enumerate(received)]


def context_of(sequence: RecordedMail) -> MailContext:
    """Return what a sequence says about its mail. Raises BadSequence."""
    about = sequence.about or RecordedContext()
    return MailContext(
        sent_at=_moment("sent_at", sequence.sent_at),
        replied_at=_moment("replied_at", about.replied_at),
        bounced_at=_moment("bounced_at", about.bounced_at),
        own=frozenset(like for like, _ in _clients(about.own)),
        own_addresses=frozenset(_address(client.address) for client in about.own or () if client.address),
        learned={like: cause for like, cause in _clients(about.learned) if cause} | _corrected(sequence),
        viewings=tuple(
            OwnView(moment_of(view.at, "viewed"), _address(view.address), _agent(view.user_agent))
            for view in about.viewed or ()
        ),
    )


def _corrected(sequence: RecordedMail) -> dict[Like, str]:
    """Return what the corrections of this mail's events say about the events that look the same."""
    found = {}
    for each in requests(sequence) if any(event.correction for event in sequence.events) else ():
        like = like_of(each.observed.hit)
        if like and each.observed.correction:
            found[like] = each.observed.correction
    return found


def _clients(given: list[RecordedClient] | None) -> Iterator[tuple[Like, str]]:
    for client in given or ():
        network, agent = neighbourhood(_address(client.address)), _agent(client.user_agent)
        if network and agent:
            yield (network, agent), client.cause or ""


def _request(place: int, event: RecordedRequest) -> ReceivedRequest:
    headers = received_headers(event.headers or {})
    hit = Hit(
        UUID(int=place),  # of two hits at the same moment, the one that is listed first came first
        (moment_of(event.at) - _EPOCH) // _MICRO,
        OPEN if event.kind == OPEN else CLICK,
        0,
        _NOBODY,
        0,
        _url(event),
        _address(event.address),
        _agent(event.user_agent or headers.get("user-agent")),
        "",
        RECORDED,
        wanted_headers(headers),
    )
    seen = observed(hit, event.network or "", event.mails or 0, event.correction or "")
    return ReceivedRequest(headers.get(METHOD, RECORDED).upper() or RECORDED, seen)


def received_headers(headers: Mapping[str, str | list[str] | None]) -> dict[str, str]:
    """Return the headers as the edge reads them: names in lower case, repeated values joined."""
    found: dict[str, str] = {}
    for given, value in headers.items():
        name = given.lower()
        text = (",".join(value) if isinstance(value, list) else value or "").replace("\0", "").strip()
        found[name] = f"{found[name]},{text}" if name in found else text
    return found


def _after_head(received: list[ReceivedRequest]) -> Iterator[tuple[int, ObservedHit]]:
    """Yield the hits after a HEAD request by the same client, marked as by ingest/head_requests.py."""
    if all(each.method != HEAD for each in received):
        return
    asked: dict[tuple[str, str, str], int] = {}
    for place in sorted(range(len(received)), key=lambda place: (received[place].observed.hit.at, place)):
        seen = received[place].observed
        hit = seen.hit
        client = hit.url, hit.address, hit.user_agent
        before = asked.get(client)
        if received[place].method == HEAD:
            asked[client] = hit.at
        elif before is not None and hit.at - before <= HEAD_SECONDS * 1_000_000:
            mark = {HEAD_MARK: f"{(hit.at - before) / 1_000_000:.1f}"}
            yield place, replace(seen, hit=replace(hit, headers=hit.headers | mark))


def _url(event: RecordedRequest) -> str:
    if event.kind == OPEN:
        return ""
    return DECOY_URL if event.kind == DECOY else event.url or ""


@lru_cache(maxsize=8192)
def _address(given: str | None) -> str:
    return client_address(given or "", "", ())


def _agent(given: str | None) -> str:
    return (given or "").replace("\0", "")[:MAX_AGENT]


def _moment(name: str, text: str | None) -> datetime | None:
    return moment_of(text, name) if text else None


def moment_of(text: str, name: str = "at") -> datetime:
    """Return the moment that `text`, the field `name`, says, in UTC. Raises BadSequence."""
    try:
        found = datetime.fromisoformat(text.strip())
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        raise BadSequence(f"`{name}` is no moment in ISO 8601: {text[:40]!r}") from None
