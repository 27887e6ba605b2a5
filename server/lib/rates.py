"""Counts how often each key occurs in the current minute, in a fixed amount of memory."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable

MINUTE = 60.0
SLOTS = 1 << 17  # in each of the two rows; a power of two. With 4 bytes per slot a Rate takes 1 MB
_MASK = SLOTS - 1
_EMPTY = bytes(4 * SLOTS)
_SHIFT = 32  # bits: the second row uses the upper half of a 64-bit hash


class Rate:
    """Allows at most `limit` uses of a key per minute of the caller's clock; a limit of 0 means no limit.

    It is a count-min sketch with two rows: the count of a key that shares both of its slots with other keys
    may be too high, but never too low. With fewer than 100,000 keys in a minute, it is one or two too high.
    Use keys whose hash nobody can predict: texts and bytes, not numbers.
    """

    __slots__ = ("_first", "_minute", "_second", "limit", "often", "share")

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.often = limit // 10  # from this count on, `share` gets (key, minute, count so far)
        self.share: Callable[[Hashable, int, int], None] | None = None
        self._minute = -1
        self._first, self._second = _row(), _row()

    def allows(self, key: Hashable, now: float) -> bool:
        """Count one more use of `key`. Returns whether it is within the limit. `now` is in seconds."""
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
        if in_first == counted:  # only the lower slot grows, which keeps the counts of other keys more exact
            self._first[first] = counted + 1
        if in_second == counted:
            self._second[second] = counted + 1
        return True

    def raise_to(self, key: Hashable, minute: int, counted: int) -> None:
        """Raise the count of `key` in `minute` to `counted`, which is the total of all nodes."""
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
