"""Counts the hits that were answered and could not be kept, on disk, even while the disk is full.

The file beside the spool has its room from the start: it is written in place, and never grows. It has two
pages, each with a number and a checksum; the older one is overwritten, so that a crash leaves the other. What
cannot be written there either (the folder is read-only, or the file system copies what is overwritten) is
counted in memory, and written as soon as that works.
"""

from __future__ import annotations

import logging
import os
import secrets
import struct
import threading
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

import msgspec

from server.lib import clock
from server.lib.filelock import alone
from server.lib.log_throttle import ThrottledLogger
from server.lib.ownership import open_for_owner

log = logging.getLogger(__name__)

PAGE = 4096  # bytes; what a loss takes is below 130
MOST = 24  # losses told apart; further ones of a reason are added to the last of it
TOGETHER = 600.0  # seconds: what is lost for the same reason within that is one loss
LOG_EVERY = 60.0
FLAPPING = 60.0  # seconds after hits were kept again, in which a further change must last …
QUIET = 3.0  # … for so many seconds: each change is written and told
_HEAD = struct.Struct(">QII")  # number of the page, length of its content, CRC-32 of both and the content
_LOCK_SECONDS = 1.0


class LossReason(StrEnum):
    """Why hits could not be kept."""

    DISK = "disk full"
    CAP = "spool full"  # SPOOL_MAX_BYTES is reached
    UNWRITABLE = "unwritable"  # the spool's file cannot be opened or written
    STALLED = "stalled"  # the disk takes nothing for so long that the memory for waiting hits is full
    DAMAGE = "damage"  # the spool's file was damaged
    EARLIER = "earlier"  # counted by a version that knew neither when nor why


class Loss(msgspec.Struct, array_like=True):
    """Hits lost for one reason. `began` and `last` are in unix seconds; `id` names the loss on all nodes."""

    id: str
    reason: LossReason
    began: float
    last: float
    number: int
    published: int = 0  # how many of them the database knows of


class LossState(msgspec.Struct, array_like=True):
    """What the file says: the losses, oldest first, and why hits are being lost now, if they are."""

    losses: list[Loss] = []  # msgspec copies it
    losing: LossReason | None = None


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(LossState).decode


