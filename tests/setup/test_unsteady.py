"""How `make test` treats failing tests, in real runs of pytest and Node on a folder of a few tests."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
# A function that fails the first time it runs in a folder.
ONCE = """
from pathlib import Path

def fails_once(name):
    ran = Path(__file__).with_name(name)
    first = not ran.exists()
    ran.touch()
    assert not first
"""


@dataclass
class Run:
    """A folder of tests, and the runner of `make test` over it."""

    folder: Path
    attempts: ModuleType
    closing: ModuleType

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text)

    def fail_once(self, *names: str) -> None:
        """Write tests with these names that fail once and then pass."""
        tests = [f"def test_{name}():\n    fails_once('{name}')\n" for name in names]
        self.write("test_some.py", ONCE + "\n" + "\n".join(tests))

    def go(self, workers: int = 1) -> list[Any]:
        """The results of one run."""
        found: list[Any] = self.attempts.results(self.attempts.Pytest("tests", ["."], workers), self.folder)
        return found

    def passes(self, found: Sequence[Any]) -> bool:
        return not self.attempts.failures(found)

    def closing_lines(self, found: Sequence[Any]) -> list[str]:
        """The closing lines after the table."""
        return list(self.closing.lines({"tests": list(found)}))[2:]


@pytest.fixture
def run(tmp_path: Path, attempts: ModuleType, closing: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv(
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1"
    )  # plugins take longer to load than such a run takes
    monkeypatch.setenv("PYTEST_PLUGINS", "xdist.plugin")
    folder = tmp_path / "few"
    folder.mkdir()
    return Run(folder, attempts, closing)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_test_that_fails_once_is_unsteady_and_does_not_fail_the_run(run: Run, workers: int) -> None:
    run.fail_once("shaky")
    run.write("test_sound.py", "def test_sound(): pass\n")
    found = run.go(workers)
    assert run.passes(found)
    assert run.closing_lines(found) == [
        "unsteady: test_some.py::test_shaky failed, and passed when run again",
        "2 passed, 0 failed",
    ]


def test_a_test_that_always_fails_fails_the_run(run: Run) -> None:
    run.write("test_some.py", "def test_wrong(): assert False\n\ndef test_right(): pass\n")
    found = run.go()
    assert not run.passes(found)
    assert run.closing_lines(found) == ["FAILED: test_some.py::test_wrong", "1 passed, 1 failed"]


def test_the_slowest_files_are_named(run: Run) -> None:
    result = run.attempts.Result
    found = [result("test_a.py::x", "passed", 20.4), result("test_a.py::y", "passed", 20.4)]
    found += [result("test_b.py::x", "passed", 29.0), result("test_c.py::x", "passed", 90.0)]
    assert run.closing_lines(found) == ["test_c.py: 90 s", "test_a.py: 40 s", "4 passed, 0 failed"]


def test_a_test_that_fails_in_its_fixture_is_run_again(run: Run) -> None:
    fixture = "import pytest\n\n@pytest.fixture\ndef ready():\n    fails_once('ready')\n\n"
    run.write("test_some.py", ONCE + fixture + "def test_uses(ready): pass\n")
    assert [result.outcome for result in run.go()] == ["unsteady"]


def test_a_failed_test_is_run_again_together_with_the_other_tests_of_its_file(run: Run) -> None:
    begins = "begun = []\n\ndef test_begins(): begun.append(1)\n"
    run.write("test_some.py", ONCE + begins + "def test_goes_on():\n    assert begun\n    fails_once('on')\n")
    found = run.go()
    assert [result.outcome for result in found] == ["passed", "unsteady"]


def test_a_test_that_fails_only_during_the_second_run_is_unsteady(run: Run) -> None:
    turned = "def test_turns():\n    import pytest\n    with pytest.raises(AssertionError): fails_once('t')\n"
    run.write("test_some.py", ONCE + turned + "\ndef test_shaky():\n    fails_once('shaky')\n")
    assert run.closing_lines(run.go())[:2] == [
        "unsteady: test_some.py::test_turns passed, and failed when run again",
        "unsteady: test_some.py::test_shaky failed, and passed when run again",
    ]


@pytest.mark.parametrize(("names", "passes"), [("abc", True), ("abcd", False)])
def test_a_run_passes_with_three_unsteady_tests_and_fails_with_four(
    run: Run, names: str, passes: bool
) -> None:
    run.fail_once(*names)
    found = run.go()
    assert [result.outcome for result in found] == ["unsteady"] * len(names)
    assert run.passes(found) is passes
    assert run.closing_lines(found)[-1] == ("3 passed, 0 failed" if passes else "0 passed, 4 failed")


def test_a_file_that_cannot_be_collected_is_not_run_again(run: Run) -> None:
    run.write("test_some.py", ONCE + "\nfails_once('collected')\n\ndef test_right(): pass\n")
    found = run.go()
    assert run.closing_lines(found) == ["FAILED: test_some.py: cannot be collected", "0 passed, 1 failed"]


def test_a_test_that_crashes_its_worker_is_not_run_again(run: Run) -> None:
    crash = "try: fails_once('crash')\n    except AssertionError: os._exit(1)\n"
    run.write("test_some.py", f"import os\n{ONCE}\ndef test_crash():\n    {crash}")
    run.write("test_sound.py", "def test_sound(): pass\n")
    found = run.go(workers=2)
    assert run.closing_lines(found) == [
        "FAILED: test_some.py::test_crash: crashed its worker",
        "1 passed, 1 failed",
    ]


@pytest.mark.parametrize("status", [0, 1])
def test_a_run_that_ends_early_fails_whatever_its_status(run: Run, status: int) -> None:
    run.write("test_some.py", f"import os\n\ndef test_end(): os._exit({status})\n")
    assert run.closing_lines(run.go()) == [
        f"FAILED: tests: ended with {status}, 0 tests on record",
        "0 passed, 1 failed",
    ]


def test_a_run_without_tests_fails(run: Run) -> None:
    assert not run.passes(run.go())


def test_a_skipped_test_fails_unless_its_part_was_left_out_by_name(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTEST_PLUGINS", "tests.conftest")
    monkeypatch.setenv("WITHOUT", "mariadb, redis")
    run.write(
        "test_some.py",
        "import pytest\nfrom tests import parts\n\n"
        "def test_table(): parts.require('mariadb')\n\n"
        "def test_later(): pytest.skip('some day')\n",
    )
    assert run.closing_lines(run.go()) == [
        "left out by request: mariadb (1 skipped)",
        "FAILED: test_some.py::test_later",
        "0 passed, 1 failed",
    ]


@pytest.fixture
def node(run: Run) -> Run:
    """A folder of tests that also has the runner of the extension's tests."""
    there = run.folder / "tests" / "extension"
    there.mkdir(parents=True)
    shutil.copy(ROOT / "tests" / "extension" / "run.mjs", there)
    (run.folder / "node_modules").mkdir()
    (run.folder / "node_modules" / "esbuild").symlink_to(ROOT / "node_modules" / "esbuild")
    return run


