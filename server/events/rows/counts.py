"""Adds events to the counts of a message and its links, or counts all events of a message from scratch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient

from server.accounts.threshold import EVERYTHING
from server.events.rows import mail_state
from server.events.rows.mail_state import LINK_COUNTED, MAIL_COUNTED, LinkState, MailState
from server.lib import clock
from server.lib.database import sql
from server.messages.kinds import CLICK, OPEN, VerdictKind
from server.messages.models import Link, Message
from server.messages.opened import SIGNS

COUNTED = MAIL_COUNTED
_EVENTS = (
    "SELECT message_id, kind, verdict, counts, link_id,"
    " COUNT(*) AS number, MIN(at) AS first_at, MAX(at) AS last_at"
    " FROM event WHERE message_id {these} AND undone_at IS NULL"
    " GROUP BY message_id, kind, verdict, counts, link_id"
)
_RETIRED = (
    "SELECT message_id, kind, verdict, counts, link_id, number, first_at, last_at"
    " FROM retired_counts WHERE message_id {these}"
)
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

    Call this in a transaction that has locked the message. `recount_held` does the same for many mails.
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


async def recount_held(mails: Mapping[UUID, MailState], using: BaseDBAsyncClient) -> None:
    """Count all events of these mails, which are held with their links, and save the counts."""
    events = await _counted(mails, using)
    for mail in mails.values():
        recount_loaded(mail, events.get(mail.id, ()))
        mail.updated_at = clock.now()
    await mail_state.save(
        using, mails.values(), [link for each in mails.values() for link in each.links.values()]
    )


async def count_events(message: Message, using: BaseDBAsyncClient) -> list[EventCount]:
    """Return a message's counts, retired ones included, by kind, verdict and link, without undone events."""
    return (await _counted({message.id: message}, using)).get(message.id, [])


async def _counted(
    mails: Mapping[UUID, Message] | Mapping[UUID, MailState], using: BaseDBAsyncClient
) -> dict[UUID, list[EventCount]]:
    # Events are read first: from then on, none of their months can be dropped before this transaction ends
    # (see retention.py).
    rows = await sql.among(using, _EVENTS, mails.keys())
    rows += await sql.among(using, _RETIRED, [each.id for each in mails.values() if not each.undone_at])
    found: dict[UUID, list[EventCount]] = {}
    for row in rows:
        found.setdefault(sql.identity(row["message_id"]), []).append(_count_of(row))
    return found


def _count_of(row: sql.Row) -> EventCount:
    first, last = sql.moment(row["first_at"]), sql.moment(row["last_at"])
    assert first
    assert last
    counts = bool(row["counts"])
    return EventCount(row["kind"], row["verdict"], counts, row["link_id"], row["number"], first, last)


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
