"""Finds the account of a Google identity, by `sub`; by the address only when the identity is first used."""

from __future__ import annotations

import logging

from tortoise.exceptions import IntegrityError

from server.accounts.models import Account
from server.google.consent.id_token import IdTokenClaims
from server.google.models import GmailGrant
from server.lib.i18n import gettext
from server.lib.user_error import UserError
from server.mail.same_mailbox import same_mailbox, spellings

log = logging.getLogger(__name__)


async def follow(claims: IdTokenClaims) -> None:
    """Store the address that a known Google account has now.

    An account keeps its old address if the new one belongs to another account here, or if Google cannot vouch
    for it.
    """
    if not claims.email:
        return
    for grant in await GmailGrant.filter(google_sub=claims.sub):
        if not same_mailbox(grant.email, claims.email):
            await GmailGrant.filter(id=grant.id, google_sub=claims.sub).update(email=claims.email)
    account = await Account.filter(google_sub=claims.sub).first()
    if account is None or not claims.speaks_for_address or same_mailbox(account.email, claims.email):
        return
    taken = await Account.filter(email__in=spellings(claims.email)).exclude(id=account.id).exists()
    if taken or not await _rename(account, claims.email):
        log.warning("account %s keeps its address, because another account has the new one", account.id)


async def _rename(account: Account, email: str) -> bool:
    try:
        renamed = await Account.filter(id=account.id, email=account.email).update(email=email)
    except IntegrityError:  # Race: somebody else has just got an account with this address.
        return False
    log.info("account %s has the address that its Google account has now", account.id)
    return bool(renamed)


async def account_for(claims: IdTokenClaims) -> Account:
    """Return the account of the person with these claims. Raises UserError with a sentence for them."""
    account = await Account.filter(google_sub=claims.sub).first() or await _link(claims)
    if account.disabled_at:
        raise UserError(gettext("Your account is disabled. Ask the owner of this server."))
    return account


async def _link(claims: IdTokenClaims) -> Account:
    account = await _with_address(claims.email) if claims.email else None
    if account is None:
        raise UserError(
            gettext("%(who)s has no account here. Ask the owner of this server.", who=claims.email)
            if claims.email
            else gettext("There is no account here for this Google account. Ask the owner of this server.")
        )
    if account.google_sub is not None:
        raise UserError(
            gettext(
                "The account for %(address)s is linked to another Google account with the same address. "
                "Sign in with your password, or ask the owner of this server.",
                address=claims.email,
            )
        )
    if not claims.speaks_for_address:
        raise UserError(
            gettext(
                "Google can’t vouch for %(address)s, because the mailbox isn’t at Google. Sign in with "
                "your password.",
                address=claims.email,
            )
        )
    return await _keep(account, claims)


async def _with_address(email: str) -> Account | None:
    found = await Account.filter(email__in=spellings(email))
    return next((each for each in found if each.email == email), found[0] if found else None)


async def _keep(account: Account, claims: IdTokenClaims) -> Account:
    try:
        # Race: two Google accounts with this address sign in at the same time. The first one wins.
        won = await Account.filter(id=account.id, google_sub=None).update(google_sub=claims.sub)
    except IntegrityError:
        won = 0
    if not won:
        raise UserError(gettext("Someone else just signed in with this address. Try again."))
    account.google_sub = claims.sub
    return account
