"""Finds the tests that belong to a part, for `make test PART=alerts`.

A part is a folder in tests/ or a slice of the server. The tests of everything that depends on the part run
too: those of slices that import the part, and every other test that imports it, directly or through helpers
in the test's folder. Imports of files directly in tests/ are not followed, because every test uses those
files.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
CHECKS = "checks"


def test_folders() -> list[str]:
    """Return the folders of tests/ that hold tests, in order."""
    found = {
        path.parent.name for glob in ("*/test_*.py", "*/*.test.ts") for path in (ROOT / "tests").glob(glob)
    }
    return sorted(found)


def names() -> list[str]:
    """Return the names that PART may contain."""
    slices = {path.parent.name for path in (ROOT / "server").glob("*/__init__.py")}
    return sorted({CHECKS, *test_folders(), *slices})


def wanted(asked: str) -> list[str]:
    """Return the parts that `asked` names, or all parts. Raises ValueError for an unknown name."""
    parts = asked.replace(",", " ").split()
    if unknown := [part for part in parts if part not in names()]:
        raise ValueError(f"no part is called {' or '.join(unknown)}; there are {', '.join(names())}.")
    return parts or names()


def paths(parts: Iterable[str]) -> list[str]:
    """Return the folders and files to run for these parts: sorted paths from the root, no duplicates."""
    found = {path for part in parts for path in tests_of(part)}
    return sorted(path for path in found if not any(path.startswith(f"{folder}/") for folder in found))


def tests_of(part: str) -> list[str]:
    """Return the folders and files to run for one part."""
    folders = {
        *_folders_of(part),
        *(folder for each in _importers(part) for folder in _in_python(_folders_of(each))),
    }
    elsewhere = [
        str(path.relative_to(ROOT))
        for path in sorted((ROOT / "tests").glob("*/test_*.py"))
        if path.parent.name not in folders and _touches(path, part)
    ]
    return [*(f"tests/{folder}" for folder in sorted(folders)), *elsewhere]


def _folders_of(part: str) -> list[str]:
    """Return the folders whose name is, or begins with, the part's name: `extension`, `extension_api`."""
    return [folder for folder in test_folders() if folder == part or folder.startswith(f"{part}_")]


def _in_python(folders: Iterable[str]) -> list[str]:
    """Return the folders that test the server. Tests in TypeScript do not import it."""
    return [folder for folder in folders if any((ROOT / "tests" / folder).glob("test_*.py"))]


def _importers(part: str) -> set[str]:
    """Return the other slices of the server that import this one."""
    files = [path for path in (ROOT / "server").glob("*/**/*.py") if _is_of(_imports(path), part)]
    return {path.relative_to(ROOT / "server").parts[0] for path in files} - {part}


def _touches(test: Path, part: str) -> bool:
    """Return whether a test imports the part, or uses its folder, directly or through helpers."""
    waiting, seen = [test, test.parent / "conftest.py"], set[Path]()
    while waiting:
        path = waiting.pop()
        if path in seen or not path.exists():
            continue
        seen.add(path)
        imports = _imports(path)
        if _is_of(imports, part):
            return True
        waiting += _helpers(imports)
    return False


def _is_of(imports: Iterable[str], part: str) -> bool:
    prefixes = (f"server.{part}", part)
    return any(name == prefix or name.startswith(f"{prefix}.") for name in imports for prefix in prefixes)


def _helpers(imports: Iterable[str]) -> Iterator[Path]:
    """Yield the files that these imports may name in the folders of tests/ and their subfolders."""
    for name in imports:
        words = name.split(".")
        if words[0] == "tests":
            yield from (ROOT.joinpath(*words[:last], f"{words[last]}.py") for last in range(2, len(words)))


@cache
def _imports(path: Path) -> frozenset[str]:
    """Return the dotted names that a file imports, and the folders it reaches by `ROOT / "name"`."""
    return frozenset(name for node in ast.walk(ast.parse(path.read_text())) for name in _named(node))


def _named(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Import(names=imported):
            yield from (each.name for each in imported)
        case ast.ImportFrom(module=str(module), names=imported):
            yield from (f"{module}.{each.name}" for each in imported)
        case ast.BinOp(left=ast.Name(id="ROOT"), op=ast.Div(), right=ast.Constant(value=str(folder))):
            yield folder
