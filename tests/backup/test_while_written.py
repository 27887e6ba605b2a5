"""R13: a backup is made while 200 hits a second arrive, and restored on each database."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from tests.backup.installation import done, marked, owned
from tests.faults import stores
from tests.faults.pace import Pace
from tests.faults.stores import Store, drained, hits_in, store
from tests.migrations import databases
from tests.serving import Server

SECONDS = 4.0
BEFORE = 400  # answered before the backup begins
TABLES = {
    "sqlite": "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    "postgres": "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition"
    " AND relnamespace = 'public'::regnamespace",
    "mariadb": "SELECT table_name FROM information_schema.tables WHERE table_schema = database()",
}


@stores.of_all()
async def test_every_hit_that_was_answered_before_is_in_the_backup_exactly_once(
    name: str, tmp_path: Path
) -> None:
    async with store(name, tmp_path / "data") as here:
        place = await asyncio.to_thread(owned, here.data, here.env)
        with place:
            pixels = await asyncio.to_thread(marked, place, 20)
            readers, made = Pace(pixels), asyncio.Event()
            reading = asyncio.create_task(_read_until(made, readers))
            await _answered(readers, BEFORE)
            before = set(readers.answered)
            backup = tmp_path / "alice.backup"
            said = await asyncio.to_thread(done, place, "backup", backup)
            made.set()
            await reading
            assert not readers.failed
        there = await _elsewhere(here, tmp_path / "restored")
        restored = Server(there.data, there.env)
        verified = await asyncio.to_thread(done, restored, "verify", backup)
        assert verified.splitlines()[:-1] == said.splitlines()[:-1]
        await asyncio.to_thread(done, restored, "restore", backup)
        assert await _rows(there) == _listed(said), "what is restored has as many rows as the backup says"
        waiting = await asyncio.to_thread(hits_in, there.data / "spool.db")
        assert f"wait to be stored: {waiting}." in said
        with restored:
            await drained(there.data)
            found = await there.numbers()
        assert before <= found.keys(), "each of these hits was answered, so it is kept"
        assert set(found.values()) == {1}
        assert found.keys() <= set(range(readers.first))
        assert await there.counted() == sum(found.values())


async def _read_until(made: asyncio.Event, readers: Pace) -> None:
    while not made.is_set():
        await readers.run(SECONDS)
        readers.first += int(SECONDS * readers.rate)


async def _answered(readers: Pace, number: int) -> None:
    async with asyncio.timeout(30):
        while len(readers.answered) < number:  # noqa: ASYNC110 - other tasks count
            await asyncio.sleep(0.01)


async def _elsewhere(here: Store, data: Path) -> Store:
    """Return an empty database of the same kind, for a new machine."""
    if here.url is None:
        return replace(here, data=data)
    url = f"{here.url.rpartition('/')[0]}/mail{uuid4().hex[:8]}"
    await databases.create(url)
    return replace(here, data=data, url=url)


def _listed(said: str) -> Mapping[str, int]:
    [found] = re.findall(r"(\d+) rows in \d+ tables: (\d+) messages, (\d+) events", said)
    return dict(zip(("rows", "message", "event"), map(int, found), strict=True))


async def _rows(there: Store) -> Mapping[str, int]:
    """Count the rows with queries of our own."""
    found = {}
    for (table,) in await there.ask(TABLES[there.name]):
        quoted = f"`{table}`" if there.name == "mariadb" else f'"{table}"'
        [(number,)] = await there.ask(f"SELECT count(*) FROM {quoted}")
        found[str(table)] = int(str(number))
    return {"rows": sum(found.values()), "message": found["message"], "event": found["event"]}
