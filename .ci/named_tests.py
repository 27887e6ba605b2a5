"""Says whether a test exists that a table in docs/ names, as pytest does or by its file and its title."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

TEST = re.compile(r"`(?P<file>tests/[\w./-]+)(?:::(?P<python>[\w:]+)|: (?P<title>[^`]+))`")
TITLE = re.compile(r"^\s*(?:it|test)\(\s*([\"'`])(?P<title>(?:\\.|(?!\1).)*)\1", re.MULTILINE)


def wrong_with(named: str) -> str | None:
    """Say what is wrong with the name of a test; return None if the test exists."""
    test = TEST.fullmatch(named)
    if not test:
        return f"{named} does not name a test"
    file, python, title = Path(test["file"]), test["python"], test["title"]
    if not file.is_file():
        return f"{file} does not exist"
    if python:
        return None if python in _python_tests(file) else f"{file} has no test {python}"
    return None if title in _titles(file) else f"{file} has no test with the title “{title}”"


@cache
def _python_tests(file: Path) -> frozenset[str]:
    module = ast.parse(file.read_text(encoding="utf-8"), str(file))
    return frozenset(_tests_in(module.body)) if file.name.startswith("test_") else frozenset()


def _tests_in(body: list[ast.stmt], inside: str = "") -> Iterator[str]:
    for node in body:
        if isinstance(node, ast.ClassDef) and node.name.startswith("Test"):
            yield from _tests_in(node.body, f"{inside}{node.name}::")
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
            yield inside + node.name


@cache
def _titles(file: Path) -> frozenset[str]:
    if not file.name.endswith(".test.ts"):
        return frozenset()
    return frozenset(found["title"] for found in TITLE.finditer(file.read_text(encoding="utf-8")))
