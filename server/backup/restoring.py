"""Restores a backup: checks it completely first, keeps what is overwritten, and says what is left to do."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from server.backup import checking, key_ring, last, manifest, room, settings_copy, spool_copy, sqlite, unsent
from server.backup.checking import Opened
from server.backup.making import private_folder
from server.backup.progress import Progress
from server.backup.storage import Storage, storage_of
from server.ingest import losses
from server.ingest.settings import IngestSettings
from server.lib import clock
from server.lib.database import migrate as migrations
from server.lib.filelock import FileLock
from server.lib.keys.secret_files import write_private
from server.lib.settings import ServerSettings, Settings
from server.lib.user_error import UserError
from server.marks.settings import MarksSettings

Tell = Callable[[str], None]


async def restore(
    settings: Settings,
    env: Mapping[str, str],
    file: Path,
    passphrase: str,
    tell: Tell,
    *,
    overwrite: bool = False,
) -> list[str]:
    """Put a backup in place. Returns what the person has to know or do next. Raises UserError, OSError."""
    storage, data = storage_of(settings), settings[ServerSettings].data
    with private_folder(data) as folder, _alone(settings):
        await _require_unused(settings, storage)
        there = await _present(settings, storage)
        if there and not overwrite:
            raise UserError(
                f"There is something already: {', '.join(there)}. Nothing was changed. Add --overwrite to "
                f"replace it; it is kept in {data}."
            )
        opened = await checking.check(file, passphrase, folder, tell)
        _require_fit(storage, opened)
        kept = await _keep(settings, storage) if there else None
        (data / last.UNFINISHED).touch(0o600)
        said = await _put(settings, storage, opened, kept, tell)
        (data / last.UNFINISHED).unlink()
    return [
        *said,
        *_about_settings(settings, env, opened),
        *([f"What was there before is in {kept}."] if kept else []),
    ]


@contextmanager
def _alone(settings: Settings) -> Iterator[None]:
    """Keep servers and workers from storing hits, and other restores from starting, within the block."""
    spool = settings[IngestSettings].spool_path
    spool.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = FileLock(spool.with_name(f"{spool.name}.lock"))
    if not lock.take():
        raise _running()
    try:
        yield
    finally:
        lock.give_back()


async def _require_unused(settings: Settings, storage: Storage) -> None:
    spool = settings[IngestSettings].spool_path
    if (spool.exists() and sqlite.is_open_elsewhere(spool)) or await storage.in_use():
        raise _running()


def _running() -> UserError:
    return UserError(
        "The server or another program uses the data. Nothing was changed. Stop all servers and workers of "
        "this installation, and run the command again."
    )


async def _present(settings: Settings, storage: Storage) -> list[str]:
    """Return what is there that a restore would replace."""
    spool, keys = settings[IngestSettings].spool_path, settings[MarksSettings].key_file
    found = [f"{keys.name} with keys"] if keys.exists() else []
    if await storage.has_data():
        found.append("a database with messages or people")
    if spool.exists() and _has_hits(spool):
        found.append(f"{spool.name} with waiting hits")
    return found


def _has_hits(spool: Path) -> bool:
    try:
        return spool_copy.examine(spool) > 0
    except (OSError, UserError, sqlite3.DatabaseError):
        return True


def _require_fit(storage: Storage, opened: Opened) -> None:
    listed = opened.manifest
    if listed.dialect != storage.dialect:
        raise UserError(
            f"The backup is of {manifest.name_of(listed.dialect)}, and DATABASE_URL names "
            f"{manifest.name_of(storage.dialect)}. Nothing was changed. Set DATABASE_URL to the same kind."
        )
    if listed.migration and listed.migration not in {step.name for step in migrations.load()}:
        raise UserError(
            f"A newer version of Sightline made this backup (its database has {listed.migration}). Nothing "
            "was changed. Install that version, and run the command again."
        )


async def _keep(settings: Settings, storage: Storage) -> Path:
    """Copy what will be overwritten to a new folder in the data folder. Returns the folder."""
    data = settings[ServerSettings].data
    room.require(data, await storage.size())
    folder = Path(tempfile.mkdtemp(prefix=f"before-restore-{clock.now():%Y%m%d-%H%M%S}-", dir=data))
    await storage.keep(folder)
    files = [data / name for name in (manifest.VAULT, manifest.SESSION, manifest.PUBLIC_URL)]
    spool = settings[IngestSettings].spool_path
    hits = [*sqlite.files_of(spool), losses.beside(spool)]
    for path in (settings[MarksSettings].key_file, *files, *hits):
        if path.exists():
            shutil.copy2(path, folder / path.name)
    return folder


async def _put(
    settings: Settings, storage: Storage, opened: Opened, kept: Path | None, tell: Tell
) -> list[str]:
    """Put every part in place; the keys first, since without them the rest is of no use."""
    said = _put_keys(settings, opened)
    progress = Progress(tell, lambda: None)
    progress.begin(f"Restoring the database ({manifest.name_of(storage.dialect)})", opened.manifest.size)
    database = opened.part(opened.manifest.database)
    assert database
    await storage.load(database, progress.step)
    checking.require_equal(
        opened.manifest.tables,
        await storage.count(opened.manifest.tables),
        "The restored database is not complete",
    )
    await unsent.look_before_sending(settings[ServerSettings].database_url, opened.manifest.made_at)
    said += _put_spool(settings, opened, kept)
    return said


def _put_keys(settings: Settings, opened: Opened) -> list[str]:
    """Write the keys. Keys that only this installation has are kept, so that their marks still verify."""
    marks, data = settings[MarksSettings], settings[ServerSettings].data
    try:
        present = key_ring.read_ring(marks.key_file)
    except UserError:
        present = []
    ring = key_ring.unique([*opened.keys.ring, *present])
    write_private(marks.key_file, key_ring.as_file(ring))
    for name in (manifest.VAULT, manifest.SESSION, manifest.PUBLIC_URL):
        if path := opened.part(name):
            write_private(data / name, path.read_bytes())
    for part in opened.manifest.parts:
        if part.name.startswith("networks/"):
            path = opened.part(part.name)
            assert path
            write_private(data / part.name, path.read_bytes())
    more = len(ring) - len(opened.keys.ring)
    return [f"{more} keys that were here and are not in the backup still verify marks."] if more else []


def _put_spool(settings: Settings, opened: Opened, kept: Path | None) -> list[str]:
    """Put the waiting hits in place, and add those that came here since: the digest ignores what it has."""
    ours = settings[IngestSettings]
    part, merged = opened.part(manifest.SPOOL), 0
    if part is None:
        return []
    former = kept / ours.spool_path.name if kept else None
    if former and former.exists():
        merged = spool_copy.merge(former, part)
    _put_losses(ours, opened)
    with sqlite.opened(part) as db:
        db.execute("PRAGMA journal_mode=DELETE")
    sqlite.put_in_place(part, ours.spool_path)
    return [f"{merged} hits that waited here were added to those of the backup."] if merged else []


def _put_losses(ours: IngestSettings, opened: Opened) -> None:
    """Put the count of lost hits in place, unless the one here goes on from it."""
    part, place = opened.part(manifest.LOSSES), losses.beside(ours.spool_path)
    present = sum(loss.number for loss in losses.look(place).losses)
    if part and present < opened.manifest.lost:
        write_private(place, part.read_bytes())


def _about_settings(settings: Settings, env: Mapping[str, str], opened: Opened) -> list[str]:
    """Say which settings differ from those of the backup, and which come before the restored keys."""
    said, marks, server = [], settings[MarksSettings], settings[ServerSettings]
    given = marks.tracking_secret
    if given and given.encode() not in {key.secret for key in opened.keys.ring}:
        said.append(
            "TRACKING_SECRET is set to a key that is not in the backup; it signs new marks from now on."
        )
    for name, value, wanted in (
        ("VAULT_KEY", server.vault_key, opened.keys.vault),
        ("SESSION_SECRET", server.session_secret, opened.keys.session),
    ):
        if value and wanted and key_ring.from_setting(value) != wanted:
            said.append(
                f"{name} is set to another key than that of the backup. Remove the setting to use that one."
            )
    names = settings_copy.differing(opened.settings, env)
    if names:
        path = settings_copy.write_list(opened.settings, names, server.data)
        said.append(
            f"These settings were other ones when the backup was made: {', '.join(names)}. Their values are "
            f"in {path}; take over what you need, and delete it."
        )
    return said
