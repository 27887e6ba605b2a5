"""Checks the database: reachable, migrated, undamaged, writable, readable by its owner only."""

from __future__ import annotations

import asyncio
import os
import shutil
import stat
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from tortoise import connections
from tortoise.exceptions import BaseORMException
from tortoise.expressions import Q
from tortoise.transactions import in_transaction

from server.doctor.diagnosis import Diagnosis
from server.ingest.settings import IngestSettings
from server.lib import clock
from server.lib.database import connection, damage, sql, urls
from server.lib.database.migrate import FOLDER, applied_steps, load
from server.lib.database.retryable import is_transient
from server.lib.notes import Note
from server.lib.settings import ServerSettings, Settings
from server.ops.trouble import sentence_for
from server.tables import MODELS

_CALLED = {"postgres": "PostgreSQL", "mysql": "MariaDB", "sqlite": "SQLite"}
_TRIED = "doctor-"  # how the name of the row begins that is written
_AMOUNT = 256 << 10  # bytes; more than what is free in a block that the database has already
_TOO_LITTLE = 20 << 20  # bytes; a full disk damages nothing, but nothing more is stored
LOOK_SECONDS = 20.0  # at a large SQLite file; the server works meanwhile


async def database(settings: Settings) -> list[Diagnosis]:
    """Check that the database is undamaged, has all migrations of this version, and can be written."""
    url = settings[ServerSettings].database_url
    place, file = urls.read(url).place, connection.sqlite_file(url)
    full = _full(file) if file and file.exists() else []
    try:
        seen = await asyncio.to_thread(damage.look, file, LOOK_SECONDS) if file and file.exists() else None
        if isinstance(seen, str) and file:
            text = damage.sentence(file, seen)
            return [Diagnosis("red", "database", text), *full]  # to open it could make it worse
        async with connection.connected(url, [*MODELS, "aerich.models"]):
            done = await applied_steps(connections.get("default"))
            wrong = _wrong(done, place) or await _unwritable()
    except Exception as error:  # noqa: BLE001 - each driver has errors of its own
        return full or [Diagnosis("red", "database", _trouble(url, error))]
    part = f"; within {LOOK_SECONDS:.0f} s, only a part was searched for damage" if seen else ""
    if wrong or full:
        return [*([wrong] if wrong else []), *full]
    return [Diagnosis("green", "database", f"{place}{part}"), *_loose(settings)]


def _trouble(url: str, error: Exception) -> str:
    found = urls.read(url)
    if isinstance(error, TimeoutError):
        text = f"nothing there answers as {_CALLED[found.kind]} does, or in time"
        return f"{found.place}: {text}. Check host and port in DATABASE_URL."
    sentence = sentence_for(error) or f"{type(error).__name__}: {error}"
    settings = "SIGHTLINE_DATA, or DATABASE_URL if it is set" if found.kind == "sqlite" else "DATABASE_URL"
    check = "" if "DATABASE_URL" in sentence or "folder" in sentence else f" Check {settings}."
    return f"{found.place}: {sentence}{check}"


def _wrong(done: list[str], place: str) -> Diagnosis | None:
    """Say what is wrong with a database that has had these migrations."""
    if not done:
        text = f"There is no database yet ({place}). The first start of the server makes it."
        return Diagnosis("yellow", "database", text)
    ours = {step.name for step in load(FOLDER)}
    if newer := set(done) - ours:
        text = (
            f"The database was made by a newer version (it has {min(newer)}). Start that version, or restore "
            "the backup that was made before it: sightline restore FILE"
        )
        return Diagnosis("red", "database", text)
    missing = ours.difference(done)
    if missing:
        return Diagnosis("red", "database", f"{len(missing)} migrations are missing. Run: sightline migrate")
    return None


async def _unwritable() -> Diagnosis | None:
    """Commit a row and delete it, so that nothing is called green that was not tried.

    What is taken back before it is committed would need no room on the disk.
    """
    name, now, tried = f"{_TRIED}{uuid4()}", clock.now(), {"tried": os.urandom(_AMOUNT // 2).hex()}
    ours = Q(name=name) | Q(name__startswith=_TRIED, at__lt=now - timedelta(minutes=1))
    try:
        async with in_transaction() as db:
            await sql.hurry(db, 5)
            await Note.create(using_db=db, name=name, value=tried, since=now, at=now)
        async with in_transaction() as db:
            await sql.hurry(db, 5)
            await Note.filter(ours).using_db(db).delete()
    except (BaseORMException, OSError) as error:
        if is_transient(error):  # somebody else is writing
            return Diagnosis("yellow", "database", f"Writing could not be tried: {error}. Try again later.")
        text = f"It can be read, but not written: {error}. Give its user the right to write, and room."
        return Diagnosis("red", "database", text)
    return None


def _full(file: Path) -> list[Diagnosis]:
    """Say that the disk of an SQLite file is full, or nearly so."""
    left = shutil.disk_usage(file.parent).free
    if left >= _TOO_LITTLE:
        return []
    text = f"The disk of {file} has only {left / 1e6:.1f} MB left. When it is full, nothing is stored."
    return [Diagnosis("red", "database", f"{text} Free some space.")]


def _loose(settings: Settings) -> list[Diagnosis]:
    """Report existing database and spool files that others on this machine can read."""
    database = connection.sqlite_file(settings[ServerSettings].database_url)
    files = [path for path in (database, settings[IngestSettings].spool_path) if path and path.exists()]
    loose = [path for path in files if stat.S_IMODE(path.stat().st_mode) & 0o077]
    return [
        Diagnosis("yellow", path.name, f"Others on this machine can read this file. Run: chmod 600 {path}*")
        for path in loose
    ]
