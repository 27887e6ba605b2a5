"""What the popup shows: the newest messages, all or some, by the same few queries always."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from tortoise.expressions import Q

from server.accounts.models import Account
from server.accounts.threshold import EVERYTHING, LIKELY
from server.events.models import Event
from server.lib import clock
from server.lib.database.connection import read_only
from server.lib.web.datetimes import zone_called
from server.messages import related
from server.messages.models import Message
from server.messages.opened import NOT_OF_MESSAGES, NOTHING_CAME_BACK, OF_MESSAGES, signs
from server.messages.queries import slim_with_gmail
from server.messages.related import NOBODY, Clicked, Readers
from server.messages.reminders import is_answered
from server.messages.search_text import containing

MOST = 50
AT_A_TIME = 5000  # of the newest mails a search or a filter looks through: the popup asks every few seconds
MOST_UNSEEN = 100  # the badge says "99+"
RECENT = timedelta(days=30)  # what is older is no news, by a threshold that is looked up among events
LONG = timedelta(days=3)  # so long without a sign is worth a filter


@dataclass(frozen=True, slots=True)
class Entry:
    """One message in the feed."""

    message: Message
    readers: Readers
    unseen: bool
    muted: bool
    remind_at: datetime | None
    clicked: Clicked | None


@dataclass(frozen=True, slots=True)
class Found:
    """What was asked for. `looked_to`: what was sent before that was not looked at, and may match, too."""

    entries: list[Entry]
    looked_to: datetime | None = None


async def find(account: Account, limit: int, text: str, name: str, now: datetime) -> Found:
    """The newest messages, all or some. Raises KeyError for a filter that there is not."""
    which = asked_for(account, text, name, now)
    if name in BY_INDEX and not text.split():
        return Found(await newest(account, limit, which))
    end = await _end(account)
    mine = Message.filter(which, account_id=account.id).using_db(read_only())
    # In the order of the list, whose index holds the reading to this step; by activity it is sorted here.
    near = (mine.filter(listed_at__gte=end) if end else mine).order_by("-listed_at", "-id").limit(AT_A_TIME)
    places = await near.values_list("listed_at", "last_activity_at", "id")
    places.sort(key=lambda place: (max(place[0], place[1] or place[0]), place[2]), reverse=True)
    ids = [place[2] for place in places[:limit]]
    messages = await slim_with_gmail(Message.filter(id__in=ids)).using_db(read_only()) if ids else []
    return Found(await _entries(account, sorted(messages, key=_newness, reverse=True)), end)


async def newest(account: Account, limit: int, which: Q | None = None) -> list[Entry]:
    """The `limit` messages of `account` in which something happened last; being sent counts too."""
    mine = slim_with_gmail(Message.filter(which or Q(), account_id=account.id)).using_db(read_only())
    active = await mine.filter(last_activity_at__not_isnull=True).order_by("-last_activity_at").limit(limit)
    listed = await mine.order_by("-listed_at", "-id").limit(limit)
    found = {message.id: message for message in (*active, *listed)}
    messages = sorted(found.values(), key=_newness, reverse=True)[:limit]
    return await _entries(account, messages)


def asked_for(account: Account, text: str, name: str, now: datetime) -> Q:
    """What the popup's search and filter mean. Raises KeyError for a filter that there is not."""
    return Q(containing(text), FILTERS[name](account, now))


async def unseen(account: Account) -> int:
    """How many messages were opened since the person looked last; at most MOST_UNSEEN."""
    if account.threshold != LIKELY:
        return len((await _unseen_by_events(account))[:MOST_UNSEEN])
    opened = Q(last_open_at__not_isnull=True)
    if account.seen_at:  # an open is an activity: that is what the index knows
        opened = Q(last_open_at__gt=account.seen_at, last_activity_at__gt=account.seen_at)
    found = Message.filter(opened, account_id=account.id).using_db(read_only()).exclude(state="undone")
    return len(await found.limit(MOST_UNSEEN).values_list("id", flat=True))


async def _unseen_by_events(account: Account, ids: Collection[UUID] | None = None) -> list[UUID]:
    """Messages with an open from the threshold on since the person looked last, of the last month."""
    since = max(account.seen_at or account.created_at, clock.now() - RECENT)
    news = Event.filter(signs(account.threshold), account_id=account.id, at__gt=since)
    if ids is not None:
        news = news.filter(message_id__in=list(ids))
    rows = news.using_db(read_only()).distinct().limit(MOST_UNSEEN).values_list("message_id", flat=True)
    return [UUID(str(each)) for each in await rows]


async def see(account: Account, until: datetime) -> None:
    """The person has looked at everything up to `until`. Never goes back."""
    earlier = Q(seen_at=None) | Q(seen_at__lt=until)
    await Account.filter(earlier, id=account.id).update(seen_at=until)


def _everything(account: Account, now: datetime) -> Q:
    return Q()


def _unopened(account: Account, now: datetime) -> Q:
    unopened = NOT_OF_MESSAGES[account.threshold]
    return Q(unopened, NOTHING_CAME_BACK, clicks=0, state="sent", sent_at__lte=now - LONG)


def _opened_today(account: Account, now: datetime) -> Q:
    local = now.astimezone(zone_called(account.time_zone))
    began = local.replace(hour=0, minute=0, second=0, microsecond=0)
    today = Q(last_open_at__gte=began, last_activity_at__gte=began)
    if account.threshold == EVERYTHING:
        today |= Q(loaded_at__gte=began)
    return today & OF_MESSAGES[account.threshold] & ~Q(state="undone")


def _clicked(account: Account, now: datetime) -> Q:
    return Q(clicks__gt=0) & ~Q(state="undone")


async def _end(account: Account) -> datetime | None:
    """Where one step of a search ends; None when it ends with the history. Read from the index alone."""
    mine = Message.filter(account_id=account.id).using_db(read_only()).order_by("-listed_at", "-id")
    last = await mine.offset(AT_A_TIME - 1).limit(1).values_list("listed_at", "id")
    return last[0][0] if last else None


FILTERS: Mapping[str, Callable[[Account, datetime], Q]] = {
    "": _everything,
    "unopened": _unopened,
    "opened_today": _opened_today,
    "clicked": _clicked,
}
BY_INDEX = frozenset({"", "opened_today"})  # these find theirs without looking through the history


async def _entries(account: Account, messages: list[Message]) -> list[Entry]:
    ids: list[UUID] = [message.id for message in messages]
    names, silent, due = await related.readers(ids), await related.muted(ids), await related.remind_at(ids)
    clicks = await related.clicked([message.id for message in messages if message.clicks])
    new = await _unseen_of(account, messages)
    return [
        Entry(
            message=message,
            readers=names.get(message.id, NOBODY),
            unseen=message.id in new,
            muted=message.id in silent,
            remind_at=None if is_answered(message, account.threshold) else due.get(message.id),
            clicked=clicks.get(message.id),
        )
        for message in messages
    ]


async def _unseen_of(account: Account, messages: list[Message]) -> set[UUID]:
    if account.threshold != LIKELY:
        return set(await _unseen_by_events(account, [message.id for message in messages]))
    return {message.id for message in messages if _is_unseen(message, account.seen_at)}


def _newness(message: Message) -> tuple[datetime, UUID]:
    return max(message.listed_at, message.last_activity_at or message.listed_at), message.id


def _is_unseen(message: Message, seen_at: datetime | None) -> bool:
    if message.last_open_at is None or message.state == "undone":
        return False
    return seen_at is None or message.last_open_at > seen_at
