"""Creates, lists, disables and enables the accounts of this server, and sets forgotten passwords."""

from __future__ import annotations

import re
import secrets
import string
from typing import Any

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.exceptions import IntegrityError
from tortoise.transactions import in_transaction

from server.accounts import passwords, strength, trust
from server.accounts.models import Account
from server.accounts.trust import Reason, TrustEnded
from server.lib import clock
from server.lib.i18n import gettext
from server.lib.plain_text import plain_line
from server.lib.settings import Settings
from server.lib.user_error import UserError
from server.mail.same_mailbox import spellings

OWNER, MEMBER, UNCLAIMED = "owner", "member", "unclaimed"
_UNCLAIMED_ADDRESS = "unclaimed@localhost"
NAME_LENGTH = 200
_PREFIX_SIZE = 8
_ADDRESS = re.compile(r"[^@\s\x00-\x20\x7f<>\"(),:;\\]+@[^@\s\x00-\x20\x7f<>\"(),:;\\]+")


async def add(settings: Settings, email: str, name: str, password: str | None, role: str = MEMBER) -> Account:
    """Create an account. If `password` is None, the person can only sign in with Google. Raises UserError."""
    address = clean_address(email)
    if address is None:
        raise UserError(gettext("%(address)s isn’t a valid email address.", address=email))
    weak = await strength.weakness(password, settings, address, name) if password is not None else None
    if weak:
        raise UserError(weak)
    kept = await passwords.hashed(password) if password is not None else None
    return await create(address, name, role, password_hash=kept)


async def create(
    email: str, name: str, role: str, using: BaseDBAsyncClient | None = None, **proof: Any
) -> Account:
    """Create an account with a new prefix. Raises UserError.

    `proof`: further values to store, such as password_hash or google_sub. If there is an unclaimed account
    (see owner_or_unclaimed), a new owner gets that account.
    """
    if await Account.filter(email__in=spellings(email)).using_db(using).exists():
        raise UserError(gettext("%(address)s already has an account.", address=email))
    called = clean_name(name)[:NAME_LENGTH] or email.partition("@")[0]
    values = {"email": email, "name": called, "role": role, **proof}
    waiting = await _unclaimed(using) if role == OWNER else None
    try:
        if waiting:
            await waiting.update_from_dict({"alerts_on": True, **values}).save(using_db=using)
            return waiting
        return await Account.create(using_db=using, prefix=new_prefix(), created_at=clock.now(), **values)
    except IntegrityError:  # another process has just used the same address
        raise UserError(gettext("%(address)s already has an account.", address=email)) from None


async def owner_or_unclaimed() -> Account:
    """Return the first owner; before set-up, an account for the future owner, to which nobody can sign in.

    This lets a script mark messages on a machine where nobody has opened a page yet.
    """
    owner = await Account.filter(role=OWNER).order_by("id").first()
    if owner:
        return owner
    return await _unclaimed() or await create(_UNCLAIMED_ADDRESS, "Nobody yet", UNCLAIMED, alerts_on=False)


async def list_people() -> list[Account]:
    """Return all accounts, oldest first."""
    return await Account.all().order_by("id")


async def anybody() -> bool:
    """Return whether there is an account that somebody has claimed."""
    return await Account.exclude(role=UNCLAIMED).exists()


async def owner_exists() -> bool:
    """Return whether this server has an owner, which means that it has been set up."""
    return await Account.filter(role=OWNER).exists()


async def disable(email: str) -> Account:
    """Disable an account: its sessions and paired browsers end for good, messages stay. Raises UserError."""
    account = await _named(email)
    others = Account.filter(role=OWNER, disabled_at=None).exclude(id=account.id)
    if account.role == OWNER and not await others.exists():
        raise UserError(
            f"{account.email} is the only owner. Add another one first: sightline user add --role owner EMAIL"
        )
    async with in_transaction():
        await Account.filter(id=account.id, disabled_at=None).update(disabled_at=clock.now())
        await trust.end_trust(account.id, Reason.DISABLED)
    return account


async def enable(email: str) -> Account:
    """Let a person sign in again. They have to connect their browsers again. Raises UserError."""
    account = await _named(email)
    await Account.filter(id=account.id).update(disabled_at=None)
    return account


async def set_password(settings: Settings, email: str, password: str) -> tuple[Account, TrustEnded]:
    """Set a password without the old one; the person's sessions and paired browsers end. Raises UserError."""
    account = await _named(email)
    weak = await strength.weakness(password, settings, account.email, account.name)
    if weak:
        raise UserError(weak)
    kept = await passwords.hashed(password)
    async with in_transaction():
        await Account.filter(id=account.id).update(password_hash=kept)
        return account, await trust.end_trust(account.id, Reason.PASSWORD_CHANGED)


def clean_address(text: str) -> str | None:
    """Return a mail address as it is stored (trimmed, lower case), or None if it is not an address.

    An address with invisible characters is none, because it would look like another person's.
    """
    address = text.strip().lower()
    visible = len(address) <= 254 and _ADDRESS.fullmatch(address) and plain_line(address) == address
    return address if visible else None


def clean_name(text: str) -> str:
    """Return a name as it is stored: on one line, because it goes into mail headers too, and plain."""
    return plain_line(text[: 2 * NAME_LENGTH])  # to compose marks takes the square of their number


def new_prefix() -> str:
    """Return eight random characters for pixel and link paths; they reveal nothing about the person."""
    return "".join(secrets.choice(string.ascii_lowercase + string.digits) for _ in range(_PREFIX_SIZE))


async def _unclaimed(using: BaseDBAsyncClient | None = None) -> Account | None:
    return await Account.filter(role=UNCLAIMED).using_db(using).first()


async def _named(email: str) -> Account:
    account = await Account.filter(email=email.strip().lower()).exclude(role=UNCLAIMED).first()
    if account is None:
        raise UserError(f"Nobody here has the address {email}. To see everyone, run: sightline user list")
    return account
