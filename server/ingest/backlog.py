"""Reads the backlog from the spool's file, which another process may be using, without locking the spool."""

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
    """The state of a spool's file.

    `hits`: records that are not stored in the database yet (at most a million are counted). `age`: the age of
    the oldest one, in seconds. `size`: of the file, in bytes.
    `aside`: records that could not be digested.
    """

    hits: int
    age: float
    size: int
    aside: int


def look(path: Path) -> Backlog | None:
    """Return the backlog; None if there is no file. Blocks. Raises sqlite3.Error."""
    if not path.exists():
        return None
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=2)) as db:
        hits, aside = db.execute(
            "SELECT (SELECT count(*) FROM (SELECT 1 FROM hit LIMIT 1000000)), (SELECT count(*) FROM aside)"
        ).fetchone()
        first = db.execute("SELECT record FROM hit ORDER BY seq LIMIT 1").fetchone()
    size = sum(each.stat().st_size for each in path.parent.glob(f"{path.name}*") if each.is_file())
    return Backlog(hits, _age(first), size, aside)


def _age(first: tuple[bytes] | None) -> float:
    try:
        return max(0.0, clock.unix() - content_of(bytes(first[0])).at / 1_000_000) if first else 0.0
    except BadRecord:
        return 0.0
