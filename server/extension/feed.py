"""Finds the newest messages for the popup and counts the unseen ones, with a fixed number of queries."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from tortoise.expressions import Q

from server.accounts.models import Account
from server.accounts.threshold import LIKELY
from server.events.models import Event
from server.lib import clock
from server.lib.database.connection import read_only
from server.messages.models import Message
from server.messages.opened import signs
from server.messages.queries import activity, related
from server.messages.queries.listing import MessageQuery
from server.messages.queries.related import NOBODY, Clicked, RecipientSummary
from server.messages.queries.search import tidy
from server.messages.reminders import is_answered
from server.messages.replies_and_bounces import answered_through_desks

MOST = 50
MOST_UNSEEN = 100  # the badge says "99+"
RECENT = timedelta(days=30)  # older opens do not count as unseen, if they have to be looked up in the events
FILTERS: Mapping[str, str] = {  # the popup's name -> the name in queries/filters.py
    "": "all",
    "unopened": "unopened",
    "opened_today": "opened_today",
    "clicked": "clicked",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One message in the feed."""

    message: Message
    recipients: RecipientSummary
    unseen: bool
    muted: bool
    remind_at: datetime | None
    clicked: Clicked | None
    through_desk: bool  # people answered, but only through help desks


@dataclass(frozen=True, slots=True)
class Feed:
    """The messages found. `searched_to`: mails sent earlier were not searched, and may match too."""

    entries: list[Entry]
    searched_to: datetime | None = None


async def find(account: Account, limit: int, text: str, name: str, now: datetime) -> Feed:
    """Find the newest messages that match `text` and the filter `name`. Raises KeyError for other filters."""
    found = await activity.find(account, limit, MessageQuery(tidy(text), FILTERS[name]), now)
    searched_to = found.searched_to.at if found.searched_to else None
    return Feed(await _entries(account, found.messages), searched_to)


async def unseen(account: Account) -> int:
    """Count the messages opened since the person last looked, up to MOST_UNSEEN."""
    if account.threshold != LIKELY:
        return len((await _unseen_by_events(account))[:MOST_UNSEEN])
    opened = Q(last_open_at__not_isnull=True)
    if account.seen_at:  # an open is also an activity, and the time of activity is indexed
        opened = Q(last_open_at__gt=account.seen_at, last_activity_at__gt=account.seen_at)
    found = Message.filter(opened, account_id=account.id).using_db(read_only()).exclude(state="undone")
    return len(await found.limit(MOST_UNSEEN).values_list("id", flat=True))


async def _unseen_by_events(account: Account, ids: Collection[UUID] | None = None) -> list[UUID]:
    """Return the ids of messages that were opened since the person last looked, at most RECENT ago.

    The account's threshold decides what counts as opened.
    """
    since = max(account.seen_at or account.created_at, clock.now() - RECENT)
    news = Event.filter(signs(account.threshold), account_id=account.id, at__gt=since)
    if ids is not None:
        news = news.filter(message_id__in=list(ids))
    rows = news.using_db(read_only()).distinct().limit(MOST_UNSEEN).values_list("message_id", flat=True)
    return [UUID(str(each)) for each in await rows]


async def see(account: Account, until: datetime) -> None:
    """Note that the person has looked at everything up to `until`. The stored moment never moves back."""
    earlier = Q(seen_at=None) | Q(seen_at__lt=until)
    await Account.filter(earlier, id=account.id).update(seen_at=until)


async def _entries(account: Account, messages: list[Message]) -> list[Entry]:
    ids: list[UUID] = [message.id for message in messages]
    names, silent, due = (
        await related.recipient_summaries(ids),
        await related.muted(ids),
        await related.remind_at(ids),
    )
    clicks = await related.clicked([message.id for message in messages if message.clicks])
    desks = await answered_through_desks([message.id for message in messages if message.replied_at])
    new = await _unseen_of(account, messages)
    return [
        Entry(
            message=message,
            recipients=names.get(message.id, NOBODY),
            unseen=message.id in new,
            muted=message.id in silent,
            remind_at=None if is_answered(message, account.threshold) else due.get(message.id),
            clicked=clicks.get(message.id),
            through_desk=message.id in desks,
        )
        for message in messages
    ]


async def _unseen_of(account: Account, messages: list[Message]) -> set[UUID]:
    if account.threshold != LIKELY:
        return set(await _unseen_by_events(account, [message.id for message in messages]))
    return {message.id for message in messages if _is_unseen(message, account.seen_at)}


def _is_unseen(message: Message, seen_at: datetime | None) -> bool:
    if message.last_open_at is None or message.state == "undone":
        return False
    return seen_at is None or message.last_open_at > seen_at
