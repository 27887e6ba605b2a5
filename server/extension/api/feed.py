"""GET /feed and POST /seen: returns the newest messages, and notes what the person has seen."""

from __future__ import annotations

from typing import Annotated, Any, Final

from msgspec import Meta, Struct
from quart import g

from server.extension.api.bearer import paired
from server.extension.api.fields import Moment, line, utc
from server.extension.api.shown import iso, page_of, proof_of
from server.extension.feed import FILTERS, MOST, Entry, find, unseen
from server.extension.feed import see as see_until
from server.lib import clock
from server.lib.web.request_input import WrongField, json_body, query
from server.messages.opened import first_open_for, is_opened, last_open_for, opens_for

MOST_SOUGHT: Final = 1000


class FeedQuery(Struct):
    """Which messages to return, and how many."""

    limit: Annotated[int, Meta(ge=1, le=MOST)] = 30
    filter: str = ""
    q: str = ""

    def __post_init__(self) -> None:
        if self.filter not in FILTERS:
            raise WrongField("filter", f"Expected one of {', '.join(filter(None, FILTERS))}")
        self.q = line(self.q, MOST_SOUGHT)


class SeenBody(Struct):
    """The `now` of the feed that the person has seen."""

    until: Moment

    def __post_init__(self) -> None:
        self.until = utc("until", self.until)


@paired
async def show() -> Any:
    """Return messages, the one with the newest activity first.

    The extension sends `now` to `POST /seen` once the person has looked at the messages.
    """
    asked, now = query(FeedQuery), clock.now()
    found = await find(g.account, asked.limit, asked.q, asked.filter, now)
    return {
        "messages": [_shown(entry, g.account.threshold) for entry in found.entries],
        "searched_to": iso(found.searched_to),
        "unseen": await unseen(g.account),
        "threshold": g.account.threshold,
        "now": iso(now),
    }


@paired
async def see() -> Any:
    """Note that the person has seen everything up to a moment; a future moment counts as now."""
    asked = await json_body(SeenBody)
    await see_until(g.account, min(asked.until, clock.now()))
    return "", 204


def _shown(entry: Entry, threshold: str) -> dict[str, Any]:
    message, clicked, gmail = entry.message, entry.clicked, entry.message.gmail
    return {
        "id": str(message.id),
        "subject": message.subject,
        "from_address": message.from_address,
        "recipients": entry.recipients.line(),
        "recipient_count": entry.recipients.count,
        "sent_at": iso(message.sent_at or message.listed_at),
        "state": message.state,
        "opens": opens_for(message, threshold),
        "clicks": message.clicks,
        "first_open_at": iso(first_open_for(message, threshold)),
        "last_open_at": iso(last_open_for(message, threshold)),
        "first_click_at": iso(clicked.first if clicked else None),
        "last_click_at": iso(clicked.last if clicked else None),
        "replied_at": iso(message.replied_at),
        "through_desk": entry.through_desk,
        "bounced_at": iso(message.bounced_at),
        "bounces": message.bounces,
        "last_activity_at": iso(message.last_activity_at),
        "certainty": message.certainty if is_opened(message, threshold) else None,
        "unseen": entry.unseen,
        "muted": entry.muted,
        "remind_at": iso(entry.remind_at),
        "proof": proof_of(gmail.proof if gmail else None),
        "gmail_message_id": gmail.gmail_id if gmail else None,
        "gmail_thread_id": gmail.thread_id if gmail else None,
        "rfc822_message_id": message.rfc822_message_id,
        "url": page_of(message.id),
    }
