"""Finds messages for the popup, ordered by their last activity (sending counts as one), newest first."""

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

_BY_INDEX = frozenset({"all", "opened_today"})  # filters for which an index exists, so no step is needed


@dataclass(frozen=True, slots=True)
class ActivityPage:
    """The messages found. `searched_to`: messages beyond this position were not searched, and may match."""

    messages: list[Message]
    searched_to: Cursor | None = None


async def find(account: Account, limit: int, wanted: MessageQuery, now: datetime) -> ActivityPage:
    """Return the newest messages that match, each with its `gmail`. Raises KeyError for an unknown filter."""
    which = wanted.condition(account, now)
    if wanted.filter in _BY_INDEX and not wanted.search:
        return ActivityPage(await newest(account, limit, which))
    end = await listing.step_end(account)
    mine = Message.filter(which, account_id=account.id).using_db(read_only())
    # The query is in list order, so an index limits it to this step. The sort by activity follows.
    near = (mine.filter(down_to(end)) if end else mine).order_by(*ORDER).limit(listing.AT_A_TIME)
    places = await near.values_list("listed_at", "last_activity_at", "id")
    places.sort(key=lambda place: (max(place[0], place[1] or place[0]), place[2]), reverse=True)
    ids = [place[2] for place in places[:limit]]
    messages = await slim_with_gmail(Message.filter(id__in=ids)).using_db(read_only()) if ids else []
    return ActivityPage(sorted(messages, key=_newness, reverse=True), end)


async def newest(account: Account, limit: int, which: Q) -> list[Message]:
    """Return the `limit` messages with the latest activity among those of `account` that match `which`."""
    mine = slim_with_gmail(Message.filter(which, account_id=account.id)).using_db(read_only())
    active = await mine.filter(last_activity_at__not_isnull=True).order_by("-last_activity_at").limit(limit)
    listed = await mine.order_by(*ORDER).limit(limit)
    found = {message.id: message for message in (*active, *listed)}
    return sorted(found.values(), key=_newness, reverse=True)[:limit]


def _newness(message: Message) -> tuple[datetime, UUID]:
    return max(message.listed_at, message.last_activity_at or message.listed_at), message.id
