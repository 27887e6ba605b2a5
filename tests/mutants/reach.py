"""Finds which tests reach which lines of the server: a pytest plugin, run once for all mutants.

Use it with `-p tests.mutants.reach --reach=FILE`. The file is JSON: test -> `seconds`, `failed`, `shares`
(whether the test needs something that several tests share, such as a database server), and `reached` (file ->
lines).
"""

from __future__ import annotations

import json
import os
import time
from collections import defaultdict
from collections.abc import Generator
from pathlib import Path
from typing import Any

import coverage
import pytest

from tests.mutants.session import caches

ROOT = Path(__file__).parents[2]


class Reach:
    """Measures the lines that each single test reaches."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._coverage = coverage.Coverage(data_file=None, source=[str(ROOT / "server")], config_file=False)
        self._tests: dict[str, dict[str, Any]] = {}

    def pytest_collection_finish(self) -> None:
        """Start measuring."""
        self._caches = caches()
        self._coverage.start()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        """Measure one test."""
        for each in self._caches:
            each.cache_clear()
        self._coverage.switch_context(item.nodeid)
        self._tests[item.nodeid] = {"failed": False, "reached": defaultdict(list)}
        began = time.monotonic()
        result = yield
        self._tests[item.nodeid] |= {"seconds": round(time.monotonic() - began, 3), "shares": _shares(item)}
        return result

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a test that failed without a mutant, because its result would say nothing about a mutant."""
        if report.failed:
            self._tests[report.nodeid]["failed"] = True

    def pytest_sessionfinish(self) -> None:
        """Write the file."""
        self._coverage.stop()
        data = self._coverage.get_data()
        for name in data.measured_files():
            for line, tests in data.contexts_by_lineno(name).items():
                for test in filter(None, tests):
                    self._tests[test]["reached"][os.path.relpath(name, ROOT)].append(line)
        self._file.write_text(json.dumps(self._tests), encoding="utf-8")


def _shares(item: pytest.Item) -> bool:
    """Return whether the test needs one of our fixtures that outlives the test."""
    found = item._fixtureinfo.name2fixturedefs  # type: ignore[attr-defined]
    return any(each.scope != "function" and each.baseid for defs in found.values() for each in defs[-1:])


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--reach`."""
    parser.addoption("--reach", type=Path, help="the file to write what each test reaches to")


def pytest_configure(config: pytest.Config) -> None:
    """Measure if `--reach` is given."""
    file = config.getoption("--reach")
    if file:
        config.pluginmanager.register(Reach(file), "reach")
