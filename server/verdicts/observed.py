"""Defines what is judged: hits with what is stored about them, and what is known about their mail."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from server.verdicts.hits import Hit
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
    """A hit, with what is stored about it. `mails`, `hosting`, `correction` and `exit` are as in Context."""

    hit: Hit
    mails: int = 0
    hosting: str = ""
    correction: str = ""
    exit: str = ""
