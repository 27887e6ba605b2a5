"""POST /thread-statuses: returns the statuses of the threads in Gmail's list."""

from __future__ import annotations

from typing import Annotated, Any, Final

from msgspec import Meta, Struct
from quart import g

from server.extension.api.bearer import paired
from server.extension.api.fields import GmailId
from server.extension.api.shown import iso, page_of
from server.extension.thread_statuses import ThreadStatus, thread_statuses
from server.lib.web.request_input import json_body

MOST: Final = 100


class ThreadStatusesBody(Struct):
    """Gmail's ids of the threads in its list."""

    threads: Annotated[list[GmailId], Meta(min_length=1, max_length=MOST)]


@paired
async def show() -> Any:
    """Return the statuses of threads in Gmail's list. Untracked threads are left out."""
    asked = await json_body(ThreadStatusesBody)
    found = await thread_statuses(g.account, set(asked.threads))
    return {"thread_statuses": {thread: _shown(status) for thread, status in found.items()}}


def _shown(status: ThreadStatus) -> dict[str, Any]:
    return {
        "state": status.state,
        "id": str(status.newest.id),
        "recipients": status.recipients.line(),
        "recipient_count": status.recipients.count,
        "certainty": status.certainty,
        "opens": status.opens,
        "clicks": status.clicks,
        "sent_at": iso(status.newest.sent_at or status.newest.listed_at),
        "first_open_at": iso(status.first_open_at),
        "last_open_at": iso(status.last_open_at),
        "last_click_at": iso(status.last_click_at),
        "muted": status.muted,
        "url": page_of(status.newest.id),
    }