class Losses:
    """The losses of this data folder. All methods may be called in any thread, and by several processes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()  # for what is in memory, and held only for moments
        self._writing = threading.Lock()  # taken before the other one, and held while the disk works
        self._handle: int | None = None
        self._process = 0  # that opened it
        self._unwritten: dict[LossReason, int] = {}
        self._since: dict[LossReason, float] = {}  # of the unwritten
        self._unsynced: dict[LossReason, tuple[int, float]] = {}  # written, perhaps not on disk; since when
        self._page = 0  # the number of the page with the unsynced
        self._lost_at = self._kept_at = float("-inf")
        self._is_told = True  # whether the file says what `losing` says here
        self.evicting: str | None = None  # the policy by which Redis may delete waiting hits
        self._warning = ThrottledLogger(log, period=LOG_EVERY)
        self._relief = ThrottledLogger(log, period=LOG_EVERY)
        self._open()
        self._losing = self._state().losing

    @property
    def losing(self) -> LossReason | None:
        """Why hits are being lost at this moment, as far as this process knows; None if they are kept."""
        return self._losing

    @property
    def unwritten(self) -> int:
        """How many losses are known only to the memory of this process."""
        with self._lock:
            return sum(self._unwritten.values()) + sum(number for number, _ in self._unsynced.values())

    def all(self) -> list[Loss]:
        """Return the losses, oldest first; those that could not be written come last, and have no id."""
        now = clock.unix()
        with self._lock:
            unwritten = [
                Loss("", reason, self._since.get(reason, now), now, number)
                for reason, number in self._unwritten.items()
            ]
            return [*self._state().losses, *unwritten]

    def total(self) -> int:
        """Return how many hits were lost."""
        return sum(each.number for each in self.all())

    def count(self, number: int, reason: LossReason, *, lasting: bool = True) -> None:
        """Count `number` more lost hits: on return that is on disk, if anything can be written there.

        `lasting`: further hits will be lost, too, until `kept` is called.
        """
        if not number:
            return
        with self._lock:
            self._unwritten[reason] = self._unwritten.get(reason, 0) + number
            self._since.setdefault(reason, clock.unix())
            if lasting:
                self._lose(reason)
        self._write()
        more = ", and cannot be counted on disk" if self.unwritten else ""
        self._warning.warn("%s hits were answered and lost (%s)%s", number, reason, more)

    def expect(self, reason: LossReason) -> None:
        """Note that the next hits will be lost, unless it turns out otherwise."""
        with self._lock:
            self._lose(reason)
        self._write()

    def kept(self) -> None:
        """Note that hits are being kept again; if that has just changed before, only after some quiet."""
        now = time.monotonic()
        if self._losing is None or now < min(self._lost_at + QUIET, self._kept_at + FLAPPING):
            return
        with self._lock:
            reason, self._losing, self._is_told = self._losing, None, False
            self._kept_at = now
        self._write()
        self._relief.warn("hits are kept again; until now they were lost (%s)", reason)

    def begin(self, number: int, reason: LossReason) -> None:
        """Take over `number` losses that were counted elsewhere, unless that was done already."""
        if number and not any(each.reason is reason for each in self.all()):
            self.count(number, reason, lasting=False)

    def save(self) -> None:
        """Try again to write what could not be written."""
        if self._unwritten or self._unsynced or not self._is_told:
            self._write()

    def publish(self, known: dict[str, int]) -> None:
        """Note how many hits of each loss the database knows of."""

        def note(state: LossState) -> None:
            for each in state.losses:
                each.published = max(each.published, known.get(each.id, 0))

        self._write(note)

    def close(self) -> None:
        """Close the file."""
        with self._writing, self._lock:
            if self._handle is not None:
                os.close(self._handle)
                self._handle = None

    def _lose(self, reason: LossReason) -> None:
        if self._losing is not reason:
            self._losing, self._is_told = reason, False
        self._lost_at = time.monotonic()

    def _write(self, change: Callable[[LossState], None] | None = None) -> None:
        """Write what the memory holds, if that works. Blocks while the disk does."""
        with self._writing:
            self._open()
            if self._handle is None:
                return
            with suppress(OSError), alone(self._handle, _LOCK_SECONDS):
                with self._lock:
                    is_written = self._put(self._handle, change)
                if is_written:
                    os.fdatasync(self._handle)  # before the next page is written, which is over an older one
                    with self._lock:
                        self._unsynced.clear()

    def _put(self, handle: int, change: Callable[[LossState], None] | None) -> bool:
        number, state = self._newest(handle)
        for reason, lost in self._unwritten.items():
            _add(state, reason, lost, self._since[reason])
        if number < self._page:  # the disk has failed, and forgotten that page
            for reason, (lost, since) in self._unsynced.items():
                _add(state, reason, lost, since)
        if not self._is_told:
            state.losing = self._losing
        if change:
            change(state)
        _shorten(state)
        if os.pwrite(handle, _page(number + 1, state), (number + 1) % 2 * PAGE) < PAGE:
            return False
        for reason, lost in self._unwritten.items():
            before, since = self._unsynced.get(reason, (0, self._since[reason]))
            self._unsynced[reason] = (before + lost, since)
        self._unwritten.clear()
        self._since.clear()
        self._page, self._is_told = number + 1, True
        return True

    def _open(self) -> None:
        """Open the file, and give it its room; a forked process opens its own, with locks of its own."""
        if self._handle is not None and self._process == os.getpid():
            return
        with suppress(OSError):
            handle = open_for_owner(self.path)
            try:
                if os.fstat(handle).st_size < 2 * PAGE:
                    os.pwrite(handle, bytes(2 * PAGE), 0)  # not a hole: the room is taken now
                    os.fsync(handle)
            except OSError:
                os.close(handle)
                raise
            before, self._handle, self._process = self._handle, handle, os.getpid()
            if before is not None:
                os.close(before)

    def _state(self) -> LossState:
        if self._handle is not None:
            return self._newest(self._handle)[1]
        return look(self.path)

    @staticmethod
    def _newest(handle: int) -> tuple[int, LossState]:
        pages = (_read(os.pread(handle, PAGE, at)) for at in (0, PAGE))
        return max((page for page in pages if page), key=lambda page: page[0], default=(0, LossState([])))


def beside(spool: Path) -> Path:
    """Return where the losses of the spool at this path are counted."""
    return spool.with_name(f"{spool.name}.losses")


def look(path: Path) -> LossState:
    """Return what the file at `path` says, without changing or making it; nothing if it cannot be read."""
    try:
        content = path.read_bytes()
    except OSError:
        return LossState([])
    pages = (_read(content[at : at + PAGE]) for at in (0, PAGE))
    return max((page for page in pages if page), key=lambda page: page[0], default=(0, LossState([])))[1]


def _add(state: LossState, reason: LossReason, number: int, since: float) -> None:
    now = clock.unix()
    same = [each for each in state.losses if each.reason is reason]
    if same and (since - same[-1].last <= TOGETHER or len(state.losses) >= MOST):
        same[-1].number += number
        same[-1].last = max(same[-1].last, now)
    else:
        state.losses.append(Loss(secrets.token_hex(8), reason, since, now, number))


def _shorten(state: LossState) -> None:
    """Leave out the oldest losses that the database knows of completely, if there are too many."""
    for each in tuple(state.losses):
        if len(state.losses) < MOST:
            return
        if each.published >= each.number and each.reason is not LossReason.EARLIER:
            state.losses.remove(each)


def _page(number: int, state: LossState) -> bytes:
    content = _encode(state)
    head = _HEAD.pack(number, len(content), zlib.crc32(b"%d " % number + content))
    return (head + content).ljust(PAGE, b"\0")


def _read(page: bytes) -> tuple[int, LossState] | None:
    if len(page) < PAGE:
        return None
    number, length, checksum = _HEAD.unpack_from(page)
    content = page[_HEAD.size : _HEAD.size + length]
    if not number or zlib.crc32(b"%d " % number + content) != checksum:
        return None
    with suppress(msgspec.MsgspecError):
        return number, _decode(content)
    return None
