"""The spool's record of a view time: how long a program kept the view-time image open.

A record is the version (3), a CRC-32 and a JSON array, framed as the record of a hit is.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

import msgspec

from server.lib import clock
from server.verdicts.hits import VIEW_TIME_VERSION, BadRecord, framed


class ViewTimeRecord(NamedTuple):
    """One view. `began` is in unix microseconds; `seconds` is a whole number."""

    id: UUID
    began: int
    seconds: int
    account: int
    message: UUID
    address: str
    user_agent: str

    @property
    def at(self) -> int:
        """When the view ended, in unix microseconds."""
        return self.began + self.seconds * 1_000_000

    @property
    def moment(self) -> datetime:
        """When the view began, as an aware datetime in UTC."""
        return clock.from_unix(self.began / 1_000_000)


_to_json = msgspec.json.Encoder(uuid_format="hex").encode
_from_json = msgspec.json.Decoder(tuple[UUID, int, int, int, UUID, str, str]).decode


def encode(view_time: ViewTimeRecord) -> bytes:
    """Return the spool's record of this view time."""
    return framed(VIEW_TIME_VERSION, _to_json(tuple(view_time)))


def view_time_in(body: bytes) -> ViewTimeRecord:
    """Return the view time in the body of a record. Raises BadRecord."""
    try:
        return ViewTimeRecord(*_from_json(body))
    except msgspec.MsgspecError as error:
        raise BadRecord(f"not a view time: {error}") from None
