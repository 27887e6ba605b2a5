"""Throttles warnings to one in a period, with the number of warnings held back."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

PERIOD = 10.0  # seconds, unless told otherwise


class ThrottledLogger:
    """Logs one kind of event. Texts and values passed to `warn` must be short and not secret."""

    def __init__(
        self, log: logging.Logger, clock: Callable[[], float] = time.monotonic, period: float = PERIOD
    ) -> None:
        self._log = log
        self._clock = clock
        self._period = period
        self._silent_until = float("-inf")
        self._held_back = 0

    def warn(self, text: str, *values: object) -> None:
        """Log a warning, or only count it if the last one was logged less than the period ago."""
        now = self._clock()
        if now < self._silent_until:
            self._held_back += 1
            return
        before = f" ({self._held_back} more before)" if self._held_back else ""
        self._log.warning(f"{text}{before}", *values)
        self._silent_until, self._held_back = now + self._period, 0
