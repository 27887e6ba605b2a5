"""Claims on browser notifications, so that only one of a person's browsers shows each of them.

A claim is a lease. If a browser dies before it has shown the notification, another browser may claim the
notification when the lease is over. The browser with the claim may renew it at any time.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from tortoise.expressions import Q

from server.accounts.models import Account
from server.alerts.models import BrowserNotification
from server.lib.database.due import is_free

LEASE = timedelta(minutes=2)  # a browser that was suspended asks again within one minute
MINE, CLAIMED, SHOWN, ABSENT = "mine", "claimed", "shown", "absent"


async def claim(account: Account, notification_id: int, browser_id: int, now: datetime) -> str:
    """Claim the notification for this browser for LEASE. Return mine | claimed | shown | absent."""
    # Race: two browsers of one person claim the notification. The update that finds it free wins.
    free = is_free("claimed_until", now) | Q(claimed_by=browser_id)
    mine = BrowserNotification.filter(id=notification_id, account_id=account.id, quiet=False)
    if await mine.filter(free, shown_at=None).update(claimed_by=browser_id, claimed_until=now + LEASE):
        return MINE
    found = await mine.first()
    if found is None:
        return ABSENT
    return SHOWN if found.shown_at else CLAIMED


async def note_showing(account: Account, notification_id: int, browser_id: int, now: datetime) -> bool:
    """Record that this browser has shown a notification. Return False if `account` has none with this id."""
    mine = BrowserNotification.filter(id=notification_id, account_id=account.id, quiet=False)
    await mine.filter(shown_at=None).update(shown_at=now, claimed_by=browser_id)
    return await mine.exists()
