"""Logs an error that repeats once in full, and then in one line a minute with its number.

Whatever keeps failing would otherwise fill the disk: loops try again each second, and each try explains
itself by a traceback, except for errors that a sentence explains. While the database is away, everything that
needs it fails for the same reason, so all of that counts as one error.
"""

from __future__ import annotations

import logging
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass

EVERY = 60.0  # seconds
MOST_KEPT = 200  # errors

log = logging.getLogger(__name__)

IsOutage = Callable[[BaseException], bool]
Explain = Callable[[BaseException], str | None]


class SaysAll(Exception):
    """An error that needs no traceback: its text says all there is to know."""


def unexplained(_: BaseException) -> None:
    """Explain no error, so that each gets its traceback."""


@dataclass(slots=True)
class _Repeated:
    began: float
    say_at: float
    held_back: int = 0


class Repeats(logging.Filter):
    """Lets through what is worth a line.

    `is_outage`: whether an error means that the database is away. `explain` returns a
    sentence that makes an error's traceback needless, or None.
    """

    def __init__(self, is_outage: IsOutage, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self.explain: Explain = unexplained
        self._is_outage = is_outage
        self._clock = clock
        self._known: OrderedDict[Hashable, _Repeated] = OrderedDict()
        self._outage: _Repeated | None = None
        self._whole_at = float("-inf")  # when an outage was last logged in full

    @property
    def in_outage(self) -> bool:
        """Whether the database was away when it was last used."""
        return self._outage is not None

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether to log a record, which may have been shortened to a line."""
        error = record.exc_info[1] if record.exc_info else None
        if error is None:
            return True
        if self._is_outage(error):
            return self._away(record, error)
        return self._again(record, error)

    def outage_ended(self) -> None:
        """Log that the database is back, and forget the outage."""
        outage, self._outage = self._outage, None
        if outage:
            log.warning(
                "the database answers again, after %.0f s; %d more errors were not logged",
                self._clock() - outage.began,
                outage.held_back,
            )

    def _away(self, record: logging.LogRecord, error: BaseException) -> bool:
        now = self._clock()
        if self._outage is None:
            self._outage = _Repeated(now, now + EVERY)
            if now - self._whole_at >= EVERY:
                self._whole_at = now
                self._explain(record, error)
            else:  # it comes and goes
                _shorten(record, f"{record.getMessage()} ({_named(error)})")
            return True
        if not _is_due(self._outage, now):
            return False
        away = now - self._outage.began
        _shorten(record, f"the database has been away for {away:.0f} s ({_named(error)})", self._outage)
        return True

    def _again(self, record: logging.LogRecord, error: BaseException) -> bool:
        now, key = self._clock(), (record.name, record.getMessage(), type(error))
        known = self._known.get(key)
        if known is None or now - known.say_at >= EVERY:
            self._known[key] = _Repeated(now, now + EVERY)
            self._known.move_to_end(key)
            while len(self._known) > MOST_KEPT:
                self._known.popitem(last=False)
            self._explain(record, error)
            return True
        if not _is_due(known, now):
            return False
        _shorten(record, f"{record.getMessage()} ({_named(error)})", known)
        return True

    def _explain(self, record: logging.LogRecord, error: BaseException) -> None:
        sentence = str(error) if isinstance(error, SaysAll) else self.explain(error)
        if sentence:
            _shorten(record, f"{record.getMessage()}: {sentence}")


def _is_due(repeated: _Repeated, now: float) -> bool:
    if now < repeated.say_at:
        repeated.held_back += 1
        return False
    repeated.say_at = now + EVERY
    return True


def _shorten(record: logging.LogRecord, text: str, repeated: _Repeated | None = None) -> None:
    if repeated:
        text += f"; {repeated.held_back} more since the last line"
        repeated.held_back = 0
    record.msg, record.args = text, None  # without values, a percent sign means itself
    record.exc_info = record.exc_text = None


def _named(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"[:200]
