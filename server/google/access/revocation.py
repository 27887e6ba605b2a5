"""Revokes permissions at Google that are no longer stored here, with retries, and shows those still in force.

Google ends all that a person has allowed Sightline at once, whichever of the tokens is named. So a permission
that is in use again, here or in another account, must not be revoked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import Any

from tortoise.backends.base.client import BaseDBAsyncClient

from server.failures.codes import FailureCode
from server.google.consent import flows, oauth
from server.google.models import GmailGrant
from server.google.settings import Google, GoogleSettings
from server.lib import clock, outbox
from server.lib.failure import Failure, other, pack
from server.lib.keys.signing import b64u, from_b64u
from server.lib.keys.vault import Vault, VaultError
from server.lib.outbox import Done, OutboxRow, Outcome, Permanent, Transient
from server.lib.runtime import runtime

# fact: {"account": id, "sealed": the refresh token to revoke, "sub" and "email": of the Google account}
GMAIL_LEFT = "gmail_left"
_CONNECTING = timedelta(minutes=1)  # until we look again whether the person has connected Gmail


@dataclass(frozen=True, slots=True)
class StillAllowed:
    """A permission that is deleted here and still in force at Google. `failed`: it is no longer retried."""

    email: str
    failed: bool


async def revoke_soon(
    account_id: int, sealed: bytes, sub: str, email: str, using: BaseDBAsyncClient | None = None
) -> None:
    """Have a permission revoked at Google in the background; `sealed` is its sealed refresh token."""
    fact = {"account": account_id, "sealed": b64u(sealed), "sub": sub, "email": email}
    await outbox.announce(GMAIL_LEFT, f"{account_id}:{sha256(sealed).hexdigest()[:40]}", fact, using=using)


async def revoke_later(fact: Mapping[str, Any]) -> Outcome:
    """Hears `gmail_left`: revokes the permission at Google, unless it is in use again."""
    google, token = runtime()[GoogleSettings].google, unseal(fact["account"], from_b64u(fact["sealed"]))
    sub = fact.get("sub", "")
    if await in_use(sub):
        return Done()
    if token is None:
        return Permanent(other("the saved permission cannot be opened any more"))
    if google is None:
        return Permanent(other("this server has no Google credentials any more"))
    if await flows.connecting(fact["account"]):
        # Race: Google may already have given the new permission, which we only learn of in a moment.
        return Transient(other("the person is connecting Gmail just now"), _CONNECTING)
    revoked = await revoke_now(google, token, sub)
    return Done() if revoked else Transient(other("Google could not be reached"))


async def revoke_now(google: Google, token: str, sub: str) -> bool:
    """Revoke a permission at Google, unless it is in use again. Return False if Google could not be reached.

    With it ends all that this Google account has allowed, so what could not be revoked earlier is settled.
    """
    if await in_use(sub):
        return True
    if not await oauth.revoke(google, token):
        return False
    await drop(sub)
    await _doubt(sub)
    return True


async def drop(sub: str, using: BaseDBAsyncClient | None = None) -> None:
    """Settle what was to be revoked for a Google account: all of it is revoked, or allowed again."""
    waiting = OutboxRow.filter(fact=GMAIL_LEFT, done_at=None)
    for row in await (waiting.using_db(using) if using else waiting):
        if sub and row.payload.get("sub") == sub:
            settled = OutboxRow.filter(id=row.id)
            over: dict[str, Any] = {"done_at": clock.now(), "failed_at": None, "payload": {}}
            await (settled.using_db(using) if using else settled).update(**over)


async def still_allowed(account_id: int) -> list[StillAllowed]:
    """Return the permissions of an account that are yet to be revoked, or could not be."""
    rows = await OutboxRow.filter(fact=GMAIL_LEFT, done_at=None).order_by("id")
    return [
        StillAllowed(row.payload.get("email", ""), failed=row.failed_at is not None)
        for row in rows
        if row.payload.get("account") == account_id and not await in_use(row.payload.get("sub", ""))
    ]


async def in_use(sub: str) -> bool:
    """Return whether a permission of this Google account is stored, for any account here.

    One that seems to have ended counts as well: Google may be wrong, so its token is kept for a while.
    """
    grants = GmailGrant.filter(google_sub=sub, sealed_refresh_token__not_isnull=True)
    return bool(sub) and await grants.exists()


async def _doubt(sub: str) -> None:
    """Have Google asked about a grant that was connected while an earlier one was being revoked (a race)."""
    doubt = {"refusal": pack([Failure(FailureCode.GRANT_REFUSED)]), "refused_since": clock.now()}
    await GmailGrant.filter(google_sub=sub, refusal__isnull=True).update(**doubt, probe_at=clock.now())


def unseal(account_id: int, sealed: bytes | None) -> str | None:
    """Return an account's refresh token; None if there is none or its key is missing."""
    return unseal_with(runtime()[Vault], account_id, sealed)


def unseal_with(vault: Vault, account_id: int, sealed: bytes | None) -> str | None:
    """Return an account's refresh token, outside of an app; None as for `unseal`."""
    try:
        return vault.open(sealed, vault_owner(account_id)) if sealed else None
    except VaultError:
        return None


def seal(account_id: int, refresh_token: str) -> bytes:
    """Return the refresh token as it is stored, readable for this account only."""
    return runtime()[Vault].seal(refresh_token, vault_owner(account_id))


def vault_owner(account_id: int) -> str:
    """Return the owner for which the vault seals the account's token."""
    return f"gmail-grant:{account_id}"
