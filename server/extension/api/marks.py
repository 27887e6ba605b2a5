"""POST /marks: returns the marks for threads in Gmail's list."""

from __future__ import annotations

from typing import Annotated, Any, Final

from msgspec import Meta, Struct
from quart import g

from server.extension.api.bearer import paired
from server.extension.api.fields import GmailId
from server.extension.api.shown import iso, page_of
from server.extension.marks import Mark, marks_of
from server.lib.web.request_input import json_body

MOST: Final = 100


class MarksBody(Struct):
    """Gmail's ids of the threads in its list."""

    threads: Annotated[list[GmailId], Meta(min_length=1, max_length=MOST)]


@paired
async def show() -> Any:
    """Return the marks of threads in Gmail's list. Untracked threads are left out."""
    asked = await json_body(MarksBody)
    found = await marks_of(g.account, set(asked.threads))
    return {"marks": {thread: _shown(mark) for thread, mark in found.items()}}


def _shown(mark: Mark) -> dict[str, Any]:
    return {
        "state": mark.state,
        "id": str(mark.newest.id),
        "recipients": mark.recipients.line(),
        "recipient_count": mark.recipients.count,
        "certainty": mark.certainty,
        "opens": mark.opens,
        "clicks": mark.clicks,
        "sent_at": iso(mark.newest.sent_at or mark.newest.listed_at),
        "first_open_at": iso(mark.first_open_at),
        "last_open_at": iso(mark.last_open_at),
        "last_click_at": iso(mark.last_click_at),
        "muted": mark.muted,
        "url": page_of(mark.newest.id),
    }
