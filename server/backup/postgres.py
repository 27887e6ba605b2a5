"""Dumps and loads PostgreSQL with its own programs, pg_dump and pg_restore."""

from __future__ import annotations

import re
import ssl
from collections.abc import Iterable
from pathlib import Path

from tortoise.transactions import in_transaction

from server.backup.encryption import Unreadable
from server.backup.postgres_rows import fill
from server.backup.postgres_schema import require_plain
from server.backup.programs import DatabaseProgram, make_private
from server.backup.servers import ServerDatabase, counted
from server.backup.storage import Counts, Dumped, Step
from server.lib.database import urls
from server.lib.database.tls import SYSTEM, Tls, TlsMode
from server.lib.user_error import UserError

_DUMP = DatabaseProgram("pg_dump", "postgresql-client")
_RESTORE = DatabaseProgram("pg_restore", "postgresql-client")
# A partition counts with the table it belongs to.
_TABLES = """
    SELECT child.relname AS name, coalesce(parent.relname, child.relname) AS whole
    FROM pg_class child LEFT JOIN pg_inherits ON inhrelid = child.oid
    LEFT JOIN pg_class parent ON parent.oid = inhparent
    WHERE child.relkind IN ('r', 'p') AND child.relnamespace = current_schema()::regnamespace
"""
_OTHERS = """
    SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database()
    AND usename = current_user AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""
_COPY = re.compile(rb'COPY (?:"?\w+"?\.)?"?(\w+)"? \(.*\) FROM stdin;')
_ATTACH = re.compile(rb'ALTER TABLE ONLY (?:"?\w+"?\.)?"?(\w+)"? ATTACH PARTITION (?:"?\w+"?\.)?"?(\w+)"? ')
_END = b"\\."
_ALLOWED = (
    "TABLE", "TABLE DATA", "TABLE ATTACH", "SEQUENCE", "SEQUENCE OWNED BY", "SEQUENCE SET", "DEFAULT",
    "CONSTRAINT", "FK CONSTRAINT", "INDEX", "INDEX ATTACH", "COMMENT",
)  # fmt: skip
_ENTRY = re.compile(rf"\d+; \d+ \d+ (?:{'|'.join(_ALLOWED)}) ")
_SYSTEM_ROOT = ssl.get_default_verify_paths().cafile or "/etc/ssl/certs/ca-certificates.crt"
_LOCK_WAIT = 60_000  # milliseconds


class PostgresStorage(ServerDatabase):
    """A database of PostgreSQL; see Storage."""

    dialect = "postgres"

    _tables, _others, _kept_name = _TABLES, _OTHERS, "database.pgdump"

    async def size(self) -> int:
        """See Storage."""
        async with self._connected() as db:
            [row] = await db.execute_query_dict("SELECT pg_database_size(current_database()) AS n")
            return int(row["n"])

    async def dump(self, to: Path, step: Step) -> Dumped:
        """See Storage."""
        # pg_dump reads the state that this transaction sees, so the counts are those of the dump.
        async with self._connected(), in_transaction() as db:
            await db.execute_query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            [row] = await db.execute_query_dict(
                "SELECT pg_export_snapshot() AS snapshot, current_setting('server_version') AS version"
            )
            await require_new_enough(str(row["version"]))
            wholes = await self._known(db)
            if not wholes:
                raise UserError(
                    "There is no database yet, so there is nothing to back up. Check DATABASE_URL."
                )
            tables = await counted(db, set(wholes.values()))
            await self._dump(to, step, wholes, str(row["snapshot"]))
        return Dumped(tables, str(row["version"]).split()[0])

    async def examine(self, dump: Path, step: Step) -> Counts:
        """See Storage."""
        try:
            await _require_harmless(dump)
            counting = _RowCounter()
            async for piece in _RESTORE.pieces(["--file=-", str(dump)]):
                step(len(piece))
                counting.read(piece)
        except UserError as error:
            raise Unreadable(
                f"The database in the backup can't be read: {error} Use another backup."
            ) from None
        return counting.found()

    async def load(self, dump: Path, step: Step) -> None:
        """See Storage."""
        await self._empty()
        try:
            await self._load(dump, step)
        except Exception as error:
            await self._empty()
            if self._kept is None:
                raise
            await self._load(self._kept, step)
            raise UserError(f"{error} The database holds again what it held before.") from error

    async def _dump(self, to: Path, step: Step, tables: Iterable[str], snapshot: str = "") -> None:
        chosen = [f'--table="{name}"' for name in sorted(tables)]
        state = [f"--snapshot={snapshot}"] if snapshot else []
        make_private(to)
        options = ["--format=custom", "--no-owner", "--no-privileges", f"--lock-wait-timeout={_LOCK_WAIT}"]
        where = [f"--file={to}", "--no-password"]
        await _DUMP.run([*options, *state, *where, *chosen], libpq(self._url), step, to)

    async def _load(self, dump: Path, step: Step) -> None:
        await _require_harmless(dump)
        await self._make("pre-data", dump, step)
        async with self._connected() as db, db.acquire_connection() as session, session.transaction():
            await fill(session, _RESTORE.pieces(["--data-only", "--file=-", str(dump)]), step)
        await self._make("post-data", dump, step)

    async def _make(self, section: str, dump: Path, step: Step) -> None:
        """Make tables, or their indexes and constraints. The rows' own statements are never carried out."""
        place = libpq(self._url)
        whole = ["--single-transaction", "--exit-on-error"]
        options = ["--no-owner", "--no-privileges", "--no-password", f"--section={section}"]
        await _RESTORE.run([*whole, *options, f"--dbname={place['PGDATABASE']}", str(dump)], place, step)

    async def _empty(self) -> None:
        async with self._connected(), in_transaction() as db:
            for name in await self._known(db):
                await db.execute_query(f'DROP TABLE IF EXISTS "{name}" CASCADE')


