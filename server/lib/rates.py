"""Counts how often each key came in the current minute, in a fixed amount of memory."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable

MINUTE = 60.0
SLOTS = 1 << 17  # a power of two; two rows of 4 bytes each: 1 MB
_MASK = SLOTS - 1
_EMPTY = bytes(4 * SLOTS)
_SHIFT = 32  # the other half of a hash of 64 bits


class Rate:
    """Allows at most `limit` per key and minute; 0 means no limit. Minutes follow the caller's clock.

    It is a count-min sketch with two rows: a key that shares both of its slots may be counted too high, but
    never too low. The error is one or two, below 100,000 other keys in a minute. Use keys whose hash nobody
    can predict: texts and bytes, not numbers.
    """

    __slots__ = ("_first", "_minute", "_second", "limit", "often", "share")

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.often = limit // 10  # from this count on, `share` gets (key, minute, count so far)
        self.share: Callable[[Hashable, int, int], None] | None = None
        self._minute = -1
        self._first, self._second = _row(), _row()

    def allows(self, key: Hashable, now: float) -> bool:
        """Count one more and return whether it is within the limit. `now` is in seconds."""
        if not self.limit:
            return True
        minute = int(now // MINUTE)
        if minute != self._minute:
            self._minute, self._first, self._second = minute, _row(), _row()
        number = hash(key)
        first, second = number & _MASK, number >> _SHIFT & _MASK
        in_first, in_second = self._first[first], self._second[second]
        counted = min(in_first, in_second)
        if counted >= self.limit:
            return False
        if counted >= self.often and self.share:
            self.share(key, minute, counted + 1)
        if in_first == counted:  # only the lower one grows, which keeps others' counts exact
            self._first[first] = counted + 1
        if in_second == counted:
            self._second[second] = counted + 1
        return True

    def raise_to(self, key: Hashable, minute: int, counted: int) -> None:
        """Raise the count to `counted`, the number of times that the key came on all nodes in this minute."""
        if minute != self._minute:
            return
        first, second = _slots(key)
        self._first[first] = max(self._first[first], counted)
        self._second[second] = max(self._second[second], counted)


def _slots(key: Hashable) -> tuple[int, int]:
    number = hash(key)
    return number & _MASK, number >> _SHIFT & _MASK


def _row() -> array[int]:
    row = array("I")
    row.frombytes(_EMPTY)
    return row
