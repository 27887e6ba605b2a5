"""Keeps copies of the hits that Redis has taken, on this node's disk, until they are stored in the database.

Redis may forget: it evicts a stream when its memory is full, it is emptied, restarted without its data, or
replaced by a replica that lags behind. The copies are written without waiting for the disk, so they survive
whatever happens to this process and to Redis, but not a crash of this node's machine at the same time.

A copy carries the id that Redis gave the hit. Each file belongs to one life of the stream (see
redis_life.py), which its first line names: as long as that life goes on, a hit whose id is lower than all ids
in the stream has been stored.
"""

from __future__ import annotations

import fcntl
import os
import secrets
import struct
import threading
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from server.lib.ownership import open_for_owner

FILE_BYTES = 4 << 20  # a file is deleted as a whole, so it should not be large
IN_MEMORY = 50_000  # copies, while the disk takes none; about 30 MB
_HEAD = struct.Struct(">QQII")  # both parts of the id, length of the record, CRC-32 of these and the record
LIFE_BYTES = 64  # of the line that names the life

Copy = tuple[int, bytes]  # id as one number, record


class CopyFile:
    """The copies in one file, which this process has locked. Raises OSError if the disk fails."""

    def __init__(self, path: Path, life: str | None) -> None:
        """Make a file for the copies of `life`, or open one that a process has left (`life`: None)."""
        self.path = path
        self.checked = 0  # how many copies were compared with a later life of the stream
        self._handle = open_for_owner(path, os.O_APPEND)
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if life is not None:
                os.write(self._handle, life.encode().ljust(LIFE_BYTES)[:LIFE_BYTES])
            self.life = os.pread(self._handle, LIFE_BYTES, 0).decode("ascii", "replace").strip()
            self.newest, self.size = 0, LIFE_BYTES
            for number, record in self.copies():
                self.newest = max(self.newest, number)
                self.size += _HEAD.size + len(record)
            if os.fstat(self._handle).st_size > self.size:
                os.ftruncate(self._handle, self.size)  # what is added behind a torn copy would not be found
        except OSError:
            os.close(self._handle)
            raise

    def add(self, copies: Sequence[Copy]) -> None:
        """Append copies; all of them or, after an error, none."""
        parts = [part for number, record in copies for part in (_head(number, record), record)]
        content = b"".join(parts)
        if os.write(self._handle, content) < len(content):
            os.ftruncate(self._handle, self.size)
            raise OSError("the disk took only a part of the copies")
        self.size += len(content)
        self.newest = max(self.newest, *(number for number, _ in copies))

    def copies(self) -> Iterator[Copy]:
        """Yield the copies, up to one that a crash has torn."""
        at = LIFE_BYTES
        while len(head := os.pread(self._handle, _HEAD.size, at)) == _HEAD.size:
            high, low, length, checksum = _HEAD.unpack(head)
            record = os.pread(self._handle, length, at + _HEAD.size)
            if not length or len(record) < length:  # a crash may leave zeros
                return
            if _checksum(high, low, record) != checksum:
                return
            yield high << 64 | low, record
            at += _HEAD.size + length

    def empty(self) -> None:
        """Forget the copies, and keep the file."""
        os.ftruncate(self._handle, LIFE_BYTES)
        self.size, self.newest = LIFE_BYTES, 0

    def close(self, *, delete: bool) -> None:
        """Close the file, and delete it unless its copies are still needed."""
        with suppress(OSError):
            if delete:
                self.path.unlink(missing_ok=True)
        os.close(self._handle)


class Copies:
    """The copies of this process, and those that dead processes of this node have left.

    `spool`: the path of the node's own spool; the files stand beside it.
    """

    def __init__(self, spool: Path) -> None:
        self._spool = spool
        self._lock = threading.Lock()
        self._files: list[CopyFile] = []  # the last is the one that is written
        self._memory: list[tuple[str, Copy]] = []  # with their lives
        self.life = ""  # of the stream; read it before hits are given to Redis

    def newest(self, life: str) -> int:
        """Return the highest id of a hit that is copied in this life; 0 if none is."""
        with self._lock:
            in_memory = (number for its, (number, _) in self._memory if its == life)
            on_disk = (each.newest for each in self._files if each.life == life)
            return max((*in_memory, *on_disk), default=0)

    @property
    def full(self) -> bool:
        """Whether no more copies can be kept, so that Redis should be given no more hits."""
        return len(self._memory) >= IN_MEMORY

    def add(self, copies: Sequence[Copy], life: str) -> None:
        """Keep copies of hits that Redis took in this life, or after it.

        While the disk takes no copies, they are kept in memory; see `full`.
        """
        if not copies:
            return
        with self._lock:
            try:
                self._current(life).add(copies)
            except OSError:
                self._memory += [(life, each) for each in copies]

    def forget_below(self, lowest: int, life: str) -> None:
        """Forget the copies with lower ids than `lowest` in this life: they are stored."""
        with self._lock:
            self._memory = [each for each in self._memory if each[0] != life or each[1][0] >= lowest]
            for each in tuple(self._files):
                if each.life != life or each.newest >= lowest:
                    continue
                if each is self._files[-1]:
                    if each.newest:
                        each.empty()
                else:
                    self._files.remove(each)
                    each.close(delete=True)

    def taken_from_memory(self, life: str) -> list[Copy]:
        """Return the copies of other lives that only the memory holds, and forget them there."""
        with self._lock:
            others = [copy for its, copy in self._memory if its != life]
            self._memory = [each for each in self._memory if each[0] == life]
        return others

    def of_other_lives(self, life: str) -> list[CopyFile]:
        """Return the files with copies of hits that may be missing in this life of the stream."""
        with self._lock:
            return [each for each in self._files if each.life != life]

    def drop(self, file: CopyFile) -> None:
        """Delete a file whose copies are not needed any more."""
        with self._lock:
            self._files.remove(file)
            file.close(delete=True)

    def adopt(self) -> None:
        """Take over the files of processes of this node that have ended."""
        with self._lock:
            own = {each.path for each in self._files}
            for path in sorted(self._spool.parent.glob(f"{self._spool.name}.copies-*")):
                if path not in own:
                    with suppress(OSError):  # its process is alive
                        self._files.insert(0, CopyFile(path, None))

    def close(self) -> None:
        """Close the files. They stay on disk for the next process, unless they are empty."""
        with self._lock:
            for each in self._files:
                each.close(delete=each.newest == 0)
            self._files.clear()

    def _current(self, life: str) -> CopyFile:
        last = self._files[-1] if self._files else None
        if last is None or last.life != life or last.size > FILE_BYTES:
            path = self._spool.with_name(f"{self._spool.name}.copies-{secrets.token_hex(6)}")
            last = CopyFile(path, life)
            self._files.append(last)
        return last


def _head(number: int, record: bytes) -> bytes:
    high, low = number >> 64, number & (1 << 64) - 1
    return _HEAD.pack(high, low, len(record), _checksum(high, low, record))


def _checksum(high: int, low: int, record: bytes) -> int:
    return zlib.crc32(b"%d %d %d " % (high, low, len(record)) + record)
