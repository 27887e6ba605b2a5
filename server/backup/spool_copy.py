"""Copies the hits that wait to be stored, from the spool's file and from Redis, into one file.

Hits go from this node's file to Redis and from there to the database, so they are copied in this order: a hit
that moves on meanwhile is found where it arrives. The digest recognises one that is found twice.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

from server.backup import sqlite
from server.backup.storage import Step
from server.ingest.settings import IngestSettings
from server.ingest.spool_file import ROWS_A_STATEMENT, SpoolFile, prepare
from server.lib.database.connection import connected
from server.lib.installation import installation
from server.lib.redis.names import Names

_REDIS_SECONDS = 5.0
_NO_LIMIT = 1 << 40  # bytes


async def copy(settings: IngestSettings, url: str, to: Path, step: Step) -> int:
    """Write all waiting hits to a new spool file, and return their number. `url`: of the database.

    Raises sqlite3.Error, OSError, RedisAway.
    """
    names = await _names(url) if settings.spool_url else None
    return await asyncio.to_thread(_copy, settings, names, to, step)


def examine(path: Path) -> int:
    """Check a copy completely, and count its hits. Raises UserError, sqlite3.Error."""
    with sqlite.opened(path) as db:
        damage = sqlite.damage(db)
        if damage:
            raise sqlite.damaged(damage)
        [hits] = db.execute("SELECT count(*) FROM hit").fetchone()
    return int(hits)


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


async def _names(url: str) -> Names:
    """Return the names that the installation uses in Redis, as the database says."""
    async with connected(url, ["server.lib.notes"]):
        return Names(await installation())


def _copy(settings: IngestSettings, names: Names | None, to: Path, step: Step) -> int:
    if settings.spool_path.exists():
        sqlite.copy(settings.spool_path, to, step)
    else:
        prepare(to)
    if settings.spool_url:
        _add_from_redis(settings.spool_url, names, to)
    with sqlite.opened(to) as db:
        db.execute("PRAGMA journal_mode=DELETE")
    return examine(to)


def _add_from_redis(url: str, names: Names | None, to: Path) -> None:
    from server.ingest.redis_stream import RedisStream

    stream, target = RedisStream(url, 1, _REDIS_SECONDS, names), SpoolFile(to, _NO_LIMIT)
    try:
        for records in stream.everything(ROWS_A_STATEMENT):
            target.append(records)
    finally:
        target.close()
        stream.close(leave=False)
