"""Keeps what Google's answers mean for a grant in its row, and wakes what waits once a request works."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.queryset import QuerySet
from tortoise.transactions import in_transaction

from server.failures.codes import FailureCode
from server.google import reply_watch
from server.google.access import grant_state, revocation
from server.google.access.grant_state import Change
from server.google.failures import CONCERNS_ONE_REQUEST, Disconnected, GoogleFailure, Limited, Refused
from server.google.models import GmailGrant
from server.lib import clock, outbox
from server.lib.failure import Failure
from server.lib.outbox import Transient

log = logging.getLogger(__name__)


def key_of(account_id: int) -> str:
    """Return the key by which outbox rows wait for this account's Gmail."""
    return f"gmail:{account_id}"


async def wake(account_id: int, using: BaseDBAsyncClient | None = None) -> None:
    """Make due at once what waits for this account's Gmail."""
    await outbox.wake(key_of(account_id), using)
    await reply_watch.hasten(account_id, using)


@dataclass(frozen=True, slots=True)
class StoredGrantKeeper:
    """Keeps the state of one grant, as it was when it was opened, in its row."""

    grant: GmailGrant

    def barred(self, *, sends: bool) -> GoogleFailure | None:
        """Return the stored refusal or the rest of the limit of sent mails; None if Google may be asked."""
        refusal = grant_state.refusal_of(self.grant)
        if refusal is not None and not grant_state.is_doubted(self.grant):
            return Refused(refusal, self._key)
        until, now = self.grant.may_send_at, clock.now()
        if sends and until and until > now:
            reason = Failure(FailureCode.SENDING_LIMIT, {"until": until.isoformat()})
            return Limited(reason, self._key, until - now)
        return None

    async def worked(self) -> None:
        """Clear what was noted, and wake what waited."""
        change, account_id = grant_state.after_success(self.grant), self.grant.account_id
        if not change:
            return
        async with in_transaction() as db:
            if await self._note(change, db):
                await wake(account_id, db)
                log.info("Google accepts the Gmail permission of account %s again", account_id)

    async def failed(self, failure: GoogleFailure, *, of_profile: bool = False) -> GoogleFailure:
        """Note what concerns the whole grant, and return the failure with the key of what waits for it.

        `of_profile`: Google was only asked whether the grant works, so any refusal concerns all requests.
        """
        now = clock.now()
        match failure:
            case Disconnected(reason):
                await self._end(grant_state.after_end(self.grant, reason, now), reason)
            case Refused(reason) if of_profile or reason.code not in CONCERNS_ONE_REQUEST:
                await self._note(grant_state.after_refusal(self.grant, reason, now))
            case Transient(reason) if reason.code == FailureCode.GRANT_REFUSED:
                await self._end(grant_state.after_doubt(self.grant, now), reason)
                if self.grant.disconnected_at is not None:
                    return Disconnected(reason, self._key)
            case Transient(reason, wait) if reason.code == FailureCode.SENDING_LIMIT and wait:
                await self._of_this_grant().update(may_send_at=now + wait)
                return Limited(reason, self._key, wait)
        if isinstance(failure, Disconnected | Refused):
            return replace(failure, waits_for=self._key)
        return failure

    async def _end(self, change: Change, reason: Failure) -> None:
        """Note that the grant seems to have ended. Revoke what is deleted although it may be valid."""
        grant, sealed = self.grant, self.grant.sealed_refresh_token
        async with in_transaction() as db:
            over = await self._note(change, db) and "sealed_refresh_token" in change
            if over and sealed and reason.code != FailureCode.GRANT_ENDED:
                await revocation.revoke_soon(grant.account_id, sealed, grant.google_sub, grant.email, db)

    @property
    def _key(self) -> str:
        return key_of(self.grant.account_id)

    async def _note(self, change: Change, using: BaseDBAsyncClient | None = None) -> bool:
        """Change the row, unless it has changed since we opened it. Return whether that was done."""
        if not change:
            return False
        grant = self.grant
        # Race: another request, process or probe has noted something meanwhile, which is newer than what we
        # asked; or somebody claimed the grant for a probe, which then finds out what we know.
        unchanged = self._of_this_grant().filter(
            disconnected_at=grant.disconnected_at,
            second_look_at=grant.second_look_at,
            probe_at=grant.probe_at,
            refusals=grant.refusals,
        )
        won = await (unchanged.using_db(using) if using else unchanged).update(**change) == 1
        if won:
            self._tell(change)
            grant.update_from_dict(dict(change))
        return won

    def _tell(self, change: Change) -> None:
        if change.get("refusal") and self.grant.refusal != change["refusal"]:
            log.warning(
                "Google refuses the Gmail of account %s for now: %s", self.grant.account_id, change["refusal"]
            )
        if change.get("disconnected_at"):
            log.warning(
                "Google says that the Gmail permission of account %s has ended: %s; it will be asked again",
                self.grant.account_id,
                change["failure"],
            )
        if "sealed_refresh_token" in change:
            log.warning("the Gmail permission of account %s has ended", self.grant.account_id)

    def _of_this_grant(self) -> QuerySet[GmailGrant]:
        # Race: the person has connected Gmail again meanwhile; a late answer must not change the newer grant.
        return GmailGrant.filter(id=self.grant.id, connected_at=self.grant.connected_at)
