"""Loads the rows in a dump of PostgreSQL into tables that exist; nothing in the dump is carried out for it.

In pg_restore's script, a row is a line, and a line with a backslash and a dot ends a table.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from typing import Any

from server.backup.encryption import Unreadable
from server.backup.storage import Step, known_tables

_COPY = re.compile(rb'COPY (?:"?\w+"?\.)?"?(\w+)"? \(([\w", ]+)\) FROM stdin;')
_NUMBER = re.compile(rb"SELECT pg_catalog\.setval\('([\w.]+)', (\d+), (true|false)\);")
_PARTITION = re.compile(r"event_(?:rest|\d{4}_\d\d)")
_NOTHING = re.compile(rb"|--.*|SET .*;|SELECT pg_catalog\.set_config\(.*\);|\\(?:un)?restrict \w+")
_END = b"\\."


async def fill(session: Any, script: AsyncIterator[bytes], step: Step) -> None:
    """Copy all rows of a script of data, over asyncpg's `session`. Raises Unreadable, asyncpg's errors."""
    lines = _lines(script, step)
    async for line in lines:
        if copied := _COPY.fullmatch(line):
            columns = [name.strip('" ') for name in copied[2].decode().split(",")]
            await session.copy_to_table(_ours(copied[1].decode()), source=_rows(lines), columns=columns)
        elif number := _NUMBER.fullmatch(line):
            sequence, value = number[1].decode(), int(number[2])
            await session.execute(
                "SELECT setval($1::text::regclass, $2, $3)", sequence, value, number[3] == b"true"
            )
        elif not _NOTHING.fullmatch(line):
            raise Unreadable(f"The backup holds what Sightline does not write ({line[:80]!r}).")


def _ours(table: str) -> str:
    if table not in known_tables() and not _PARTITION.fullmatch(table):
        raise Unreadable(f"The backup holds rows of {table}, which Sightline does not write.")
    return table


async def _rows(lines: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    async for line in lines:
        if line == _END:
            return
        yield line + b"\n"


async def _lines(script: AsyncIterator[bytes], step: Step) -> AsyncIterator[bytes]:
    begun = b""
    async for piece in script:
        step(len(piece))
        *lines, begun = (begun + piece).split(b"\n")
        for line in lines:
            yield line
    if begun:
        yield begun
