"""Dumps MySQL and MariaDB with mariadb-dump, and loads the dump row by row.

The dump is read here and not by the program `mariadb`, which would also carry out commands of its own that a
dump may contain. Nothing but the tables and rows that mariadb-dump writes is accepted.
"""

from __future__ import annotations

import asyncio
import re
import ssl
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from server.backup.encryption import Unreadable
from server.backup.programs import DatabaseProgram, make_private
from server.backup.servers import ServerDatabase
from server.backup.storage import Counts, Dumped, Step, known_tables
from server.lib.database import urls
from server.lib.database.tls import SYSTEM, TlsMode
from server.lib.database.urls import DatabaseUrl
from server.lib.user_error import UserError

_DUMP = DatabaseProgram("mariadb-dump", "mariadb-client")
_OPTIONS = (
    "--single-transaction",  # the state of one moment, without locking
    "--skip-extended-insert",
    "--hex-blob",
    "--compact",
    "--skip-triggers",
    "--no-tablespaces",
    "--default-character-set=utf8mb4",
)
_CREATE = re.compile(rb"CREATE TABLE `(\w+)` \(\n")
_INSERT = re.compile(rb"INSERT INTO `(\w+)` VALUES ?(.*)\n", re.DOTALL)
_LITERAL = rb"(?:NULL|0x[0-9A-Fa-f]+|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|'[^'\\]*(?:(?:\\.|'')[^'\\]*)*')"
_ROW = re.compile(rb"\(%b(?:,%b)*\)" % (_LITERAL, _LITERAL), re.DOTALL)
_DEFINED = re.compile(
    rb"  `\w+` (?:\w+(?:\(\d+(?:,\d+)?\))?|enum\('\w+'(?:,'\w+')*\))(?: unsigned)?(?: CHARACTER SET \w+)?"
    rb"(?: COLLATE \w+)?(?: NOT NULL| NULL)?(?: AUTO_INCREMENT)?(?: DEFAULT (?:NULL|-?\d+|'[\w.@ -]*'))?"
    rb"(?: CHECK \(json_valid\(`\w+`\)\))?,?\n"
)
_KEY = re.compile(
    rb"  (?:PRIMARY KEY|(?:UNIQUE )?KEY `\w+`) \(`\w+`(?:\(\d+\))?(?:,`\w+`(?:\(\d+\))?)*\),?\n"
    rb"|  CONSTRAINT `\w+` FOREIGN KEY \(`\w+`\) REFERENCES `\w+` \(`\w+`\)"
    rb"(?: ON (?:DELETE|UPDATE) (?:CASCADE|SET NULL|RESTRICT|NO ACTION))*,?\n"
)
_TABLE_END = re.compile(
    rb"\) ENGINE=InnoDB(?: AUTO_INCREMENT=\d+)?(?: DEFAULT CHARSET=\w+)?(?: COLLATE=\w+)?;\n"
)
_IGNORED = (b"/*!", b"/*M!", b"--")
_AT_ONCE = 1 << 18  # bytes of rows in one statement
_SESSION = (
    "SET NAMES utf8mb4, time_zone = '+00:00', sql_mode = 'NO_AUTO_VALUE_ON_ZERO', "
    "foreign_key_checks = 0, unique_checks = 0"
)
_OTHERS = (
    "SELECT count(*) AS n FROM information_schema.processlist WHERE db = database() AND id <> connection_id()"
)
_TABLES = """
    SELECT table_name AS name, table_name AS whole FROM information_schema.tables
    WHERE table_schema = database()
"""
_SIZE = """
    SELECT sum(data_length + index_length) AS n FROM information_schema.tables
    WHERE table_schema = database()
"""


@dataclass(frozen=True, slots=True)
class Table:
    """The statement that makes a table."""

    name: str
    statement: bytes


@dataclass(frozen=True, slots=True)
class Row:
    """The values of a row, in parentheses."""

    table: str
    values: bytes


