"""Checks that no class name occurs twice in server/ and that none is one the glossary has replaced.

docs/glossary.md is a table: the word, what it means, and the names it had before. Prints what breaks the
rule; exits with 1 if anything does.
"""

from __future__ import annotations

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

GLOSSARY = Path("docs/glossary.md")
SERVER = Path("server")
INNER = "Meta"  # Tortoise's own
_CODE = re.compile(r"`([^`]+)`")


def main() -> int:
    """Check every module of the server. Returns the exit status."""
    places = defined()
    complaints = [*twice(places), *replaced(places, former_names(GLOSSARY.read_text(encoding="utf-8")))]
    print("\n".join(complaints))
    return 1 if complaints else 0


def defined(root: Path = SERVER) -> dict[str, list[str]]:
    """Return the public class names and where each is defined, as `file:line`."""
    places: dict[str, list[str]] = defaultdict(list)
    for path in sorted(root.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
            if isinstance(node, ast.ClassDef) and node.name != INNER and not node.name.startswith("_"):
                places[node.name].append(f"{path}:{node.lineno}")
    return places


def twice(places: dict[str, list[str]]) -> Iterator[str]:
    """Yield classes that share a name."""
    for name, where in places.items():
        if len(where) > 1:
            yield f"{', '.join(where)}: {name} is more than one thing; see docs/glossary.md"


def former_names(glossary: str) -> dict[str, str]:
    """Return former class name -> the word that replaced it, from the glossary's rows."""
    former: dict[str, str] = {}
    for line in glossary.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == 3:
            now = set(_CODE.findall(cells[0]))
            former |= {name: cells[0] for name in _CODE.findall(cells[2]) if name not in now}
    return former


def replaced(places: dict[str, list[str]], former: dict[str, str]) -> Iterator[str]:
    """Yield classes under a name that the glossary has replaced."""
    for name, where in places.items():
        if name in former:
            yield f"{where[0]}: {name} is now called {former[name]}"


if __name__ == "__main__":
    sys.exit(main())
