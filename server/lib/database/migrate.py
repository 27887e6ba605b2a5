"""Migrates the database to the schema of this version, under a lock, before other code uses the database.

A migration is a file in migrations/models/ that contains its SQL by dialect (see migrations/make.py).
aerich's table records which migrations have run. Statements run one by one: in a script of several
statements, MySQL reports only an error of the first, and SQLite commits a running transaction.

What SQL cannot express, a migration does in Python: in `move_up`, after its statements, and in `move_down`,
before them. These functions process the rows in batches, each in its own transaction. They find out which
rows are left, because an interrupted migration runs again from its beginning.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from aerich.models import Aerich
from aerich.utils import decompress_dict, import_py_file
from tortoise import Tortoise, connections
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.exceptions import OperationalError
from tortoise.transactions import in_transaction

from server.lib.config import ConfigError
from server.lib.database import sql
from server.lib.database.connection import connected
from server.lib.database.migration_lock import alone
from server.lib.database.readiness import Stage, Tell
from server.lib.settings import ServerSettings, Settings

FOLDER = Path(__file__).parents[3] / "migrations" / "models"
log = logging.getLogger(__name__)
_APP = "models"
_SAY_SECONDS = 5.0


class MigrationError(ConfigError):
    """The database cannot be migrated to this version; the text says why and what to do."""


Move = Callable[[BaseDBAsyncClient, Callable[[int], None]], Awaitable[None]]  # it reports the rows done


@dataclass(frozen=True, slots=True)
class Migration:
    """One migration. `up` and `down` map a dialect (sqlite, postgres, mysql) to its statements."""

    name: str
    up: dict[str, tuple[str, ...]]
    down: dict[str, tuple[str, ...]]
    state: str  # the models after this migration, as aerich encodes them
    atomic: bool
    move_up: Move | None = None
    move_down: Move | None = None


async def migrate(
    settings: Settings, modules: Sequence[str], folder: Path = FOLDER, tell: Tell = lambda _: None
) -> list[str]:
    """Apply the missing migrations, oldest first. Returns their names; empty if none was missing.

    Several processes may call this function at the same time: one migrates while the others wait, and then
    they find nothing left to do; `tell` gets to know which of both this one does. Raises MigrationError if a
    newer version has migrated the database.
    """
    steps = await asyncio.to_thread(load, folder)  # reading them all takes a while
    async with _alone(settings, modules, tell) as db:
        missing = _missing(steps, await applied_steps(db))
        for step in missing:
            tell(Stage.UPDATING)
            await _apply(step)
    return [step.name for step in missing]


async def revert(settings: Settings, modules: Sequence[str], folder: Path = FOLDER) -> str | None:
    """Revert the newest migration; data in its columns and tables is lost. Returns its name, or None."""
    steps = {step.name: step for step in load(folder)}
    async with _alone(settings, modules) as db:
        applied = await applied_steps(db)
        if not applied:
            return None
        await _take_back(steps[applied[-1]])
    return applied[-1]


def load(folder: Path = FOLDER) -> list[Migration]:
    """Load the migrations in `folder`, oldest first."""
    files = [path for path in folder.glob("*_*.py") if path.name.split("_")[0].isdigit()]
    return [_read(path) for path in sorted(files, key=lambda path: int(path.name.split("_")[0]))]


def _read(path: Path) -> Migration:
    module = import_py_file(path)
    atomic = getattr(module, "RUN_IN_TRANSACTION", True)
    moves = getattr(module, "move_up", None), getattr(module, "move_down", None)
    return Migration(path.name, module.UP, module.DOWN, module.MODELS_STATE, atomic, *moves)


@asynccontextmanager
async def _alone(
    settings: Settings, modules: Sequence[str], tell: Tell = lambda _: None
) -> AsyncIterator[BaseDBAsyncClient]:
    server = settings[ServerSettings]
    async with connected(server.database_url, [*modules, "aerich.models"]):
        db = connections.get("default")
        async with alone(db, server.data, tell):
            yield db


async def applied_steps(db: BaseDBAsyncClient) -> list[str]:
    """Return the names of the migrations that the database has had; none if it is new."""
    try:
        rows = await sql.select(db, "SELECT version FROM aerich WHERE app = {0} ORDER BY id", _APP)
    except OperationalError:  # a new database has no such table; other errors occur again below
        await db.execute_query("SELECT 1")
        return []
    return [str(row["version"]) for row in rows]


async def missing_steps(db: BaseDBAsyncClient, folder: Path = FOLDER) -> list[str]:
    """Return the names of the migrations that the database lacks.

    Raises MigrationError if a newer version has migrated the database.
    """
    steps = await asyncio.to_thread(load, folder)  # reading them all takes a while
    return [step.name for step in _missing(steps, await applied_steps(db))]


def _missing(steps: Sequence[Migration], applied: Sequence[str]) -> list[Migration]:
    unknown = set(applied) - {step.name for step in steps}
    if unknown:
        raise MigrationError(
            f"The database was made by a newer version (it has {min(unknown)}). "
            "Start that version, or restore the backup that was made before it."
        )
    return [step for step in steps if step.name not in applied]


async def _apply(step: Migration) -> None:
    async with _connection(step) as db:
        for statement in step.up[db.capabilities.dialect]:
            await db.execute_query(statement)
        if step.move_up:
            await step.move_up(db, _progress(step))
        await Aerich.create(using_db=db, version=step.name, app=_APP, content=decompress_dict(step.state))


async def _take_back(step: Migration) -> None:
    async with _connection(step) as db:
        if step.move_down:
            await step.move_down(db, _progress(step))
        await Aerich.filter(app=_APP, version=step.name).using_db(db).delete()
        for statement in step.down[db.capabilities.dialect]:
            await db.execute_query(statement)


def _progress(step: Migration) -> Callable[[int], None]:
    """Return a function that logs the progress of a migration, at most every five seconds."""
    said_at = time.monotonic()

    def tell(done: int) -> None:
        nonlocal said_at
        if time.monotonic() - said_at >= _SAY_SECONDS:
            said_at = time.monotonic()
            log.info("%s: %d rows done", step.name, done)

    return tell


@asynccontextmanager
async def _connection(step: Migration) -> AsyncIterator[BaseDBAsyncClient]:
    if not step.atomic:
        yield Tortoise.get_connection("default")
        return
    async with in_transaction("default") as db:
        yield db
