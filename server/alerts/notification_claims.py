"""Who shows a notice: of a person's browsers the first to claim it, and no other once it was shown.

A claim is a lease. A browser that dies before it has shown the notice takes nothing away: when the lease is
over another may claim it, and the same one may at any time.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from tortoise.expressions import Q

from server.accounts.models import Account
from server.alerts.models import BrowserNotification

LEASE = timedelta(minutes=2)  # a browser that woke again looks within one
MINE, CLAIMED, SHOWN, ABSENT = "mine", "claimed", "shown", "absent"


async def claim(account: Account, notice_id: int, browser_id: int, now: datetime) -> str:
    """Let this browser of `account` show the notice, for LEASE: mine | claimed | shown | absent."""
    # Race: two browsers of one person claim in the same moment. The update that finds it free wins.
    free = Q(claimed_until=None) | Q(claimed_until__lt=now) | Q(claimed_by=browser_id)
    mine = BrowserNotification.filter(id=notice_id, account_id=account.id, quiet=False)
    if await mine.filter(free, shown_at=None).update(claimed_by=browser_id, claimed_until=now + LEASE):
        return MINE
    found = await mine.first()
    if found is None:
        return ABSENT
    return SHOWN if found.shown_at else CLAIMED


async def note_showing(account: Account, notice_id: int, browser_id: int, now: datetime) -> bool:
    """This browser has shown it. False when `account` has no such notice."""
    mine = BrowserNotification.filter(id=notice_id, account_id=account.id, quiet=False)
    await mine.filter(shown_at=None).update(shown_at=now, claimed_by=browser_id)
    return await mine.exists()
