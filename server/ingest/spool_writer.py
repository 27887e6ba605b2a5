"""Writes to the spool's file: opens it as soon as that is possible, and says why a write has failed."""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from server.ingest.losses import Losses, LossReason
from server.ingest.spool_file import SpoolFile, prepare
from server.lib.error_words import error_words
from server.lib.log_throttle import ThrottledLogger

log = logging.getLogger(__name__)

LOG_EVERY = 60.0
_ROOM = 1 << 18  # bytes; a disk with less than that is full: SQLite needs several pages at a time
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


class SpoolWriter:
    """The spool's file for its one writer: a thread, and before that the one that makes the spool.

    `losses`: where it is counted what the file had lost when it is opened; None if another process has
    checked the file.
    """

    def __init__(self, path: Path, max_bytes: int, losses: Losses | None) -> None:
        self.trouble: str | None = None  # why the last write failed
        self.reason: LossReason | None = None  # the same, as losses are counted
        self._path = path
        self._max_bytes = max_bytes
        self._losses = losses
        self._file: SpoolFile | None = None
        self._errors = ThrottledLogger(log, period=LOG_EVERY)
        try:
            self._opened()
        except (sqlite3.Error, OSError) as error:
            self._failed(error, 0)

    def attempt(self, work: Callable[[SpoolFile], None], size: int = 0) -> LossReason | None:
        """Do `work`, which writes `size` bytes, and try a second time if it fails. Return why it failed."""
        for _ in ("first", "last"):
            try:
                work(self._opened())
            except (sqlite3.Error, OSError, MemoryError) as error:
                self._failed(error, size)
                if self._file is None:
                    break
                with contextlib.suppress(sqlite3.Error):
                    self._file.make_room()
            else:
                self.trouble = self.reason = None
                break
        return self.reason

    def checkpoint(self) -> None:
        """Copy the log into the file, if that works."""
        if self._file:
            with contextlib.suppress(sqlite3.Error):  # a later try may succeed; a full disk is noticed anyway
                self._file.checkpoint()

    def close(self) -> None:
        """Close the file."""
        if self._file:
            self._file.close()

    def _opened(self) -> SpoolFile:
        if self._file is None:
            damaged = prepare(self._path) if self._losses else 0
            self._file = SpoolFile(self._path, self._max_bytes)
            if self._losses:
                self._losses.count(damaged, LossReason.DAMAGE, lasting=False)
                self._losses.begin(self._file.counted(), LossReason.EARLIER)
        return self._file

    def _failed(self, error: Exception, size: int) -> None:
        self.trouble = error_words(error)
        self.reason = self._reason(error, size)
        self._errors.warn("the spool %s could not be written (%s): %s", self._path, self.reason, error)

    def _reason(self, error: Exception, size: int) -> LossReason:
        is_full = getattr(error, "errno", None) in _FULL or "is full" in str(error)
        if is_full and self._file and not self._has_room(self._file, size):
            return LossReason.CAP
        return LossReason.DISK if is_full or self._is_disk_full() else LossReason.UNWRITABLE

    @staticmethod
    def _has_room(file: SpoolFile, size: int) -> bool:
        try:
            return file.has_room(size)
        except sqlite3.Error:
            return True

    def _is_disk_full(self) -> bool:
        try:
            disk = os.statvfs(self._path.parent)
        except OSError:
            return False
        return disk.f_bavail * disk.f_frsize < _ROOM
