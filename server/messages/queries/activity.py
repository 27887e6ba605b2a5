"""Messages by what happened last, newest first; being sent is one thing that happens. For the popup."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from tortoise.expressions import Q

from server.accounts.models import Account
from server.lib.database.connection import read_only
from server.messages.models import Message
from server.messages.queries import listing
from server.messages.queries.cursor import Cursor, down_to
from server.messages.queries.listing import ORDER, MessageQuery
from server.messages.queries.slim import slim_with_gmail

_BY_INDEX = frozenset({"all", "opened_today"})  # these find theirs without looking through the history


@dataclass(frozen=True, slots=True)
class ActivityPage:
    """What was asked for. `looked_to`: what was sent before that was not looked at, and may match, too."""

    messages: list[Message]
    looked_to: Cursor | None = None


async def find(account: Account, limit: int, wanted: MessageQuery, now: datetime) -> ActivityPage:
    """The newest messages, all or some, each with its `gmail`. Raises KeyError for an unknown filter."""
    which = wanted.condition(account, now)
    if wanted.filter in _BY_INDEX and not wanted.search:
        return ActivityPage(await newest(account, limit, which))
    end = await listing.step_end(account)
    mine = Message.filter(which, account_id=account.id).using_db(read_only())
    # In the order of the list, whose index holds the reading to this step; by activity it is sorted here.
    near = (mine.filter(down_to(end)) if end else mine).order_by(*ORDER).limit(listing.AT_A_TIME)
    places = await near.values_list("listed_at", "last_activity_at", "id")
    places.sort(key=lambda place: (max(place[0], place[1] or place[0]), place[2]), reverse=True)
    ids = [place[2] for place in places[:limit]]
    messages = await slim_with_gmail(Message.filter(id__in=ids)).using_db(read_only()) if ids else []
    return ActivityPage(sorted(messages, key=_newness, reverse=True), end)


async def newest(account: Account, limit: int, which: Q) -> list[Message]:
    """The `limit` messages of `account` in which something happened last."""
    mine = slim_with_gmail(Message.filter(which, account_id=account.id)).using_db(read_only())
    active = await mine.filter(last_activity_at__not_isnull=True).order_by("-last_activity_at").limit(limit)
    listed = await mine.order_by(*ORDER).limit(limit)
    found = {message.id: message for message in (*active, *listed)}
    return sorted(found.values(), key=_newness, reverse=True)[:limit]


def _newness(message: Message) -> tuple[datetime, UUID]:
    return max(message.listed_at, message.last_activity_at or message.listed_at), message.id
