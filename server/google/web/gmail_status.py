"""Decides what pages say about a person's Gmail: whether it works, and if not, who can repair it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from server.failures.codes import FailureCode
from server.google.access import grant_state
from server.google.access.grant_keeper import key_of
from server.google.failures import REPAIRS, Who
from server.google.models import GmailGrant
from server.lib import clock
from server.lib.database.connection import read_only
from server.lib.failure import Failure
from server.lib.outbox import OutboxRow

SOON = timedelta(hours=48)  # before the end of access that Google named in advance
TESTING = timedelta(days=7)  # after which Google ends permissions for a project in Testing
_EARLIER, _LATER = (
    timedelta(hours=6),
    timedelta(hours=30),
)  # of TESTING: we notice the end at the next request
_PATIENCE = timedelta(hours=1)  # until a doubt is worth a notice above the list


class State(StrEnum):
    """WORKS. ENDS_SOON: Google has named the end. REFUSED: until somebody repairs that. DOUBTED: Gmail does
    not accept Google's own access tokens. SEEMS_ENDED: until the second look. ENDED.
    """

    WORKS = "works"
    ENDS_SOON = "ends-soon"
    REFUSED = "refused"
    DOUBTED = "doubted"
    SEEMS_ENDED = "seems-ended"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class GmailStatus:
    """What pages say about one grant.

    `reason`: why it is refused or has ended; `link`: Google's page about it, or "". `since`: since when.
    `next_at`: when Google is asked again. `testing`: it probably ends because the project is in Testing.
    `named`: the reason says itself why the grant has ended. `waiting`: the number of things that wait for it.
    """

    grant: GmailGrant
    state: State
    reason: Failure | None = None
    link: str = ""
    who: Who = Who.NOBODY
    since: datetime | None = None
    next_at: datetime | None = None
    testing: bool = False
    named: bool = False
    sends_again_at: datetime | None = None
    waiting: int = 0

    @property
    def ended(self) -> bool:
        """Whether only connecting again helps, as far as Google says now."""
        return self.state in {State.SEEMS_ENDED, State.ENDED}

    @property
    def mark(self) -> str:
        """Return a text that changes whenever the notice above the list does; "" if there is none."""
        if not self.is_problem:
            return ""
        shown = (self.state, self.reason, self.since or self.grant.access_ends_at, bool(self.next_at))
        return f"gmail{sha256(repr(shown).encode()).hexdigest()[:12]}"

    @property
    def is_problem(self) -> bool:
        """Whether the person has to know of it without looking at the settings."""
        if self.state == State.DOUBTED:
            return self.since is not None and clock.now() - self.since > _PATIENCE
        return self.state != State.WORKS


async def of(account_id: int) -> GmailStatus | None:
    """Return the status of a person's Gmail; None if it was not connected."""
    grant = await GmailGrant.filter(account_id=account_id).using_db(read_only()).first()
    if grant is None:
        return None
    waiting = OutboxRow.filter(waits_for=key_of(account_id), done_at=None, failed_at=None)
    return status_of(grant, clock.now(), await waiting.using_db(read_only()).count())


async def refused_by_owner() -> list[Failure]:
    """Return for what reasons Google refuses people's grants that the owner of the server can repair."""
    refused = GmailGrant.filter(refusal__not_isnull=True, disconnected_at=None, account__disabled_at=None)
    reasons = [grant_state.refusal_of(grant) for grant in await refused.using_db(read_only()).limit(500)]
    return [each for each in reasons if each and REPAIRS.get(each.code) == Who.OWNER]


def status_of(grant: GmailGrant, now: datetime, waiting: int = 0) -> GmailStatus:
    """Return what pages say about a grant."""
    until = grant.may_send_at if grant.may_send_at and grant.may_send_at > now else None
    refusal = grant_state.refusal_of(grant)
    if grant.disconnected_at is not None:
        return _ended(grant, waiting)
    if refusal is not None and not grant_state.is_doubted(grant):
        shown, link = _without_link(refusal)
        who = REPAIRS.get(refusal.code, Who.OWNER)
        since = grant.refused_since
        return GmailStatus(
            grant,
            State.REFUSED,
            shown,
            link,
            who,
            since,
            grant.probe_at,
            sends_again_at=until,
            waiting=waiting,
        )
    if refusal is not None:
        since = grant.refused_since
        return GmailStatus(
            grant, State.DOUBTED, refusal, "", Who.NOBODY, since, grant.probe_at, waiting=waiting
        )
    ends = grant.access_ends_at
    if ends is not None and timedelta() <= ends - now <= SOON:
        return GmailStatus(
            grant, State.ENDS_SOON, testing=_is_testing(grant, ends), sends_again_at=until, waiting=waiting
        )
    return GmailStatus(grant, State.WORKS, sends_again_at=until, waiting=waiting)


def _ended(grant: GmailGrant, waiting: int) -> GmailStatus:
    reason, link = _without_link(grant_state.reason_of(grant))
    named = reason.code != FailureCode.GRANT_ENDED
    assert grant.disconnected_at
    return GmailStatus(
        grant,
        State.SEEMS_ENDED if grant.second_look_at else State.ENDED,
        reason,
        link,
        Who.PERSON,
        grant.disconnected_at,
        grant.second_look_at,
        testing=not named and _is_testing(grant, grant.disconnected_at),
        named=named,
        waiting=waiting,
    )


def _is_testing(grant: GmailGrant, end: datetime) -> bool:
    """Return whether a permission that ended at `end` probably did so because the project is in Testing."""
    if grant.access_ends_at is not None and end >= grant.access_ends_at - _EARLIER:
        return _is_week(grant.access_ends_at - grant.connected_at)
    return grant.access_ends_at is None and _is_week(end - grant.connected_at)


def _is_week(lasted: timedelta) -> bool:
    return TESTING - _EARLIER <= lasted <= TESTING + _LATER


def _without_link(reason: Failure) -> tuple[Failure, str]:
    """Return the failure without Google's link, which pages show as a button, and the link."""
    link = str(reason.values.get("link", ""))
    rest = {name: value for name, value in reason.values.items() if name != "link"}
    return Failure(reason.code, rest), link if link.startswith("https://") else ""
