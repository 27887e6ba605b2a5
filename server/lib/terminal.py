"""Lets texts be printed on terminals that cannot show all characters, instead of ending in an error."""

from __future__ import annotations

import codecs
import sys
from typing import TextIO

_NAME = "sightline-plain"
_PLAIN = {
    "●": "*",
    "’": "'",
    "‘": "'",
    "“": '"',
    "”": '"',
    "…": "...",
    "–": "-",
    "—": "-",
    "→": "->",
    "·": "-",
}


def make_printable() -> None:
    """Let standard output replace what its encoding does not have: see `plain`."""
    codecs.register_error(_NAME, _replaced)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure") and stream.errors in {"strict", "surrogateescape"}:
            stream.reconfigure(errors=_NAME)


def shows_all(stream: TextIO) -> bool:
    """Return whether a stream can show every character."""
    return (stream.encoding or "").lower().replace("-", "").startswith("utf")


def _replaced(error: UnicodeError) -> tuple[str, int]:
    """Return what to print in place of the characters that the encoding does not have."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    return "".join(
        _PLAIN.get(each) or each.encode("ascii", "backslashreplace").decode() for each in missing
    ), error.end
