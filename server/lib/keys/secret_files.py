"""Reads files that contain secrets, and writes them atomically, readable only by their owner."""

from __future__ import annotations

import hashlib
import os
import secrets
from pathlib import Path


def write_private(path: Path, content: bytes) -> None:
    """Write `content` to `path` atomically, with mode 0600. Returns once the content is on disk."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    sync_folder(path.parent)


def secret_file(path: Path, size: int = 32) -> bytes:
    """Return the random secret in `path`; make it on first use. Processes that race get the same secret."""
    if not path.exists():
        _create_once(path, secrets.token_bytes(size))
    return path.read_bytes()


def key_from(given: str | None, path: Path) -> bytes:
    """Return a key of 32 bytes: the SHA-256 of `given` or, without it, the secret in the file at `path`."""
    return hashlib.sha256(given.encode()).digest() if given else secret_file(path)


def _create_once(path: Path, content: bytes) -> None:
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    write_private(draft, content)
    try:
        os.link(draft, path)  # fails if another process was first; then its secret counts
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Return once the names of the folder's files are on disk. Raises OSError."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
