"""Mounts small disks, and fills them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests import parts


@contextmanager
def mounted(place: Path, size: str) -> Iterator[Path]:
    """Mount a disk of this size, such as 8m."""
    parts.require("disk")
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        trouble = done.stderr.strip() if done.returncode else ""
    except FileNotFoundError as error:
        trouble = str(error)
    if trouble:
        parts.require("disk", f"only root can mount a disk of {size}: {trouble}")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def fill(file: Path) -> None:
    """Write to this file until the disk is full."""
    with file.open("wb", buffering=0) as ballast:
        try:
            while ballast.write(bytes(4096)) == 4096:
                pass
        except OSError:
            return
