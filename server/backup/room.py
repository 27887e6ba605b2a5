"""Keeps a backup or restore from filling a disk: the spool needs room there, or hits would be lost."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from server.lib.user_error import UserError

RESERVE = 256 << 20
"""Bytes that stay free for the server, on each disk. It is far more than a spool takes in an hour."""
_MEGABYTE = 1 << 20


def require(folder: Path, needed: int) -> None:
    """Raise UserError if the disk of `folder` has no room for this many bytes beside the reserve."""
    free = shutil.disk_usage(folder).free
    if free < needed + RESERVE:
        raise UserError(
            f"The disk of {folder} has {free // _MEGABYTE} MB free; {needed // _MEGABYTE} MB are needed, and "
            f"{RESERVE // _MEGABYTE} MB stay free for the server. Free some space, or use another disk."
        )


def require_reserve(folders: Sequence[Path]) -> None:
    """Raise UserError if a disk has become so full meanwhile that the work must not go on."""
    for folder in folders:
        require(folder, 0)
