"""Which tests belong to a part: `make test PART=alerts`.

A part is a folder in tests/ or a slice of the server. With it run the tests of what it touches: of the slices
that import it, and each test elsewhere that imports it, directly or through the helpers in its own folder.
The files directly in tests/ are not followed, since every test stands on them.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
CHECKS = "checks"


def test_folders() -> list[str]:
    """The folders of tests/ that hold tests, in order."""
    found = {
        path.parent.name for glob in ("*/test_*.py", "*/*.test.ts") for path in (ROOT / "tests").glob(glob)
    }
    return sorted(found)


def names() -> list[str]:
    """What PART may name."""
    slices = {path.parent.name for path in (ROOT / "server").glob("*/__init__.py")}
    return sorted({CHECKS, *test_folders(), *slices})


def wanted(asked: str) -> list[str]:
    """The parts that `asked` names, or all. Raises ValueError for a name that is none."""
    parts = asked.replace(",", " ").split()
    if unknown := [part for part in parts if part not in names()]:
        raise ValueError(f"no part is called {' or '.join(unknown)}; there are {', '.join(names())}.")
    return parts or names()


def paths(parts: Iterable[str]) -> list[str]:
    """The folders and files to run for these parts, as paths from the root, each once and in order."""
    found = {path for part in parts for path in tests_of(part)}
    return sorted(path for path in found if not any(path.startswith(f"{folder}/") for folder in found))


def tests_of(part: str) -> list[str]:
    """The same for one part."""
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
    """Those named like it, or like it and something more: `extension`, `extension_api`."""
    return [folder for folder in test_folders() if folder == part or folder.startswith(f"{part}_")]


def _in_python(folders: Iterable[str]) -> list[str]:
    """Those that test the server: no TypeScript imports any of it."""
    return [folder for folder in folders if any((ROOT / "tests" / folder).glob("test_*.py"))]


def _importers(part: str) -> set[str]:
    """The other slices of the server that import this one."""
    files = [path for path in (ROOT / "server").glob("*/**/*.py") if _is_of(_imports(path), part)]
    return {path.relative_to(ROOT / "server").parts[0] for path in files} - {part}


def _touches(test: Path, part: str) -> bool:
    """Whether a test imports the part, or takes its folder, directly or through helpers."""
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
    """The files in the folders of tests/ that these imports name, with the fixtures beside them."""
    for name in imports:
        words = name.split(".")
        if words[0] == "tests" and len(words) > 2:
            yield ROOT / "tests" / words[1] / f"{words[2]}.py"


@cache
def _imports(path: Path) -> frozenset[str]:
    """The dotted names that a file imports, and the folders it reaches by `ROOT / "name"`."""
    return frozenset(name for node in ast.walk(ast.parse(path.read_text())) for name in _named(node))


def _named(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Import(names=imported):
            yield from (each.name for each in imported)
        case ast.ImportFrom(module=str(module), names=imported):
            yield from (f"{module}.{each.name}" for each in imported)
        case ast.BinOp(left=ast.Name(id="ROOT"), op=ast.Div(), right=ast.Constant(value=str(folder))):
            yield folder
