"""Revokes permissions at Google that are no longer stored here, with retries, and shows those still in force.

Google ends all that a person has allowed Sightline at once, whichever of the tokens is named. So a permission
that is in use again, here or in another account, must not be revoked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from tortoise.backends.base.client import BaseDBAsyncClient

from server.google import oauth
from server.google.models import GmailGrant
from server.google.settings import Google, GoogleSettings
from server.lib import outbox
from server.lib.failure import other
from server.lib.keys.signing import b64u, from_b64u
from server.lib.keys.vault import Vault, VaultError
from server.lib.outbox import Done, OutboxRow, Outcome, Permanent, Transient
from server.lib.runtime import runtime

# fact: {"account": id, "sealed": the refresh token to revoke, "sub" and "email": of the Google account}
GMAIL_LEFT = "gmail_left"


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
    if await in_use(fact.get("sub", "")):
        return Done()
    if token is None:
        return Permanent(other("the saved permission cannot be opened any more"))
    if google is None:
        return Permanent(other("this server has no Google credentials any more"))
    revoked = await revoke_now(google, token, fact.get("sub", ""))
    return Done() if revoked else Transient(other("Google could not be reached"))


async def revoke_now(google: Google, token: str, sub: str) -> bool:
    """Revoke a permission at Google. Return False if Google could not be reached.

    With it ends all that this Google account has allowed, so what could not be revoked earlier is settled.
    """
    if not await oauth.revoke(google, token):
        return False
    for row in await OutboxRow.filter(fact=GMAIL_LEFT, done_at=None, failed_at__not_isnull=True):
        if sub and row.payload.get("sub") == sub:
            await row.delete()
    return True


async def still_allowed(account_id: int) -> list[StillAllowed]:
    """Return the permissions of an account that are yet to be revoked, or could not be."""
    rows = await OutboxRow.filter(fact=GMAIL_LEFT, done_at=None).order_by("id")
    return [
        StillAllowed(row.payload.get("email", ""), failed=row.failed_at is not None)
        for row in rows
        if row.payload.get("account") == account_id and not await in_use(row.payload.get("sub", ""))
    ]


async def in_use(sub: str, but: int | None = None) -> bool:
    """Return whether a Google account is connected, in any account here except `but`."""
    grants = GmailGrant.filter(google_sub=sub, disconnected_at=None).exclude(account_id=but or 0)
    return bool(sub) and await grants.exists()


def unseal(account_id: int, sealed: bytes | None) -> str | None:
    """Return an account's refresh token; None if there is none or its key is missing."""
    return unseal_with(runtime()[Vault], account_id, sealed)


def unseal_with(vault: Vault, account_id: int, sealed: bytes | None) -> str | None:
    """Return an account's refresh token, outside of an app; None as for `unseal`."""
    try:
        return vault.open(sealed, _owner(account_id)) if sealed else None
    except VaultError:
        return None


def seal(account_id: int, refresh_token: str) -> bytes:
    """Return the refresh token as it is stored, readable for this account only."""
    return runtime()[Vault].seal(refresh_token, _owner(account_id))


def _owner(account_id: int) -> str:
    return f"gmail-grant:{account_id}"
