"""Deletes sessions and set-up links a month after they have ended."""

from __future__ import annotations

from datetime import timedelta

from server.accounts.models import Invitation, Session
from server.lib import clock

KEPT = timedelta(days=30)  # long enough for people to check where they were signed in


async def remove_ended_sessions() -> None:
    """Delete sessions and set-up links that ended more than a month ago."""
    limit = clock.now() - KEPT
    await Session.filter(expires_at__lt=limit).delete()
    await Session.filter(revoked_at__lt=limit).delete()
    await Invitation.filter(expires_at__lt=limit).delete()
