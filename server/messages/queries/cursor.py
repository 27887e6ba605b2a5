"""Defines cursors in the message list, with a text form, so that pages do not shift when mails are added."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from tortoise.expressions import Q

from server.messages.models import Message

_START = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_MOMENT = r"-?[0-9a-f]{1,16}"
_CURSOR = re.compile(rf"({_MOMENT})-([0-9a-f]{{32}})")


class NotACursor(Exception):
    """The text is not that of a cursor."""


@dataclass(frozen=True, slots=True, order=True)
class Cursor:
    """The position of the message `id`, whose `listed_at` is `at` (aware, UTC)."""

    at: datetime
    id: UUID

    def __str__(self) -> str:
        return f"{moment_text(self.at)}-{self.id.hex}"


def parse(text: str) -> Cursor:
    """Parse the text of a cursor. Raises NotACursor."""
    found = _CURSOR.fullmatch(text)
    at = moment_of(found[1]) if found else None
    if found is None or at is None:
        raise NotACursor(text)
    return Cursor(at, UUID(hex=found[2]))


def moment_text(at: datetime) -> str:
    """Format a time as short text, to the microsecond; `moment_of` reads it."""
    return f"{(at - _START) // _MICROSECOND:x}"


def moment_of(text: str) -> datetime | None:
    """Parse a text made by `moment_text`; None for any other text."""
    if not re.fullmatch(_MOMENT, text):
        return None
    try:
        return _START + int(text, 16) * _MICROSECOND
    except OverflowError:
        return None


def place_of(message: Message) -> Cursor:
    """Return the position of a message in the list."""
    return Cursor(message.listed_at, message.id)


def older_than(place: Cursor) -> Q:
    """Return a filter for the messages after this position."""
    return _beyond(place, "lt")


def newer_than(place: Cursor) -> Q:
    """Return a filter for the messages before this position."""
    return _beyond(place, "gt")


def down_to(place: Cursor) -> Q:
    """Return a filter for the messages at this position and before it."""
    return Q(listed_at__gte=place.at) & (Q(listed_at__gt=place.at) | Q(id__gte=place.id))


def _beyond(place: Cursor, side: str) -> Q:
    beyond: dict[str, Any] = {f"listed_at__{side}": place.at}
    same_moment: dict[str, Any] = {"listed_at": place.at, f"id__{side}": place.id}
    # The time is compared twice, so that the database starts reading the index at the position.
    within: dict[str, Any] = {f"listed_at__{side}e": place.at}
    return Q(**within) & (Q(**beyond) | Q(**same_moment))
