"""GET /feed, POST /seen."""

from __future__ import annotations

from typing import Any

from quart import g, request

from server.extension.api.bearer import paired
from server.extension.api.body import Part, read_body
from server.extension.api.shown import iso, page_of, proof_of, spoken
from server.extension.feed import FILTERS, MOST, Entry, find, unseen
from server.extension.feed import see as see_until
from server.lib import clock
from server.lib.language import Language
from server.messages.opened import first_open_for, is_opened, last_open_for, opens_for


@paired
async def show() -> Any:
    """The newest messages, newest activity first. `now` is for `POST /seen` once they were looked at."""
    text = request.args.get("limit", "30")
    limit = Part(int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else text, "limit")
    wanted = Part(request.args.get("filter", ""), "filter").one_of(FILTERS)
    now = clock.now()
    found = await find(g.account, limit.integer(1, MOST), request.args.get("q", ""), wanted, now)
    return {
        "messages": [_shown(entry, g.account.threshold, spoken()) for entry in found.entries],
        "looked_to": iso(found.looked_to),
        "unseen": await unseen(g.account),
        "threshold": g.account.threshold,
        "now": iso(now),
    }


@paired
async def see() -> Any:
    """The person has seen what happened until a moment; one that is still to come counts as now."""
    until = (await read_body()).field("until").moment()
    await see_until(g.account, min(until, clock.now()))
    return "", 204


def _shown(entry: Entry, threshold: str, language: Language) -> dict[str, Any]:
    message, clicked = entry.message, entry.clicked
    return {
        "id": str(message.id),
        "subject": message.subject,
        "from_address": message.from_address,
        "recipients": entry.readers.line(language),
        "readers": entry.readers.count,
        "sent_at": iso(message.sent_at or message.listed_at),
        "state": message.state,
        "opens": opens_for(message, threshold),
        "clicks": message.clicks,
        "first_open_at": iso(first_open_for(message, threshold)),
        "last_open_at": iso(last_open_for(message, threshold)),
        "first_click_at": iso(clicked.first if clicked else None),
        "last_click_at": iso(clicked.last if clicked else None),
        "replied_at": iso(message.replied_at),
        "bounced_at": iso(message.bounced_at),
        "bounces": message.bounces,
        "last_activity_at": iso(message.last_activity_at),
        "certainty": message.certainty if is_opened(message, threshold) else None,
        "unseen": entry.unseen,
        "muted": entry.muted,
        "remind_at": iso(entry.remind_at),
        "proof": proof_of(message.proof),
        "gmail_message_id": message.gmail_message_id,
        "gmail_thread_id": message.gmail_thread_id,
        "rfc822_message_id": message.rfc822_message_id,
        "url": page_of(message.id),
    }
