"""Deletes pairings whose code expired an hour ago."""

from __future__ import annotations

from datetime import timedelta

from server.accounts.models import Pairing
from server.lib.settled import settled_now

KEPT = timedelta(hours=1)  # a person's page about the pairing can be reloaded until then


async def remove_ended_pairings() -> None:
    """Delete pairings whose code expired more than KEPT ago, allowed or not. Paired browsers stay."""
    await Pairing.filter(expires_at__lt=await settled_now() - KEPT).delete()
