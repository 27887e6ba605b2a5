"""Checks that files and Python functions are short, and that no file or folder has a meaningless name.

Prints what breaks the rules; exits with 1 if anything does. (scripts.py checks JavaScript functions.)
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import tree

FILE_LINES = 300
FUNCTION_LINES = 45
MEASURED = {".py", ".ts", ".js", ".mjs", ".css", ".html", ".sh", ""}
GENERATED = ("migrations/models/",)
EMPTY_NAMES = {"base", "common", "core", "helper", "helpers", "manager", "misc", "service", "util", "utils"}


def main() -> int:
    """Check each of our own files. Returns the exit status."""
    complaints = [line for path in tree.own() for line in _complaints(path)]
    print("\n".join(complaints))
    return 1 if complaints else 0


def _complaints(path: Path) -> Iterator[str]:
    for part in path.parts:
        if part.split(".")[0].strip("_") in EMPTY_NAMES:
            yield f"{path}: the name {part} says nothing; say what is in it"
    if path.suffix in MEASURED and not str(path).startswith(GENERATED):
        yield from _too_long(path)


def _too_long(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    lines = len(text.splitlines())
    if lines > FILE_LINES:
        yield f"{path}: {lines} lines, {FILE_LINES} at most"
    if path.suffix == ".py":
        yield from _long_functions(path, ast.parse(text, str(path)))


def _long_functions(path: Path, module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) or node.end_lineno is None:
            continue
        lines = node.end_lineno - node.lineno + 1
        if lines > FUNCTION_LINES:
            yield f"{path}:{node.lineno}: {node.name} has {lines} lines, {FUNCTION_LINES} at most"


if __name__ == "__main__":
    sys.exit(main())
