"""Tells open pages what has changed, as server-sent events; the pages fetch what they show.

`message-<id>`: this message has changed. `list`: there may be a new message. `problems`: the problems have
changed. The id of an event is the moment of the change, so a browser that reconnects (Last-Event-ID) gets the
events it missed.
"""

from __future__ import annotations

import asyncio
import weakref
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from quart import Blueprint, Quart, Response, current_app, g, request

from server.accounts import quota
from server.accounts.models import Account
from server.dashboard import problems
from server.dashboard.change_feed import ChangeFeed, MessageChange, look
from server.dashboard.live_feed import LiveFeeds, Seat
from server.lib import clock
from server.lib.hub import Hub
from server.lib.runtime import runtime
from server.messages.queries.cursor import moment_of, moment_text

_NAME = "sightline-live"

blueprint = Blueprint("live", __name__)
blueprint.record_once(lambda state: state.app.extensions.update({_NAME: LiveFeeds(cast("Quart", state.app))}))

HEARTBEAT_EVERY = 15.0  # seconds
_RETRY_AFTER = 30  # seconds; js/live.js has its own rhythm, since an EventSource gives up after an error
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
    feeds: LiveFeeds = current_app.extensions[_NAME]
    seat = feeds.seats.take(g.account.id, g.session.id)
    if seat is None:
        return Response("", 503, {"Retry-After": str(_RETRY_AFTER), "Cache-Control": "no-store"})
    since = moment_of(request.headers.get("Last-Event-ID") or request.args.get("since", ""))
    known, messages = request.args.get("problems", ""), quota.limit_of("messages")
    reader = _Reader(g.account, g.session.id, since or clock.now(), known, messages)
    body = _stream(feeds, seat, reader, runtime()[Hub])
    weakref.finalize(body, seat.leave)  # if the client is gone before the stream begins
    answer = Response(body, content_type="text/event-stream; charset=utf-8")
    answer.timeout = None  # Quart would end the stream after a minute
    answer.headers.update({"Cache-Control": "no-store", "X-Accel-Buffering": "no"})
    return answer


@dataclass(frozen=True, slots=True)
class _Reader:
    """Whose page has a stream, and what that page shows: changes until `since`, problems with that mark.

    `quota`: messages that the person may have tracked in a day.
    """

    account: Account
    session_id: int
    since: datetime
    problems_mark: str
    quota: int


async def _stream(feeds: LiveFeeds, seat: Seat, reader: _Reader, hub: Hub) -> AsyncIterator[str]:
    """Yield the text of the stream."""
    account, known = reader.account, reader.problems_mark
    changes = ChangeFeed(reader.since, clock.now())
    try:
        with feeds.joined(account, reader.quota, hub) as stream:
            yield _HELLO
            async with feeds.app.app_context():  # a stream outlives its request
                text = _events(await look(account.id, changes))
                mark, beat = problems.mark_of(await problems.of(account, reader.quota)), _time()
            while True:
                if mark != known:
                    known, text = mark, f"{text}event: problems\ndata: 1\n\n"
                if not text and _time() - beat >= HEARTBEAT_EVERY:
                    text = _HEARTBEAT
                if text:
                    yield text
                    text, beat = "", _time()
                try:
                    news = await asyncio.wait_for(stream.get(), max(0.0, beat + HEARTBEAT_EVERY - _time()))
                except TimeoutError:
                    continue
                if news is None or reader.session_id not in news.sessions:  # nothing is sent after sign-out
                    return
                text, mark = _events(changes.news(news.changes)), news.problems_mark
    finally:
        seat.leave()


def _time() -> float:
    return asyncio.get_running_loop().time()


def _events(changes: Sequence[MessageChange]) -> str:
    """Return the text of the events. EventSource ignores events without data."""
    if not changes:
        return ""
    lines = [f"event: message-{name}\nid: {moment_text(at)}\ndata: 1\n\n" for name, at in changes]
    return "".join(lines) + "event: list\ndata: 1\n\n"
