"""Remembers in the data folder when the last backup was made, and whether a restore has not ended."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import msgspec

from server.lib.config import ConfigError
from server.lib.keys.secret_files import write_private

FILE = "last-backup.json"
UNFINISHED = "restore-unfinished"


class LastBackup(msgspec.Struct, frozen=True):
    """When the last backup was made, where it was written, and its size in bytes."""

    made_at: datetime
    path: str
    size: int


def refuse_half_restored(data: Path) -> None:
    """Refuse to work on what an interrupted restore left: keys and hits may not fit the database.

    Raises ConfigError.
    """
    if (data / UNFINISHED).exists():
        raise ConfigError(
            "A restore was interrupted, so keys, database and hits may not fit together. Run it again: "
            f"sightline restore --overwrite FILE. (To start in spite of it, delete {data / UNFINISHED}.)"
        )


def note(data: Path, last: LastBackup) -> None:
    """Store which backup was the last one. Raises OSError."""
    write_private(data / FILE, msgspec.json.encode(last))


def last_backup(data: Path) -> LastBackup | None:
    """Return the last backup; None if there is none, or its note can't be read."""
    try:
        return msgspec.json.decode((data / FILE).read_bytes(), type=LastBackup)
    except (OSError, msgspec.MsgspecError, ValueError):
        return None
