"""The page about the limits of tracking, which needs no sign-in."""

from __future__ import annotations

from typing import Any

from server.lib.web.page import show


async def show_limits() -> Any:
    """Show the limits of tracking."""
    return await show("dashboard/limits_page.html")
