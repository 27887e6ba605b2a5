"""Builds the timelines of messages that are open in Gmail, in the dashboard's words."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from server.accounts.models import Account
from server.events.models import Event
from server.events.newest import newest_events
from server.events.storing.view_time_rows import seconds_on_screen
from server.lib.database.connection import read_only
from server.messages.models import GmailMessage, Message, Return
from server.messages.queries.related import muted
from server.messages.queries.slim import in_gmail
from server.messages.replies_and_bounces import returns_of_each

MOST_EVENTS = 20
MOST_RETURNS = 200  # for all requested messages together
_MOST = 100  # the newest messages are kept: more than Gmail shows in a thread at a time


@dataclass(frozen=True, slots=True)
class ThreadTimeline:
    """The timeline of one message, newest first.

    `returns`: replies and bounces. `more`: how many events are left out.
    """

    message: Message
    proof: Mapping[str, Any] | None
    muted: bool
    events: Sequence[Event]
    returns: Sequence[Return]
    more: int
    seconds: Mapping[UUID, int] = field(default_factory=dict)  # event -> its view time


async def timelines_of(account: Account, gmail_ids: Collection[str]) -> dict[str, ThreadTimeline]:
    """Map Gmail's message ids to timelines, for the messages that `account` has tracked."""
    mine = in_gmail(account.id, gmail_id__in=list(gmail_ids)).exclude(message__state="undone")
    newest = mine.using_db(read_only()).order_by("-message__listed_at", "-message_id").limit(_MOST)
    rows = (await newest)[::-1]
    ids = [row.message_id for row in rows]
    events, silent = await newest_events(ids, MOST_EVENTS), await muted(ids)
    seconds = await seconds_on_screen([event for each in events.values() for event in each])
    returns = await returns_of_each(ids, MOST_RETURNS)
    return {
        str(row.gmail_id): _timeline(
            row,
            row.message_id in silent,
            events.get(row.message_id, ()),
            returns.get(row.message_id, ()),
            seconds,
        )
        for row in rows
    }


def _timeline(
    row: GmailMessage,
    silent: bool,
    events: Sequence[Event],
    returns: Sequence[Return],
    seconds: Mapping[UUID, int],
) -> ThreadTimeline:
    message = row.message
    more = max(message.raw_opens + message.raw_clicks - len(events), 0)
    return ThreadTimeline(message, row.proof, silent, events, returns, more, seconds)
