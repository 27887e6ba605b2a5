"""Lists and revokes the browsers that may act for a person."""

from __future__ import annotations

from datetime import datetime

from server.accounts import trust
from server.accounts.models import Account, PairedBrowser, Pairing
from server.accounts.trust import Reason

MOST = 25  # of one person; each needs the person's permission


async def paired_browsers(account: Account, now: datetime) -> list[PairedBrowser]:
    """Return the person's paired browsers, newest first."""
    return await trust.paired_browsers(now).filter(account_id=account.id).order_by("-id")


async def may_pair_another(account: Account, now: datetime) -> bool:
    """Return whether the person has fewer than MOST paired browsers, counting those that are being paired."""
    paired = await trust.paired_browsers(now).filter(account_id=account.id).count()
    allowed = Pairing.filter(account_id=account.id, expires_at__gt=now, claimed_at=None, denied_at=None)
    return paired + await allowed.count() < MOST


async def revoke(account: Account, browser_id: int, now: datetime) -> bool:
    """End one pairing of `account`. Return False if there is no such pairing or it has already ended."""
    mine = trust.paired_browsers(now).filter(id=browser_id, account_id=account.id)
    return await mine.update(revoked_at=now, revoked_for=Reason.BY_HAND) == 1