def test_a_node_test_that_fails_once_is_unsteady(node: Run) -> None:
    ran = node.folder / "ran"
    node.write(
        "tests/extension/some.test.ts",
        'import assert from "node:assert";\nimport { existsSync, writeFileSync } from "node:fs";\n'
        'import { describe, it } from "node:test";\n'
        'describe("Some", () => {\n'
        f'  it("shakes (once)", () => {{ const ran = existsSync("{ran}");\n'
        f'    writeFileSync("{ran}", ""); assert.ok(ran); }});\n'
        '  it("is wrong", () => assert.fail());\n'
        '  it("is right", () => {});\n'
        "});\n",
    )
    found = node.attempts.results(node.attempts.Node(), node.folder)
    assert node.closing_lines(found) == [
        "unsteady: tests/extension/some.test.ts::shakes (once) failed, and passed when run again",
        "FAILED: tests/extension/some.test.ts::is wrong",
        "2 passed, 1 failed",
    ]


@pytest.mark.parametrize("text", ["throw new Error('no');", "process.exit(0);", "const ("])
def test_a_node_file_that_does_not_run_is_not_run_again(node: Run, text: str) -> None:
    node.write("tests/extension/some.test.ts", text)
    found = node.attempts.results(node.attempts.Node(), node.folder)
    assert [result.outcome for result in found] == ["broken"]
