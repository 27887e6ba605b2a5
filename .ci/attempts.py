"""Runs tests, and reruns each failed test once, by itself.

A test that passes the second time is *unsteady*: it is named, and tolerated while there are few of them.
A file that cannot be collected, a worker that crashed and a run that ended early are *broken*; rerunning
them proves nothing.
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
# More failures than this have a common cause; rerunning each of them would only take time.
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
        """All of them."""

    def again(self, test: str) -> list[str]:
        """One of them, alone."""


@dataclass(frozen=True)
class Pytest:
    """The tests in Python; `paths` as pytest takes them, run by `workers` processes."""

    title: str
    paths: Sequence[str]
    workers: int = 1

    def command(self) -> list[str]:
        """Return the command for all tests, ordered by name, so that the long ones do not come last."""
        parallel = ["-n", str(self.workers), "--dist", "loadfile", "--no-loadscope-reorder"]
        return [*self._pytest(), *(parallel if self.workers > 1 else []), *self.paths]

    def again(self, test: str) -> list[str]:
        """One of them, alone."""
        return [*self._pytest(), test]

    def _pytest(self) -> list[str]:
        return [sys.executable, "-m", "pytest", "-p", "tests.record"]


@dataclass(frozen=True)
class Node:
    """The extension's tests, which run in Node."""

    title: str = "extension"

    def command(self) -> list[str]:
        """All of them."""
        return ["node", "tests/extension/run.mjs"]

    def again(self, test: str) -> list[str]:
        """One of them, alone."""
        return [*self.command(), f"--test={test}"]


def results(suite: Suite, folder: Path = ROOT) -> list[Result]:
    """Run a suite in `folder`, then each failed test once more. Returns how each test ended."""
    first = _attempt(suite.title, suite.command(), folder)
    failed = [result for result in first if result.outcome == "failed"]
    if not failed or len(failed) > MOST_AGAIN:
        return first
    print(f"\n--- {suite.title}: running the {len(failed)} that failed again, one by one", flush=True)
    steady = {result.test: _again(suite, result, folder) for result in failed}
    return [steady.get(result.test, result) for result in first]


def failures(found: Iterable[Result]) -> list[Result]:
    """Return what fails the run: failed and broken tests, and unsteady ones if there are more than three."""
    found = list(found)
    unsteady = [result for result in found if result.outcome == "unsteady"]
    failed = [result for result in found if result.outcome in {"failed", "broken"}]
    return failed + (unsteady if len(unsteady) > MOST_UNSTEADY else [])


def _again(suite: Suite, failed: Result, folder: Path) -> Result:
    second = _attempt(suite.title, suite.again(failed.test), folder)
    passed = {result.outcome for result in second} == {"passed"}
    return replace(failed, outcome="unsteady") if passed else failed


def _attempt(title: str, command: list[str], folder: Path) -> list[Result]:
    """Return what one command recorded, plus a broken result if it failed for an unrecorded reason."""
    with tempfile.TemporaryDirectory() as kept:
        record = Path(kept, "record")
        done = subprocess.run([*command, f"--record={record}"], cwd=folder, check=False)
        # Not splitlines: a title may hold a line separator, which JSON does not escape.
        lines = record.read_text(encoding="utf-8").split("\n") if record.exists() else []
    found = [Result(**json.loads(line)) for line in lines if line]
    if found and _explained(done.returncode, {result.outcome for result in found}):
        return found
    why = f"ended with {done.returncode}, {len(found)} tests on record"
    return [*found, Result(title, "broken", reason=why)]


def _explained(status: int, outcomes: set[str]) -> bool:
    """Return whether the record explains why a command ended with this status."""
    return status == 0 or "broken" in outcomes or (status == 1 and "failed" in outcomes)
