"""Stores each person's sealed Gmail grant, opens it for use, and revokes it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any

from google.oauth2.credentials import Credentials
from tortoise.transactions import in_transaction

from server.accounts.models import Account
from server.failures.codes import FailureCode
from server.google import oauth
from server.google.gmail import HEADER_SCOPES, Gmail
from server.google.id_token import IdTokenClaims
from server.google.models import GmailGrant
from server.google.settings import Google, GoogleSettings
from server.lib import clock, outbox
from server.lib.database.connection import read_only
from server.lib.failure import Failure, other, pack
from server.lib.keys.signing import b64u, from_b64u
from server.lib.keys.vault import Vault, VaultError
from server.lib.outbox import Done, Outcome, Permanent, Transient
from server.lib.runtime import runtime

GMAIL_LEFT = (
    "gmail_left"  # fact: {"account": id, "sealed": the refresh token that is yet to be revoked at Google}
)
_ready: dict[int, tuple[bytes, Credentials]] = {}  # by account id; an access token is valid for an hour


async def keep(account_id: int, claims: IdTokenClaims, tokens: oauth.Tokens) -> GmailGrant:
    """Store a new grant in place of the account's previous one."""
    assert tokens.refresh_token
    row = {
        "email": claims.email,
        "google_sub": claims.sub,
        "scopes": sorted(tokens.scopes),
        "sealed_refresh_token": runtime()[Vault].seal(tokens.refresh_token, _owner(account_id)),
        "connected_at": clock.now(),
        "disconnected_at": None,
        "failure": None,
    }
    grant, _ = await GmailGrant.update_or_create(row, account_id=account_id)
    return grant


async def of(account_id: int) -> GmailGrant | None:
    """Return a person's grant, whether valid or ended by Google; None if Gmail was not connected."""
    return await GmailGrant.filter(account_id=account_id).first()


async def disconnected_grant(account: Account) -> GmailGrant | None:
    """Return the account's grant if Google has ended it; otherwise None."""
    ended = GmailGrant.filter(account_id=account.id, disconnected_at__not_isnull=True)
    return await ended.using_db(read_only()).first()


def may_read(grant: GmailGrant) -> bool:
    """Return whether the grant allows reading mails. With gmail.metadata, Google forbids reading bodies."""
    return oauth.READONLY in grant.scopes and oauth.METADATA not in grant.scopes


async def reads_headers_since(account_id: int) -> datetime | None:
    """Return since when the headers of a person's mails can be read; None if they cannot."""
    grant = await GmailGrant.filter(account_id=account_id, disconnected_at=None).using_db(read_only()).first()
    return grant.connected_at if grant and not HEADER_SCOPES.isdisjoint(grant.scopes) else None


async def gmail_for(account_id: int) -> Gmail | None:
    """Return a person's Gmail; None if it is not connected or the account is disabled.

    Needs the app context.
    """
    theirs = GmailGrant.filter(account_id=account_id, account__disabled_at=None)
    google, grant = runtime()[GoogleSettings].google, await theirs.first()
    if google is None or grant is None or grant.disconnected_at or not grant.sealed_refresh_token:
        return None
    lost = partial(mark_disconnected, account_id, of_grant=grant.connected_at)
    credentials = _credentials(google, grant)
    if credentials is None:
        await lost(Failure(FailureCode.KEY_MISSING))
        return None
    return Gmail(google, credentials, grant.email, frozenset(grant.scopes), lost)


async def mark_disconnected(account_id: int, failure: Failure, of_grant: datetime | None = None) -> None:
    """Record that Google ended the grant: delete the refresh token and store the reason.

    `of_grant` is the time at which the failed grant was connected, so that a late failure does not end a
    newer grant.
    """
    ended = GmailGrant.filter(account_id=account_id, disconnected_at=None)
    if of_grant:
        ended = ended.filter(connected_at=of_grant)
    await ended.update(disconnected_at=clock.now(), failure=pack([failure]), sealed_refresh_token=None)
    _ready.pop(account_id, None)


async def disconnect(account_id: int) -> bool:
    """Revoke and delete the grant. Return False if the outbox has to revoke it later at Google."""
    grant, google = await of(account_id), runtime()[GoogleSettings].google
    if grant is None:
        return True
    token = _open(account_id, grant.sealed_refresh_token)
    revoked = token is None or (google is not None and await oauth.revoke(google, token))
    async with in_transaction() as db:
        await GmailGrant.filter(id=grant.id).using_db(db).delete()
        if not revoked and grant.sealed_refresh_token:
            fact = {"account": account_id, "sealed": b64u(grant.sealed_refresh_token)}
            await outbox.announce(
                GMAIL_LEFT, f"{account_id}:{grant.connected_at.timestamp()}", fact, using=db
            )
    _ready.pop(account_id, None)
    return revoked


async def revoke_later(fact: Mapping[str, Any]) -> Outcome:
    """Hears `gmail_left` {"account", "sealed"}: revokes a grant that could not be revoked immediately."""
    google = runtime()[GoogleSettings].google
    token = _open(fact["account"], from_b64u(fact["sealed"]))
    if google is None or token is None:
        return Permanent(other("the saved permission cannot be opened any more"))
    return Done() if await oauth.revoke(google, token) else Transient(other("Google could not be reached"))


def _credentials(google: Google, grant: GmailGrant) -> Credentials | None:
    sealed = grant.sealed_refresh_token or b""
    held = _ready.get(grant.account_id)
    if held and held[0] == sealed:
        return held[1]
    token = _open(grant.account_id, sealed)
    if token is None:
        return None
    made = Credentials(  # type: ignore[no-untyped-call]
        None,
        refresh_token=token,
        token_uri=google.token_url,
        client_id=google.client_id,
        client_secret=google.client_secret,
    )
    _ready[grant.account_id] = (sealed, made)
    return made


def _open(account_id: int, sealed: bytes | None) -> str | None:
    try:
        return runtime()[Vault].open(sealed, _owner(account_id)) if sealed else None
    except VaultError:
        return None


def _owner(account_id: int) -> str:
    return f"gmail-grant:{account_id}"
