"""The page from which a person copies what happened to a message, for a report of a wrong verdict."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from server.accounts.sessions import signed_in
from server.dashboard.access import own_message
from server.events.evaluation.bug_report import MOST_EVENTS, bug_report
from server.lib.web.page import show
from server.messages import wording as message_wording


@signed_in
async def show_bug_report(message_id: UUID) -> Any:
    """Show the line, and say what it contains, before anything is copied."""
    message = await own_message(message_id)
    return await show(
        "dashboard/bug_report.html",
        message=message,
        line=await bug_report(message),
        left_out=max(message.raw_opens + message.raw_clicks - MOST_EVENTS, 0),
        message_wording=message_wording,
    )
