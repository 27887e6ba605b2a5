"""Rows that are of no use any more."""

from __future__ import annotations

from server.google.models import OAuthFlow
from server.lib import clock


async def remove_ended_flows() -> None:
    """Forget trips to Google that are over, used or not."""
    await OAuthFlow.filter(expires_at__lt=clock.now()).delete()
