"""The list of messages, as a page and in parts: search results, older or newer rows, and single rows."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from quart import abort, g, request

from server.accounts import quota
from server.accounts.sessions import signed_in
from server.accounts.trust import paired_browsers
from server.dashboard import listing, problems
from server.dashboard.access import own_message
from server.dashboard.live import now_mark
from server.google.access import grants
from server.lib import clock
from server.lib.web.page import show, wants_fragment
from server.messages import wording as message_wording
from server.messages.image_blocking import without_images
from server.messages.queries.cursor import NotACursor
from server.messages.queries.listing import find, has_any


@signed_in
async def show_messages() -> Any:
    """Show the page; for htmx only the part it asks for: the list, older rows, or the newest rows."""
    mark = now_mark()  # taken first, so that changes made while we read are reported
    ask = _ask()
    found = await find(g.account, ask, clock.now())
    context: dict[str, Any] = {
        "ask": ask,
        "page": found,
        "filters": listing.FILTERS,
        "message_wording": message_wording,
        "mark": mark,
        "blocks_images": await without_images(g.account, found.messages),
    }
    if wants_fragment():
        return await show(_part(ask), **context, any_sent=True)
    any_sent = bool(found.messages) or await has_any(g.account)
    trouble = await problems.of(g.account, quota.limit_of("messages"))
    mark_shown = problems.mark_of(trouble)  # a problem that appears from now on is reported to the page
    steps = {} if any_sent else await _steps_done(g.account.id)
    return await show(
        "dashboard/messages.html", **context, any_sent=any_sent, problems_mark=mark_shown, **trouble, **steps
    )


async def _steps_done(account_id: int) -> dict[str, bool]:
    """Return which of the first steps a newcomer has taken."""
    grant = await grants.of(account_id)
    return {
        "has_gmail": grant is not None and grant.disconnected_at is None,
        "has_browser": await paired_browsers(clock.now()).filter(account_id=account_id).exists(),
    }


@signed_in
async def show_row(message_id: UUID) -> Any:
    """Show the current state of one row."""
    message = await own_message(message_id)
    return await show(
        "dashboard/row.html",
        message=message,
        message_wording=message_wording,
        blocks_images=await without_images(g.account, [message]),
    )


def _ask() -> listing.Ask:
    try:
        return listing.read(request.args)
    except NotACursor:
        abort(400)


def _part(ask: listing.Ask) -> str:
    if ask.after:
        return "dashboard/newest.html"
    return "dashboard/rows.html" if ask.before else "dashboard/list.html"
