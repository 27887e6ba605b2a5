"""Stores each person's sealed Gmail grant, opens it for use, and revokes it."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from google.oauth2.credentials import Credentials
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.transactions import in_transaction

from server.failures.codes import FailureCode
from server.google.access import grant_state, revocation
from server.google.access.grant_keeper import StoredGrantKeeper, key_of, wake
from server.google.consent import oauth
from server.google.consent.id_token import IdTokenClaims
from server.google.failures import Disconnected, Refused, Unusable
from server.google.gmail_api.gmail import HEADER_SCOPES, Gmail
from server.google.models import GmailGrant
from server.google.settings import Google, GoogleSettings
from server.lib import clock, outbox
from server.lib.database.connection import read_only
from server.lib.failure import Failure
from server.lib.runtime import runtime


class AtGoogle(StrEnum):
    """What became of a permission at Google when Gmail was disconnected here.

    REVOKED. LATER: the outbox will revoke it. SHARED: another account uses it, so it stays. The values are
    outcomes on the settings page.
    """

    REVOKED = "disconnected"
    LATER = "disconnected-later"
    SHARED = "disconnected-shared"


_FRESH = {
    "disconnected_at": None,
    "failure": None,
    "second_look_at": None,
    "refused_since": None,
    "refusal": None,
    "refusals": 0,
    "probe_at": None,
    "may_send_at": None,
}
_OURS = {FailureCode.KEY_MISSING, FailureCode.NO_CREDENTIALS}  # refusals for which Google is not asked
# fact: {"account": id, "at": ISO 8601}: the person has connected Gmail, for the first time or again
GMAIL_CONNECTED = "gmail_connected"
_ready: dict[int, tuple[bytes, Credentials]] = {}  # by account id; an access token is valid for an hour


async def keep(account_id: int, claims: IdTokenClaims, tokens: oauth.Tokens) -> GmailGrant:
    """Store a new grant in place of the account's previous one, and announce GMAIL_CONNECTED.

    The previous one is revoked at Google if it was for another Google account.
    """
    assert tokens.refresh_token
    now = clock.now()
    row = {
        "email": claims.email,
        "google_sub": claims.sub,
        "scopes": sorted(tokens.scopes),
        "sealed_refresh_token": revocation.seal(account_id, tokens.refresh_token),
        "connected_at": now,
        "access_ends_at": now + timedelta(seconds=tokens.expires_in) if tokens.expires_in else None,
        **_FRESH,
    }
    async with in_transaction() as db:
        before = await GmailGrant.filter(account_id=account_id).using_db(db).select_for_update().first()
        grant, _ = await GmailGrant.update_or_create(row, account_id=account_id, using_db=db)
        await revocation.drop(claims.sub, db)
        await wake(account_id, db)
        fact = {"account": account_id, "at": now.isoformat()}
        await outbox.announce(GMAIL_CONNECTED, f"{account_id}:{now.isoformat()}", fact, using=db)
        if before and before.google_sub != claims.sub:
            await _revoke_soon(before, db)
    return grant


async def rename(account_id: int, address: str) -> None:
    """Store the address of the connected mailbox: that of the Google account may be another."""
    await GmailGrant.filter(account_id=account_id).exclude(email=address).update(email=address)


async def discard(account_id: int, claims: IdTokenClaims, tokens: oauth.Tokens) -> None:
    """Have tokens revoked that Google gave and that are not stored, unless the permission is in use."""
    if tokens.refresh_token:
        sealed = revocation.seal(account_id, tokens.refresh_token)
        await revocation.revoke_soon(account_id, sealed, claims.sub, claims.email)


async def of(account_id: int) -> GmailGrant | None:
    """Return a person's grant, whether valid or ended by Google; None if Gmail was not connected."""
    return await GmailGrant.filter(account_id=account_id).first()


def may_read(grant: GmailGrant) -> bool:
    """Return whether the grant allows reading mails. With gmail.metadata, Google forbids reading bodies."""
    return oauth.READONLY in grant.scopes and oauth.METADATA not in grant.scopes


async def reads_headers_since(account_id: int) -> datetime | None:
    """Return since when the headers of a person's mails can be read; None if they cannot."""
    grant = await GmailGrant.filter(account_id=account_id, disconnected_at=None).using_db(read_only()).first()
    return grant.connected_at if grant and not HEADER_SCOPES.isdisjoint(grant.scopes) else None


async def gmail_for(account_id: int) -> Gmail | Unusable | None:
    """Return a person's Gmail; why it cannot be used until somebody repairs that; or None.

    None: Gmail was not connected, or the account is disabled. Needs the app context.
    """
    grant = await GmailGrant.filter(account_id=account_id, account__disabled_at=None).first()
    if grant is None:
        return None
    if grant.disconnected_at:
        return Disconnected(grant_state.reason_of(grant), key_of(account_id))
    gmail, keeper, refusal = opened(grant), StoredGrantKeeper(grant), grant_state.refusal_of(grant)
    if isinstance(gmail, Refused) and gmail.reason != refusal:
        await keeper.failed(gmail)
    if isinstance(gmail, Gmail) and refusal is not None and refusal.code in _OURS:
        await keeper.worked()  # the server has its key or its credentials back
    return gmail


def opened(grant: GmailGrant) -> Gmail | Refused:
    """Return a grant's Gmail, even if the grant is refused or has ended; or what this server lacks."""
    google = runtime()[GoogleSettings].google
    if google is None:
        return Refused(Failure(FailureCode.NO_CREDENTIALS), key_of(grant.account_id))
    credentials = _credentials(google, grant)
    if credentials is None:
        return Refused(Failure(FailureCode.KEY_MISSING), key_of(grant.account_id))
    return Gmail(google, credentials, grant.email, frozenset(grant.scopes), StoredGrantKeeper(grant))


async def disconnect(account_id: int) -> AtGoogle:
    """Delete the grant, and revoke it at Google unless another account uses it."""
    async with in_transaction() as db:
        grant = await GmailGrant.filter(account_id=account_id).using_db(db).select_for_update().first()
        if grant is None:
            return AtGoogle.REVOKED
        await grant.delete(using_db=db)
        await wake(account_id, db)
        await _revoke_soon(grant, db)
    _ready.pop(account_id, None)
    return await _revoke_now(grant)


async def _revoke_now(grant: GmailGrant) -> AtGoogle:
    google, token = (
        runtime()[GoogleSettings].google,
        revocation.unseal(grant.account_id, grant.sealed_refresh_token),
    )
    if await revocation.in_use(grant.google_sub):
        return AtGoogle.SHARED
    if token is None or (google is not None and await revocation.revoke_now(google, token, grant.google_sub)):
        return AtGoogle.REVOKED
    return AtGoogle.LATER


async def _revoke_soon(grant: GmailGrant, db: BaseDBAsyncClient) -> None:
    sealed = grant.sealed_refresh_token
    if sealed and revocation.unseal(grant.account_id, sealed):
        await revocation.revoke_soon(grant.account_id, sealed, grant.google_sub, grant.email, db)


def _credentials(google: Google, grant: GmailGrant) -> Credentials | None:
    sealed = grant.sealed_refresh_token or b""
    held = _ready.get(grant.account_id)
    if held and held[0] == sealed:
        return held[1]
    token = revocation.unseal(grant.account_id, sealed)
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
