"""Dumps MySQL and MariaDB with mariadb-dump, and loads the dump row by row.

The dump is read here and not by the program `mariadb`, which would also carry out commands of its own that a
dump may contain. Nothing but the tables and rows that mariadb-dump writes is accepted.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tortoise import connections
from tortoise.backends.base.client import BaseDBAsyncClient

from server.backup.encryption import Unreadable
from server.backup.programs import DatabaseProgram, make_private
from server.backup.storage import Counts, Dumped, Step, known_tables
from server.lib.database.connection import connected, orm_config
from server.lib.user_error import UserError

_DUMP = DatabaseProgram("mariadb-dump", "mariadb-client")
_KEPT = "database.sql"
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
_IGNORED = (b"/*!", b"/*M!", b"--")
_AT_ONCE = 1 << 18  # bytes of rows in one statement
_SESSION = (
    "SET NAMES utf8mb4, time_zone = '+00:00', sql_mode = 'NO_AUTO_VALUE_ON_ZERO', "
    "foreign_key_checks = 0, unique_checks = 0"
)
_OTHERS = (
    "SELECT count(*) AS n FROM information_schema.processlist WHERE db = database() AND id <> connection_id()"
)
_TABLES = "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = database()"
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


class MariadbStorage:
    """A database of MySQL or MariaDB; see Storage."""

    dialect = "mysql"

    def __init__(self, url: str) -> None:
        self._url = url
        self._kept: Path | None = None

    async def size(self) -> int:
        """See Storage."""
        async with self._connected() as db:
            [row] = await db.execute_query_dict(_SIZE)
            return 2 * int(row["n"] or 0)  # bytes are written in hexadecimal

    async def dump(self, to: Path, step: Step) -> Dumped:
        """See Storage."""
        async with self._connected() as db:
            tables = await _known(db)
            [row] = await db.execute_query_dict("SELECT version() AS version")
        if not tables:
            raise UserError("There is no database yet, so there is nothing to back up. Check DATABASE_URL.")
        await self._dump(to, step, tables)
        return Dumped(await self.examine(to, step), str(row["version"]))

    async def examine(self, dump: Path, step: Step) -> Counts:
        """See Storage."""
        return await asyncio.to_thread(_rows_in, dump, step)

    async def in_use(self) -> bool:
        """See Storage."""
        async with self._connected() as db:
            [row] = await db.execute_query_dict(_OTHERS)
            return bool(row["n"])

    async def has_data(self) -> bool:
        """See Storage."""
        async with self._connected() as db:
            present = {"account", "message"}.intersection(await _known(db))
            return any((await _counted(db, present)).values())

    async def keep(self, folder: Path) -> None:
        """See Storage."""
        async with self._connected() as db:
            tables = await _known(db)
        if tables:
            await self._dump(folder / _KEPT, lambda _: None, tables)
            self._kept = folder / _KEPT

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

    async def count(self, tables: Mapping[str, int]) -> Counts:
        """See Storage."""
        async with self._connected() as db:
            return await _counted(db, await _known(db))

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[BaseDBAsyncClient]:
        async with connected(self._url, ["aerich.models"]):
            yield connections.get("default")

    async def _dump(self, to: Path, step: Step, tables: Iterable[str]) -> None:
        known: dict[str, Any] = orm_config(self._url, [])["connections"]["default"]["credentials"]
        options = dict(parse_qsl(urlsplit(self._url).query))
        encrypted = any(name.startswith("ssl") for name in options)
        make_private(to)
        where = [
            f"--host={known['host']}",
            f"--port={known['port']}",
            f"--user={known['user']}",
            "--ssl" if encrypted else "--skip-ssl",
            f"--result-file={to}",
        ]
        secrets = {"MYSQL_PWD": str(known["password"])} if known.get("password") else {}
        chosen = [str(known["database"]), *sorted(tables)]
        await _DUMP.run(["--no-defaults", *where, *_OPTIONS, *chosen], secrets, step, to)

    async def _load(self, dump: Path | None, step: Step) -> None:
        """Replace all of Sightline's tables by those of the dump; by none without one."""
        async with self._connected() as db:
            present = await _known(db)
            async with db.acquire_connection() as session, session.cursor() as cursor:
                await cursor.execute(_SESSION)
                for name in present:
                    await cursor.execute(f"DROP TABLE `{name}`")
                for statement in _statements(read(dump)) if dump else ():
                    await cursor.execute(statement.decode())
                    step(len(statement))
                await cursor.execute("COMMIT")
                await cursor.execute("SET foreign_key_checks = 1, unique_checks = 1")


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
        if line.endswith(b";\n"):
            return found
    raise _strange(found)


def _values(line: bytes) -> bytes:
    """Return the values of a row, without what ends its line. (Newlines within a text are escaped.)"""
    if not line.startswith(b"(") or not line.endswith((b");\n", b"),\n")):
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


async def _known(db: BaseDBAsyncClient) -> set[str]:
    rows = await db.execute_query_dict(_TABLES)
    return {str(row["name"]) for row in rows} & known_tables()


async def _counted(db: BaseDBAsyncClient, tables: Iterable[str]) -> Counts:
    found = {}
    for name in sorted(tables):
        [row] = await db.execute_query_dict(f"SELECT count(*) AS n FROM `{name}`")  # noqa: S608 - our own names
        found[name] = int(row["n"])
    return found