class MariadbStorage(ServerDatabase):
    """A database of MySQL or MariaDB; see Storage."""

    dialect = "mysql"

    _tables, _others, _kept_name = _TABLES, _OTHERS, "database.sql"

    async def size(self) -> int:
        """See Storage."""
        async with self._connected() as db:
            [row] = await db.execute_query_dict(_SIZE)
            return 2 * int(row["n"] or 0)  # bytes are written in hexadecimal

    async def dump(self, to: Path, step: Step) -> Dumped:
        """See Storage."""
        async with self._connected() as db:
            tables = await self._known(db)
            [row] = await db.execute_query_dict("SELECT version() AS version")
        if not tables:
            raise UserError("There is no database yet, so there is nothing to back up. Check DATABASE_URL.")
        await self._dump(to, step, tables)
        return Dumped(await self.examine(to, step), str(row["version"]))

    async def examine(self, dump: Path, step: Step) -> Counts:
        """See Storage."""
        return await asyncio.to_thread(_rows_in, dump, step)

    async def load(self, dump: Path, step: Step) -> None:
        """See Storage."""
        try:
            await self._load(dump, step)
        except Exception as error:
            if self._kept is None:
                await self._load(None, step)
                raise
            await self._load(self._kept, step)
            raise UserError(f"{error} The database holds again what it held before.") from error

    async def _dump(self, to: Path, step: Step, tables: Iterable[str]) -> None:
        known = urls.read(self._url)
        make_private(to)
        where = [*_place(known), f"--result-file={to}"]
        secrets = {"MYSQL_PWD": known.password} if known.password else {}
        chosen = [str(known.database), *sorted(tables)]
        await _DUMP.run(["--no-defaults", *where, *_OPTIONS, *chosen], secrets, step, to)

    async def _load(self, dump: Path | None, step: Step) -> None:
        """Replace all of Sightline's tables by those of the dump; by none without one."""
        async with self._connected() as db:
            present = await self._known(db)
            async with db.acquire_connection() as session, session.cursor() as cursor:
                await cursor.execute(_SESSION)
                for name in present:
                    await cursor.execute(f"DROP TABLE `{name}`")
                for statement in _statements(read(dump)) if dump else ():
                    await cursor.execute(statement.decode())
                    step(len(statement))
                await cursor.execute("COMMIT")
                await cursor.execute("SET foreign_key_checks = 1, unique_checks = 1")


def _place(known: DatabaseUrl) -> list[str]:
    """Return the options by which MariaDB's programs find the database, encrypted as the server's own."""
    host = known.host or "localhost"
    there = [f"--socket={host}"] if host.startswith("/") else [f"--host={host}", f"--port={known.port}"]
    user = [f"--user={known.user}"] if known.user else []
    tls = known.tls
    if tls is None or tls.mode is TlsMode.DISABLE:
        return [*there, *user, "--skip-ssl"]
    verified = tls.mode >= TlsMode.VERIFY_CA or bool(tls.root)
    root = tls.root if tls.root not in {"", SYSTEM} else ssl.get_default_verify_paths().cafile or ""
    files = {"ssl-ca": root if verified else "", "ssl-cert": tls.cert, "ssl-key": tls.key}
    given = [f"--{name}={file}" for name, file in files.items() if file]
    # VERIFY_CA without the name is more than MariaDB's client can do, unless a file says whom to trust.
    checked = ["--ssl-verify-server-cert"] if tls.mode is TlsMode.VERIFY_FULL else []
    return [*there, *user, "--ssl", *given, *checked]


def _rows_in(dump: Path, step: Step) -> Counts:
    found: Counts = {}
    for each in read(dump):
        if isinstance(each, Table):
            found[each.name] = 0
        else:
            found[each.table] += 1
            step(len(each.values))
    return found


def read(dump: Path) -> Iterator[Table | Row]:
    """Yield the tables and rows of a dump. Raises Unreadable for everything that is neither."""
    known, table = known_tables(), ""
    with dump.open("rb") as lines:
        for line in lines:
            if created := _CREATE.fullmatch(line):
                table = _ours(created[1], known)
                yield Table(table, line + _rest_of_table(lines))
            elif inserted := _INSERT.fullmatch(line):
                if inserted[1].decode() != table:
                    raise _strange(line)
                if inserted[2].strip():
                    yield Row(table, _values(inserted[2] + b"\n"))
            elif line.startswith(b"(") and table:
                yield Row(table, _values(line))
            elif line.strip() and not line.startswith(_IGNORED):
                raise _strange(line)


def _ours(name: bytes, known: frozenset[str]) -> str:
    if name.decode() not in known:
        raise _strange(name)
    return name.decode()


def _rest_of_table(lines: Iterator[bytes]) -> bytes:
    found = b""
    for line in lines:
        found += line
        if _TABLE_END.fullmatch(line):
            return found
        if not _DEFINED.fullmatch(line) and not _KEY.fullmatch(line):
            raise _strange(line)
    raise _strange(found)


def _values(line: bytes) -> bytes:
    """Return the values of a row, without what ends its line. (Newlines within a text are escaped.)"""
    if not line.endswith((b");\n", b"),\n")) or not _ROW.fullmatch(line[:-2]):
        raise _strange(line)
    return line[:-2]


def _strange(found: bytes) -> Unreadable:
    shown = found[:80].decode(errors="replace").strip()
    return Unreadable(f"The database in the backup holds what Sightline does not write: {shown!r}.")


def _statements(found: Iterator[Table | Row]) -> Iterator[bytes]:
    """Put rows of the same table together into statements of a size that every server takes."""
    table, rows, size = "", list[bytes](), 0
    for each in found:
        if rows and (isinstance(each, Table) or size >= _AT_ONCE):
            yield _insert(table, rows)
            rows, size = [], 0
        if isinstance(each, Table):
            yield each.statement
            table = each.name
        else:
            rows.append(each.values)
            size += len(each.values)
    if rows:
        yield _insert(table, rows)


def _insert(table: str, rows: list[bytes]) -> bytes:
    return b"INSERT INTO `%b` VALUES %b" % (table.encode(), b",".join(rows))
