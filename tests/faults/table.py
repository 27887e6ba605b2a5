"""Collects the results of the fault tests and the attacks, a row each, shown at the end of a run."""

from __future__ import annotations

import os

FULL = os.environ.get("FAULTS") == "full"  # a long run with full counts; otherwise small counts
ROWS: list[tuple[str, str, str]] = []


def amount(few: int, full: int) -> int:
    """Return how many times to try something in this run."""
    return full if FULL else few


def busy() -> float:
    """Return the factor by which time limits grow because the machine is busy; 1 on a quiet machine."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


def record(what: str, count: str, result: str) -> None:
    """Add a row: what was done, how often, and the result."""
    ROWS.append((what, count, result))


def lines() -> list[str]:
    """Return the lines of the table."""
    widths = [max(len(each[place]) for each in ROWS) for place in range(2)] if ROWS else []
    return [f"{what:<{widths[0]}}  {count:<{widths[1]}}  {result}" for what, count, result in ROWS]
