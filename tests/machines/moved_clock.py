"""Moves the clock of a running server, without moving the clock of this machine."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests import parts

DAY = timedelta(days=1)


class MovedClock:
    """The clock of a server whose environment has `env`; it can be moved while the server runs."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "clock"
        self.move(timedelta())
        self.env = {
            "LD_PRELOAD": str(parts.faketime()),
            "FAKETIME_TIMESTAMP_FILE": str(self._file),
            "FAKETIME_CACHE_DURATION": "1",  # seconds after which it looks into the file again
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "DONT_FAKE_MONOTONIC": "1",
            "NO_FAKE_STAT": "1",
        }

    @property
    def now(self) -> datetime:
        """What time the server believes it is."""
        return datetime.now(UTC) + self.ahead

    def move(self, ahead: timedelta) -> None:
        """Let the clock be ahead of this machine's by this much from now on; negative: behind."""
        self.ahead = ahead
        written = self._file.with_suffix(".new")
        written.write_text(f"{ahead.total_seconds():+.0f}\n")
        written.replace(self._file)
