"""Collects the results of the fault tests, one row each, and shows them at the end of a run."""

from __future__ import annotations

import os

FULL = os.environ.get("FAULTS") == "full"  # the full counts of a long run; otherwise small ones
ROWS: list[tuple[str, str, str]] = []


def amount(few: int, full: int) -> int:
    """How many times to repeat in this run."""
    return full if FULL else few


def busy() -> float:
    """The factor by which waits are extended on a shared machine; 1 on a quiet one."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


def record(what: str, count: str, result: str) -> None:
    """Add a line: the fault, how often, and the result."""
    ROWS.append((what, count, result))


def lines() -> list[str]:
    """The table."""
    widths = [max(len(each[place]) for each in ROWS) for place in range(2)] if ROWS else []
    return [f"{what:<{widths[0]}}  {count:<{widths[1]}}  {result}" for what, count, result in ROWS]
