"""The spool's file: an SQLite database to which one thread writes, and which another connection reads.

WAL with synchronous=FULL makes a committed record survive a crash of the process or of the machine. SQLite
finds an incomplete end of the log by its checksums, and ignores it. A damaged file is renamed, and its
readable records are copied into a new file.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from server.lib import clock

log = logging.getLogger(__name__)

ROWS_A_STATEMENT = 500
_PAGE = 4096
_FEWEST_PAGES = 16  # an empty spool needs a few pages
_BUSY_SECONDS = 10.0
_QUICK_CHECK_UP_TO = 64 << 20  # bytes; a check reads the whole file, and the start must not take minutes
_SCHEMA = """
CREATE TABLE IF NOT EXISTS hit (seq INTEGER PRIMARY KEY AUTOINCREMENT, record BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS aside (
    id INTEGER PRIMARY KEY, record BLOB NOT NULL, reason TEXT NOT NULL, put_at REAL NOT NULL
);
CREATE TABLE IF NOT EXISTS tally (name TEXT PRIMARY KEY, number INTEGER NOT NULL);
"""

Record = tuple[int, bytes]  # sequence number, content


class SpoolFile:
    """One connection, for one thread. Its methods raise sqlite3.Error when the disk or the file fails."""

    def __init__(self, path: Path, max_bytes: int) -> None:
        self._db = _connect(path)
        self._db.execute(f"PRAGMA max_page_count={max(max_bytes // _PAGE, _FEWEST_PAGES)}")
        self._db.execute("PRAGMA wal_autocheckpoint=0")  # Spool decides when to checkpoint

    def append(self, records: Sequence[bytes]) -> None:
        """Append `records` (at most ROWS_A_STATEMENT): on return all are on disk, after an error none is.

        One statement is one transaction, and it releases the GIL once rather than once per row. While
        requests are being answered, each wait to get the GIL back can take milliseconds.
        """
        places = ",".join(["(?)"] * len(records))
        self._db.execute(f"INSERT INTO hit (record) VALUES {places}", records)  # noqa: S608 - only marks

    def forget(self, upto: int) -> None:
        """Delete the records up to this number; later records reuse their space.

        This does not wait for the disk, for which readers' hits would have to wait, too. If the machine fails
        before the next `append`, the records come back, and storing a hit again changes nothing.
        """
        self._db.execute("PRAGMA synchronous=NORMAL")
        try:
            self._db.execute("DELETE FROM hit WHERE seq <= ?", (upto,))
        finally:
            self._db.execute("PRAGMA synchronous=FULL")

    def put_aside(self, seq: int, record: bytes, reason: str) -> None:
        """Move a record that cannot be digested to a separate table."""
        with self._transaction():
            self._db.execute(
                "INSERT INTO aside (record, reason, put_at) VALUES (?, ?, ?)", (record, reason, clock.unix())
            )
            self._db.execute("DELETE FROM hit WHERE seq = ?", (seq,))

    def probe(self) -> None:
        """Write as much as a small hit, in a place of its own."""
        self._db.execute(
            "INSERT OR REPLACE INTO tally (name, number) VALUES ('probe', ?)", (int(clock.unix()),)
        )

    def counted(self) -> int:
        """Return how many lost records earlier versions counted in this file."""
        row = self._db.execute("SELECT number FROM tally WHERE name = 'dropped'").fetchone()
        return int(row[0]) if row else 0

    def has_room(self, size: int) -> bool:
        """Return whether records of so many bytes fit below the cap, with what they take besides."""
        most = self._db.execute("PRAGMA max_page_count").fetchone()[0]
        return int(most) * _PAGE - self.size() > 2 * size + 4 * _PAGE

    def read(self, limit: int) -> list[Record]:
        """Return the oldest records, at most `limit`."""
        rows = self._db.execute("SELECT seq, record FROM hit ORDER BY seq LIMIT ?", (limit,))
        return [(seq, bytes(record)) for seq, record in rows]

    def bounds(self) -> tuple[int, int]:
        """Return the lowest number of a stored record and the highest number ever assigned.

        The lowest is greater than the highest if no record is stored.
        """
        lowest, highest = self._db.execute(
            "SELECT (SELECT min(seq) FROM hit), (SELECT seq FROM sqlite_sequence WHERE name = 'hit')"
        ).fetchone()
        return (lowest or (highest or 0) + 1), highest or 0

    def aside(self) -> list[tuple[bytes, str]]:
        """Return the records put aside, with the reasons."""
        return [
            (bytes(record), reason)
            for record, reason in self._db.execute("SELECT record, reason FROM aside ORDER BY id")
        ]

    def size(self) -> int:
        """Return the number of bytes in use, without free pages."""
        pages, free = (
            self._db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count")
        )
        return int(pages - free) * _PAGE

    def checkpoint(self) -> None:
        """Copy the log into the file, without disturbing another connection that writes meanwhile.

        If everything is copied and nobody reads an older state, the next write begins the log anew.
        """
        self._db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()

    def make_room(self) -> None:
        """Checkpoint and empty the log: on a full disk, a delete may need the space that the log takes."""
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close the connection."""
        self._db.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")


def prepare(path: Path) -> int:
    """Create the file, or check it. Returns how many records were lost to damage (an estimate).

    A damaged file is renamed, and its readable records are copied into a new file.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if _is_sound(path):
        return 0
    broken = path.with_name(f"{path.name}.broken-{int(clock.unix())}")
    path.rename(broken)
    for rest in ("-wal", "-shm"):
        path.with_name(path.name + rest).unlink(missing_ok=True)
    return _salvage(broken, path)


def is_damaged(path: Path) -> str | None:
    """Return what is wrong with the file's content, without changing it; None if nothing was found."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=2)) as db:
            if path.stat().st_size > _QUICK_CHECK_UP_TO:
                db.execute("SELECT count(*) FROM (SELECT 1 FROM hit LIMIT 1)").fetchone()
                return None
            answer = str(db.execute("PRAGMA quick_check(1)").fetchone()[0])
            return None if answer == "ok" else answer
    except (sqlite3.OperationalError, OSError):
        return None  # no space, no permission, or locked: none of these is damage
    except sqlite3.DatabaseError as error:
        return str(error)


def _is_sound(path: Path) -> bool:
    try:
        with closing(_connect(path)) as db:
            db.executescript(_SCHEMA)
            path.chmod(0o600)
            if path.stat().st_size > _QUICK_CHECK_UP_TO:
                return True
            return bool(db.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.OperationalError:
        raise  # no space, no permission, or locked: none of these is damage
    except sqlite3.DatabaseError:
        return False


def _salvage(broken: Path, path: Path) -> int:
    saved = 0
    with closing(_connect(path)) as db:
        db.executescript(_SCHEMA)
        path.chmod(0o600)
        db.execute("BEGIN IMMEDIATE")
        for record in _readable(broken):
            db.execute("INSERT INTO hit (record) VALUES (?)", (record,))
            saved += 1
        db.execute("COMMIT")
    log.error("the spool was damaged: %s records saved, the damaged file is kept as %s", saved, broken)
    return max(_expected(broken) - saved, 1)


def _readable(broken: Path) -> Iterator[bytes]:
    """Yield the readable records: from the front up to the damage, then from the back."""
    highest = 0
    try:
        with closing(_connect(broken, safe=False)) as db:
            for seq, record in db.execute("SELECT seq, record FROM hit ORDER BY seq"):
                highest = seq
                yield bytes(record)
            return
    except sqlite3.DatabaseError:
        pass
    try:
        with closing(_connect(broken, safe=False)) as db:
            for _, record in db.execute(
                "SELECT seq, record FROM hit WHERE seq > ? ORDER BY seq DESC", (highest,)
            ):
                yield bytes(record)
    except sqlite3.DatabaseError:
        return


def _expected(broken: Path) -> int:
    try:
        with closing(_connect(broken, safe=False)) as db:
            ends = "SELECT (SELECT min(seq) FROM hit), (SELECT max(seq) FROM hit)"  # two lookups, no scan
            low, high = db.execute(ends).fetchone()
            return int(high - low + 1) if high else 0
    except (sqlite3.DatabaseError, TypeError):
        return 0


def _connect(path: Path, *, safe: bool = True) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    if safe:
        db.execute(f"PRAGMA page_size={_PAGE}")
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("PRAGMA synchronous=FULL")
        # More than the log needs between two checkpoints: writing over old pages is faster than growing.
        db.execute(f"PRAGMA journal_size_limit={16 << 20}")
    return db
