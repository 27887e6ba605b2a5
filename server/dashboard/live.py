"""Server-sent events: what changed, as it changes. Names only: the page fetches what it shows.

`message-<id>`: this message is not as it was. `list`: there may be a new one. `problems`: other notices are
due. The id of an event is the moment of the change, so that a browser that comes back (Last-Event-ID) is told
what it missed.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import datetime

from quart import Blueprint, Response, g, request

from server.accounts.models import Session
from server.dashboard import problems
from server.dashboard.change_feed import ChangeFeed, MessageChange, look
from server.lib import clock
from server.lib.hub import Hub
from server.lib.runtime import runtime
from server.lib.shutdown import stopping
from server.messages.queries.cursor import moment_of, moment_text

blueprint = Blueprint("live", __name__)

LOOK_EVERY = 3.0  # seconds: another process may have written
HEARTBEAT_EVERY = 15.0
SESSION_CHECK_EVERY = 30.0
_HELLO = "retry: 2000\n: hello\n\n"
_HEARTBEAT = ": still here\n\n"


def now_mark() -> str:
    """For the address of a page's stream: what changes from here on is told."""
    return moment_text(clock.now())


@blueprint.app_template_filter("mark")
def mark_filter(at: datetime) -> str:
    """The moment that a part of a page is up to: one that an event has overtaken asks again."""
    return moment_text(at)


@blueprint.get("/live")
async def stream() -> Response:
    """The events of the signed-in person, until they leave, sign out or the server stops."""
    if g.session is None:
        return Response("", 401)
    since = moment_of(request.headers.get("Last-Event-ID") or request.args.get("since", ""))
    watch = ChangeFeed(since or clock.now(), clock.now())
    notices = problems.ProblemFeed(g.account, request.args.get("problems", ""))
    told = _told(g.session.id, g.account.id, watch, notices, runtime()[Hub])
    answer = Response(told, content_type="text/event-stream")
    answer.timeout = None  # Quart would end it after a minute
    answer.headers.update({"Cache-Control": "no-store", "X-Accel-Buffering": "no"})
    return answer


async def _told(
    session_id: int, account_id: int, watch: ChangeFeed, notices: problems.ProblemFeed, hub: Hub
) -> AsyncIterator[str]:
    """The text of the stream."""
    beat = check = asyncio.get_running_loop().time()
    with hub.subscribe(f"account:{account_id}") as news:
        yield _HELLO
        while not stopping().is_set():
            time = asyncio.get_running_loop().time()
            text = _events(await look(account_id, watch))
            if await notices.changed(time):
                text += "event: problems\ndata: 1\n\n"
            if text or time - check >= SESSION_CHECK_EVERY:  # who has signed out is told nothing more
                if not await _is_session_open(session_id):
                    return
                check = time
            if not text and time - beat >= HEARTBEAT_EVERY:
                text = _HEARTBEAT
            if text:
                yield text
                beat = time
            await _until_news(news)


async def _until_news(news: asyncio.Queue[str]) -> None:
    """Wait until something is published, the server stops, or it is time to look again."""
    waits = (asyncio.ensure_future(news.get()), asyncio.ensure_future(stopping().wait()))
    try:
        await asyncio.wait(waits, timeout=LOOK_EVERY, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in waits:
            wait.cancel()
    while not news.empty():  # one look answers all that was published
        news.get_nowait()


async def _is_session_open(session_id: int) -> bool:
    """Whether the person may still look: signed out elsewhere, expired or disabled means no."""
    open_ = Session.filter(id=session_id, revoked_at=None, expires_at__gt=clock.now())
    return await open_.filter(account__disabled_at=None).exists()


def _events(changes: Sequence[MessageChange]) -> str:
    """The text of events; EventSource ignores an event without data."""
    if not changes:
        return ""
    told = [f"event: message-{name}\nid: {moment_text(at)}\ndata: 1\n\n" for name, at in changes]
    return "".join(told) + "event: list\ndata: 1\n\n"
