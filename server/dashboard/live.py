"""Tells open pages what has changed, as server-sent events; the pages fetch what they show.

`message-<id>`: this message has changed. `list`: there may be a new message. `problems`: the problems have
changed. The id of an event is the moment of the change, so a browser that reconnects (Last-Event-ID) gets the
events it missed.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import datetime

from quart import Blueprint, Response, g, request

from server.accounts import trust
from server.dashboard import problems
from server.dashboard.change_feed import ChangeFeed, MessageChange, look
from server.lib import clock
from server.lib.hub import Hub
from server.lib.runtime import runtime
from server.lib.shutdown import stopping
from server.messages.queries.cursor import moment_of, moment_text

blueprint = Blueprint("live", __name__)

LOOK_EVERY = 3.0  # seconds; another process may have written changes
HEARTBEAT_EVERY = 15.0
SESSION_CHECK_EVERY = 30.0
_HELLO = "retry: 2000\n: hello\n\n"
_HEARTBEAT = ": still here\n\n"


def now_mark() -> str:
    """Return the current moment for the stream's URL; the stream reports changes after that moment."""
    return moment_text(clock.now())


@blueprint.app_template_filter("mark")
def mark_filter(at: datetime) -> str:
    """Return the time of a part's last change as text; the page fetches parts older than an event again."""
    return moment_text(at)


@blueprint.get("/live")
async def stream() -> Response:
    """Stream the events of the signed-in person until they leave or sign out, or the server stops."""
    if g.session is None:
        return Response("", 401)
    since = moment_of(request.headers.get("Last-Event-ID") or request.args.get("since", ""))
    changes = ChangeFeed(since or clock.now(), clock.now())
    problem_feed = problems.ProblemFeed(g.account, request.args.get("problems", ""))
    body = _stream(g.session.id, g.account.id, changes, problem_feed, runtime()[Hub])
    answer = Response(body, content_type="text/event-stream; charset=utf-8")
    answer.timeout = None  # Quart would end the stream after a minute
    answer.headers.update({"Cache-Control": "no-store", "X-Accel-Buffering": "no"})
    return answer


async def _stream(
    session_id: int, account_id: int, changes: ChangeFeed, problem_feed: problems.ProblemFeed, hub: Hub
) -> AsyncIterator[str]:
    """Yield the text of the stream."""
    beat = check = asyncio.get_running_loop().time()
    doubted = False  # whether the session may have ended just now
    with hub.subscribe(f"account:{account_id}") as news:
        yield _HELLO
        while not stopping().is_set():
            time = asyncio.get_running_loop().time()
            text = _events(await look(account_id, changes))
            if await problem_feed.changed(time):
                text += "event: problems\ndata: 1\n\n"
            if text or doubted or time - check >= SESSION_CHECK_EVERY:  # nothing is sent after sign-out
                if not await _is_session_open(session_id):
                    return
                check = time
            if not text and time - beat >= HEARTBEAT_EVERY:
                text = _HEARTBEAT
            if text:
                yield text
                beat = time
            doubted = await _until_news(news)


async def _until_news(news: asyncio.Queue[str]) -> bool:
    """Wait until something is published, the server stops, or it is time to query again.

    Return whether sessions of the person have ended meanwhile.
    """
    got, stop = asyncio.ensure_future(news.get()), asyncio.ensure_future(stopping().wait())
    try:
        await asyncio.wait((got, stop), timeout=LOOK_EVERY, return_when=asyncio.FIRST_COMPLETED)
        heard = {got.result()} if got.done() else set()
    finally:
        got.cancel()
        stop.cancel()
    while not news.empty():  # one query answers everything that was published
        heard.add(news.get_nowait())
    return trust.ENDED in heard


async def _is_session_open(session_id: int) -> bool:
    """Return whether the session is open (not signed out, not expired) and its account is not disabled."""
    return await trust.open_sessions(clock.now()).filter(id=session_id, account__disabled_at=None).exists()


def _events(changes: Sequence[MessageChange]) -> str:
    """Return the text of the events. EventSource ignores events without data."""
    if not changes:
        return ""
    lines = [f"event: message-{name}\nid: {moment_text(at)}\ndata: 1\n\n" for name, at in changes]
    return "".join(lines) + "event: list\ndata: 1\n\n"
