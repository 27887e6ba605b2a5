"""Locks a file for one process of a machine; the system releases the lock when the process ends."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from server.lib.config import ConfigError
from server.lib.ownership import give_to_folders_owner

_AS_IT_IS = os.O_NOFOLLOW  # a link could make root create any file


def open_lock(path: Path) -> int:
    """Open a file to lock it, and make it if it is missing. Returns its descriptor. Raises ConfigError."""
    try:
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | _AS_IT_IS, 0o600)
        except PermissionError:  # another user's file: to lock it, reading is enough
            return os.open(path, os.O_RDONLY | os.O_CLOEXEC | _AS_IT_IS)
    except OSError as error:
        raise ConfigError(_why_not(path, error)) from None
    give_to_folders_owner(path)
    return handle


def _why_not(path: Path, error: OSError) -> str:
    if path.exists() and path.stat().st_uid != os.geteuid():
        return (
            f"{path} belongs to another user, because a command was run as that user. Give all files in the "
            f"data folder to the user of the server: chown -R --reference={path.parent} {path.parent}"
        )
    return f"{path} can't be opened ({error.strerror}). Let the user of the server write to {path.parent}."


class FileLock:
    """A lock on a file. `take` never waits."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    @property
    def held(self) -> bool:
        """Return whether this object holds the lock."""
        return self._handle is not None

    def take(self) -> bool:
        """Take the lock if it is free. Returns whether this object holds it now. Raises ConfigError."""
        if self._handle is not None:
            return True
        handle = open_lock(self._path)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            return False
        self._handle = handle
        return True

    def give_back(self) -> None:
        """Release the lock."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


class NoLock:
    """Stands in for a lock where several processes may do the work at the same time: all of them hold it."""

    held = True

    def take(self) -> bool:
        """Return True, because every process holds this lock."""
        return True

    def give_back(self) -> None:
        """Do nothing, because this lock excludes nobody."""


@contextmanager
def alone(handle: int, patience: float) -> Iterator[None]:
    """Hold off the other processes that use this open file. Blocks, at most `patience` seconds.

    Raises BlockingIOError if one doesn't let go.
    """
    until = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            break
        except BlockingIOError:
            if time.monotonic() > until:
                raise
            time.sleep(0.002)
    try:
        yield
    finally:
        fcntl.flock(handle, fcntl.LOCK_UN)
