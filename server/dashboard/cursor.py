"""A place in the list of messages, for pages that stay stable while new mails arrive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

_START = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_LENGTH = 64


class NotACursor(Exception):
    """The text does not name a place in the list: it was cut off or made up."""


@dataclass(frozen=True, slots=True, order=True)
class Cursor:
    """Right after the message `id` that is listed at `at` (aware, UTC)."""

    at: datetime
    id: UUID

    def __str__(self) -> str:
        return f"{(self.at - _START) // _MICROSECOND:x}-{self.id.hex}"


def parse(text: str) -> Cursor:
    """The cursor that was written as `text`. Raises NotACursor."""
    micros, dash, name = text.partition("-")
    if not dash or len(text) > _LENGTH:
        raise NotACursor(text)
    try:
        return Cursor(_START + int(micros, 16) * _MICROSECOND, UUID(hex=name))
    except (ValueError, OverflowError) as error:
        raise NotACursor(text) from error
