"""Reads files that contain secrets, and writes them atomically, readable only by their owner."""

from __future__ import annotations

import hashlib
import os
import secrets
import stat
from collections.abc import Iterator
from pathlib import Path

from server.lib.config import ConfigError
from server.lib.ownership import give_to_folders_owner, make_folder

_SIZE = 32  # bytes of a secret


def write_private(path: Path, content: bytes) -> None:
    """Write `content` to `path` atomically. Returns once the content is on disk.

    A file that exists keeps its owner and mode, whoever writes. A new one belongs to the owner of its folder,
    and only they can read it. Where `path` is a link, the file that it names is replaced. Raises OSError, and
    ConfigError for a link that root must not follow.
    """
    make_folder(path.parent)
    place = path.resolve()
    _refuse_strange_links(path, place)
    draft = place.with_name(f".{place.name}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            _be_like(place, draft, handle)
            file.write(content)
            file.flush()
            os.fsync(handle)
        draft.replace(place)
    except BaseException:
        draft.unlink(missing_ok=True)  # secrets are in it
        raise
    sync_folder(place.parent)


def _refuse_strange_links(path: Path, place: Path) -> None:
    """Refuse as root to follow a link to `place` by somebody who could not replace that file themselves.

    Raises ConfigError.
    """
    if os.geteuid() != 0:
        return
    known = {0, *(each.lstat().st_uid for each in (place, place.parent) if each.exists())}
    for link in _links(path.absolute()):
        if link.lstat().st_uid not in known:
            raise ConfigError(
                f"{link} is a link to a file of another user ({place}), and root does not follow it. "
                "Replace the link by a file, or run the command as the user of the server."
            )


def _links(path: Path) -> Iterator[Path]:
    """Yield all links on the way to `path`, which has an end, since it was resolved."""
    place = Path(path.anchor)
    for part in path.parts[1:]:
        link = place / part
        if link.is_symlink():
            yield link
            yield from _links(place / link.readlink())
        place = link.resolve()


def _be_like(place: Path, draft: Path, handle: int) -> None:
    """Give a draft the owner and mode of the file that it replaces, before there is a secret in it."""
    if not place.exists():
        give_to_folders_owner(draft)
        return
    kept = place.stat()
    if os.geteuid() == 0:
        os.fchown(handle, kept.st_uid, kept.st_gid)
    os.fchmod(handle, stat.S_IMODE(kept.st_mode))


def secret_file(path: Path, most: int = 1024) -> bytes:
    """Return the random secret in `path`; make it on first use. Processes that race get the same secret.

    `most`: bytes that it may have. Raises ConfigError if the file can't be read, or if it has no secret.
    """
    try:
        if not path.exists():
            _create_once(path, secrets.token_bytes(_SIZE))
        content = path.read_bytes()
    except OSError as error:
        raise ConfigError(unreadable(path, error)) from None
    if not _SIZE <= len(content) <= most:
        raise ConfigError(
            f"{path} is damaged: it has {len(content)} bytes, and a key has {_SIZE}. "
            "Restore it from a backup."
        )
    return content


def key_from(given: str | None, path: Path, most: int = 1024) -> bytes:
    """Return the SHA-256 of `given` or, without it, the secret in the file at `path`.

    Raises ConfigError; see secret_file.
    """
    return hashlib.sha256(given.encode()).digest() if given else secret_file(path, most)


def unreadable(path: Path, error: OSError) -> str:
    """Say why a file with a secret can't be read, and what to do."""
    if isinstance(error, PermissionError):
        return (
            f"{path} can't be read: another user owns it or its folder. "
            f"Run: chown --reference={path.parent} {path}; chmod 600 {path}"
        )
    return f"{path} can't be read ({error.strerror}). Check the disk, or restore the file from a backup."


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
