"""Remembers how often the worker has died, and decides how long to wait before it is started again."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

PAUSES = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0)  # seconds
LIVED = 1.0  # seconds of work after which a worker is started again without a longer pause
OFTEN, RECENT = 3, 300.0  # deaths within so many seconds that are a problem to be told


class Restarts:
    """The deaths of the worker in this process of the server."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._deaths: deque[float] = deque(maxlen=OFTEN)
        self._in_a_row = 0

    @property
    def keeps_failing(self) -> bool:
        """Return whether the worker has died often within the last minutes."""
        return len(self._deaths) == OFTEN and self._clock() - self._deaths[0] < RECENT

    def pause_after(self, lived: float) -> float:
        """Note that a worker has died after `lived` seconds of work (0: it never began to work).

        Returns how many seconds to wait before the next one starts.
        """
        self._deaths.append(self._clock())
        self._in_a_row = 0 if lived >= LIVED else self._in_a_row + 1
        return PAUSES[min(max(self._in_a_row - 1, 0), len(PAUSES) - 1)]
