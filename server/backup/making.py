"""Makes a backup while the server runs: copies everything in the order in which hits move, then packs it."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from server.backup import archive, facts, key_ring, last, manifest, room, settings_copy, spool_copy
from server.backup.archive import Content
from server.backup.facts import Facts
from server.backup.manifest import Manifest
from server.backup.progress import Progress
from server.backup.storage import Dumped, Storage, storage_of
from server.events.evaluation.network_files import folder_in
from server.ingest import losses
from server.ingest.settings import IngestSettings
from server.lib import clock
from server.lib.keys.secret_files import sync_folder
from server.lib.service_user import current
from server.lib.settings import ServerSettings, Settings
from server.lib.user_error import UserError

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class _Collected:
    """What the manifest says, before the files are measured."""

    dumped: Dumped
    waiting: int
    lost: int
    known: Facts


async def make(
    settings: Settings,
    env: Mapping[str, str],
    to: Path,
    passphrase: str,
    tell: Tell,
    *,
    overwrite: bool = False,
) -> Manifest:
    """Write a backup to the file `to`, which appears only once it is complete. Raises UserError, OSError."""
    to = _checked_place(to, overwrite)
    data = settings[ServerSettings].data
    key_ring.collect(settings)  # without keys there is no installation yet, and nothing is made by the way
    storage = storage_of(settings)
    await _require_room(settings, storage, to.parent)
    progress = Progress(tell, lambda: room.require_reserve((data, to.parent)))
    with private_folder(data) as folder:
        collected = await _collect(settings, storage, folder, progress)
        files = _files(settings, env, storage, folder)
        listed = _manifest(storage, collected, files, progress)
        _pack(to, passphrase, listed, files, progress)
    last.note(data, last.LastBackup(listed.made_at, str(to), to.stat().st_size))
    return listed


@contextmanager
def private_folder(parent: Path) -> Iterator[Path]:
    """Make a folder that only its owner can read, and delete it with its content at the end."""
    parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    for left in parent.glob(".backup-*"):
        _remove_if_left(left)
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=parent) as folder:
        handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)  # until this process ends, however it does
            yield Path(folder)
        finally:
            os.close(handle)


def _remove_if_left(folder: Path) -> None:
    """Delete what a killed backup or restore has left: keys and a database that are not encrypted."""
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(folder, ignore_errors=True)
    except BlockingIOError:
        pass  # another command works in it
    finally:
        os.close(handle)


def _checked_place(to: Path, overwrite: bool) -> Path:
    to = to.absolute()
    if not to.parent.is_dir():
        raise UserError(f"{to.parent} is no folder. Make it, or name a file in another folder.")
    if to.is_dir():
        raise UserError(f"{to} is a folder. Name a file in it, such as {to / 'sightline.backup'}.")
    if to.exists() and not overwrite:
        raise UserError(f"{to} exists. Name another file, or add --overwrite to replace it.")
    return to


async def _require_room(settings: Settings, storage: Storage, target: Path) -> None:
    """Check that both disks have room for what is written, even if nothing can be compressed."""
    spool = settings[IngestSettings].spool_path
    needed = await storage.size() + (spool.stat().st_size if spool.exists() else 0)
    data = settings[ServerSettings].data
    room.require(data, 2 * needed if _same_disk(data, target) else needed)
    room.require(target, needed)


def _same_disk(one: Path, other: Path) -> bool:
    return one.stat().st_dev == other.stat().st_dev


async def _collect(settings: Settings, storage: Storage, folder: Path, progress: Progress) -> _Collected:
    # The order counts: a hit goes from the spool to the database, so it is in one of the copies or in both.
    progress.begin("Copying the hits that wait to be stored")
    ours, url = settings[IngestSettings], settings[ServerSettings].database_url
    waiting = await spool_copy.copy(ours, url, folder / manifest.SPOOL, progress.step)
    lost = sum(loss.number for loss in losses.look(losses.beside(ours.spool_path)).losses)
    progress.begin(f"Copying the database ({manifest.name_of(storage.dialect)})")
    dumped = await storage.dump(folder / manifest.DATABASES[storage.dialect], progress.step)
    keys = key_ring.collect(settings)
    return _Collected(dumped, waiting, lost, await facts.gather(url, keys))


def _files(settings: Settings, env: Mapping[str, str], storage: Storage, folder: Path) -> list[Content]:
    """Put the other files beside the copies, and return all of them, the largest last."""
    keys, data = key_ring.collect(settings), settings[ServerSettings].data
    small: dict[str, bytes | None] = {
        manifest.KEYS: key_ring.as_file(keys.ring),
        manifest.VAULT: keys.vault,
        manifest.SESSION: keys.session,
        manifest.LOSSES: _content(losses.beside(settings[IngestSettings].spool_path)),
        manifest.SETTINGS: settings_copy.encode(env),
        manifest.PUBLIC_URL: _content(data / manifest.PUBLIC_URL),
    }
    small |= {f"networks/{path.name}": _content(path) for path in sorted(folder_in(data).glob("*.txt"))}
    found = []
    for name, content in small.items():
        if content is not None:
            path = archive.place(folder, name)
            path.write_bytes(content)
            found.append(Content(name, path))
    big = (manifest.SPOOL, manifest.DATABASES[storage.dialect])
    return [*found, *(Content(name, folder / name) for name in big)]


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _manifest(storage: Storage, collected: _Collected, files: list[Content], progress: Progress) -> Manifest:
    known = collected.known
    progress.begin("Reading the copies")
    return Manifest(
        format=manifest.FORMAT,
        made_at=clock.now(),
        release=metadata.version("sightline"),
        dialect=storage.dialect,
        server=collected.dumped.server,
        migration=known.migration,
        tables=collected.dumped.tables,
        waiting=collected.waiting,
        lost=collected.lost,
        keys=known.keys,
        sealed=known.sealed,
        opened=known.opened,
        parts=[archive.measured(content, progress.step) for content in files],
    )


def _draft(to: Path) -> tuple[Path, int]:
    """Make the private file that becomes the backup once it is complete."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{to.name}.", dir=to.parent)
    except OSError as error:
        raise UserError(
            f"The user {current()}, as whom this command works, can't write to {to.parent} "
            f"({error.strerror}). Let that user write there, or name a file in another folder."
        ) from None
    return Path(name), handle


def _pack(to: Path, passphrase: str, listed: Manifest, files: list[Content], progress: Progress) -> None:
    progress.begin("Encrypting", listed.size)
    draft, handle = _draft(to)
    try:
        with os.fdopen(handle, "wb") as file:
            archive.write(file, passphrase, listed, files, progress.step)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(to)
        sync_folder(to.parent)
    except OSError as error:
        raise UserError(
            f"{to} could not be written: {error.strerror}. Use another disk, or free some space."
        ) from None
    finally:
        draft.unlink(missing_ok=True)
