"""Checks that no committed file names a folder on somebody's machine or the host of a package registry.

Prints each place; exits with 1 if there is one.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import tree

# The names are put together from pieces, so that this file does not contain what it looks for.
HOMES = ("home", "Users", "root", "work", "mnt", "media")
HOSTS = (
    ("pypi", "org"),
    ("pythonhosted", "org"),
    ("npmjs", "(?:org|com)"),
    ("yarnpkg", "com"),
    ("deb.debian", "org"),
    ("security.debian", "org"),
    ("crates", "io"),
)
PLACE = re.compile(
    rf"(?<![\w./:~$}}\])-])/(?:{'|'.join(HOMES)})/[\w.]"
    rf"|[A-Z]:\\Users\\"
    rf"|\b(?:{'|'.join(f'{name}[.]{end}' for name, end in HOSTS)})\b"
)


def main() -> int:
    """Look through every committed text file. Returns the exit status."""
    complaints = [line for path in tree.committed() for line in _complaints(path)]
    print("\n".join(complaints))
    return 1 if complaints else 0


def _complaints(path: Path) -> Iterator[str]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return
    for number, line in enumerate(lines, 1):
        if found := PLACE.search(line):
            yield f"{path}:{number}: {found[0]}"


if __name__ == "__main__":
    sys.exit(main())
