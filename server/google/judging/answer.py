"""An answer of Google as it came, and what was asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from server.lib import clock
from server.lib.net.outside_time import http_date


class Endpoint(StrEnum):
    """What was asked: for an access token, for the tokens of a code, or anything of the Gmail API."""

    TOKEN = "token"
    CODE = "code"
    API = "api"


@dataclass(frozen=True, slots=True)
class GoogleAnswer:
    """One HTTP answer. Names of headers are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    received_at: datetime = field(default_factory=lambda: clock.from_unix(clock.unix()))

    @property
    def date(self) -> datetime | None:
        """What time it was for the other side; None if it does not say."""
        return http_date(self.headers.get("date", ""))

    @property
    def clock_ahead(self) -> float | None:
        """By how many seconds our clock is ahead of the other side's; None if that is not known."""
        return (self.received_at - self.date).total_seconds() if self.date else None