def libpq(url: str) -> dict[str, str]:
    """Return the variables by which PostgreSQL's programs find the database; its password is among them."""
    known = urls.read(url)
    found = {
        "PGHOST": known.host,
        "PGPORT": known.port,
        "PGUSER": known.user,
        "PGPASSWORD": known.password,
        "PGDATABASE": known.database,
        "PGCONNECT_TIMEOUT": 10,
        **(_encrypted(known.tls) if known.tls else {}),
    }
    if schema := known.options.get("schema"):
        found["PGOPTIONS"] = f"-c search_path={schema}"
    return {name: str(value) for name, value in found.items() if value}


def _encrypted(tls: Tls) -> dict[str, str]:
    verified = tls.mode >= TlsMode.VERIFY_CA
    # Before version 16, libpq knows no certificates of the system.
    root = tls.root if tls.root not in {"", SYSTEM} else _SYSTEM_ROOT if verified else ""
    return {
        "PGSSLMODE": tls.mode.name.lower().replace("_", "-"),
        "PGSSLROOTCERT": root,
        "PGSSLCERT": tls.cert,
        "PGSSLKEY": tls.key,
    }


async def require_new_enough(server: str) -> None:
    """Say it in our words: pg_dump refuses servers that are newer than itself."""
    wanted, present = int(server.split(".", maxsplit=1)[0]), await _DUMP.version()
    if present < wanted:
        raise UserError(
            f"pg_dump is of PostgreSQL {present}, and the server of {wanted}, which is newer. "
            f"Install the package postgresql-client-{wanted}; PostgreSQL's own repository for Debian has it."
        )


async def _require_harmless(dump: Path) -> None:
    """Check that a dump holds tables and what belongs to them only: no functions, no extensions."""
    listing = b"".join([piece async for piece in _RESTORE.pieces(["--list", str(dump)])]).decode()
    entries = [line for line in listing.splitlines() if line and not line.startswith(";")]
    strange = [line for line in entries if not _ENTRY.match(line)]
    if strange:
        raise Unreadable(f"it holds what Sightline does not write ({strange[0]}).")
    script = b"".join([piece async for piece in _RESTORE.pieces(["--schema-only", "--file=-", str(dump)])])
    require_plain(script.decode(errors="replace"))


class _RowCounter:
    """Counts the rows in the script that pg_restore writes, line by line."""

    def __init__(self) -> None:
        self._rows: Counts = {}
        self._wholes: dict[str, str] = {}
        self._table = ""
        self._begun = b""

    def read(self, piece: bytes) -> None:
        """Take the next bytes of the script."""
        *lines, self._begun = (self._begun + piece).split(b"\n")
        for line in lines:
            self._line(line)

    def found(self) -> Counts:
        """Return the rows of each table; those of a partition count with its table."""
        rows = dict(self._rows)
        for part, whole in self._wholes.items():
            rows[whole] = rows.get(whole, 0) + rows.pop(part, 0)
        return rows

    def _line(self, line: bytes) -> None:
        if self._table and line == _END:
            self._table = ""
        elif self._table:
            self._rows[self._table] += 1
        elif copied := _COPY.fullmatch(line):
            self._table = copied[1].decode()
            self._rows[self._table] = 0
        elif attached := _ATTACH.match(line):
            self._wholes[attached[2].decode()] = attached[1].decode()
