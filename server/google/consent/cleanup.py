"""Deletes expired OAuth flows."""

from __future__ import annotations

from server.google.models import OAuthFlow
from server.lib.settled import settled_now


async def remove_ended_flows() -> None:
    """Delete the OAuth flows that have expired, whether they were used or not."""
    await OAuthFlow.filter(expires_at__lt=await settled_now()).delete()
