"""Checks that docs/security.md has one row for each ASVS requirement, and that the tests named there exist.

The ids and levels of OWASP ASVS 5.0.0 are in asvs-5.0.0.txt, as far as level 2. The check also covers the
tests that the page names outside of that table. Prints what is wrong and exits with 1, or prints one line
with the counts.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from named_tests import wrong_with

PAGE = Path("docs/security.md")
IDS = Path(__file__).with_name("asvs-5.0.0.txt")
HEAD = ["id", "level", "asks for", "state", "how, or why not", "shown by"]
STATES = ("met", "part", "not met", "n/a")
NAMED = re.compile(r"`tests/[^`]+\.(?:py|ts)[^`]*`")


@dataclass(frozen=True)
class Row:
    """One row of the table; `place` says in messages which row is meant."""

    place: str
    number: str
    level: str
    what: str
    state: str
    how: str
    tests: tuple[str, ...]


def main() -> int:
    """Check the page in the current folder. Returns the exit status."""
    if not PAGE.is_file():
        print(f"{PAGE}: no such file")
        return 1
    text = PAGE.read_text(encoding="utf-8")
    rows, complaints = _read(text)
    complaints += [*_ids(rows), *(line for row in rows for line in _complaints(row)), *_tests(text)]
    states = Counter(row.state for row in rows)
    counts = ", ".join(f"{states[state]} {state}" for state in STATES)
    print("\n".join(complaints) or f"ASVS 5.0 level 2: {counts}")
    return 1 if complaints else 0


def _read(text: str) -> tuple[list[Row], list[str]]:
    """Return the rows of all tables with our head, and what is wrong with their columns."""
    rows, complaints, ours = [], [], False
    for number, line in enumerate(text.splitlines(), 1):
        cells = [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]
        if not line.startswith("|") or cells == HEAD:
            ours = cells == HEAD
        elif ours and len(cells) != len(HEAD):
            complaints.append(f"{PAGE}:{number}: {len(cells)} columns, not {len(HEAD)}")
        elif ours and not set(line) <= set("|- "):
            id_, level, what, state, how, tests = cells
            named = tuple(tests.split("<br>")) if tests else ()
            rows.append(Row(f"{PAGE}:{number}: {id_}", id_, level, what, state, how, named))
    return rows, complaints


def _ids(rows: list[Row]) -> Iterator[str]:
    found = [(row.number, row.level) for row in rows]
    wanted = [(id_, level) for id_, level in map(str.split, IDS.read_text().splitlines())]
    for id_, level in wanted:
        if found.count((id_, level)) != 1:
            yield f"{PAGE}: {id_} (level {level}) has {found.count((id_, level))} rows, not 1"
    yield from (
        f"{row.place}: the standard has no such id and level" for row in rows if not _known(row, wanted)
    )
    order = [pair for pair in wanted if pair in found]
    if (
        not any(found.count(pair) > 1 for pair in found)
        and [pair for pair in found if pair in wanted] != order
    ):
        yield f"{PAGE}: the rows are not in the standard's order"


def _known(row: Row, wanted: list[tuple[str, str]]) -> bool:
    return (row.number, row.level) in wanted


def _complaints(row: Row) -> Iterator[str]:
    if row.state not in STATES:
        yield f"{row.place}: {row.state or 'no state'} is none of {', '.join(STATES)}"
    if not row.what:
        yield f"{row.place}: does not say what is asked for"
    if not row.how and not row.tests:
        yield f"{row.place}: has neither a test nor a reason"
    if row.state != "met" and not row.how:
        yield f"{row.place}: {row.state}, but does not say why"
    if row.state in {"not met", "n/a"} and row.tests:
        yield f"{row.place}: {row.state}, but names a test"
    yield from (
        f"{row.place}: {named} does not name a test" for named in row.tests if not NAMED.fullmatch(named)
    )


def _tests(text: str) -> Iterator[str]:
    for number, line in enumerate(text.splitlines(), 1):
        yield from (
            f"{PAGE}:{number}: {wrong}" for named in NAMED.findall(line) if (wrong := wrong_with(named))
        )


if __name__ == "__main__":
    sys.exit(main())
