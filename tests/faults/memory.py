"""Measures the memory of a process over time, as Linux counts it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

PAGES = ("Rss", "Pss")  # kilobytes: the resident set, and the proportional set, which divides shared memory


@dataclass(frozen=True, slots=True)
class Sample:
    """Memory in MB, `at` seconds after the first sample. `user`: anonymous memory."""

    at: float
    rss: float
    pss: float
    user: float


@dataclass
class Curve:
    """Takes samples of a process's memory at regular intervals."""

    pid: int
    every: float = 5.0  # seconds
    samples: list[Sample] = field(default_factory=list)

    async def watch(self, tell: Callable[[Sample], None]) -> None:
        """Take samples until cancelled, and pass each to `tell`."""
        began = time.monotonic()
        while True:
            sample = _look(self.pid, time.monotonic() - began)
            self.samples.append(sample)
            tell(sample)
            await asyncio.sleep(self.every)

    def around(self, at: float, width: float) -> float:
        """Return the median RSS in MB over `width` seconds, which end `at` seconds after the start."""
        near = [each.rss for each in self.samples if at - width <= each.at <= at]
        return median(near)

    @property
    def end(self) -> float:
        """Return the time of the last sample, in seconds after the start."""
        return self.samples[-1].at


def _look(pid: int, at: float) -> Sample:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
    sizes = {name.rstrip(":"): int(size) / 1024 for name, size, *_ in map(str.split, lines)}
    return Sample(at, sizes["Rss"], sizes["Pss"], sizes["Anonymous"])
