"""Deletes OAuth flows that are over."""

from __future__ import annotations

from server.google.models import OAuthFlow
from server.lib import clock


async def remove_ended_flows() -> None:
    """Delete expired OAuth flows, whether they were used or not."""
    await OAuthFlow.filter(expires_at__lt=clock.now()).delete()
