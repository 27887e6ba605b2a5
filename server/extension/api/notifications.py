"""GET /browser-notifications, POST /browser-notifications/ID/claim and .../showing: claims and shows news."""

from __future__ import annotations

from typing import Annotated, Any, Final

from msgspec import UNSET, Meta, Struct, UnsetType
from quart import g

from server.alerts import browser_notifications, notification_claims, notification_feed
from server.alerts.notification_feed import NotificationText
from server.extension.api.bearer import paired
from server.extension.api.shown import iso, page_of
from server.lib import clock
from server.lib.web.problem import Problem
from server.lib.web.request_input import query

MOST_CURSOR: Final = 10**18 - 1
_REFUSALS = {
    notification_claims.CLAIMED: (
        409,
        "claimed",
        "Another of your browsers is about to show this notification.",
    ),
    notification_claims.SHOWN: (409, "shown", "This notification has already been shown."),
    notification_claims.ABSENT: (404, "not_found", "You have no notification with this id."),
}


class NotificationsQuery(Struct):
    """`after`: the cursor of an earlier answer.

    A browser without a cursor wants future notifications only.
    """

    after: Annotated[int, Meta(ge=0, le=MOST_CURSOR)] | UnsetType = UNSET


@paired
async def show() -> Any:
    """Return the notifications after the cursor, oldest first, and the next cursor.

    Without a cursor, returns only the current cursor.
    """
    asked = query(NotificationsQuery)
    if asked.after is UNSET:
        return {"notifications": [], "cursor": str(await browser_notifications.begin(g.account))}
    found, cursor = await notification_feed.after(g.account, asked.after)
    return {"notifications": [_shown(each) for each in found], "cursor": str(cursor)}


@paired
async def claim(notification_id: int) -> Any:
    """Claim a notification for this browser.

    409: another browser has claimed it, or it has already been shown. 404: it does not exist, or no longer
    applies.
    """
    found = await notification_claims.claim(g.account, notification_id, g.browser.id, clock.now())
    if found != notification_claims.MINE:
        raise Problem(*_REFUSALS[found])
    if not await notification_feed.stands(g.account, notification_id):
        raise Problem(*_REFUSALS[notification_claims.ABSENT])
    return "", 204


@paired
async def note_showing(notification_id: int) -> Any:
    """Record that this browser has shown a notification."""
    if not await notification_claims.note_showing(g.account, notification_id, g.browser.id, clock.now()):
        raise Problem(*_REFUSALS[notification_claims.ABSENT])
    return "", 204


def _shown(each: NotificationText) -> dict[str, Any]:
    message = each.message
    return {
        "id": str(each.notification.id),
        "kind": each.notification.kind,
        "message": str(message.id),
        "text": each.text,
        "subject": message.subject,
        "recipients": each.recipients,
        "at": iso(each.notification.at),
        "certainty": each.certainty,
        "mailbox": message.gmail.mailbox if message.gmail else None,
        "gmail_thread_id": message.gmail.thread_id if message.gmail else None,
        "url": page_of(message.id),
    }
