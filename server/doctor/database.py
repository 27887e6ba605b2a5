"""Checks the database: reachable, migrated, readable by its owner only."""

from __future__ import annotations

import stat

from tortoise import connections

from server.doctor.diagnosis import Diagnosis
from server.ingest.settings import IngestSettings
from server.lib.database import connection, urls
from server.lib.database.migrate import FOLDER, applied_steps, load
from server.lib.settings import ServerSettings, Settings
from server.ops.trouble import sentence_for
from server.tables import MODELS

_CALLED = {"postgres": "PostgreSQL", "mysql": "MariaDB", "sqlite": "SQLite"}


async def database(settings: Settings) -> list[Diagnosis]:
    """Check that the database is reachable and has all migrations of this version."""
    url = settings[ServerSettings].database_url
    try:
        async with connection.connected(url, [*MODELS, "aerich.models"]):
            done = await applied_steps(connections.get("default"))
    except Exception as error:  # noqa: BLE001 - each driver has errors of its own
        return [Diagnosis("red", "database", _trouble(url, error))]
    if not done:
        text = f"There is no database yet ({urls.read(url).place}). The first start of the server makes it."
        return [Diagnosis("yellow", "database", text)]
    missing = {step.name for step in load(FOLDER)}.difference(done)
    if missing:
        return [
            Diagnosis("red", "database", f"{len(missing)} migrations are missing. Run: sightline migrate")
        ]
    return [Diagnosis("green", "database", urls.read(url).place), *_loose(settings)]


def _trouble(url: str, error: Exception) -> str:
    found = urls.read(url)
    if isinstance(error, TimeoutError):
        text = f"nothing there answers as {_CALLED[found.kind]} does, or in time"
        return f"{found.place}: {text}. Check host and port in DATABASE_URL."
    sentence = sentence_for(error) or f"{type(error).__name__}: {error}"
    check = "" if "DATABASE_URL" in sentence or "folder" in sentence else " Check DATABASE_URL."
    return f"{found.place}: {sentence}{check}"


def _loose(settings: Settings) -> list[Diagnosis]:
    """Report existing database and spool files that others on this machine can read."""
    database = connection.sqlite_file(settings[ServerSettings].database_url)
    files = [path for path in (database, settings[IngestSettings].spool_path) if path and path.exists()]
    loose = [path for path in files if stat.S_IMODE(path.stat().st_mode) & 0o077]
    return [
        Diagnosis("yellow", path.name, f"Others on this machine can read this file. Run: chmod 600 {path}*")
        for path in loose
    ]
