"""Looks passwords up in a file of breached ones, without loading the file or asking anybody.

The file is the one that Have I Been Pwned offers, ordered by hash: on each line the SHA-1 of a password in
hexadecimal, then `:` and how often it was found. It has some 40 GB, so the search reads a few blocks of it.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import BinaryIO

_LINE = re.compile(rb"[0-9A-Fa-f]{40}(:\d+)?")
_LONGEST_LINE = 128
_SAMPLES = 64


def is_breached(path: Path, password: str) -> bool:
    """Return whether the password is in the file. Reads from the disk. Raises OSError."""
    wanted = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
    with path.open("rb") as file:
        low, high = 0, path.stat().st_size
        while low < high:  # the first line whose hash is not smaller begins in low..high
            middle = (low + high) // 2
            line = _line_from(file, middle)
            if line and line[:40].upper() < wanted:
                low = middle + 1
            else:
                high = middle
        return _line_from(file, low)[:40].upper() == wanted


def trouble(path: Path) -> str | None:
    """Say what is wrong with the file, after looking at some of its lines; None if it can be searched."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            lines = [_line_from(file, size * number // _SAMPLES) for number in range(_SAMPLES)]
    except OSError as error:
        return f"{path} cannot be read ({error.strerror})."
    found = [line for line in lines if line]
    if not found or not all(_LINE.fullmatch(line) for line in found):
        return f"{path} is not a list of SHA-1 hashes, one on each line."
    hashes = [line[:40].upper() for line in found]
    return f"{path} is not ordered by hash." if hashes != sorted(hashes) else None


def _line_from(file: BinaryIO, place: int) -> bytes:
    """Return the first whole line that begins at `place` or later; empty at the end of the file."""
    file.seek(max(0, place - 1))
    if place:
        file.readline(_LONGEST_LINE)
    return file.readline(_LONGEST_LINE).strip()
