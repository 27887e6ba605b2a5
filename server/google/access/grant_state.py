"""Decides what an answer of Google changes about a grant: works, refused for now, doubted, ended. Pure.

Each function takes the row as it was when Google was asked, and returns the columns to change. A grant ends
only after a second look (decision 065): until then its token is kept, and an answer that works undoes all.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from server.failures.codes import FailureCode
from server.google.models import GmailGrant
from server.lib.failure import Failure, pack, unpack

SECOND_LOOK = timedelta(minutes=1)  # from the first "ended" until Google is asked once more
LAST_LOOK = timedelta(hours=1)  # "ended" so long after the first time is believed
DOUBTED = timedelta(hours=6)  # a grant whose access tokens Gmail has refused for so long has ended
DOUBTS = 10  # so many refusals of access tokens, at least: the server may have been off in between
PROBES = tuple(timedelta(minutes=m) for m in (1, 2, 5, 10, 15, 30))  # pauses; the last one repeats
LULL = timedelta(hours=1)  # so long after the last probe, a refusal is a new one and begins with short pauses

Change = Mapping[str, Any]
_CLEAR = {"refusal": None, "refused_since": None}
_BACK = {"disconnected_at": None, "failure": None, "second_look_at": None}
_DOUBT = Failure(FailureCode.GRANT_REFUSED)


def refusal_of(grant: GmailGrant) -> Failure | None:
    """Return why Google refuses for now; None if it does not."""
    return next(iter(unpack(grant.refusal or ())), None)


def reason_of(grant: GmailGrant) -> Failure:
    """Return why the grant has ended, or seems to have."""
    return next(iter(unpack(grant.failure or ())), Failure(FailureCode.GRANT_ENDED))


def is_doubted(grant: GmailGrant) -> bool:
    """Return whether Gmail does not accept access tokens that Google has just given."""
    return refusal_of(grant) == _DOUBT


def asked_at(grant: GmailGrant) -> datetime | None:
    """Return when a refused grant was last asked; None if it is not refused."""
    if grant.refusal is None or grant.probe_at is None:
        return None
    return grant.probe_at - _pause(grant.refusals)


def after_success(grant: GmailGrant) -> Change:
    """Forget refusals, doubts and the end; {} if nothing was noted.

    `refusals` and `probe_at` stay, so that a request that is refused although the probe works does not make
    us ask in quick succession.
    """
    noted = grant.refusal is not None or grant.disconnected_at is not None
    return {**_CLEAR, **_BACK} if noted else {}


def after_refusal(grant: GmailGrant, reason: Failure, now: datetime) -> Change:
    """Note a refusal that somebody can repair, and when to ask again. It also shows that the grant lives."""
    lasting = grant.refusal is not None or (grant.probe_at is not None and now - grant.probe_at < LULL)
    refusals = grant.refusals + 1 if lasting else 1
    same = grant.refusal is not None and is_doubted(grant) == (reason == _DOUBT)
    return {
        "refusal": pack([reason]),
        "refused_since": grant.refused_since if same else now,
        "refusals": refusals,
        "probe_at": now + _pause(refusals),
        **_BACK,
    }


def after_doubt(grant: GmailGrant, now: datetime) -> Change:
    """Note that Gmail did not accept a new access token; after hours of it, that the grant has ended."""
    if grant.disconnected_at is not None and reason_of(grant) == _DOUBT:
        return after_end(grant, _DOUBT, now)
    since = grant.refused_since if is_doubted(grant) else None
    if since is not None and now - since >= DOUBTED and grant.refusals + 1 >= DOUBTS:
        return after_end(grant, _DOUBT, now)
    return after_refusal(grant, _DOUBT, now)


def after_end(grant: GmailGrant, reason: Failure, now: datetime) -> Change:
    """Note that Google calls the grant ended. The token is deleted once it has said so for an hour."""
    if grant.disconnected_at is None:
        over = {"disconnected_at": now, "second_look_at": now + SECOND_LOOK}
        return {**over, "failure": pack([reason]), **_CLEAR}
    if grant.second_look_at is None:
        return {}
    if now - grant.disconnected_at < LAST_LOOK:
        return {"second_look_at": grant.disconnected_at + LAST_LOOK, "failure": pack([reason])}
    return {"second_look_at": None, "failure": pack([reason]), "sealed_refresh_token": None}


def _pause(refusals: int) -> timedelta:
    return PROBES[max(min(refusals, len(PROBES)) - 1, 0)]
