"""Moves hits that wait under the names of earlier versions, which all installations on one Redis shared.

A hit belongs to this installation if its message is known here, with the same account. A hit on a message
that is not known (its report may come late) stays for a day, so that another installation can take it; after
that it is taken here, if its account exists. What belongs to others is never touched.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from uuid import UUID

from redis import Redis, RedisError, ResponseError

from server.accounts.models import Account
from server.ingest.losses import Losses, LossReason
from server.ingest.records import Content, content_of
from server.lib import clock
from server.messages.models import Message
from server.verdicts.hits import UNKNOWN_ACCOUNT, BadRecord

STREAM, DROPPED, GROUP = "{sightline-hits}", "{sightline-hits}:dropped", "digest"
_PAGE = 500
_DAY = 86_400.0
_FIELD = b"h"

Entry = tuple[bytes, bytes]  # id, record


class EarlierHits:
    """The hits under the earlier names. Its methods block, and raise RedisError or OSError."""

    def __init__(self, url: str, losses: Losses) -> None:
        self._redis = Redis.from_url(url, socket_timeout=5.0, socket_connect_timeout=5.0, protocol=2)
        self._losses = losses

    def after(self, last: bytes) -> list[Entry]:
        """Return the entries after that id, at most a page of them; `last` is b"-" for the first ones."""
        start = b"-" if last == b"-" else b"(" + last
        return [(name, fields[_FIELD]) for name, fields in self._redis.xrange(STREAM, start, count=_PAGE)]

    def forget(self, names: Sequence[bytes]) -> None:
        """Delete entries."""
        pipeline = self._redis.pipeline(transaction=True)
        pipeline.xack(STREAM, GROUP, *names)
        pipeline.xdel(STREAM, *names)
        pipeline.execute()

    def waiting(self) -> int:
        """Return how many entries wait; none if that cannot be told."""
        try:
            return int(self._redis.xlen(STREAM))
        except (RedisError, OSError):
            return 0

    def take_over_drops(self) -> None:
        """Take over the number of lost hits that earlier versions counted in Redis."""
        pipeline = self._redis.pipeline(transaction=True)
        pipeline.get(DROPPED)
        pipeline.delete(DROPPED)
        with contextlib.suppress(ResponseError):
            number, _ = pipeline.execute()
            self._losses.count(int(number or 0), LossReason.EARLIER, lasting=False)

    def close(self) -> None:
        """Disconnect."""
        self._redis.close()


async def own(entries: Sequence[Entry]) -> list[Entry]:
    """Return those of the entries that belong to this installation. Needs the database."""
    found = [(entry, _content(entry[1])) for entry in entries]
    messages = {each.message for _, each in found if each}
    known = dict(await Message.filter(id__in=messages).values_list("id", "account_id")) if messages else {}
    accounts = set(await Account.all().values_list("id", flat=True))
    now = clock.unix()
    return [entry for entry, content in found if content and _is_own(content, known, accounts, now)]


def _is_own(content: Content, known: Mapping[UUID, int], accounts: set[int], now: float) -> bool:
    owner = known.get(content.message)
    if owner is not None:
        return content.account in (owner, UNKNOWN_ACCOUNT)
    return content.account in accounts and content.at / 1_000_000 < now - _DAY


def _content(record: bytes) -> Content | None:
    try:
        return content_of(record)
    except BadRecord:
        return None
