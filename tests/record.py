"""A pytest plugin for `make test` that records how each test ended and shows progress by part.

Use it with `-p tests.record --record=FILE`. The file holds one JSON object per line with `test`, `outcome`,
`seconds` and `reason`. The outcome is `passed`, `failed`, `skipped` or `broken` (a file that cannot be
collected, or a test that crashed its worker). The reason of a test that passed is what it adds to the closing
lines with `record_property(CLOSING, line)`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pytest

CLOSING = "closing"
CRASHED = "???"  # the phase that xdist reports for a test during which its worker died


@dataclass
class Entry:
    """How one test ended; `seconds` includes its fixtures."""

    test: str
    outcome: str = "passed"
    seconds: float = 0.0
    reason: str = ""


def part_of(test: str) -> str:
    """The folder in tests/ that a test is in; elsewhere, its first folder or its file."""
    return test.removeprefix("tests/").split("::")[0].split("/")[0]


class Recorder:
    """Collects what pytest reports, in the process that sees all of it."""

    def __init__(self, file: Path, config: pytest.Config) -> None:
        self.file = file
        self.config = config
        self.entries: dict[str, Entry] = {}
        self.expected: Counter[str] = Counter()
        self.ended: Counter[str] = Counter()

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Learn how many tests each part has."""
        self._expect(item.nodeid for item in session.items)

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, ids: Iterable[str]) -> None:
        """Learn from a worker how many tests each part has; each worker collects all tests."""
        self._expect(ids)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Keep what cannot be collected."""
        if report.failed:
            self.entries[report.nodeid] = Entry(report.nodeid, "broken", reason="cannot be collected")

    @pytest.hookimpl(trylast=True)
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the outcome of a phase; the worst of the three counts."""
        entry = self.entries.setdefault(report.nodeid, Entry(report.nodeid))
        entry.seconds += report.duration
        if report.when == CRASHED:
            entry.outcome, entry.reason = "broken", "crashed its worker"
        elif report.failed and entry.outcome != "broken":
            entry.outcome = "failed"
        elif report.skipped and entry.outcome == "passed":
            entry.outcome, entry.reason = "skipped", _reason(report)
        if report.when == "teardown" and entry.outcome == "passed":
            entry.reason = str(dict(report.user_properties).get(CLOSING, ""))
        if report.when in {"teardown", CRASHED}:
            self._show(part_of(report.nodeid))

    def pytest_sessionfinish(self) -> None:
        """Write the file. Without the file, the run counts as aborted."""
        self.file.write_text("".join(f"{json.dumps(asdict(entry))}\n" for entry in self.entries.values()))

    def _expect(self, ids: Iterable[str]) -> None:
        self.expected = Counter(part_of(each) for each in ids)

    def _show(self, part: str) -> None:
        self.ended[part] += 1
        if self.ended[part] != self.expected[part]:
            return
        entries = [entry for entry in self.entries.values() if part_of(entry.test) == part]
        counts = Counter(entry.outcome for entry in entries)
        outcomes = ", ".join(f"{number} {outcome}" for outcome, number in sorted(counts.items()))
        seconds = sum(entry.seconds for entry in entries)
        terminal: Any = self.config.pluginmanager.get_plugin("terminalreporter")
        terminal.ensure_newline()
        terminal.write_line(f"{part}: {outcomes}, {seconds:.0f} s")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--record`."""
    parser.addoption("--record", type=Path, help="the file to write how each test ended to")


def pytest_configure(config: pytest.Config) -> None:
    """Record in the main process only: xdist's workers report to it."""
    file = config.getoption("--record")
    if file and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Recorder(file, config), "recorder")


def _reason(report: pytest.TestReport) -> str:
    said = report.longrepr
    return str(said[2]).removeprefix("Skipped: ") if isinstance(said, tuple) else ""
