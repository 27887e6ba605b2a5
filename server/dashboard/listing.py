"""The list of messages: what is asked for, and the rows that answer it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from server.accounts.models import Account
from server.dashboard.cursor import Cursor, parse
from server.lib.database.connection import read_only
from server.lib.i18n import gettext_noop
from server.messages.models import Message
from server.messages.opened import NOT_OF_MESSAGES, NOTHING_CAME_BACK, OF_MESSAGES

PAGE_SIZE = 30
AT_A_TIME = 5000  # messages that a search or a filter looks through before it asks whether to go on
_WORDS = 8

FILTERS: Mapping[str, tuple[str, Callable[[str], Q]]] = {
    "all": (gettext_noop("All"), lambda _: Q()),
    "opened": (gettext_noop("Opened"), lambda threshold: OF_MESSAGES[threshold]),
    "waiting": (
        gettext_noop("No sign yet"),
        lambda threshold: Q(NOT_OF_MESSAGES[threshold], NOTHING_CAME_BACK, clicks=0, state="sent"),
    ),
    "clicked": (gettext_noop("Clicked"), lambda _: Q(clicks__gt=0)),
    "answered": (gettext_noop("Answered"), lambda _: Q(replied_at__not_isnull=True)),
    "returned": (gettext_noop("Not delivered"), lambda _: Q(bounces__gt=0)),
}


@dataclass(frozen=True, slots=True)
class Ask:
    """What a person wants to see. `before` pages to older messages, `after` asks for newer ones."""

    search: str = ""
    show: str = "all"
    before: Cursor | None = None
    after: Cursor | None = None

    @property
    def narrowed(self) -> bool:
        """Whether anything could be hidden by the search or the filter."""
        return bool(self.search) or self.show != "all"

    def address(self, **changes: object) -> dict[str, str]:
        """The query of the page that shows this, with some of it changed; what is as usual is left out."""
        whole = {"q": self.search, "show": "" if self.show == "all" else self.show, **changes}
        return {name: str(value) for name, value in whole.items() if value}


@dataclass(frozen=True, slots=True)
class Page:
    """Messages, newest first, each with its recipients. `older` is where the next page begins, if any.

    `looked_to`: the search stopped here, with room left on the page; what is older may match, too.
    """

    messages: list[Message]
    older: Cursor | None
    looked_to: Cursor | None = None

    @property
    def newest(self) -> Cursor | None:
        """The place of the first row; what is listed after it is news."""
        return place_of(self.messages[0]) if self.messages else None


def read(query: Mapping[str, str]) -> Ask:
    """What the address asks for. Raises NotACursor."""
    show = query.get("show", "all")
    return Ask(
        search=" ".join(query.get("q", "").replace("\0", "").split())[:200],
        show=show if show in FILTERS else "all",
        before=parse(query["before"]) if query.get("before") else None,
        after=parse(query["after"]) if query.get("after") else None,
    )


async def find(account: Account, ask: Ask, size: int = PAGE_SIZE) -> Page:
    """One page of what `account` has sent. However long the history, at most AT_A_TIME rows are read."""
    end = await _end(account, ask)
    matching = _matching(account, ask)
    found = (
        await (matching.filter(_from_on(end)) if end else matching)
        .order_by("-listed_at", "-id")
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
    """Whether `account` has sent a tracked mail yet."""
    return await Message.filter(account_id=account.id).using_db(read_only()).exists()


def place_of(message: Message) -> Cursor:
    """Where in the list a message stands."""
    return Cursor(message.listed_at, message.id)


def sort_recipients(message: Message) -> None:
    """Put the fetched recipients in the order of the mail: to, cc, bcc."""
    message.recipients.related_objects.sort(key=lambda recipient: recipient.number)


async def _end(account: Account, ask: Ask) -> Cursor | None:
    """Where this step of a search ends; None when it ends with the history. Read from the index alone."""
    if not ask.narrowed or ask.after:
        return None
    all_mine = _matching(account, Ask(before=ask.before)).order_by("-listed_at", "-id")
    last = await all_mine.offset(AT_A_TIME - 1).limit(1).values_list("listed_at", "id")
    return Cursor(*last[0]) if last else None


def _matching(account: Account, ask: Ask) -> QuerySet[Message]:
    chosen = Message.filter(FILTERS[ask.show][1](account.threshold), account_id=account.id).using_db(
        read_only()
    )
    for word in ask.search.lower().split()[:_WORDS]:
        chosen = chosen.filter(search_text__contains=word)
    if ask.before:
        chosen = chosen.filter(_beyond(ask.before, "lt"))
    if ask.after:
        chosen = chosen.filter(_beyond(ask.after, "gt"))
    return chosen


def _beyond(place: Cursor, side: str) -> Q:
    beyond: dict[str, Any] = {f"listed_at__{side}": place.at}
    same_moment: dict[str, Any] = {"listed_at": place.at, f"id__{side}": place.id}
    # Said twice, so that an index on the moment is entered at the place instead of read up to it.
    within: dict[str, Any] = {f"listed_at__{side}e": place.at}
    return Q(**within) & (Q(**beyond) | Q(**same_moment))


def _from_on(place: Cursor) -> Q:
    return Q(listed_at__gte=place.at) & (Q(listed_at__gt=place.at) | Q(id__gte=place.id))
