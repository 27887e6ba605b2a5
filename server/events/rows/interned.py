"""Tables that store once what many events share: user agents, header sets, findings and locations.

An event refers to such a row by id. A row is found by the hash of its content, which never changes, and
records the day it was last used. A row unused for longer than events are kept belongs to no event and is
removed (see retention.py).
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from tortoise import connections
from tortoise.backends.base.client import BaseDBAsyncClient

from server.lib import clock
from server.lib.database import sql
from server.lib.database.connection import opened

MOST = 20_000  # rows of each table kept in memory; if there are more, all are dropped
_INSERT = {
    "sqlite": "INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})",
    "postgres": "INSERT INTO {table} ({columns}) VALUES ({marks}) ON CONFLICT DO NOTHING",
    "mysql": "INSERT IGNORE INTO {table} ({columns}) VALUES ({marks})",
}
Content = Sequence[str]  # the values of a table's columns, in their order


@dataclass(slots=True)
class _Known:
    """What this process remembers of one table, in the database whose number is `opened`.

    `ids`: hash -> id of the rows used on `day`. `contents`: id -> row.
    """

    opened: int
    day: date
    ids: dict[str, int] = field(default_factory=dict)
    contents: dict[int, sql.Row] = field(default_factory=dict)


class Interned:
    """A table of shared rows. A row is found by the values of all its `key` columns."""

    def __init__(self, table: str, key: Sequence[str], more: Sequence[str] = ()) -> None:
        self.table = table
        self._key = len(key)
        self._columns = (*key, *more)
        self._known: _Known | None = None

    async def ids(self, db: BaseDBAsyncClient, wanted: Collection[tuple[str, ...]]) -> dict[Content, int]:
        """Return content -> row id, and add the rows that are missing.

        Call this in the transaction that stores the events.
        """
        known = self._of_today()
        hashes = {content: self.hash_of(content) for content in wanted}
        missing = {each: content for content, each in hashes.items() if each not in known.ids}
        found = await self._stored(db, missing) if missing else {}
        fresh = {each: row["id"] for each, row in found.items() if _day(row["used_at"]) == known.day}
        if found.keys() != missing.keys() or len(fresh) < len(found):
            found |= await self._add(db, {each: missing[each] for each in missing.keys() - found.keys()})
            await self._use(db, [row["id"] for each, row in found.items() if each not in fresh])
        known.ids |= fresh  # committed rows only: those added here may be rolled back
        return {content: known.ids.get(each) or found[each]["id"] for content, each in hashes.items()}

    async def contents(self, db: BaseDBAsyncClient, ids: Collection[int]) -> Mapping[int, sql.Row]:
        """Return row id -> columns, as the database returns them. Rows with other ids may be included."""
        known = self._of_today().contents
        missing = set(ids) - known.keys()
        if missing:
            query = f"SELECT id, {', '.join(self._columns)} FROM {self.table} WHERE id {{these}}"  # noqa: S608
            known.update({row["id"]: row for row in await sql.among(db, query, missing)})
        return known

    async def forget_unused(self, since: datetime) -> None:
        """Remove the rows that no event has used since `since`."""
        db = connections.get("default")
        await sql.run(db, f"DELETE FROM {self.table} WHERE used_at < {{0}}", since)  # noqa: S608
        self._known = None

    def hash_of(self, content: Content) -> str:
        """Return the hash that a row is found by: 128 bits, hex."""
        key = "\0".join(content[: self._key])
        return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

    def _of_today(self) -> _Known:
        now, known = (opened(), clock.now().date()), self._known
        if known is None or (known.opened, known.day) != now or len(known.ids) + len(known.contents) > MOST:
            known = self._known = _Known(*now)
        return known

    async def _stored(self, db: BaseDBAsyncClient, hashes: Collection[str]) -> dict[str, sql.Row]:
        query = f"SELECT id, hash, used_at FROM {self.table} WHERE hash {{these}}"  # noqa: S608
        return {row["hash"]: row for row in await sql.among(db, query, [*hashes])}

    async def _add(self, db: BaseDBAsyncClient, contents: Mapping[str, Content]) -> dict[str, sql.Row]:
        """Add rows. Race: another process adds the same rows. A fixed order prevents a deadlock."""
        if not contents:
            return {}
        columns = ("hash", "used_at", *self._columns)
        statement = _INSERT[db.capabilities.dialect].format(
            table=self.table, columns=", ".join(columns), marks=", ".join(sql.marks(db, len(columns)))
        )
        now = sql.value_for(db, clock.now())
        await db.execute_many(statement, [[each, now, *contents[each]] for each in sorted(contents)])
        return await self._stored(db, contents)

    async def _use(self, db: BaseDBAsyncClient, ids: Sequence[int]) -> None:
        now = sql.value_for(db, clock.now())
        await sql.update(db, self.table, ("used_at",), [[now, each] for each in sorted(ids)])


def _day(moment: Any) -> date | None:
    read = sql.moment(moment)
    return read.date() if read else None


AGENTS = Interned("agent", ("user_agent",), ("name",))
HEADER_SETS = Interned("header_set", ("headers",))
FINDINGS = Interned("finding", ("rule", "evidence"))
LOCATIONS = Interned("location", ("country", "city"))
ALL = (AGENTS, HEADER_SETS, FINDINGS, LOCATIONS)
MARGIN = timedelta(
    days=40
)  # a use is recorded once a day, and on PostgreSQL events stay until their month ends


async def forget_unused(before: datetime) -> None:
    """Remove the rows that only events before `before` used."""
    for table in ALL:
        await table.forget_unused(before - MARGIN)
