"""Locks a file so that one process of a machine holds it; the lock ends with the process."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path


class FileLock:
    """A lock that is held or not; taking it never waits."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    @property
    def held(self) -> bool:
        """Return whether we hold the lock."""
        return self._handle is not None

    def take(self) -> bool:
        """Take the lock if nobody else holds it. Returns whether we hold it now."""
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
    """A lock for work that several processes may do at the same time: every process always holds it."""

    held = True

    def take(self) -> bool:
        """Return True: every process holds the lock."""
        return True

    def give_back(self) -> None:
        """Do nothing: nobody was locked out."""
