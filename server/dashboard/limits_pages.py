"""The limits of tracking, told on one page that needs no sign-in."""

from __future__ import annotations

from typing import Any

from server.lib.web.page import show


async def show_limits() -> Any:
    """The page."""
    return await show("dashboard/limits_page.html")
