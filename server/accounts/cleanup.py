"""Deletes sessions, paired browsers, set-up links and daily counts a month after they have ended."""

from __future__ import annotations

from datetime import timedelta

from tortoise.expressions import Q

from server.accounts.models import DailyUsage, Invitation, PairedBrowser, Session
from server.accounts.trust import BROWSER_IDLE, SESSION_IDLE
from server.lib.settled import settled_now

KEPT = timedelta(days=30)  # long enough for people to check where they were signed in


async def remove_ended_sessions() -> None:
    """Delete sessions, paired browsers and set-up links that ended more than a month ago."""
    limit = await settled_now() - KEPT
    await DailyUsage.filter(day__lt=limit.date()).delete()
    await Session.filter(expires_at__lt=limit).delete()
    await Session.filter(revoked_at__lt=limit).delete()
    await Session.filter(last_seen_at__lt=limit - SESSION_IDLE).delete()
    await PairedBrowser.filter(revoked_at__lt=limit).delete()
    unused = Q(last_seen_at=None, created_at__lt=limit - BROWSER_IDLE)
    await PairedBrowser.filter(unused | Q(last_seen_at__lt=limit - BROWSER_IDLE)).delete()
    await Invitation.filter(expires_at__lt=limit).delete()
