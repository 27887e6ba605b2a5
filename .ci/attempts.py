"""Runs tests, and reruns the files of failed tests once, after all others.

A test that ends differently the second time is *unsteady*: the closing lines name it, and a few such tests
are tolerated. The whole file is rerun, because each test in a browser continues where the test before it
ended. A file that cannot be collected, a worker that crashed and a run that ended early are *broken*;
rerunning them proves nothing.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

ROOT = Path(__file__).parents[1]
MOST_UNSTEADY = 3
# If more tests than this fail, they have a common cause, and rerunning each of them would only take time.
MOST_AGAIN = 20


@dataclass(frozen=True)
class Result:
    """How one test ended: `passed`, `failed`, `skipped`, `unsteady` or `broken`, and a remark."""

    test: str
    outcome: str
    seconds: float = 0.0
    reason: str = ""


class Suite(Protocol):
    """The tests that one program runs. Its commands take `--record=FILE` and write one Result per line."""

    @property
    def title(self) -> str:
        """Return the name of the suite."""

    def command(self) -> list[str]:
        """Return the command that runs all tests."""

    def again(self, failed: Sequence[str]) -> list[list[str]]:
        """Return the commands that rerun these tests."""


@dataclass(frozen=True)
class Pytest:
    """The tests in Python: `paths` are arguments for pytest, and `workers` is the number of processes."""

    title: str
    paths: Sequence[str]
    workers: int = 1

    def command(self) -> list[str]:
        """Return the command for all tests, ordered by file name, so that long ones do not run last."""
        parallel = ["-n", str(self.workers), "--dist", "loadfile", "--no-loadscope-reorder"]
        return [*self._pytest(), *(parallel if self.workers > 1 else []), *self.paths]

    def again(self, failed: Sequence[str]) -> list[list[str]]:
        """Return the command that runs the files of these tests."""
        return [[*self._pytest(), *dict.fromkeys(test.split("::")[0] for test in failed)]]

    def _pytest(self) -> list[str]:
        return [sys.executable, "-m", "pytest", "-p", "tests.record"]


@dataclass(frozen=True)
class Node:
    """The extension's tests, which run in Node."""

    title: str = "extension"

    def command(self) -> list[str]:
        """Return the command that runs all tests."""
        return ["node", "tests/extension/run.mjs"]

    def again(self, failed: Sequence[str]) -> list[list[str]]:
        """Return one command for each of these tests: in Node, tests share nothing, so each can run alone."""
        return [[*self.command(), f"--test={test}"] for test in failed]


def results(suite: Suite, folder: Path = ROOT) -> list[Result]:
    """Run a suite in `folder`, then rerun what failed. Returns how each test ended."""
    first = _attempt(suite.title, suite.command(), folder)
    failed = [result.test for result in first if result.outcome == "failed"]
    if not failed or len(failed) > MOST_AGAIN:
        return first
    print(f"\n--- {suite.title}: rerunning {len(failed)} failed tests", flush=True)
    commands = suite.again(failed)
    second = {each.test: each for command in commands for each in _attempt(suite.title, command, folder)}
    return [_both(result, second.get(result.test, result)) for result in first]


def failures(found: Iterable[Result]) -> list[Result]:
    """Return what fails the run: failed and broken tests, and unsteady ones if there are more than three."""
    found = list(found)
    unsteady = [result for result in found if result.outcome == "unsteady"]
    failed = [result for result in found if result.outcome in {"failed", "broken"}]
    return failed + (unsteady if len(unsteady) > MOST_UNSTEADY else [])


def _both(first: Result, second: Result) -> Result:
    """Combine two attempts at a test. For a test that was not rerun, both are the same."""
    if first.outcome == second.outcome or "broken" in {first.outcome, second.outcome}:
        return first
    return replace(first, outcome="unsteady", reason=f"{first.outcome}, and {second.outcome} when run again")


def _attempt(title: str, command: list[str], folder: Path) -> list[Result]:
    """Return what one command recorded, plus a broken result if it failed for an unrecorded reason."""
    with tempfile.TemporaryDirectory() as kept:
        record = Path(kept, "record")
        done = subprocess.run([*command, f"--record={record}"], cwd=folder, check=False)
        # Not splitlines: a title may contain a line separator, which JSON does not escape.
        lines = record.read_text(encoding="utf-8").split("\n") if record.exists() else []
    found = [Result(**json.loads(line)) for line in lines if line]
    if found and _explained(done.returncode, {result.outcome for result in found}):
        return found
    why = f"ended with {done.returncode}, {len(found)} tests on record"
    return [*found, Result(title, "broken", reason=why)]


def _explained(status: int, outcomes: set[str]) -> bool:
    """Return whether the record explains why a command ended with this status."""
    return status == 0 or "broken" in outcomes or (status == 1 and "failed" in outcomes)
