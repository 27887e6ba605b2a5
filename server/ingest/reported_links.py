"""Checks before a redirect that the link is in the report of its mail, and hardly delays the person.

Until a mail is reported, its sender's browser can sign any link for it; after the report, links that are not
in it are refused. The database is asked, answers are cached, and a request waits only briefly for an answer.
If none arrives in time, the link is followed.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from server.lib import metrics
from server.messages.models import Link, Message

BUDGET = 0.15  # seconds that a person waits for the database
KEEP = 300.0
KEEP_REFUSAL = 5.0  # seconds; a later report may add the link
REST = 5.0  # seconds without queries after the database did not answer in time
MAX_KEPT = 2000  # mails
MAX_ASKING = 8  # queries at a time

LinkHashes = frozenset[int]  # Python's own hashes of the URLs: they need little memory
LoadLinks = Callable[[UUID], Awaitable[LinkHashes]]


async def ask_database(message: UUID) -> LinkHashes:
    """Return the hashes of a mail's links; none if the mail is not reported or its report names no links."""
    if not await Message.filter(id=message, reported_at__isnull=False).exists():
        return frozenset()
    return frozenset([hash(url) async for (url,) in Link.filter(message_id=message).values_list("url")])


class ReportedLinks:
    """Answers, from a cache or the database, whether a link is in the report of its mail."""

    def __init__(self, ask: LoadLinks = ask_database, clock: Callable[[], float] = time.monotonic) -> None:
        self._ask = ask
        self._clock = clock
        self._kept: OrderedDict[UUID, tuple[float, LinkHashes]] = OrderedDict()
        self._asking: dict[UUID, asyncio.Task[Any]] = {}
        self._resting_until = float("-inf")

    def known(self, message: UUID, url: str) -> bool | None:
        """Return whether the cache allows the link; None if the cache cannot tell."""
        if message not in self._kept:
            return None
        asked_at, urls = self._kept[message]
        age = self._clock() - asked_at
        if urls and hash(url) in urls:
            return True if age < KEEP else None
        return not urls if age < KEEP_REFUSAL else None

    async def allow(self, message: UUID, url: str) -> bool:
        """Return whether to follow the link; True if no answer arrives within BUDGET seconds."""
        known = self.known(message, url)
        if known is not None:
            return known
        resting = self._clock() < self._resting_until
        asking = None if resting else self._asking.get(message) or self._begin(message)
        if asking is None:
            metrics.count("click.unchecked")
            return True
        done, _ = await asyncio.wait({asking}, timeout=BUDGET)  # a timeout cancels nothing
        if not done:
            self._resting_until = self._clock() + REST
        known = self.known(message, url)
        metrics.count("click.unchecked", int(known is None))
        return known is not False

    async def settle(self) -> None:
        """Cancel the queries in progress."""
        for task in [*self._asking.values()]:
            task.cancel()
        await asyncio.gather(*self._asking.values(), return_exceptions=True)

    def _begin(self, message: UUID) -> asyncio.Task[Any] | None:
        if len(self._asking) >= MAX_ASKING:
            return None
        task = self._asking[message] = asyncio.create_task(self._find(message))
        return task

    async def _find(self, message: UUID) -> None:
        try:
            urls = await self._ask(message)
        except Exception:  # noqa: BLE001 - the database is away: that is not the reader's trouble
            self._resting_until = self._clock() + REST
        else:
            self._kept[message] = (self._clock(), urls)
            self._kept.move_to_end(message)
            while len(self._kept) > MAX_KEPT:
                self._kept.popitem(last=False)
        finally:
            del self._asking[message]
