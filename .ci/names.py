"""Checks that no class name occurs twice in server/, and that no name is one the glossary has replaced.

It checks the names of classes, of tables and columns, and of the paths and fields of the extension's API.
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
SHAPES = Path("extension/lib/protocol/shapes")
API = "extension/api"
INNER = "Meta"  # Tortoise's own
_CODE = re.compile(r"`([^`]+)`")
_FIELD = re.compile(r"^\s*readonly (\w+)\??:")
_PATH = re.compile(r"/([a-z-]+)")

Places = dict[str, list[str]]  # name -> where it is defined, as `file:line`


def main() -> int:
    """Check every module of the server, and the shapes of the extension. Returns the exit status."""
    former = former_names(GLOSSARY.read_text(encoding="utf-8"))
    classes = defined()
    others = (stored_and_sent(), shaped())
    complaints = [
        *twice(classes),
        *(each for places in (classes, *others) for each in replaced(places, former)),
    ]
    print("\n".join(complaints))
    return 1 if complaints else 0


def defined(root: Path = SERVER) -> Places:
    """Return the public class names."""
    places: Places = defaultdict(list)
    for path, node in _nodes(root):
        if isinstance(node, ast.ClassDef) and node.name != INNER and not node.name.startswith("_"):
            places[node.name].append(f"{path}:{node.lineno}")
    return places


def stored_and_sent(root: Path = SERVER) -> Places:
    """Return the names of tables and columns, and the paths, fields and keys in the extension's API."""
    places: Places = defaultdict(list)
    for path, node in _nodes(root):
        if path.name == "models.py" or API in path.as_posix():
            for name in _names_in(node):
                places[name].append(f"{path}:{getattr(node, 'lineno', 1)}")
    return places


def shaped(root: Path = SHAPES) -> Places:
    """Return the names of the fields that the extension's parts and the server send each other."""
    places: Places = defaultdict(list)
    for path in sorted(root.glob("*.ts")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if found := _FIELD.match(line):
                places[found[1]].append(f"{path}:{number}")
    return places


def twice(places: Places) -> Iterator[str]:
    """Yield classes that share a name."""
    for name, where in places.items():
        if len(where) > 1:
            yield f"{', '.join(where)}: {name} names more than one thing; see docs/glossary.md"


def former_names(glossary: str) -> dict[str, str]:
    """Return former name -> the word that replaced it, from the glossary's rows."""
    former: dict[str, str] = {}
    for line in glossary.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == 3:
            now = set(_CODE.findall(cells[0]))
            former |= {name: cells[0] for name in _CODE.findall(cells[2]) if name not in now}
    return former


def replaced(places: Places, former: dict[str, str]) -> Iterator[str]:
    """Yield names that the glossary has replaced."""
    for name, where in places.items():
        if name in former:
            yield f"{where[0]}: {name} is now called {former[name]}"


def _nodes(root: Path) -> Iterator[tuple[Path, ast.AST]]:
    for path in sorted(root.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
            yield path, node


def _names_in(node: ast.AST) -> Iterator[str]:
    """Yield the fields of a class, the value of `table`, the keys of a dictionary, the parts of a path."""
    match node:
        case ast.ClassDef(body=body):
            yield from (name for each in body for name in _field(each))
        case ast.Assign(targets=[ast.Name(id="table")], value=ast.Constant(value=str(table))):
            yield table
        case ast.Dict(keys=keys):
            yield from (
                key.value for key in keys if isinstance(key, ast.Constant) and isinstance(key.value, str)
            )
        case ast.Constant(value=str(text)) if text.startswith("/"):
            yield from _PATH.findall(text)


def _field(node: ast.stmt) -> Iterator[str]:
    match node:
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            yield name


if __name__ == "__main__":
    sys.exit(main())
