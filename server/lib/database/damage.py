"""Looks whether an SQLite file is damaged, without disturbing the server that uses it.

The usual cause: an older file was copied into the place of another one, whose write-ahead log (-wal) was left
there. SQLite applies that log to the older file, and mixes pages of two times.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from server.lib.user_error import UserError


class StaleLog(UserError):
    """An SQLite file lies next to the write-ahead log of another one."""


_STEPS = 10_000  # of SQLite's machine, some milliseconds, between two looks at the clock


@dataclass(frozen=True, slots=True)
class PartlySearched:
    """The file is so large that only a part of it was looked at, which is undamaged."""

    seconds: float


def look(file: Path, seconds: float) -> str | PartlySearched | None:
    """Return what is damaged in SQLite's words, PartlySearched if that takes too long, or None. Blocks.

    Raises sqlite3.Error if the file cannot be read at all.
    """
    return _look(file, seconds, "mode=ro")


def check_log(file: Path, seconds: float) -> None:
    """Raise StaleLog if the file is sound by itself, and damaged together with its write-ahead log. Blocks.

    Whoever opened it to write would copy the log into it. Does nothing if the file cannot be read, or if
    looking takes longer than `seconds`.
    """
    log = file.with_name(f"{file.name}-wal")
    with suppress(OSError, sqlite3.Error):
        if log.stat().st_size and isinstance(look(file, seconds), str):
            alone = _look(file, seconds, "mode=ro&immutable=1")
            if not isinstance(alone, str):
                raise StaleLog(
                    f"{log} does not belong to {file.name}: together they are damaged, and the file alone is "
                    f"not. An older file was probably copied here. Move {log.name} and {file.name}-shm away."
                )


def sentence(file: Path, found: str) -> str:
    """Say that the file is damaged, and what to do."""
    where = " ".join(found.split())[:120]
    return (
        f"{file} is damaged ({where}). Stop the server and restore a backup: sightline restore FILE. If an "
        f"older file was just copied here, move {file.name}-wal and {file.name}-shm away, and copy it again."
    )


def _look(file: Path, seconds: float, how: str) -> str | PartlySearched | None:
    until = time.monotonic() + seconds
    with closing(sqlite3.connect(f"file:{quote(str(file))}?{how}", uri=True, timeout=5)) as database:
        database.set_progress_handler(lambda: time.monotonic() > until, _STEPS)
        try:
            [(found,)] = database.execute("PRAGMA quick_check(1)").fetchall()
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                return PartlySearched(seconds)
            if error.sqlite_errorcode & 0xFF not in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
                raise
            return str(error)
    return None if found == "ok" else str(found)
