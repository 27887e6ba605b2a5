"""Kinds of fields that several bodies have, and what their types cannot say."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Annotated, Final

from msgspec import Meta

from server.lib.web.request_input import WrongField

CONTROL: Final = r"\x00-\x1f\x7f-\x9f\u2028\u2029"
PRINTABLE: Final = rf"\A[^{CONTROL}]+\Z"
WORD: Final = rf"\A[^\s{CONTROL}]+\Z"
_CONTROL: Final = re.compile(f"[{CONTROL}]+")
_EARLIEST: Final = datetime(2000, 1, 1, tzinfo=UTC)
_LATEST: Final = datetime(2100, 1, 1, tzinfo=UTC)

Address = Annotated[str, Meta(max_length=254, pattern=rf"\A[^@\s{CONTROL}]+@[^@\s{CONTROL}]+\Z")]
GmailId = Annotated[str, Meta(max_length=32, pattern=r"\A[0-9a-f]+\Z")]
Moment = Annotated[datetime, Meta(tz=True)]


def line(text: str, most: int) -> str:
    """A text for one line: control characters become spaces, and it is cut after `most` characters."""
    return _CONTROL.sub(" ", text)[:most].strip()


def utc(name: str, moment: datetime) -> datetime:
    """The moment of the field `name`, in UTC. Raises WrongField for one that no clock of today tells."""
    if not _EARLIEST <= moment < _LATEST:
        raise WrongField(name, "Expected a moment between 2000 and 2100")
    return moment.astimezone(UTC)
