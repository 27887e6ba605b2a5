"""Creates and accepts set-up links: the first person to use one, within a day, becomes the owner."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tortoise.transactions import in_transaction

from server.accounts import people
from server.accounts.models import Account, Invitation
from server.lib import clock
from server.lib.i18n import gettext, gettext_noop
from server.lib.keys.secret import lookup, new_secret
from server.lib.user_error import UserError

LIFETIME = timedelta(hours=24)

USED = gettext_noop("This setup link has already been used. If that was you, sign in.")
OVER = gettext_noop(
    "This setup link has expired. Only the newest one works, and only for 24 hours. Restart the server to "
    "get a new one."
)
UNKNOWN = gettext_noop(
    "This server doesn’t recognise this setup link. You’ll find the newest one in the server’s console."
)
OWNED = gettext_noop("This server already has an owner. Sign in, or ask the owner for an account.")


async def set_up_link(public_url: str) -> str | None:
    """Create a one-time set-up link, which invalidates older ones. Return None if there is an owner."""
    if await people.owner_exists():
        return None
    token, now = new_secret(), clock.now()
    await Invitation.filter(role=people.OWNER, used_at=None, expires_at__gt=now).update(expires_at=now)
    await Invitation.create(
        token_lookup=lookup(token), role=people.OWNER, created_at=now, expires_at=now + LIFETIME
    )
    return f"{public_url}/setup/{token}"


async def trouble(token_lookup: str) -> str | None:
    """Say in a sentence why a set-up link does not work; return None if it works."""
    invitation = await Invitation.filter(token_lookup=token_lookup).first()
    if invitation is None:
        return gettext(UNKNOWN)
    if invitation.used_at:
        return gettext(USED)
    if invitation.expires_at <= clock.now():
        return gettext(OVER)
    return gettext(OWNED) if await people.owner_exists() else None


async def accept(token_lookup: str, email: str, name: str, **proof: Any) -> Account:
    """Use up the set-up link and create the owner in one transaction. Raises UserError."""
    async with in_transaction() as db:
        now = clock.now()
        # Race: two browsers submit the form of one link. The update that finds the link unused wins.
        won = (
            await Invitation.filter(token_lookup=token_lookup, used_at=None, expires_at__gt=now)
            .using_db(db)
            .update(used_at=now)
        )
        if not won:
            raise UserError(await trouble(token_lookup) or gettext(UNKNOWN))
        if await Account.filter(role=people.OWNER).using_db(db).exists():
            raise UserError(gettext(OWNED))
        return await people.create(email, name, people.OWNER, using=db, **proof)
