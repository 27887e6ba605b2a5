"""Selects the tests to run for a mutant, and their order."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any

from tests.mutants.mutations import Mutant

SECONDS = 40.0  # for the tests of one mutant, by their measured times; tests beyond that are not run

SLOW = 1.5  # seconds


@dataclass
class Selection:
    """Selects tests. `tests`: what reach.py found; `root`: the checkout, in which names are looked up."""

    tests: Mapping[str, Mapping[str, Any]]
    root: Path
    _by_line: dict[tuple[str, int], set[str]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        for test, measured in self.tests.items():
            if not measured["failed"]:
                for path, lines in measured["reached"].items():
                    for line in lines:
                        self._by_line[path, line].add(test)

    def of(self, mutant: Mutant) -> tuple[Mutant, list[str]]:
        """Return the mutant, and the tests that may notice it. The tests of its own slice come first.

        Quick tests (from each file in turn) alternate with those that execute most of the module. Slow tests
        come later, and tests that need a database server or the like come last.
        """
        found = self._at((mutant.path, line) for line in mutant.lines)
        if not found and mutant.function:
            mutant = at_import(mutant)  # no test executes it: perhaps the import does
        if mutant.names:
            found |= self._naming(self._made_of(mutant))
        folder = f"tests/{mutant.path.split('/')[1]}/"
        ranks: dict[tuple[bool, bool, bool], list[str]] = defaultdict(list)
        for test in sorted(found, key=self._seconds):
            slow = self._seconds(test) > SLOW
            ranks[self.tests[test]["shares"], slow, not test.startswith(folder)].append(test)
        chosen = [test for rank in sorted(ranks) for test in self._mixed(ranks[rank], mutant.path)]
        return mutant, self._affordable(chosen)

    def _mixed(self, tests: Sequence[str], path: str) -> list[str]:
        """Return quick and thorough tests alternately. `tests` are sorted by their time."""
        thorough = sorted(tests, key=lambda test: -len(self.tests[test]["reached"].get(path, ())))
        return list(dict.fromkeys(chain.from_iterable(zip(_in_turn(tests), thorough, strict=True))))

    def limits(self, tests: Iterable[str]) -> dict[str, float]:
        """Return the seconds after which each of these tests counts as hanging, even on a busy machine."""
        return {test: 20 + 6 * self._seconds(test) for test in tests}

    def _at(self, places: Iterable[tuple[str, int]]) -> set[str]:
        return set().union(*(self._by_line.get(place, ()) for place in places))

    def _naming(self, names: frozenset[str]) -> set[str]:
        places = [place for name in names for place in self._named.get(name, ())]
        files = {path for path, _ in places if path.startswith("tests/")}
        return self._at(places) | {
            test for test in self.tests if test.split("::")[0] in files and not self.tests[test]["failed"]
        }

    def _made_of(self, mutant: Mutant) -> frozenset[str]:
        """Return the mutant's names and those whose values are computed from them at import."""
        module = ast.parse((self.root / mutant.path).read_text(encoding="utf-8"))
        names, before = set(mutant.names), 0
        while len(names) > before:
            before = len(names)
            for node in module.body:
                used = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
                if names & used and self._runs_at_import(node, mutant.path):
                    names |= _names_of(node)
        return frozenset(names)

    def _runs_at_import(self, node: ast.stmt, path: str) -> bool:
        if not isinstance(node, ast.FunctionDef):
            return isinstance(node, ast.Assign | ast.AnnAssign)
        return not self._at((path, each.lineno) for each in node.body)

    def _seconds(self, test: str) -> float:
        return float(self.tests[test]["seconds"])

    def _affordable(self, tests: Iterable[str]) -> list[str]:
        found: list[str] = []
        left = SECONDS
        for test in tests:
            left -= self._seconds(test)
            if left >= 0 or not found:
                found.append(test)
        return found

    @cached_property
    def _named(self) -> dict[str, set[tuple[str, int]]]:
        """Return where each name is used, in the server and in tests."""
        found: dict[str, set[tuple[str, int]]] = defaultdict(set)
        for path in chain((self.root / "server").rglob("*.py"), (self.root / "tests").glob("*/test_*.py")):
            place = path.relative_to(self.root).as_posix()
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Name | ast.Attribute):
                    name = node.id if isinstance(node, ast.Name) else node.attr
                    found[name].add((place, node.lineno))
        return found


def at_import(mutant: Mutant) -> Mutant:
    """Return the same change as one that takes effect when the module is imported."""
    return replace(mutant, function="", names=frozenset({mutant.function.partition(".")[0]}))


def _names_of(node: ast.stmt) -> set[str]:
    if isinstance(node, ast.FunctionDef):
        return {node.name}
    targets = [node.target] if isinstance(node, ast.AnnAssign) else getattr(node, "targets", [])
    return {each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name)}


def _in_turn(tests: Iterable[str]) -> list[str]:
    files: dict[str, list[str]] = defaultdict(list)
    for test in tests:
        files[test.split("::")[0]].append(test)
    return [test for turn in zip_longest(*files.values()) for test in turn if test]
