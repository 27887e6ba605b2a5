"""Writes the list of modules in docs/map.md, each with the first sentence of its docstring (`make map`).

Usage: .ci/modules.py [--check]. With --check it writes nothing and exits with 1 if the list is out of date.
"""

from __future__ import annotations

import ast
import re
import sys
from itertools import groupby
from pathlib import Path

import tree

MAP = Path("docs/map.md")
BEGIN = "<!-- modules: written by `make map` -->"
# These two folders of tests are sorted by what they do to the product; the others are named like its slices.
FOLDERS = ("server", "extension", "sandbox", "tests/faults", "tests/machines", "tests/nodes")
_COMMENT = re.compile(r"\A\s*(?:/\*\*(?P<block>.*?)\*/|(?P<lines>(?://[^\n]*\n)+))", re.DOTALL)
_LEAD = re.compile(r"^\s*(?:\*|//)? ?", re.MULTILINE)
_SENTENCE = re.compile(r".*?\.(?=\s|$)", re.DOTALL)


def main(arguments: list[str]) -> int:
    """Write the list, or compare it. Returns the exit status."""
    text = MAP.read_text(encoding="utf-8")
    before, found, _ = text.partition(BEGIN)
    if not found:
        print(f"{MAP}: the line {BEGIN} is missing; the modules are listed below it")
        return 1
    modules = [path for path in tree.own() if _is_module(path)]
    silent = [path for path in modules if not summary(path)]
    wanted = f"{before}{BEGIN}\n{listed(modules)}"
    if "--check" not in arguments:
        MAP.write_text(wanted, encoding="utf-8")
    elif text != wanted:
        print(f"{MAP}: the list of modules is out of date; run: make map")
        return 1
    print("\n".join(f"{path}: does not say what it does; give it a docstring" for path in silent))
    return 1 if silent else 0


def listed(modules: list[Path]) -> str:
    """Return a table for each folder, below the first sentence of its package."""
    tables = []
    for folder, inside in groupby(
        sorted(modules, key=lambda path: (path.parent, path.name)), lambda path: path.parent
    ):
        paths = list(inside)
        about = next((summary(path) for path in paths if path.name == "__init__.py"), "")
        rows = [f"| `{path.name}` | {summary(path)} |" for path in paths if path.name != "__init__.py"]
        table = "\n".join(["| module | what it does |", "| --- | --- |", *rows])
        parts = [f"### `{folder}/`", about, table if rows else ""]
        tables.append("\n\n".join(part for part in parts if part))
    return "\n" + "\n\n".join(tables) + "\n"


def summary(path: Path) -> str:
    """Return the first sentence of a module's docstring, on one line."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        said = ast.get_docstring(ast.parse(text, str(path))) or ""
    else:
        found = _COMMENT.match(text)
        said = _LEAD.sub("", found["block"] or found["lines"] or "") if found else ""
    paragraph = " ".join(said.strip().split("\n\n")[0].split()).replace("|", "\\|")
    sentence = _SENTENCE.match(paragraph)
    return sentence[0] if sentence and len(sentence[0]) > 20 else paragraph


def _is_module(path: Path) -> bool:
    ours = any(path.is_relative_to(folder) for folder in FOLDERS)
    return ours and path.suffix in {".py", ".ts"} and not path.name.endswith(".d.ts")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
