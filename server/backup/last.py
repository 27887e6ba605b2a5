"""Remembers in the data folder when the last backup was made, and whether a restore has not ended."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import msgspec

from server.lib.keys.secret_files import write_private

FILE = "last-backup.json"
UNFINISHED = "restore-unfinished"


class LastBackup(msgspec.Struct, frozen=True):
    """When the last backup was made, where it was written, and its size in bytes."""

    made_at: datetime
    path: str
    size: int


def note(data: Path, last: LastBackup) -> None:
    """Store which backup was the last one. Raises OSError."""
    write_private(data / FILE, msgspec.json.encode(last))


def last_backup(data: Path) -> LastBackup | None:
    """Return the last backup; None if there is none, or its note can't be read."""
    try:
        return msgspec.json.decode((data / FILE).read_bytes(), type=LastBackup)
    except (OSError, msgspec.MsgspecError, ValueError):
        return None
