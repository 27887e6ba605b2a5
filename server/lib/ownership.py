"""Keeps files of the data folder usable for the server, although root may run a command there."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path


def give_to_folders_owner(path: Path) -> None:
    """Give what root has just made to the owner of its folder. Does nothing for other users.

    Otherwise the service could not open it: `sudo sightline migrate` would leave a lock that only root can
    take.
    """
    if os.geteuid() == 0:
        folder = path.parent.stat()
        with suppress(OSError):  # some file systems forbid it, even to root
            handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
            try:
                _give(handle, folder.st_uid, folder.st_gid)
            finally:
                os.close(handle)


def _give(handle: int, user: int, group: int) -> None:
    made = os.fstat(handle)
    # A file with a second name may be anybody's, put here by the folder's owner.
    if stat.S_ISDIR(made.st_mode) or (stat.S_ISREG(made.st_mode) and made.st_nlink == 1):
        os.fchown(handle, user, group)


def make_folder(path: Path) -> None:
    """Create a folder that only its owner can read, and the folders above it, where they are missing."""
    if not path.is_dir():
        make_folder(path.parent)
        path.mkdir(mode=0o700, exist_ok=True)
        give_to_folders_owner(path)


def open_for_owner(path: Path, flags: int = 0) -> int:
    """Open a file to read and write it, and make it if it is missing. Returns its handle. Raises OSError.

    What root makes belongs to the folder's owner. Links are not followed, and root opens nothing that has a
    second name: the folder's owner could have linked a file there that is root's.
    """
    flags |= os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW
    with suppress(FileExistsError):
        handle = os.open(path, flags | os.O_CREAT | os.O_EXCL, 0o600)
        if os.geteuid() == 0:
            folder = path.parent.stat()
            with suppress(OSError):  # some file systems forbid it, even to root
                os.fchown(handle, folder.st_uid, folder.st_gid)
        return handle
    handle = os.open(path, flags | os.O_NONBLOCK)
    found = os.fstat(handle)
    if not stat.S_ISREG(found.st_mode) or (os.geteuid() == 0 and found.st_nlink != 1):
        os.close(handle)
        raise OSError(errno.EPERM, "this is no file of its own", str(path))
    return handle
