"""Lays out the doctor's report for a terminal, for a pipe, or as JSON. Pure."""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Sequence

from server.doctor.diagnosis import Diagnosis

_COLOURS = ("red", "yellow", "green")


def rows(found: Diagnosis, width: int | None) -> list[str]:
    """Return the rows of one line of the report, without its mark.

    In a terminal of `width` columns, what is green is cut to one row, and the rest is wrapped. None: one row.
    """
    line = f"{found.colour:<6} {found.name:<16} {found.text}"
    if width is None:
        return [line]
    room = max(width - 2, 40)  # beside the mark
    if found.colour == "green":
        return [line if len(line) <= room else f"{line[: room - 1].rstrip()}…"]
    return textwrap.wrap(line, room, subsequent_indent=" " * 7, drop_whitespace=True, break_on_hyphens=False)


def summary(found: Sequence[Diagnosis]) -> str:
    """Return the last row: how many lines of each colour there are."""
    count = Counter(each.colour for each in found)
    return ", ".join(f"{count[colour]} {colour}" for colour in _COLOURS if count[colour])


def as_json(found: Sequence[Diagnosis]) -> str:
    """Return the report as a list of objects with colour, name and text."""
    return json.dumps([{"colour": each.colour, "name": each.name, "text": each.text} for each in found])
