"""Represents failures of Google's API as values: busy, refused for now, ended, or never.

What somebody can repair is never final: `Refused` and `Disconnected` wait in the outbox (decision 063).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from server.failures.codes import FailureCode
from server.lib.failure import Failure
from server.lib.outbox import Permanent, Transient, Waiting


class Who(StrEnum):
    """Who can repair a failure: nobody has to, the person, the server's owner, or a Workspace admin."""

    NOBODY = "nobody"
    PERSON = "person"
    OWNER = "owner"
    ADMIN = "admin"


REPAIRS: Mapping[str, Who] = {
    FailureCode.SERVER_REFUSED: Who.OWNER,
    FailureCode.KEY_MISSING: Who.OWNER,
    FailureCode.NO_CREDENTIALS: Who.OWNER,
    FailureCode.NOT_PERMITTED: Who.PERSON,
    FailureCode.GRANT_ENDED: Who.PERSON,
    FailureCode.GRANT_REFUSED: Who.PERSON,
    FailureCode.COPIES_NOT_ALLOWED: Who.PERSON,
    FailureCode.OTHER_GMAIL: Who.PERSON,
}
"""Who can repair a failure with this code; NOBODY for all others."""


@dataclass(frozen=True, slots=True)
class Refused(Waiting):
    """Google refuses for now. Once somebody has repaired the cause, the same grant works again."""

    @property
    def who(self) -> Who:
        """Who can repair the cause."""
        return REPAIRS.get(self.reason.code, Who.OWNER)


@dataclass(frozen=True, slots=True)
class Disconnected(Waiting):
    """Google no longer accepts the grant; only the person can connect Gmail again."""


@dataclass(frozen=True, slots=True)
class Unsure(Transient):
    """There was no proper answer, so Google may or may not have carried out the request."""


GONE = Permanent(Failure(FailureCode.GMAIL_MESSAGE_GONE))
Unusable = Refused | Disconnected
GoogleFailure = Transient | Permanent | Refused | Disconnected
