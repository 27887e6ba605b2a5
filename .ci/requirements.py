"""Checks that docs/requirements.md has one row per requirement, and that every test it names exists.

Prints what is wrong and exits with 1, or prints one line with the counts.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from named_tests import wrong_with

TABLE = Path("docs/requirements.md")
NUMBERS = 318
HEAD = ["no.", "requirement", "state", "slice", "shown by", "what is missing, or why"]
STATES = ("done", "part", "open", "left out")
NOUN = re.compile(r"[a-z]+")


@dataclass(frozen=True)
class Row:
    """One row of the table; `place` says in messages which row is meant."""

    place: str
    number: str
    what: str
    state: str
    noun: str
    tests: tuple[str, ...]
    reason: str


def main() -> int:
    """Check the table in the current folder. Returns the exit status."""
    if not TABLE.is_file():
        print(f"{TABLE}: no such file")
        return 1
    rows, complaints = _read(TABLE.read_text(encoding="utf-8"))
    complaints += [*_numbers(rows), *(line for row in rows for line in _complaints(row))]
    states = Counter(row.state for row in rows)
    counts = ", ".join(f"{states[state]} {state}" for state in STATES)
    print("\n".join(complaints) or f"requirements: {counts}")
    return 1 if complaints else 0


def _read(text: str) -> tuple[list[Row], list[str]]:
    rows, complaints = [], []
    for place, line in enumerate(text.splitlines(), 1):
        if not line.startswith("|"):
            continue
        cells = [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]
        if len(cells) != len(HEAD):
            complaints.append(f"{TABLE}:{place}: {len(cells)} columns, not {len(HEAD)}")
        elif cells != HEAD and not set(line) <= set("|- "):
            number, what, state, noun, tests, reason = cells
            named = tuple(tests.split("<br>")) if tests else ()
            rows.append(Row(f"{TABLE}:{place}: {number}", number, what, state, noun, named, reason))
    return rows, complaints


def _numbers(rows: list[Row]) -> Iterator[str]:
    found = [row.number for row in rows]
    wanted = [str(number) for number in range(1, NUMBERS + 1)]
    for number in wanted:
        if found.count(number) != 1:
            yield f"{TABLE}: requirement {number} has {found.count(number)} rows, not 1"
    for row in rows:
        if row.number not in wanted:
            yield f"{row.place}: the numbers are 1 to {NUMBERS}"
    if found != sorted(found, key=lambda number: (len(number), number)):
        yield f"{TABLE}: the rows are not in the order of their numbers"


def _complaints(row: Row) -> Iterator[str]:
    shown = row.state in {"done", "part"}
    if row.state not in STATES:
        yield f"{row.place}: {row.state or 'no state'} is none of {', '.join(STATES)}"
    if not row.what:
        yield f"{row.place}: does not say what"
    if not NOUN.fullmatch(row.noun):
        yield f"{row.place}: {row.noun or 'no slice'} is not the noun of one folder"
    elif shown and not any(Path(above, row.noun).is_dir() for above in ("server", ".")):
        yield f"{row.place}: there is no folder {row.noun}"
    if shown and not row.tests:
        yield f"{row.place}: {row.state}, but no test shows it"
    if not shown and row.tests:
        yield f"{row.place}: {row.state}, but names a test"
    if row.state != "done" and not row.reason:
        yield f"{row.place}: {row.state}, but does not say why"
    yield from (f"{row.place}: {wrong}" for named in row.tests if (wrong := wrong_with(named)))


if __name__ == "__main__":
    sys.exit(main())
