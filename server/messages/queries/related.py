"""Loads recipients, clicks, mutes and reminders of many messages, each in one or two queries."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise.functions import Max, Min

from server.lib.database import sql
from server.lib.database.connection import read_only
from server.messages.models import Link, Mute, Recipient, Reminder
from server.messages.wording import first_and_more, opener_called

Ids = Collection[UUID]


@dataclass(frozen=True, slots=True)
class RecipientSummary:
    """The first recipient's name (or address), and the number of recipients."""

    first: str = ""
    count: int = 0

    def line(self) -> str:
        """The recipients on one line: "Bob", "Bob and 2 more"."""
        return first_and_more(self.first, self.count)

    def who(self) -> str:
        """Who may have opened the message: "Bob", "One of 3 recipients"."""
        return opener_called(self.first, self.count)


NOBODY = RecipientSummary()


@dataclass(frozen=True, slots=True)
class Clicked:
    """The first and last time that people clicked links of a message."""

    first: datetime
    last: datetime


async def recipient_summaries(messages: Ids) -> Mapping[UUID, RecipientSummary]:
    """Return summaries for the messages that have recipients.

    The numbers of a message's recipients have no gaps, so the highest number is the count.
    """
    of_these = Recipient.filter(message_id__in=list(messages)).using_db(read_only())
    counts = await of_these.annotate(most=Max("number")).group_by("message_id").values("message_id", "most")
    first = await of_these.filter(number=1).values("message_id", "name", "address")
    names = {row["message_id"]: row["name"] or row["address"] for row in first}
    return {
        row["message_id"]: RecipientSummary(names.get(row["message_id"], ""), _whole(row["most"]))
        for row in counts
    }


async def clicked(messages: Ids) -> Mapping[UUID, Clicked]:
    """Return the first and last click of those messages whose links people followed."""
    if not messages:
        return {}
    links = Link.filter(message_id__in=list(messages), clicks__gt=0).using_db(read_only())
    rows = (
        await links.annotate(first=Min("first_click_at"), last=Max("last_click_at"))
        .group_by("message_id")
        .values("message_id", "first", "last")
    )
    moments = {row["message_id"]: (sql.moment(row["first"]), sql.moment(row["last"])) for row in rows}
    return {each: Clicked(first, last) for each, (first, last) in moments.items() if first and last}


async def muted(messages: Ids) -> set[UUID]:
    """Return those of the messages that are muted."""
    silent = Mute.filter(message_id__in=list(messages)).using_db(read_only())
    return {UUID(str(each)) for each in await silent.values_list("message_id", flat=True)}


async def remind_at(messages: Ids) -> Mapping[UUID, datetime]:
    """Return message -> the time of its reminder, for messages whose reminder has not fallen due."""
    waiting = Reminder.filter(message_id__in=list(messages), fell_due_at=None).using_db(read_only())
    return {row["message_id"]: row["due_at"] for row in await waiting.values("message_id", "due_at")}


def _whole(number: Any) -> int:
    return int(number or 0)
