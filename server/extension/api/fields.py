"""Field types shared by several request bodies, and checks that types cannot express."""

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
    """Return a text on one line: without control characters, and at most `most` characters long."""
    return _CONTROL.sub(" ", text)[:most].strip()


def utc(name: str, moment: datetime) -> datetime:
    """Return the moment of the field `name` in UTC. Raises WrongField if it is outside 2000-2099."""
    if not _EARLIEST <= moment < _LATEST:
        raise WrongField(name, "Expected a moment between 2000 and 2100")
    return moment.astimezone(UTC)
