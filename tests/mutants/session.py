"""A pytest session that waits for mutants: it collects the tests once, then forks for each mutant.

runner.py runs it in a copy of the checkout, as `python -m tests.mutants.session FILE...`. It reads requests
from its standard input and writes answers to its standard output, one JSON object per line.
"""

from __future__ import annotations

import functools
import gc
import json
import os
import select
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, TextIO

import pytest

OPTIONS = ("-q", "-s", "-p", "no:cacheprovider", "--hypothesis-seed=0")
CLEAN_UP_SECONDS = 60.0
_PASSED = b"."
SURVIVED, KILLED, TIMED_OUT, NOT_SWAPPED = "survived", "killed", "timed out", "not swapped"


class Session:
    """A plugin that replaces pytest's loop over the tests."""

    def __init__(self, requests: TextIO, answers: TextIO) -> None:
        self._requests = requests
        self._answers = answers
        self._failed = ""

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Answer requests until there are no more."""
        if session.testsfailed:
            return True
        items = {item.nodeid: item for item in session.items}
        self._answer({"collected": len(items)})
        for line in self._requests:
            self._answer(self._try(session, items, json.loads(line)))
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note the first test that failed."""
        if report.failed and not self._failed:
            self._failed = report.nodeid

    def _answer(self, answer: dict[str, Any]) -> None:
        print(json.dumps(answer), file=self._answers, flush=True)

    def _try(
        self, session: pytest.Session, items: dict[str, pytest.Item], request: dict[str, Any]
    ) -> dict[str, Any]:
        """Run the tests of a request in a child, which is the leader of a process group of its own."""
        began = time.monotonic()
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            os.close(reading)
            os.setpgid(0, 0)
            self._in_child(session, [items[each] for each in request["tests"]], request, writing)
        os.close(writing)
        answer = _said(reading, request["limits"])
        with suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)  # including processes that its tests have started
        os.waitpid(child, 0)
        return {**answer, "seconds": time.monotonic() - began}

    def _in_child(
        self, session: pytest.Session, items: Sequence[pytest.Item], request: dict[str, Any], writing: int
    ) -> None:
        """Run the tests and exit. It never returns, because the parent's clean-up must not run twice."""
        answer = {"outcome": KILLED, "test": "the process ended"}
        try:
            for each in caches():
                each.cache_clear()
            if request["function"] and not swap(Path(request["path"]), request["function"], request["line"]):
                answer = {"outcome": NOT_SWAPPED}
            else:
                self._run(session, items, writing)
                answer = {"outcome": KILLED if self._failed else SURVIVED, "test": self._failed}
        finally:
            os.write(writing, json.dumps(answer).encode() + b"\n")
            os._exit(0)

    def _run(self, session: pytest.Session, items: Sequence[pytest.Item], writing: int) -> None:
        for place, item in enumerate(items):
            following = items[place + 1] if place + 1 < len(items) else None
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if self._failed:
                break
            os.write(writing, _PASSED)
        session._setupstate.teardown_exact(None)


def _said(reading: int, limits: dict[str, float]) -> dict[str, Any]:
    """Return the child's answer. `limits`: how many seconds each test may take."""
    said = b""
    with os.fdopen(reading, "rb", buffering=0) as pipe:
        while not said.endswith(b"}\n"):
            test = [*limits, ""][min(said.count(_PASSED), len(limits))]
            if not select.select([pipe], [], [], limits.get(test, CLEAN_UP_SECONDS))[0]:
                return {"outcome": TIMED_OUT, "test": test}
            more = pipe.read(65_536)
            if not more:
                return {"outcome": KILLED, "test": "the process ended"}
            said += more
    answer: dict[str, Any] = json.loads(said.lstrip(_PASSED))
    return answer


def swap(path: Path, function: str, line: int) -> bool:
    """Give the function that begins at `line` its current code from the file. Returns False if not found."""
    name = str(path.resolve())
    module = compile(path.read_text(encoding="utf-8"), name, "exec", dont_inherit=True)
    wanted = [code for code in _codes(module) if (code.co_qualname, code.co_firstlineno) == (function, line)]
    found = [
        each
        for each in gc.get_objects()
        if isinstance(each, FunctionType)
        and each.__code__.co_filename == name
        and (each.__code__.co_qualname, each.__code__.co_firstlineno) == (function, line)
    ]
    for each in found if wanted else ():
        each.__code__ = wanted[0]
    return bool(found and wanted)


def _codes(code: CodeType) -> Iterator[CodeType]:
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield each
            yield from _codes(each)


def caches() -> list[functools._lru_cache_wrapper[Any]]:
    """Return the caches of the server's functions: with a cached result, a test would not run the code."""
    return [
        each
        for each in gc.get_objects()
        if isinstance(each, functools._lru_cache_wrapper) and each.__module__.startswith("server.")
    ]


def main() -> int:
    """Collect the files on the command line and answer. Returns pytest's exit status."""
    requests, answers = os.fdopen(os.dup(0)), os.fdopen(os.dup(1), "w")
    nothing = os.open(os.devnull, os.O_RDWR)
    for each in (0, 1, 2):
        os.dup2(nothing, each)
    return int(pytest.main([*OPTIONS, *sys.argv[1:]], plugins=[Session(requests, answers)]))


if __name__ == "__main__":
    sys.exit(main())
