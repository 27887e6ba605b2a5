"""Moves hits that wait under the names of earlier versions, which all installations on one Redis shared.

A hit belongs to this installation if its message is known here, with the same account. All others stay: their
message may be reported late, or be another installation's, which may be off for long. What belongs to others
is never touched.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from redis import Redis

from server.ingest.losses import Losses, LossReason
from server.ingest.records import Content, content_of
from server.messages.models import Message
from server.verdicts.hits import UNKNOWN_ACCOUNT, BadRecord

log = logging.getLogger(__name__)

EVERY = 60.0  # seconds
STREAM, DROPPED, GROUP = "{sightline-hits}", "{sightline-hits}:dropped", "digest"
_PAGE = 500
PAGES = 10  # at a time; the next time goes on from there, and begins anew after the last
_FIELD = b"h"

Entry = tuple[bytes, bytes]  # id, record


class EarlierHits:
    """The hits under the earlier names."""

    def __init__(self, url: str, losses: Losses) -> None:
        self._redis = Redis.from_url(url, socket_timeout=5.0, socket_connect_timeout=5.0, protocol=2)
        self._losses = losses
        self._again_at = 0.0
        self._last = b"-"  # the entry that was looked at last

    async def move(self, give: Callable[[Sequence[bytes]], int]) -> int:
        """Move this installation's hits, once a minute; return how many. Needs the database.

        `give` stores records under the present names, and returns how many fitted. If Redis or the database
        does not answer, the rest is moved a minute later.
        """
        if time.monotonic() < self._again_at:
            return 0
        self._again_at = time.monotonic() + EVERY
        moved = 0
        try:
            await asyncio.to_thread(self._take_over_drops)
            for _ in range(PAGES):
                entries, last = await asyncio.to_thread(self._after, self._last)
                moved += await self._move(await own(entries), give)
                self._last = last
                if last == b"-":
                    break
        except Exception as error:  # noqa: BLE001 - each driver raises errors of its own
            log.warning("hits that an earlier version left in Redis are moved a minute later: %s", error)
        return moved

    def waiting(self) -> int:
        """Return how many entries wait there, whoever they belong to. Raises RedisError or OSError."""
        return int(self._redis.xlen(STREAM))

    def close(self) -> None:
        """Disconnect."""
        self._redis.close()

    async def _move(self, ours: Sequence[Entry], give: Callable[[Sequence[bytes]], int]) -> int:
        if not ours:
            return 0
        kept = await asyncio.to_thread(give, [record for _, record in ours])
        if kept:
            await asyncio.to_thread(self._forget, [name for name, _ in ours[:kept]])
        return kept

    def _after(self, last: bytes) -> tuple[list[Entry], bytes]:
        """Return the hits after that id, at most a page, and the last id; b"-" is before and after all."""
        start = last if last == b"-" else b"(" + last
        page: Any = self._redis.xrange(STREAM, start.decode(), count=_PAGE)
        hits = [(name, fields[_FIELD]) for name, fields in page if fields and _FIELD in fields]
        return hits, page[-1][0] if len(page) == _PAGE else b"-"

    def _forget(self, names: Sequence[bytes]) -> None:
        pipeline = self._redis.pipeline(transaction=True)
        pipeline.xack(STREAM, GROUP, *names)
        pipeline.xdel(STREAM, *names)
        pipeline.execute()

    def _take_over_drops(self) -> None:
        """Take over the number of lost hits that earlier versions counted in Redis."""
        pipeline = self._redis.pipeline(transaction=True)
        pipeline.get(DROPPED)
        pipeline.delete(DROPPED)
        number, _ = pipeline.execute()
        self._losses.count(int(number or 0), LossReason.EARLIER, lasting=False)


async def own(entries: Sequence[Entry]) -> list[Entry]:
    """Return those of the entries that belong to this installation. Needs the database."""
    found = [(entry, _content(entry[1])) for entry in entries]
    messages = {each.message for _, each in found if each}
    known = dict(await Message.filter(id__in=messages).values_list("id", "account_id")) if messages else {}
    return [entry for entry, content in found if content and _is_own(content, known)]


def _is_own(content: Content, known: Mapping[UUID, int]) -> bool:
    owner = known.get(content.message)
    return owner is not None and content.account in (owner, UNKNOWN_ACCOUNT)


def _content(record: bytes) -> Content | None:
    try:
        return content_of(record)
    except BadRecord:
        return None
