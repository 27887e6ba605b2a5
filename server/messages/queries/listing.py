"""Returns pages of messages in list order, newest first; searches and filters in steps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from server.accounts.models import Account
from server.lib.database.connection import read_only
from server.messages.models import Message
from server.messages.queries.cursor import Cursor, down_to, newer_than, older_than, place_of
from server.messages.queries.filters import FILTERS
from server.messages.queries.search import containing
from server.messages.queries.slim import slim

PAGE_SIZE = 30
AT_A_TIME = 5000  # messages that a search or filter examines before it asks whether to continue
ORDER = ("-listed_at", "-id")


@dataclass(frozen=True, slots=True)
class MessageQuery:
    """Which messages to find.

    `filter`: a name in FILTERS. `before`: only messages older than this cursor; `after`: only newer ones.
    """

    search: str = ""
    filter: str = "all"
    before: Cursor | None = None
    after: Cursor | None = None

    @property
    def narrowed(self) -> bool:
        """Whether the search or the filter may leave out messages."""
        return bool(self.search) or self.filter != "all"

    def condition(self, account: Account, now: datetime) -> Q:
        """Return the search and the filter, without the position. Raises KeyError for an unknown filter."""
        return Q(containing(self.search), FILTERS[self.filter](account, now))


@dataclass(frozen=True, slots=True)
class Page:
    """Messages, newest first, each with its recipients. `older`: the cursor of the next page, or None.

    `searched_to`: where the search stopped before the page was full; older messages may match too.
    """

    messages: list[Message]
    older: Cursor | None
    searched_to: Cursor | None = None

    @property
    def newest(self) -> Cursor | None:
        """The position of the first message; messages listed later are new."""
        return place_of(self.messages[0]) if self.messages else None


async def find(account: Account, wanted: MessageQuery, now: datetime, size: int = PAGE_SIZE) -> Page:
    """Return one page of the account's messages. A search or filter examines at most AT_A_TIME messages."""
    end = await step_end(account, wanted.before) if wanted.narrowed and not wanted.after else None
    chosen = matching(account, wanted, now)
    found = (
        await slim(chosen.filter(down_to(end)) if end else chosen)
        .order_by(*ORDER)
        .limit(size + 1)
        .prefetch_related("recipients")
    )
    shown = found[:size]
    for message in shown:
        sort_recipients(message)
    if len(found) > size:
        return Page(shown, place_of(shown[-1]))
    return Page(shown, end, end)


async def has_any(account: Account) -> bool:
    """Return whether `account` has sent a tracked mail yet."""
    return await Message.filter(account_id=account.id).using_db(read_only()).exists()


async def step_end(account: Account, before: Cursor | None = None) -> Cursor | None:
    """Return where a search step that begins at `before` ends; None if it reaches the end of the history.

    Reads the index only.
    """
    mine = _mine(account).filter(older_than(before) if before else Q()).order_by(*ORDER)
    last = await mine.offset(AT_A_TIME - 1).limit(1).values_list("listed_at", "id")
    return Cursor(*last[0]) if last else None


def matching(account: Account, wanted: MessageQuery, now: datetime) -> QuerySet[Message]:
    """Return a query for the matching messages of `account`, without an order."""
    chosen = _mine(account).filter(wanted.condition(account, now))
    if wanted.before:
        chosen = chosen.filter(older_than(wanted.before))
    return chosen.filter(newer_than(wanted.after)) if wanted.after else chosen


def sort_recipients(message: Message) -> None:
    """Sort the loaded recipients in the order of the mail: to, cc, bcc."""
    message.recipients.related_objects.sort(key=lambda recipient: recipient.number)


def _mine(account: Account) -> QuerySet[Message]:
    return Message.filter(account_id=account.id).using_db(read_only())
