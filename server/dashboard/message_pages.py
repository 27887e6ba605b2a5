"""The page of a message with its timeline, and the actions that mute and unmute it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from quart import abort, g
from tortoise.transactions import in_transaction

from server.accounts.sessions import signed_in
from server.dashboard import wording as dashboard_wording
from server.dashboard.access import own_message
from server.dashboard.live import now_mark
from server.dashboard.timeline import load_timeline
from server.events import wording as event_wording
from server.events.evaluation.reevaluate import SIGNS_CHANGED
from server.lib import outbox
from server.lib.web.page import go, show, wants_fragment
from server.messages import mutes, return_wording
from server.messages import wording as message_wording
from server.messages.image_blocking import without_images
from server.messages.models import Message
from server.messages.touch import tell
from server.messages.unfinished import forget_unfinished


@signed_in
async def show_message(message_id: UUID) -> Any:
    """Show the page; for htmx only the parts that may have changed."""
    mark = now_mark()  # taken first, so that changes made while we read are reported
    timeline = await load_timeline(await own_message(message_id), g.account.threshold)
    template = "dashboard/message_news.html" if wants_fragment() else "dashboard/message.html"
    return await show(
        template,
        timeline=timeline,
        message=timeline.message,
        mark=mark,
        blocks_images=await without_images(g.account, [timeline.message]),
        message_wording=message_wording,
        dashboard_wording=dashboard_wording,
        event_wording=event_wording,
        return_wording=return_wording,
    )


@signed_in
async def ask_gmail(message_id: UUID) -> Any:
    """Ask Gmail again for what could not be read or labelled there."""
    message = await own_message(message_id)
    async with in_transaction() as db:
        if not await forget_unfinished(message, db):
            abort(404)
        key, fact = f"{message.id}:{message.updated_at.timestamp()}", {"message": str(message.id)}
        await outbox.announce("reported", key, fact, using=db)
        await outbox.announce(SIGNS_CHANGED, key, fact, using=db)
    tell(message.account_id, message.id)
    return await go("dashboard.message", message_id=message.id)


@signed_in
async def mute(message_id: UUID) -> Any:
    """Mute the message, so that it causes no alert and no notification."""
    message = await own_message(message_id)
    await mutes.mute(message)
    return await _muted(message, muted=True)


@signed_in
async def unmute(message_id: UUID) -> Any:
    """Unmute the message, so that it may cause alerts and notifications again."""
    message = await own_message(message_id)
    await mutes.unmute(message)
    return await _muted(message, muted=False)


async def _muted(message: Message, muted: bool) -> Any:
    if wants_fragment():
        return await show(
            "dashboard/mute.html", message=message, muted=muted, dashboard_wording=dashboard_wording
        )
    return await go("dashboard.message", message_id=message.id)
