"""Runs mutants: each worker has a copy of the checkout and a pytest session that has collected all tests.

A change within a function is swapped into a fork of that session. A change that takes effect at import needs
a session of its own. In both cases, the change is also on disk, where processes that tests start read it.
"""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread, Timer
from typing import Any

from tests.mutants.checkout import ROOT, copy_to, environment
from tests.mutants.mutations import Mutant
from tests.mutants.session import KILLED, NOT_SWAPPED, SURVIVED

START_SECONDS = 300


@dataclass(frozen=True)
class Task:
    """A mutant, and its tests with the seconds allowed for each. A `control` leaves the code as it is."""

    part: str
    mutant: Mutant
    tests: Mapping[str, float]
    control: bool = False


@dataclass(frozen=True)
class Result:
    """The outcome of a task. `test`: the test that failed first."""

    task: Task
    outcome: str
    test: str = ""
    seconds: float = 0.0


class PytestSession:
    """A process that runs session.py in a copy."""

    def __init__(self, copy: Path, files: Sequence[str]) -> None:
        command = [sys.executable, "-m", "tests.mutants.session", *files, f"--basetemp={copy.parent / 'tmp'}"]
        self._process = subprocess.Popen(
            command, cwd=copy, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            text=True, start_new_session=True,
        )  # fmt: skip
        hangs = Timer(START_SECONDS, self._kill)
        hangs.start()
        self.collected = bool(self._line())
        hangs.cancel()

    def ask(self, request: dict[str, Any]) -> dict[str, Any]:
        """Ask the session to try a mutant. Returns its answer."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        ended = {"outcome": KILLED, "test": "the session ended"}
        said: dict[str, Any] = json.loads(self._line() or json.dumps(ended))
        return said

    def end(self) -> None:
        """End the process."""
        self._kill()
        self._process.communicate()

    def _kill(self) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)

    def _line(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline()


@dataclass
class Worker:
    """Tries one mutant after another in a copy of its own."""

    copy: Path
    files: Sequence[str]
    _mtime: int = field(default=1_000_000_000)
    _warm: PytestSession | None = None

    def run(self, task: Task) -> Result:
        """Try one mutant."""
        if not task.tests:
            return Result(task, SURVIVED, "no test reaches it")
        with self._changed(task):
            answer: dict[str, Any] = (
                self._ask_warm(task) if task.mutant.function or task.control else {"outcome": NOT_SWAPPED}
            )
            if answer["outcome"] == NOT_SWAPPED:
                answer = self._ask_cold(task)
        return Result(task, answer["outcome"], answer.get("test", ""), answer.get("seconds", 0.0))

    def end(self) -> None:
        """End the session."""
        if self._warm:
            self._warm.end()

    @contextmanager
    def _changed(self, task: Task) -> Iterator[None]:
        file, original = self.copy / task.mutant.path, (ROOT / task.mutant.path).read_text(encoding="utf-8")
        try:
            self._write(file, original if task.control else task.mutant.applied(original) or original)
            yield
        finally:
            self._write(file, original)

    def _write(self, file: Path, text: str) -> None:
        """Write a file with a new time: Python judges by time and size whether a compiled file is current."""
        file.write_text(text, encoding="utf-8")
        self._mtime += 1
        os.utime(file, (self._mtime, self._mtime))

    def _ask_warm(self, task: Task) -> dict[str, Any]:
        if self._warm is None:
            self._warm = self._unchanged_session(task.mutant.path)
        return self._warm.ask(_request(task))

    def _unchanged_session(self, path: str) -> PytestSession:
        """Start the session that collects everything, with the original code."""
        file = self.copy / path
        mutated = file.read_text(encoding="utf-8")
        self._write(file, (ROOT / path).read_text(encoding="utf-8"))
        session = PytestSession(self.copy, self.files)
        if not session.collected:
            raise RuntimeError("the tests cannot be collected")
        self._write(file, mutated)
        return session

    def _ask_cold(self, task: Task) -> dict[str, Any]:
        session = PytestSession(self.copy, sorted({test.split("::")[0] for test in task.tests}))
        try:
            if not session.collected:
                return {"outcome": KILLED, "test": "the import fails"}
            return session.ask({**_request(task), "function": ""})
        finally:
            session.end()


def _request(task: Task) -> dict[str, Any]:
    mutant = task.mutant
    return {
        "tests": list(task.tests),
        "limits": dict(task.tests),
        "path": mutant.path,
        "function": "" if task.control else mutant.function,
        "line": mutant.function_line,
    }


def run(
    tasks: Sequence[Task], files: Sequence[str], folder: Path, workers: int, tell: Callable[[Result], None]
) -> list[Result]:
    """Run all tasks in copies below `folder`. Calls `tell` with each result as soon as it is known."""
    waiting: queue.SimpleQueue[Task] = queue.SimpleQueue()
    results: list[Result] = []
    for task in tasks:
        waiting.put(task)

    def work(worker: Worker) -> None:
        try:
            while True:
                results.append(worker.run(waiting.get_nowait()))
                tell(results[-1])
        except queue.Empty:
            pass
        finally:
            worker.end()

    copies = [copy_to(folder / f"worker-{number}" / "copy") for number in range(workers)]
    threads = [Thread(target=work, args=(Worker(copy, files),)) for copy in copies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
