"""Locks a file for one process of a machine; the system releases the lock when the process ends."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path


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
        """Take the lock if it is free. Returns whether this object holds it now."""
        if self._handle is not None:
            return True
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
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
