"""What the doctor says about the database: nothing is green that was not tried."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import asyncpg
import pytest
from tortoise.backends.base.executor import EXECUTOR_CACHE

from server.doctor import database as checked
from server.doctor.database import database
from server.doctor.spool import spool
from server.ingest.spool import Spool
from server.lib.database import damage
from server.lib.database.migrate import migrate
from server.lib.settings import ServerSettings, Settings
from server.tables import MODELS
from tests.faults.disk import fill, mounted
from tests.made_stale import make_stale
from tests.migrations import databases
from tests.world import settings_in

ROWS = "SELECT count(*) FROM note WHERE name LIKE 'doctor%'"


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    """Tortoise caches SQL by connection name, and would send one dialect's SQL to another."""
    EXECUTOR_CACHE.clear()
    yield
    EXECUTOR_CACHE.clear()


async def migrated(folder: Path) -> tuple[Settings, Path]:
    """Settings with a migrated SQLite database, and its file."""
    settings = settings_in(folder)
    await migrate(settings, MODELS)
    return settings, settings[ServerSettings].data / "sightline.db"


def ask(file: Path, query: str) -> int:
    with sqlite3.connect(file) as there:
        [(number,)] = there.execute(query).fetchall()
    return int(number)


async def test_a_sound_database_is_green_and_what_the_doctor_writes_does_not_stay(tmp_path: Path) -> None:
    settings, file = await migrated(tmp_path)
    [found] = await database(settings)
    assert (found.colour, found.text) == ("green", str(file))
    assert ask(file, ROWS) == 0


@pytest.mark.parametrize("left", [0, 100_000])
async def test_on_a_full_disk_database_and_spool_are_red(tmp_path: Path, left: int) -> None:
    with mounted(tmp_path / "disk", "24m") as place:
        settings, file = await migrated(place)
        Spool(file.with_name("spool.db"), 1 << 20).close()
        fill(place / "ballast")
        os.truncate(place / "ballast", (place / "ballast").stat().st_size - left)
        [found] = await database(settings)
        assert (found.colour, "full" in found.text) == ("red", True)
        assert "red" in {each.colour for each in await spool(settings)}
        (place / "ballast").unlink()
        assert ask(file, ROWS) == 0


async def test_an_older_file_beside_the_log_of_a_newer_one_is_red_and_stays_as_it_is(tmp_path: Path) -> None:
    settings, file = await migrated(tmp_path)
    make_stale(file)
    before = file.read_bytes()
    [found] = await database(settings)
    assert found.colour == "red"
    assert "is damaged" in found.text
    assert "sightline restore FILE" in found.text
    assert "sightline.db-wal" in found.text
    assert file.read_bytes() == before
    file.with_name("sightline.db-wal").unlink()
    file.with_name("sightline.db-shm").unlink(missing_ok=True)
    [found] = await database(settings)
    assert found.colour == "green"


async def test_a_file_that_is_no_database_is_red(tmp_path: Path) -> None:
    settings, file = await migrated(tmp_path)
    file.write_bytes(b"not a database " * 1000)
    [found] = await database(settings)
    assert (found.colour, "is damaged" in found.text) == ("red", True)


async def test_a_large_file_is_searched_for_a_limited_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, file = await migrated(tmp_path)
    with sqlite3.connect(file) as there:
        there.execute("CREATE TABLE filler (id INTEGER PRIMARY KEY, text TEXT)")
        numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000)"
        there.execute(f"{numbers} INSERT INTO filler SELECT i, 'text' FROM n")
    monkeypatch.setattr(checked, "LOOK_SECONDS", 0.0)
    assert isinstance(damage.look(file, 0.0), damage.PartlySearched)
    [found] = await database(settings)
    assert (found.colour, "only a part was searched" in found.text) == ("green", True)


async def test_a_database_of_a_newer_version_is_red(tmp_path: Path) -> None:
    settings, file = await migrated(tmp_path)
    with sqlite3.connect(file) as there:
        there.execute("UPDATE aerich SET version = '999_next.py' WHERE id = 1")
    [found] = await database(settings)
    assert (found.colour, "made by a newer version (it has 999_next.py)" in found.text) == ("red", True)


async def test_a_role_that_may_only_read_is_red(tmp_path: Path) -> None:
    with databases.postgres() as address:
        async with databases.new_database(address) as url:
            await migrate(settings_in(tmp_path, DATABASE_URL=url), MODELS)
            there = await asyncpg.connect(url.replace("asyncpg://", "postgresql://"))
            await there.execute("CREATE ROLE reader LOGIN")
            await there.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader")
            await there.close()
            port, name = urlsplit(url).port, urlsplit(url).path
            reader = f"asyncpg://reader@127.0.0.1:{port}{name}"
            [found] = await database(settings_in(tmp_path, DATABASE_URL=reader))
    assert found.colour == "red"
    assert "It can be read, but not written: permission denied" in found.text
