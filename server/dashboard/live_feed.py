"""Looks for what is new in an account: once for all its open streams, not once for each."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from quart import Quart

from server.accounts import trust
from server.accounts.models import Account
from server.dashboard import problems
from server.dashboard.change_feed import ChangeFeed, MessageChange, look
from server.lib import clock
from server.lib.hub import Hub
from server.lib.shutdown import stopping

log = logging.getLogger(__name__)

LOOK_EVERY = 3.0  # seconds; another process may have written changes
SESSION_CHECK_EVERY = 30.0
PER_SESSION, PER_ACCOUNT, PER_PROCESS = 10, 50, 500  # streams
_WAITING = 16  # news that a slow stream may have waiting; one with more ends, and its page connects again


@dataclass(frozen=True, slots=True)
class News:
    """What one look found: the changed messages, the mark of the problems, and the sessions that are open."""

    changes: Sequence[MessageChange]
    problems_mark: str
    sessions: frozenset[int]


class Seats:
    """Limits the streams that are open at the same time, by session, by account, and in this process."""

    def __init__(self) -> None:
        self._taken: Counter[tuple[str, int]] = Counter()

    def take(self, account_id: int, session_id: int) -> Seat | None:
        """Return a seat; None if there are too many streams."""
        limits = {
            ("session", session_id): PER_SESSION,
            ("account", account_id): PER_ACCOUNT,
            ("process", 0): PER_PROCESS,
        }
        if any(self._taken[key] >= most for key, most in limits.items()):
            return None
        self._taken.update(limits.keys())
        return Seat(self, tuple(limits))

    def give_back(self, keys: Sequence[tuple[str, int]]) -> None:
        """Free what a seat took."""
        self._taken.subtract(keys)
        self._taken = +self._taken  # forgets what is at zero


@dataclass
class Seat:
    """The right of one stream to be open, until it is left."""

    _seats: Seats
    _keys: Sequence[tuple[str, int]]

    def leave(self) -> None:
        """Free the seat. Only the first call counts."""
        self._seats.give_back(self._keys)
        self._keys = ()


@dataclass
class LiveFeed:
    """Looks for what is new in one account while there are streams, and passes it to each of them."""

    app: Quart
    account: Account
    quota: int  # messages that the person may have tracked in a day
    hub: Hub
    streams: set[asyncio.Queue[News | None]] = field(default_factory=set)
    task: asyncio.Task[None] | None = None

    async def run(self) -> None:
        """Look until cancelled. If a look fails or the server stops, the streams get None and end."""
        try:
            with self.hub.subscribe(f"account:{self.account.id}") as published:
                async with self.app.app_context():  # a task outlives the request that began it
                    await self._look_again_and_again(published)
        finally:
            self.task = None  # the next stream starts it again
            for stream in self.streams:
                _put(stream, None)

    async def _look_again_and_again(self, published: asyncio.Queue[str]) -> None:
        changes, mark, checked = ChangeFeed(clock.now(), clock.now()), None, 0.0
        next_problems, doubted = 0.0, False  # doubted: sessions may have ended just now
        while not stopping().is_set():
            time = asyncio.get_running_loop().time()
            found, before = await look(self.account.id, changes), mark
            if time >= next_problems:
                next_problems = time + problems.LOOK_EVERY
                mark = problems.mark_of(await problems.of(self.account, self.quota))
            if found or doubted or mark != before or time - checked >= SESSION_CHECK_EVERY:
                news = News(found, mark or "", await open_sessions(self.account.id))
                checked = time
                for stream in self.streams:
                    _put(stream, news)
            doubted = await _until_news(published)


class LiveFeeds:
    """The feeds of all accounts that have streams in this process."""

    def __init__(self, app: Quart) -> None:
        self.app = app
        self.seats = Seats()
        self._feeds: dict[int, LiveFeed] = {}

    @contextmanager
    def joined(self, account: Account, quota: int, hub: Hub) -> Iterator[asyncio.Queue[News | None]]:
        """Yield a queue that receives the account's news for the duration of the block; None is the end."""
        feed = self._feeds.setdefault(account.id, LiveFeed(self.app, account, quota, hub))
        stream: asyncio.Queue[News | None] = asyncio.Queue(_WAITING)
        feed.streams.add(stream)
        if feed.task is None:
            feed.task = asyncio.create_task(feed.run())
            feed.task.add_done_callback(_report)
        try:
            yield stream
        finally:
            feed.streams.discard(stream)
            if not feed.streams:
                del self._feeds[account.id]
                if feed.task is not None:
                    feed.task.cancel()


async def open_sessions(account_id: int) -> frozenset[int]:
    """Return the ids of the account's open sessions; none if the account is disabled."""
    open_ = trust.open_sessions(clock.now()).filter(account_id=account_id, account__disabled_at=None)
    return frozenset([session.id for session in await open_.only("id")])


def _report(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and task.exception():
        log.error("the streams of an account have ended", exc_info=task.exception())


def _put(stream: asyncio.Queue[News | None], news: News | None) -> None:
    if stream.full():  # nobody reads it
        while not stream.empty():
            stream.get_nowait()
        news = None
    stream.put_nowait(news)


async def _until_news(published: asyncio.Queue[str]) -> bool:
    """Wait until something is published, the server stops, or it is time to query again.

    Return whether sessions of the person have ended meanwhile.
    """
    got, stop = asyncio.ensure_future(published.get()), asyncio.ensure_future(stopping().wait())
    try:
        await asyncio.wait((got, stop), timeout=LOOK_EVERY, return_when=asyncio.FIRST_COMPLETED)
        heard = {got.result()} if got.done() else set()
    finally:
        got.cancel()
        stop.cancel()
    while not published.empty():  # one query answers everything that was published
        heard.add(published.get_nowait())
    return trust.ENDED in heard
