"""Notes what Google's answers mean for a grant: works, refused for now, doubtful, ended.

Nothing is ended or deleted before a second look, and whatever waits is woken by the first request that works.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from tortoise.queryset import QuerySet

from server.failures.codes import FailureCode
from server.google.failures import Disconnected, GoogleFailure, Refused
from server.google.models import GmailGrant
from server.lib import clock, outbox
from server.lib.failure import Failure, pack, unpack
from server.lib.outbox import Transient

log = logging.getLogger(__name__)

SECOND_LOOK = timedelta(minutes=1)  # from the first "ended" until Google is asked once more
DOUBTED = timedelta(hours=6)  # a grant whose access tokens Google has refused for so long has ended
PROBES = tuple(timedelta(minutes=m) for m in (1, 2, 5, 10, 15, 30))  # pauses; the last one repeats


def key_of(account_id: int) -> str:
    """Return the key by which outbox rows wait for this account's Gmail."""
    return f"gmail:{account_id}"


@dataclass(frozen=True, slots=True)
class StoredGrantKeeper:
    """Keeps the state of one grant, as it was when it was opened, in its row."""

    grant: GmailGrant

    def barred(self, *, sends: bool) -> GoogleFailure | None:
        """Return the stored refusal or the rest of the limit of sent mails; None if Google may be asked."""
        refusal = _refusal(self.grant)
        if refusal is not None:
            return self._waiting(refusal)
        until, now = self.grant.may_send_at, clock.now()
        if sends and until and until > now:
            return Transient(Failure(FailureCode.SENDING_LIMIT, {"until": until.isoformat()}), until - now)
        return None

    async def worked(self) -> None:
        """Clear what was noted, and wake what waited."""
        grant = self.grant
        if grant.refusal is None and grant.disconnected_at is None:
            return
        clear = {"refusal": None, "refused_since": None, "probe_at": None}
        back = {"disconnected_at": None, "failure": None, "second_look_at": None}
        await self._ours().update(**clear, **back)
        await outbox.wake(key_of(grant.account_id))

    async def failed(self, failure: GoogleFailure) -> GoogleFailure:
        """Note what concerns the whole grant, and return the failure with the key of what waits for it."""
        match failure:
            case Disconnected(reason):
                return await self._ended(reason)
            case Refused(reason) if reason.code != FailureCode.NOT_PERMITTED:
                await self._refused(reason)
                return self._waiting(failure)
            case Refused():
                return self._waiting(failure)
            case Transient(reason) if reason.code == FailureCode.GRANT_REFUSED:
                return await self._doubted(failure)
            case Transient(reason, wait) if reason.code == FailureCode.SENDING_LIMIT and wait:
                await self._ours().update(may_send_at=clock.now() + wait)
        return failure

    async def _ended(self, reason: Failure) -> Disconnected:
        now = clock.now()
        if self.grant.disconnected_at is None:
            over = {"disconnected_at": now, "failure": pack([reason]), "second_look_at": now + SECOND_LOOK}
            await self._ours().filter(disconnected_at=None).update(**over)
        elif self.grant.second_look_at is not None:
            await self._ours().update(second_look_at=None, sealed_refresh_token=None)
        return Disconnected(reason, key_of(self.grant.account_id))

    async def _refused(self, reason: Failure) -> None:
        now, pause = clock.now(), PROBES[min(self.grant.refusals, len(PROBES) - 1)]
        change: dict[str, Any] = {"refusal": pack([reason]), "probe_at": now + pause}
        change |= {"refusals": self.grant.refusals + 1}
        if self.grant.refusal is None:
            change["refused_since"] = now
            log.warning("Google refuses account %s for now: %s", self.grant.account_id, reason)
        await self._ours().update(**change)

    async def _doubted(self, failure: Transient) -> GoogleFailure:
        since, now = self.grant.refused_since, clock.now()
        if since is not None and now - since > DOUBTED:
            return await self._ended(failure.reason)
        if since is None:
            await (
                self._ours()
                .filter(refused_since=None)
                .update(refused_since=now, refusal=pack([failure.reason]))
            )
        return failure

    def _waiting(self, failure: Refused) -> Refused:
        return replace(failure, waits_for=key_of(self.grant.account_id))

    def _ours(self) -> QuerySet[GmailGrant]:
        # Race: the person has connected Gmail again meanwhile; a late answer must not change the newer grant.
        return GmailGrant.filter(id=self.grant.id, connected_at=self.grant.connected_at)


def _refusal(grant: GmailGrant) -> Refused | None:
    noted: Iterable[Failure] = unpack(grant.refusal or ())
    return next((Refused(each) for each in noted if each.code != FailureCode.GRANT_REFUSED), None)
