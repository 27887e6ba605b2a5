"""Adds events to the counts of a message and its links, or counts all events of a message from scratch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.functions import Count, Max, Min

from server.accounts.threshold import EVERYTHING
from server.events.models import Event, RetiredCounts
from server.events.rows.mail_state import LINK_COUNTED, MAIL_COUNTED, LinkState, MailState
from server.messages.kinds import CLICK, OPEN, VerdictKind
from server.messages.models import Link, Message
from server.messages.opened import SIGNS

COUNTED = MAIL_COUNTED
_STRENGTH = {None: 0, VerdictKind.LIKELY_PERSON: 1, VerdictKind.PERSON: 2}


@dataclass(frozen=True, slots=True)
class EventCount:
    """The number of events of one kind and verdict, without undone ones, and when the first and last came."""

    kind: str
    verdict: str
    counts: bool
    link_id: int | None
    number: int
    first: datetime
    last: datetime


def add(message: Message | MailState, link: Link | LinkState | None, some: EventCount) -> None:
    """Add events to the counts of their message and, if they are clicks, of `link`."""
    if some.kind == OPEN:
        _add_opens(message, some)
    elif some.kind == CLICK:
        _add_clicks(message, some)
        if link:
            _add_link_clicks(link, some)
    if some.counts:
        message.last_activity_at = _latest(message.last_activity_at, some.last)


async def recount(message: Message, using: BaseDBAsyncClient) -> None:
    """Count all events of `message` from scratch, and save the counts of the message and its links.

    Call this in a transaction that has locked the message.
    """
    links = {link.id: link for link in await Link.filter(message_id=message.id).using_db(using)}
    _clear(message, links.values())
    for some in await count_events(message, using):
        add(message, links.get(some.link_id or 0), some)
    await message.save(using_db=using, update_fields=[*COUNTED, "updated_at"])
    for link in links.values():
        await link.save(using_db=using, update_fields=LINK_COUNTED)


def recount_loaded(mail: MailState, events: Iterable[EventCount]) -> None:
    """Set the counts of a loaded mail and its links from `events`, which must not include undone ones.

    Saves nothing.
    """
    links = {link.id: link for link in mail.links.values()}
    _clear(mail, links.values())
    for some in events:
        add(mail, links.get(some.link_id or 0), some)


async def count_events(message: Message, using: BaseDBAsyncClient) -> list[EventCount]:
    """Return a message's counts, retired ones included, by kind, verdict and link, without undone events."""
    rows: list[dict[str, Any]] = (
        await Event.filter(message_id=message.id, undone_at=None)
        .using_db(using)
        .annotate(number=Count("id"), first=Min("at"), last=Max("at"))
        .group_by("kind", "verdict", "counts", "link_id")
        .values("kind", "verdict", "counts", "link_id", "number", "first", "last")
    )
    # Events are read first: from then on, none of their months can be dropped before this transaction ends
    # (see retention.py).
    kept = [EventCount(**{**row, "counts": bool(row["counts"])}) for row in rows]
    return kept if message.undone_at else [*kept, *await _retired(message, using)]


async def _retired(message: Message, using: BaseDBAsyncClient) -> list[EventCount]:
    rows = await RetiredCounts.filter(message_id=message.id).using_db(using)
    return [
        EventCount(row.kind, row.verdict, row.counts, row.link_id, row.number, row.first_at, row.last_at)
        for row in rows
    ]


def _add_opens(message: Message | MailState, some: EventCount) -> None:
    message.raw_opens += some.number
    if some.verdict in SIGNS[EVERYTHING]:
        message.loaded_at = _earliest(message.loaded_at, some.first)
    if some.counts:
        message.opens += some.number
        message.first_open_at = _earliest(message.first_open_at, some.first)
        message.last_open_at = _latest(message.last_open_at, some.last)
        message.certainty = max(message.certainty, some.verdict, key=lambda kind: _STRENGTH.get(kind, 0))


def _add_clicks(message: Message | MailState, some: EventCount) -> None:
    message.raw_clicks += some.number
    if some.counts:
        message.clicks += some.number


def _add_link_clicks(link: Link | LinkState, some: EventCount) -> None:
    link.raw_clicks += some.number
    if some.counts:
        link.clicks += some.number
        link.first_click_at = _earliest(link.first_click_at, some.first)
        link.last_click_at = _latest(link.last_click_at, some.last)


def _clear(message: Message | MailState, links: Iterable[Link | LinkState]) -> None:
    message.opens = message.clicks = message.raw_opens = message.raw_clicks = 0
    message.first_open_at = message.last_open_at = message.last_activity_at = None
    message.certainty = message.loaded_at = None
    for link in links:
        link.clicks = link.raw_clicks = 0
        link.first_click_at = link.last_click_at = None


def _earliest(known: datetime | None, moment: datetime) -> datetime:
    return moment if known is None else min(known, moment)


def _latest(known: datetime | None, moment: datetime) -> datetime:
    return moment if known is None else max(known, moment)
