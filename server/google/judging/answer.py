"""An answer of Google as it came, and what was asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from server.lib import clock


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
    received_at: datetime = field(default_factory=clock.now)
