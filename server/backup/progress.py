"""Tells a person how far long work is, every few seconds, and looks whether it must stop."""

from __future__ import annotations

import time
from collections.abc import Callable

_TELL_SECONDS = 5.0
_LOOK_SECONDS = 0.5
_MEGABYTE = 1 << 20


class Progress:
    """Counts bytes. `tell` hears a line at the beginning of each part of the work and while it lasts.

    `look` is called often, and raises what must end the work.
    """

    def __init__(self, tell: Callable[[str], None], look: Callable[[], None]) -> None:
        self._tell, self._look = tell, look
        self._what, self._done, self._of = "", 0, 0
        self._tell_at = self._look_at = 0.0

    def begin(self, what: str, of: int = 0) -> None:
        """Say what is done from now on; `of`: how many bytes it has, if that is known."""
        self._what, self._done, self._of = what, 0, of
        self._tell_at = time.monotonic() + _TELL_SECONDS
        self._tell(f"{what} …")

    def step(self, size: int) -> None:
        """Count this many bytes as done. Raises what `look` raises."""
        self._done += size
        now = time.monotonic()
        if now >= self._look_at:
            self._look_at = now + _LOOK_SECONDS
            self._look()
        if now >= self._tell_at:
            self._tell_at = now + _TELL_SECONDS
            whole = f" of {self._of // _MEGABYTE}" if self._of else ""
            self._tell(f"{self._what} … {self._done // _MEGABYTE}{whole} MB")
