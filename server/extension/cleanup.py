"""Rows that are of no use any more."""

from __future__ import annotations

from datetime import timedelta

from server.extension.models import Pairing
from server.lib import clock

KEPT = timedelta(hours=1)  # so that a late poll hears that the code has expired, as one in time does


async def remove_ended_pairings() -> None:
    """Forget pairings that ended a while ago, however they ended. Paired browsers stay."""
    await Pairing.filter(expires_at__lt=clock.now() - KEPT).delete()
