"""Copies the hits that wait to be stored, from the spool's file and from Redis, into one file.

Hits go from this node's file to Redis and from there to the database, so they are copied in this order: a hit
that moves on meanwhile is found where it arrives. The digest recognises one that is found twice.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path

from server.backup import sqlite
from server.backup.storage import Step
from server.ingest.settings import IngestSettings
from server.ingest.spool import DROPPED
from server.ingest.spool_file import ROWS_A_STATEMENT, SpoolFile, prepare

_REDIS_SECONDS = 5.0
_NO_LIMIT = 1 << 40  # bytes


@dataclass(frozen=True, slots=True)
class WaitingHits:
    """How many hits wait, how many were told as lost, and how many of these Redis has counted."""

    hits: int
    lost: int
    lost_in_redis: int = 0


async def copy(settings: IngestSettings, to: Path, step: Step) -> WaitingHits:
    """Write all waiting hits to a new spool file. Raises sqlite3.Error, OSError, RedisAway."""
    return await asyncio.to_thread(_copy, settings, to, step)


def examine(path: Path) -> WaitingHits:
    """Check a copy completely, and count what is in it. Raises sqlite3.Error."""
    with sqlite.opened(path) as db:
        damage = sqlite.damage(db)
        if damage:
            raise sqlite.damaged(damage)
        [hits] = db.execute("SELECT count(*) FROM hit").fetchone()
        lost = db.execute("SELECT number FROM tally WHERE name = ?", (DROPPED,)).fetchone()
    return WaitingHits(int(hits), int(lost[0]) if lost else 0)


def merge(kept: Path, into: Path) -> int:
    """Append the hits that wait in `kept`, which may be damaged, to another file. Returns their number."""
    prepare(kept)
    number, target = 0, SpoolFile(into, _NO_LIMIT)
    try:
        with sqlite.opened(kept) as db:
            rows = db.execute("SELECT record FROM hit ORDER BY seq")
            while records := [bytes(record) for (record,) in rows.fetchmany(ROWS_A_STATEMENT)]:
                target.append(records)
                number += len(records)
    finally:
        target.close()
    return number


def lost_in_redis(url: str) -> int:
    """Return how many hits this Redis has counted as lost. Raises RedisAway."""
    from server.ingest.redis_stream import RedisStream

    stream = RedisStream(url, 1, _REDIS_SECONDS)
    try:
        return stream.dropped()
    finally:
        stream.close(leave=False)


def _copy(settings: IngestSettings, to: Path, step: Step) -> WaitingHits:
    if settings.spool_path.exists():
        sqlite.copy(settings.spool_path, to, step)
    else:
        prepare(to)
    lost = _from_redis(settings.spool_url, to) if settings.spool_url else 0
    with sqlite.opened(to) as db:
        db.execute("PRAGMA journal_mode=DELETE")
    found = examine(to)
    return WaitingHits(found.hits, found.lost + lost, lost)


def _from_redis(url: str, to: Path) -> int:
    from server.ingest.redis_stream import RedisStream

    stream, target = RedisStream(url, 1, _REDIS_SECONDS), SpoolFile(to, _NO_LIMIT)
    try:
        for records in stream.everything(ROWS_A_STATEMENT):
            target.append(records)
        return stream.dropped()
    finally:
        target.close()
        stream.close(leave=False)
