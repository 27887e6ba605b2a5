"""Stores the sandbox's data in one SQLite file in its data folder."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sandbox.clock import now_ms

SCHEMA = """
CREATE TABLE IF NOT EXISTS mails (
    owner TEXT NOT NULL, gid TEXT NOT NULL, id TEXT NOT NULL, thread_gid TEXT NOT NULL,
    thread_id TEXT NOT NULL, message_id TEXT NOT NULL, raw BLOB NOT NULL, labels TEXT NOT NULL,
    date_ms INTEGER NOT NULL, history_id INTEGER NOT NULL, due_ms INTEGER,
    PRIMARY KEY (owner, gid), UNIQUE (owner, id));
CREATE TABLE IF NOT EXISTS history (
    id INTEGER PRIMARY KEY AUTOINCREMENT, owner TEXT NOT NULL, kind TEXT NOT NULL,
    mail_id TEXT NOT NULL, thread_id TEXT NOT NULL, labels TEXT NOT NULL, changed TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS too_old (owner TEXT PRIMARY KEY, until INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS labels (
    owner TEXT NOT NULL, name TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (owner, name));
CREATE TABLE IF NOT EXISTS wire (
    id INTEGER PRIMARY KEY AUTOINCREMENT, owner TEXT NOT NULL, at_ms INTEGER NOT NULL,
    transport TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS pictures (name TEXT PRIMARY KEY, kind TEXT NOT NULL, body BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS consents (person TEXT PRIMARY KEY, scopes TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS codes (code TEXT PRIMARY KEY, expires_ms INTEGER NOT NULL, request TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS tokens (
    token TEXT PRIMARY KEY, kind TEXT NOT NULL, person TEXT NOT NULL, scopes TEXT NOT NULL,
    expires_ms INTEGER, begun_ms INTEGER NOT NULL DEFAULT 0, used_ms INTEGER NOT NULL DEFAULT 0);
INSERT INTO sqlite_sequence
    SELECT 'history', 1000 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'history');
"""
TABLES = ("mails", "history", "too_old", "labels", "wire", "pictures", "consents", "codes", "tokens")


class Store:
    """One connection, used only from the event loop's thread.

    Each change is one transaction, so `kill -9` neither loses an answered request nor leaves half a change.
    """

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.row_factory = sqlite3.Row
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=NORMAL")
        self._db.executescript(SCHEMA)
        self._add_new_columns()

    def _add_new_columns(self) -> None:
        # A file from before these columns: its tokens count as issued now.
        known = {row["name"] for row in self._db.execute("PRAGMA table_info(tokens)")}
        for name in ("begun_ms", "used_ms"):
            if name not in known:
                self._db.execute(f"ALTER TABLE tokens ADD COLUMN {name} INTEGER NOT NULL DEFAULT {now_ms()}")

    def rows(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        """Return all rows of a query."""
        return self._db.execute(sql, values).fetchall()

    def row(self, sql: str, *values: Any) -> sqlite3.Row | None:
        """Return the first row of a query (or of a RETURNING clause), or None."""
        rows = self.rows(sql, *values)
        return rows[0] if rows else None

    @contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """Open a transaction: committed at the end of the block, rolled back if the block raises."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield self._db
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def empty(self) -> None:
        """Delete all rows. The history continues to count, because no number may occur twice."""
        with self.change() as db:
            for table in TABLES:
                db.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own

    def close(self) -> None:
        """Close the file; the store cannot be used afterwards."""
        self._db.close()
