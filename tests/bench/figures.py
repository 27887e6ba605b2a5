"""Prints each figure of a benchmark part immediately, and passes it to the final table."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

SMALL = os.environ.get("BENCH") == "small"
HANDED_TO = "BENCH_FIGURES"  # the file to which parts write lines of JSON


@dataclass(frozen=True, slots=True)
class Figure:
    """One number. With `against`, the goal applies to `ratio`, its ratio to the figure of that name."""

    name: str
    value: float
    unit: str
    ratio: float | None = None
    against: str = ""
    at_least: float | None = None
    at_most: float | None = None

    @property
    def met(self) -> bool | None:
        """Return whether the figure reaches its goal, or None if there is no goal."""
        judged = self.value if self.ratio is None else self.ratio
        if self.at_least is not None:
            return judged >= self.at_least
        return None if self.at_most is None else judged <= self.at_most

    @property
    def goal(self) -> str:
        """Return the goal as shown in the table."""
        if self.at_least is not None:
            return f"≥ {self.at_least:,.4g}"
        return "" if self.at_most is None else f"≤ {self.at_most:,.4g}"

    def line(self) -> str:
        """Return the figure as one line of the table."""
        value = f"{self.value:,.0f}" if self.value >= 1000 else f"{self.value:,.4g}"
        ratio = "" if self.ratio is None else f"{self.ratio:.2f} × {self.against}"
        met = {True: "met", False: "MISSED", None: ""}[self.met]
        return f"{self.name:<52} {value:>9} {self.unit:<9} {ratio:<22} {self.goal:<8} {met}".rstrip()


def tell(*figures: Figure) -> None:
    """Print figures, and pass them on to the final table."""
    for figure in figures:
        print(figure.line(), flush=True)
        if HANDED_TO in os.environ:
            with Path(os.environ[HANDED_TO]).open("a") as handed:
                handed.write(json.dumps(asdict(figure)) + "\n")


def stored_figures(path: Path) -> list[Figure]:
    """Return the figures that were passed on so far."""
    return [Figure(**json.loads(line)) for line in path.read_text().splitlines()] if path.exists() else []


def table(figures: Iterable[Figure]) -> str:
    """Return the table, with one figure on each line."""
    return "\n".join(figure.line() for figure in figures)
