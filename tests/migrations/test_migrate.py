"""Migrations run up, down, twice, concurrently, and after an interruption, on every kind of database."""

from __future__ import annotations

import shutil
from collections.abc import Awaitable, Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from tortoise import Tortoise, connections
from tortoise.exceptions import OperationalError

from migrations.make import make
from server.lib.database import migrate as migrations
from server.lib.database.connection import connected
from server.lib.database.migrate import MigrationError, migrate, revert
from server.lib.settings import ServerSettings, Settings
from server.tables import MODELS
from tests.migrations.both import migrate_once
from tests.migrations.schema import schema

Empty = Callable[[], Awaitable[Settings]]
TABLES = (*MODELS, "aerich.models")
ALL = [step.name for step in migrations.load()]
BROKEN = """
SQL = ("CREATE TABLE half (id INT)", "CREATE TABLE nonsense ((")
UP = {"sqlite": SQL, "postgres": SQL, "mysql": SQL}
DOWN = {}
MODELS_STATE = ""
"""


def _in_partitions(models: dict[str, list[str]]) -> dict[str, list[str]]:
    """Return the models' schema with what models cannot express: PostgreSQL partitions events by time.

    So the time is part of the key, and an index on the whole table is an index on each partition.
    """
    keyed = [
        line.replace("(id)", "(id, at)") if "event_pkey" in line or line.startswith("PRIMARY KEY") else line
        for line in models["event"]
    ]
    return models | {"event": sorted(line.replace(" ON public", " ON ONLY public") for line in keyed)}


async def test_migrations_create_exactly_the_tables_of_the_models(empty: Empty, kind: str) -> None:
    migrated, modelled = await empty(), await empty()
    await migrate(migrated, MODELS)
    modelled[ServerSettings].data.mkdir(parents=True, exist_ok=True)
    async with connected(modelled[ServerSettings].database_url, TABLES):
        await Tortoise.generate_schemas(safe=False)
        wanted = _in_partitions(await schema()) if kind == "postgres" else await schema()
    async with connected(migrated[ServerSettings].database_url, TABLES):
        made = await schema()
        assert (made.pop("event_rest", None) is not None) == (kind == "postgres")
        assert made == wanted
    assert {"account", "message", "event", "aerich"} <= wanted.keys()


async def test_reverting_all_migrations_leaves_only_their_log_and_migrating_again_succeeds(
    empty: Empty,
) -> None:
    settings = await empty()
    assert await migrate(settings, MODELS) == ALL
    taken = [await revert(settings, MODELS) for _ in ALL]
    assert taken == ALL[::-1]
    assert await revert(settings, MODELS) is None
    async with connected(settings[ServerSettings].database_url, TABLES):
        assert set(await schema()) == {"aerich"}
    assert await migrate(settings, MODELS) == ALL


async def test_migrating_again_changes_nothing(empty: Empty) -> None:
    settings = await empty()
    await migrate(settings, MODELS)
    assert await migrate(settings, MODELS) == []


async def test_two_servers_that_start_simultaneously_migrate_once(empty: Empty) -> None:
    settings = await empty()
    # Not forked: this process has threads, and a lock that one of them holds would stay locked forever.
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        applied = [name for names in pool.map(migrate_once, [settings, settings]) for name in names]
    assert applied == ALL


async def test_a_migration_that_fails_half_way_creates_no_table(
    empty: Empty, kind: str, tmp_path: Path
) -> None:
    if kind == "mariadb":
        return  # it commits the transaction at every CREATE and ALTER, so there is no guarantee
    settings, folder = await empty(), tmp_path / "folder"
    shutil.copytree(migrations.FOLDER, folder)
    (folder / "999_broken.py").write_text(BROKEN)
    with pytest.raises(OperationalError):
        await migrate(settings, MODELS, folder)
    async with connected(settings[ServerSettings].database_url, TABLES):
        assert "half" not in await schema()
    assert await migrate(settings, MODELS) == []


async def test_a_database_of_a_newer_version_is_not_changed(empty: Empty) -> None:
    settings = await empty()
    await migrate(settings, MODELS)
    async with connected(settings[ServerSettings].database_url, TABLES):
        await connections.get("default").execute_query("UPDATE aerich SET version = '999_next.py'")
    with pytest.raises(MigrationError, match=r"newer version \(it has 999_next.py\)"):
        await migrate(settings, MODELS)


def test_no_model_was_changed_without_a_migration(tmp_path: Path) -> None:
    folder = tmp_path / "models"
    shutil.copytree(migrations.FOLDER, folder)
    written = make("forgotten", folder)
    assert written is None, f"run: make migrations NAME=what_changed\n{written.read_text()}"
