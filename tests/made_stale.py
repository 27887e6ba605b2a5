"""Puts an older copy of an SQLite file next to the log of the newer one, as restoring by hand does."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path


def make_stale(file: Path) -> None:
    """Replace a database in WAL mode by its copy from before a lot was written; its log stays."""
    log = file.with_name(f"{file.name}-wal")
    with closing(sqlite3.connect(file, isolation_level=None)) as database:
        database.execute("CREATE TABLE filler (id INTEGER PRIMARY KEY, text TEXT)")
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        older = file.read_bytes()
        database.execute("PRAGMA wal_autocheckpoint = 0")
        numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
        database.execute(f"{numbers} INSERT INTO filler SELECT i, printf('text %d', i) FROM n")
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database.execute("UPDATE filler SET text = text || text WHERE id < 2000")
        newer = log.read_bytes()
    file.write_bytes(older)
    log.write_bytes(newer)
