"""Lists and revokes the browsers that may act for a person."""

from __future__ import annotations

from datetime import datetime

from server.accounts.models import Account
from server.extension.models import PairedBrowser


async def paired_browsers(account: Account) -> list[PairedBrowser]:
    """Return the person's paired browsers, newest first."""
    return await PairedBrowser.filter(account_id=account.id, revoked_at=None).order_by("-id")


async def revoke(account: Account, browser_id: int, now: datetime) -> bool:
    """End one pairing of `account`. Return False if there is no such pairing or it has already ended."""
    mine = PairedBrowser.filter(id=browser_id, account_id=account.id, revoked_at=None)
    return await mine.update(revoked_at=now) == 1
