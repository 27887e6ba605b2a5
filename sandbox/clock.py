"""Provides the sandbox's time, which a test can move on or set ahead and behind."""

import time
from typing import Any

NAMES = ("ahead_s", "at", "moves_s")


class Clock:
    """The one clock by which tokens, limits and faults end, mails are dated, and ID tokens are issued."""

    def __init__(self) -> None:
        self.ahead_s = 0.0

    def unix(self) -> float:
        """Return the sandbox's time in Unix seconds."""
        return time.time() + self.ahead_s

    def change(self, values: Any) -> None:
        """Set the clock from JSON: `ahead_s` (of the machine's), `at` (Unix seconds) or `moves_s` (forward).

        Raises ValueError with a sentence that says what is wrong.
        """
        if not isinstance(values, dict) or len(values) != 1 or not values.keys() <= set(NAMES):
            raise ValueError(f"needs one of {', '.join(NAMES)}")
        [(name, seconds)] = values.items()
        if isinstance(seconds, bool) or not isinstance(seconds, (int, float)):
            raise ValueError(f"{name} must be a number of seconds")
        if name == "moves_s" and seconds < 0:
            raise ValueError("moves_s must not be negative; ahead_s may be")
        base = {"ahead_s": 0.0, "at": -time.time(), "moves_s": self.ahead_s}[name]
        self.ahead_s = base + seconds

    def reset(self) -> None:
        """Show the machine's time again."""
        self.ahead_s = 0.0


CLOCK = Clock()


def now_ms() -> int:
    """Return the sandbox's time in Unix milliseconds."""
    return int(CLOCK.unix() * 1000)
