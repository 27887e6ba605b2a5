"""How often each key came in the present minute, in a fixed amount of memory."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable

MINUTE = 60.0
SLOTS = 1 << 17  # a power of two; two rows of 4 bytes each: 1 MB
_MASK = SLOTS - 1
_EMPTY = bytes(4 * SLOTS)
_SHIFT = 32  # the other half of a hash of 64 bits


class Rate:
    """At most `limit` a key and minute; 0: no limit. Minutes are those of the clock the caller reads.

    A count-min sketch of two rows: a key may be counted too high when both of its slots are shared (under
    100,000 other keys in a minute by one or two), never too low. Give keys whose hash nobody can foretell:
    texts and bytes, not numbers.
    """

    __slots__ = ("_first", "_minute", "_second", "limit", "often", "share")

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.often = limit // 10  # from here on `share` hears of a key: (key, minute, counted by now)
        self.share: Callable[[Hashable, int, int], None] | None = None
        self._minute = -1
        self._first, self._second = _row(), _row()

    def allows(self, key: Hashable, now: float) -> bool:
        """Count one more and say whether it is within the limit. `now` in seconds."""
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
        if in_first == counted:  # only the lower one grows: those who share the other gain
            self._first[first] = counted + 1
        if in_second == counted:
            self._second[second] = counted + 1
        return True

    def raise_to(self, key: Hashable, minute: int, counted: int) -> None:
        """Others have seen it, too: it came `counted` times in this minute altogether."""
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
