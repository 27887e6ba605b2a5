"""POST /timelines: returns the timelines of messages in an open thread."""

from __future__ import annotations

from typing import Annotated, Any, Final

from msgspec import Meta, Struct
from quart import g

from server.events import wording
from server.events.models import Event
from server.extension.api.bearer import paired
from server.extension.api.fields import GmailId
from server.extension.api.shown import iso, page_of, proof_of
from server.extension.timelines import ThreadTimeline, timelines_of
from server.lib.web.request_input import json_body
from server.messages import return_wording
from server.messages.models import Return

MOST: Final = 20


class TimelinesBody(Struct):
    """Gmail's ids of the messages that a thread shows."""

    messages: Annotated[list[GmailId], Meta(min_length=1, max_length=MOST)]


@paired
async def show() -> Any:
    """Return the timelines of messages in an open thread. Untracked messages are left out."""
    asked = await json_body(TimelinesBody)
    found = await timelines_of(g.account, set(asked.messages))
    return {"timelines": {gmail_id: _shown(timeline) for gmail_id, timeline in found.items()}}


def _shown(timeline: ThreadTimeline) -> dict[str, Any]:
    message = timeline.message
    return {
        "id": str(message.id),
        "url": page_of(message.id),
        "opens": message.opens,
        "clicks": message.clicks,
        "replied_at": iso(message.replied_at),
        "bounced_at": iso(message.bounced_at),
        "muted": timeline.muted,
        "proof": proof_of(timeline.proof),
        "entries": [_entry(event, timeline.seconds.get(event.id, 0)) for event in timeline.events],
        "returns": [_returned(item) for item in timeline.returns],
        "more": timeline.more,
    }


def _returned(item: Return) -> dict[str, Any]:
    return {
        "kind": item.kind,
        "at": iso(item.at),
        "text": return_wording.returned_title(item),
        "why": return_wording.returned_why(item),
    }


def _entry(event: Event, seconds: int) -> dict[str, Any]:
    return {
        "event": str(event.id),
        "kind": wording.kind_of(event),
        "at": iso(event.at),
        "text": wording.sentence(event),
        "why": wording.why(event, seconds),
        "verdict": event.verdict,
        "score": event.score,
        "correction": event.correction,
    }
