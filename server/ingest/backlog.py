"""Reads the backlog in the spool's file from outside, without locking or opening the spool."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from server.ingest.records import content_of
from server.lib import clock
from server.verdicts.hits import BadRecord


@dataclass(frozen=True, slots=True)
class Backlog:
    """`hits` not stored yet, the oldest `age` seconds old; `size` in bytes; `dropped` and `aside` so far."""

    hits: int
    age: float
    size: int
    dropped: int
    aside: int


def look(path: Path) -> Backlog | None:
    """Return the backlog; None if there is no file. Blocks. Raises sqlite3.Error."""
    if not path.exists():
        return None
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=2)) as db:
        hits, aside, dropped = db.execute(
            "SELECT (SELECT count(*) FROM (SELECT 1 FROM hit LIMIT 1000000)), (SELECT count(*) FROM aside),"
            " (SELECT coalesce(sum(number), 0) FROM tally WHERE name = 'dropped')"
        ).fetchone()
        first = db.execute("SELECT record FROM hit ORDER BY seq LIMIT 1").fetchone()
    size = sum(each.stat().st_size for each in path.parent.glob(f"{path.name}*") if each.is_file())
    return Backlog(hits, _age(first), size, dropped, aside)


def _age(first: tuple[bytes] | None) -> float:
    try:
        return max(0.0, clock.unix() - content_of(bytes(first[0])).at / 1_000_000) if first else 0.0
    except BadRecord:
        return 0.0
