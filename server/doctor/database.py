"""Checks the database: reachable, migrated, readable by its owner only."""

from __future__ import annotations

import stat

from tortoise import connections
from tortoise.exceptions import BaseORMException

from server.doctor.diagnosis import Diagnosis
from server.ingest.settings import IngestSettings
from server.lib.database import connection
from server.lib.database.migrate import FOLDER, applied_steps, load
from server.lib.settings import ServerSettings, Settings
from server.ops.trouble import sentence_for
from server.tables import MODELS


async def database(settings: Settings) -> list[Diagnosis]:
    """Check that the database is reachable and has all migrations of this version."""
    url = settings[ServerSettings].database_url
    try:
        async with connection.connected(url, [*MODELS, "aerich.models"]):
            done = await applied_steps(connections.get("default"))
    except (BaseORMException, OSError) as error:
        return [Diagnosis("red", "database", sentence_for(error) or str(error))]
    if not done:
        text = f"There is no database yet ({url.split('@')[-1]}). The first start of the server makes it."
        return [Diagnosis("yellow", "database", text)]
    missing = {step.name for step in load(FOLDER)}.difference(done)
    if missing:
        return [
            Diagnosis("red", "database", f"{len(missing)} migrations are missing. Run: sightline migrate")
        ]
    return [Diagnosis("green", "database", url.split("@")[-1]), *_loose(settings)]


def _loose(settings: Settings) -> list[Diagnosis]:
    """Report existing database and spool files that others on this machine can read."""
    database = connection.sqlite_file(settings[ServerSettings].database_url)
    files = [path for path in (database, settings[IngestSettings].spool_path) if path and path.exists()]
    loose = [path for path in files if stat.S_IMODE(path.stat().st_mode) & 0o077]
    return [
        Diagnosis("yellow", path.name, f"Others on this machine can read this file. Run: chmod 600 {path}*")
        for path in loose
    ]
