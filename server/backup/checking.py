"""Checks a backup completely: decrypts it, compares every hash, reads the database and counts its rows."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from server.backup import archive, key_ring, manifest, room, settings_copy, spool_copy
from server.backup.archive import Unpacking
from server.backup.encryption import Unreadable
from server.backup.key_ring import Keys
from server.backup.manifest import Manifest
from server.backup.progress import Progress
from server.backup.storage import Counts, storage_for

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Opened:
    """A backup whose parts are in `folder` and were all checked."""

    manifest: Manifest
    folder: Path
    keys: Keys
    settings: dict[str, str]

    def part(self, name: str) -> Path | None:
        """Return the file of a part; None if the backup has no such part."""
        path = archive.place(self.folder, name)
        return path if path.exists() else None


async def check(file: Path, passphrase: str, folder: Path, tell: Tell) -> Opened:
    """Unpack a backup into an empty private folder, and check everything. Raises UserError, OSError."""
    progress = Progress(tell, lambda: room.require_reserve((folder,)))
    listed = await asyncio.to_thread(_unpack, file, passphrase, folder, progress)
    opened = Opened(listed, folder, _keys(listed, folder), _settings(folder))
    progress.begin(f"Reading the database ({manifest.name_of(listed.dialect)})")
    found = await storage_for(listed.dialect).examine(archive.place(folder, listed.database), progress.step)
    require_equal(listed.tables, found, "The backup is damaged")
    _check_spool(opened)
    return opened


def _unpack(file: Path, passphrase: str, folder: Path, progress: Progress) -> Manifest:
    with file.open("rb") as source:
        reader = Unpacking(source, passphrase)
        room.require(folder, reader.manifest.size)
        progress.begin("Decrypting and comparing with the hashes", reader.manifest.size)
        reader.extract(folder, progress.step)
    return reader.manifest


def require_equal(wanted: Counts, found: Counts, trouble: str) -> None:
    """Raise Unreadable, with the first table that differs, if these are not the same rows."""
    for table in sorted({*wanted, *found}):
        if wanted.get(table) != found.get(table):
            text = f"{table} has {found.get(table, 'no')} rows in place of {wanted.get(table, 'none')}"
            raise Unreadable(f"{trouble}: {text}. Use another backup.")


def _keys(listed: Manifest, folder: Path) -> Keys:
    ring = tuple(key_ring.read_ring(archive.place(folder, manifest.KEYS)))
    if [key.id for key in ring] != [key.id for key in listed.keys]:
        raise Unreadable("The keys in the backup are not those that it lists. Use another backup.")
    others = [archive.place(folder, name) for name in (manifest.VAULT, manifest.SESSION)]
    vault, session = (path.read_bytes() if path.exists() else None for path in others)
    return Keys(ring, vault, session)


def _settings(folder: Path) -> dict[str, str]:
    path = archive.place(folder, manifest.SETTINGS)
    return settings_copy.decode(path.read_bytes()) if path.exists() else {}


def _check_spool(opened: Opened) -> None:
    path = opened.part(manifest.SPOOL)
    waiting = spool_copy.examine(path) if path else 0
    if waiting != opened.manifest.waiting:
        listed = opened.manifest.waiting
        raise Unreadable(
            f"The backup is damaged: {waiting} hits wait in it, not {listed}. Use another backup."
        )
