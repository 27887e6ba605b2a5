"""Collects the results of the fault tests and the attacks, a row each, shown at the end of a run."""

from __future__ import annotations

import os
import re
from typing import Any

FULL = os.environ.get("FAULTS") == "full"  # a long run with full counts; otherwise small counts
ROWS: list[tuple[str, str, str]] = []
TRIES: dict[str, tuple[int, int]] = {}  # of attacks that several tests carry out


def amount(few: int, full: int) -> int:
    """Return how many times to try something in this run."""
    return full if FULL else few


def busy() -> float:
    """Return the factor by which time limits grow because the machine is busy; 1 on a quiet machine."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


def record(what: str, count: str, result: str) -> None:
    """Add a row: what was done, how often, and the result."""
    ROWS.append((what, count, result))


def tried(what: str, times: int, succeeded: int = 0) -> None:
    """Add to the row of an attack that several tests carry out: how often, and how often it succeeded."""
    before = TRIES.get(what, (0, 0))
    TRIES[what] = (before[0] + times, before[1] + succeeded)


def collected() -> list[Any]:
    """Return all rows in a form that another process can read."""
    return [ROWS, [[what, *tries] for what, tries in TRIES.items()]]


def collect(found: list[Any] | None) -> None:
    """Add the rows that another process has collected."""
    rows, tries = found or ((), ())
    ROWS.extend((what, count, result) for what, count, result in rows)
    for what, times, succeeded in tries:
        tried(what, times, succeeded)


def lines() -> list[str]:
    """Return the lines of the table, in the order of their names."""
    tries = [(what, f"{times} tries", f"{through} succeeded") for what, (times, through) in TRIES.items()]
    rows = sorted([*ROWS, *tries], key=lambda row: _parts(row[0]))
    widths = [max(len(each[place]) for each in rows) for place in range(2)] if rows else []
    return [f"{what:<{widths[0]}}  {count:<{widths[1]}}  {result}" for what, count, result in rows]


def _parts(what: str) -> list[tuple[int, str]]:
    """What a name is sorted by: its numbers count as numbers, so that S11 follows S9."""
    return [(int(part) if part.isdigit() else -1, part) for part in re.split(r"(\d+)", what)]
