"""Deletes pairings that have ended."""

from __future__ import annotations

from datetime import timedelta

from server.extension.models import Pairing
from server.lib import clock

KEPT = timedelta(hours=1)  # so that even a late poll hears that the code has expired


async def remove_ended_pairings() -> None:
    """Delete pairings that ended more than KEPT ago, however they ended. Paired browsers stay."""
    await Pairing.filter(expires_at__lt=clock.now() - KEPT).delete()
