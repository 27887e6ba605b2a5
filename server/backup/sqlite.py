"""Copies SQLite databases while they are written to, checks copies, and puts them in place."""

from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from server.backup.storage import Counts, Dumped, Step, refuse_memory
from server.lib.database.connection import sqlite_file
from server.lib.keys.secret_files import sync_folder
from server.lib.user_error import UserError

_PAGES = 1024  # copied in one step
_BUSY_SECONDS = 15.0
_ENDINGS = ("", "-wal", "-shm", "-journal")
_IN_USE = {"database is locked", "database table is locked"}


class SqliteStorage:
    """An SQLite file; see Storage."""

    dialect = "sqlite"

    def __init__(self, url: str) -> None:
        path = sqlite_file(url) if url else Path()
        if path is None:
            raise refuse_memory()
        self._path = path

    async def size(self) -> int:
        """See Storage."""
        return sum(path.stat().st_size for path in self._files())

    async def dump(self, to: Path, step: Step) -> Dumped:
        """See Storage."""
        return await asyncio.to_thread(self._dump, to, step)

    async def examine(self, dump: Path, step: Step) -> Counts:
        """See Storage."""
        return await asyncio.to_thread(_examine, dump, step)

    async def in_use(self) -> bool:
        """See Storage."""
        return self._path.exists() and await asyncio.to_thread(is_open_elsewhere, self._path)

    async def has_data(self) -> bool:
        """See Storage."""
        if not self._path.exists():
            return False
        try:
            with opened(self._path) as db:
                present = row_counts(db)
        except sqlite3.DatabaseError:
            return True
        return bool(present.get("account") or present.get("message"))

    async def keep(self, folder: Path) -> None:
        """See Storage."""
        for path in self._files():
            shutil.copy2(path, folder / path.name)

    async def load(self, dump: Path, step: Step) -> None:
        """See Storage."""
        put_in_place(dump, self._path)

    async def count(self, tables: Mapping[str, int]) -> Counts:
        """See Storage."""
        with opened(self._path) as db:
            return row_counts(db)

    def _files(self) -> list[Path]:
        return [path for path in files_of(self._path) if path.exists()]

    def _dump(self, to: Path, step: Step) -> Dumped:
        if not self._path.exists():
            raise UserError(
                f"There is no database yet ({self._path}), so there is nothing to back up. Check "
                "SIGHTLINE_DATA and DATABASE_URL."
            )
        copy(self._path, to, step)
        with opened(to) as db:
            return Dumped(row_counts(db), sqlite3.sqlite_version)


def copy(source: Path, to: Path, step: Step) -> None:
    """Copy the state of one moment into a new file, without a log beside it. Raises sqlite3.Error, OSError.

    The reading transaction keeps the state: otherwise SQLite would begin anew after every change by another
    process, and never end.
    """
    to.touch(0o600, exist_ok=False)
    with opened(source) as reading, opened(to) as writing:
        reading.execute("BEGIN")
        [page] = reading.execute("PRAGMA page_size").fetchone()
        reading.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # only now the transaction reads
        reading.backup(writing, pages=_PAGES, progress=_pages_done(page, step))
        reading.execute("ROLLBACK")
        writing.execute("PRAGMA journal_mode=DELETE")


def _examine(dump: Path, step: Step) -> Counts:
    with opened(dump) as db:
        db.set_progress_handler(lambda: step(0), 1_000_000)
        found = damage(db)
        if found:
            raise damaged(found)
        return row_counts(db)


def row_counts(db: sqlite3.Connection) -> Counts:
    """Return the number of rows of each table. Raises sqlite3.Error."""
    tables = db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    names = [str(name) for (name,) in tables]
    return {name: int(db.execute(f"SELECT count(*) FROM {_quoted(name)}").fetchone()[0]) for name in names}  # noqa: S608


def damage(db: sqlite3.Connection) -> str:
    """Return what is wrong with a database, whose pages and indexes are all read; empty if nothing is."""
    try:
        [found] = db.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        return str(error)
    return "" if found == "ok" else str(found)


def damaged(found: str) -> UserError:
    """Return the error for a database in a backup that has this damage."""
    return UserError(f"A database in the backup is damaged: {found}. Use another backup.")


def is_open_elsewhere(path: Path) -> bool:
    """Return whether another process has the file open; every connection in the mode WAL holds a lock.

    Raises sqlite3.OperationalError.
    """
    try:
        with opened(path, patience=0) as db:
            db.execute("PRAGMA locking_mode=EXCLUSIVE")
            db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError as error:
        if str(error) in _IN_USE:
            return True
        raise
    except sqlite3.DatabaseError:
        return False  # it is no database, or damaged: nobody works on it
    return False


def put_in_place(new: Path, path: Path) -> None:
    """Replace a database, which nobody has open, and delete what is left of the old one. Raises OSError.

    An old log beside a new file would be read as if it belonged to it.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{path.name}.restored")
    draft.unlink(missing_ok=True)
    draft.touch(0o600)
    shutil.copyfile(new, draft)  # the file may be on another disk
    with draft.open("rb") as file:
        os.fsync(file.fileno())
    for rest in files_of(path)[1:]:
        rest.unlink(missing_ok=True)
    draft.replace(path)
    sync_folder(path.parent)


def files_of(path: Path) -> list[Path]:
    """Return the files that a database may have: itself first, then its log and the log's index."""
    return [path.with_name(path.name + ending) for ending in _ENDINGS]


@contextmanager
def opened(path: Path, patience: float = _BUSY_SECONDS) -> Iterator[sqlite3.Connection]:
    """Open an existing file, whatever its name. Raises sqlite3.Error."""
    place = f"{path.absolute().as_uri()}?mode=rw"
    with closing(sqlite3.connect(place, uri=True, timeout=patience, isolation_level=None)) as db:
        yield db


def _pages_done(page: int, step: Step) -> Callable[[int, int, int], None]:
    left_before: int | None = None

    def tell(_status: int, remaining: int, total: int) -> None:
        nonlocal left_before
        step(page * ((total if left_before is None else left_before) - remaining))
        left_before = remaining

    return tell


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
