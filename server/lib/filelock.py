"""One holder among all processes of a machine, by a lock on a file that ends with its process."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path


class FileLock:
    """Held or not held; asking never waits."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    @property
    def held(self) -> bool:
        """Whether we hold it."""
        return self._handle is not None

    def take(self) -> bool:
        """Take it if nobody else has it. Returns whether it is ours now."""
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
        """Let others have it."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


class NoLock:
    """For what several may do at once: everyone always holds it."""

    held = True

    def take(self) -> bool:
        """Always ours."""
        return True

    def give_back(self) -> None:
        """Nothing is taken from others."""
