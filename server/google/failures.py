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
    # what Google's answers mean
    FailureCode.API_DISABLED: Who.OWNER,
    FailureCode.PROJECT_SUSPENDED: Who.OWNER,
    FailureCode.PROJECT_DELETED: Who.OWNER,
    FailureCode.PROJECT_BILLING: Who.OWNER,
    FailureCode.PROJECT_QUOTA: Who.OWNER,
    FailureCode.DOMAIN_POLICY: Who.ADMIN,
    FailureCode.SESSION_CONTROL: Who.PERSON,
    FailureCode.ACCOUNT_GONE: Who.ADMIN,
    FailureCode.ACCOUNT_SUSPENDED: Who.ADMIN,
    FailureCode.DELEGATION_REFUSED: Who.ADMIN,
    FailureCode.OTHER_MAILBOX: Who.PERSON,
    FailureCode.NO_GMAIL: Who.PERSON,
    FailureCode.MAILBOX_FULL: Who.PERSON,
    FailureCode.MAIL_TOO_LARGE: Who.PERSON,
    FailureCode.ADDRESS_REFUSED: Who.PERSON,
    FailureCode.CLOCK_WRONG: Who.OWNER,
    FailureCode.NOT_A_TESTER: Who.OWNER,
    FailureCode.PRECONDITION: Who.PERSON,
    FailureCode.GMAIL_REFUSES: Who.OWNER,
    FailureCode.NETWORK_REFUSED: Who.OWNER,
    FailureCode.PROXY_REFUSES: Who.OWNER,
    FailureCode.CERTIFICATE_UNTRUSTED: Who.OWNER,
    FailureCode.CLIENT_UNKNOWN: Who.OWNER,
    FailureCode.CLIENT_DELETED: Who.OWNER,
    FailureCode.CLIENT_DISABLED: Who.OWNER,
    FailureCode.CLIENT_ELSEWHERE: Who.OWNER,
    FailureCode.CONSENT_UNCONFIGURED: Who.OWNER,
    FailureCode.ORG_INTERNAL: Who.OWNER,
    FailureCode.CLOCK_BEHIND: Who.OWNER,
    FailureCode.CLOCK_AHEAD: Who.OWNER,
    FailureCode.ADMIN_BLOCKS: Who.ADMIN,
    FailureCode.ADVANCED_PROTECTION: Who.PERSON,
    FailureCode.EMBEDDED_BROWSER: Who.PERSON,
    FailureCode.CODE_OVER: Who.PERSON,
    FailureCode.SIGN_IN_UNFINISHED: Who.PERSON,
    FailureCode.COPIES_NOT_ALLOWED: Who.PERSON,
    FailureCode.OTHER_GMAIL: Who.PERSON,
}
"""Who can repair a failure with this code, or do without what can't be done; NOBODY for all others."""

CONCERNS_ONE_REQUEST = frozenset(
    {
        FailureCode.NOT_PERMITTED,
        FailureCode.OTHER_MAILBOX,
        FailureCode.MAILBOX_FULL,
        FailureCode.PRECONDITION,
        FailureCode.GMAIL_REFUSES,
    }
)
"""Refusals of one request, while the same grant may be good for others."""


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
class Limited(Waiting):
    """Gmail takes no more mails from this person until `wait` has passed; nobody has to repair anything."""


@dataclass(frozen=True, slots=True)
class Unsure(Transient):
    """There was no proper answer, so Google may or may not have carried out the request."""


def who_repairs(failure: GoogleFailure) -> Who:
    """Return who can repair a failure; NOBODY if it passes by itself, or if nobody can."""
    match failure:
        case Transient() | Limited():
            return Who.NOBODY
        case Permanent(reason):
            return REPAIRS.get(reason.code, Who.NOBODY)
        case Disconnected(reason):
            return REPAIRS.get(reason.code, Who.PERSON)
        case Refused():
            return failure.who


GONE = Permanent(Failure(FailureCode.GMAIL_MESSAGE_GONE))
Unusable = Refused | Disconnected
GoogleFailure = Transient | Permanent | Refused | Disconnected | Limited


def may_only_send(failure: GoogleFailure) -> bool:
    """Return whether this refusal of the profile says that the grant works, but allows only to send mail."""
    return failure.reason.code == FailureCode.NOT_PERMITTED
