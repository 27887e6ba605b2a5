"""Defines what is judged: hits with what is stored about them, and what is known about their mail."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from server.verdicts.hits import Hit
from server.verdicts.network_lists import UNKNOWN, NetworkKind
from server.verdicts.networks import network_of
from server.verdicts.signatures import program_of
from server.verdicts.vicinity import Like


@dataclass(frozen=True, slots=True)
class OwnView:
    """A time at which the sender had the mail on screen."""

    at: datetime
    address: str
    user_agent: str


@dataclass(frozen=True, slots=True)
class MailContext:
    """What is known about a mail and its account, which is the same for all hits of the mail.

    `own`: clients with which only this sender signs in, `own_addresses`: addresses from which only this
    sender does. `learned`: causes that corrections gave, by client.
    """

    sent_at: datetime | None = None
    bounced_at: datetime | None = None
    replied_at: datetime | None = None
    opened_at: datetime | None = None  # the first open by a person among the hits that are not judged now
    own: frozenset[Like] = frozenset()
    own_addresses: frozenset[str] = frozenset()
    viewings: tuple[OwnView, ...] = ()
    learned: Mapping[Like, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ObservedHit:
    """A hit, with what is stored about it. All but `hit` and `home` are as in Context.

    `home`: who connects homes, by an ASN database, where a list says that the address was a cloud's.
    """

    hit: Hit
    mails: int = 0
    hosting: str = ""
    correction: str = ""
    exit: str = ""
    filter: str = ""
    provider: str = ""
    home: str = ""


def observed(hit: Hit, owner: str, mails: int = 0, correction: str = "") -> ObservedHit:
    """Return a hit with what is known about its network. `owner`: its owner by an ASN database, if any.

    Nothing is concluded from the network of an image proxy, or of a browser that loads pages through its
    maker's servers, since people are behind them.
    """
    program = program_of(hit.user_agent)
    relayed = program.proxy or program.in_cloud or "Chrome-Compression-Proxy" in hit.headers.get("via", "")
    network = UNKNOWN if relayed else network_of(hit.address, owner)
    return ObservedHit(
        hit,
        mails,
        hosting=network.name if network.kind == NetworkKind.CLOUD else "",
        correction=correction,
        exit=network.name if network.kind == NetworkKind.EXIT else "",
        filter=network.name if network.kind == NetworkKind.FILTER else "",
        provider=network.name if network.kind == NetworkKind.MAIL else "",
        home=network.name if network.kind == NetworkKind.HOME else "",
    )
