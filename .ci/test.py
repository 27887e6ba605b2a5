"""`make test` runs every check and every test, part by part. A failure does not stop the rest.

PART chooses the parts to run (`PART="alerts copies"`, see slices.py); WITHOUT leaves out programs that tests
need (`WITHOUT=mariadb`, see tests/parts.py). Run the set-up first.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor, wait
from itertools import groupby

import check
import closing
import slices
from attempts import ROOT, Node, Pytest, Result, Suite, failures, results

sys.path.insert(0, str(ROOT))
from tests.parts import left_out
from tests.record import part_of

# These flood processes or measure how long readers wait, so nothing else runs at the same time.
ALONE = (
    "tests/attacks/test_floods.py",
    "tests/attacks/test_held_connections.py",
    "tests/attacks/test_sign_in_flood.py",
    "tests/attacks/test_sign_in_timing.py",
    "tests/faults/test_database_away.py",
    "tests/faults/test_hang_up.py",
    "tests/faults/test_kill_one_server.py",
    "tests/faults/test_slow_page.py",
    "tests/faults/test_worker_killed.py",
    "tests/nodes",
)
SPLIT = ("tests/attacks", "tests/faults")  # folders of which only some files run alone
# Most tests wait for a browser, a database or a limit, so more of them run at a time than there are cores.
AT_A_TIME = 4
BY_ITSELF = "faults"  # the suite of ALONE
EXTENSION, VERDICTS = "tests/extension", "tests/verdicts"


def main() -> int:
    """Run the requested parts. Returns the exit status."""
    try:
        wanted = slices.wanted(os.environ.get("PART", ""))
        left_out()
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    os.environ["PATH"] = f"{check.BIN}:{os.environ['PATH']}"
    began = time.monotonic()
    found = _run(slices.paths(wanted), checks=slices.CHECKS in wanted)
    print("\n--- closing lines")
    print(f"{' '.join(wanted) if os.environ.get('PART') else 'everything'}: {time.monotonic() - began:.0f} s")
    print("\n".join(closing.lines(_by_part(found))), flush=True)
    return 1 if failures(found) else 0


def _run(paths: list[str], *, checks: bool) -> list[Result]:
    found = _checks() if checks else []
    with ThreadPoolExecutor(1) as beside:
        figures = beside.submit(_figures) if VERDICTS in paths else None
        for suite in _suites(paths):
            if figures and suite.title == BY_ITSELF:
                wait([figures])
            _begins(suite.title)
            found += results(suite)
        if figures:
            found.append(_of_figures(*figures.result()))
    return found


def _suites(paths: list[str]) -> list[Suite]:
    python = [each for path in paths if path != EXTENSION for each in _files_of(path)]
    alone = [path for path in python if path.startswith(ALONE)]
    together = [path for path in python if path not in alone]
    suites: list[Suite] = [Node()] if EXTENSION in paths else []
    if together:
        suites.append(Pytest("tests", together, AT_A_TIME))
    if alone:
        suites.append(Pytest(BY_ITSELF, alone))
    return suites


def _files_of(path: str) -> list[str]:
    """Return the files of a folder of which only some run alone, and other paths as they are."""
    if path not in SPLIT:
        return [path]
    return sorted(str(file.relative_to(ROOT)) for file in (ROOT / path).glob("test_*.py"))


def _checks() -> list[Result]:
    _begins("checks")
    return [_of_check(outcome) for outcome in check.outcomes()]


def _of_check(outcome: check.Outcome) -> Result:
    """Convert an outcome. Unless the check failed, the result contains its output, for the closing lines."""
    said = outcome.output.strip() if outcome.ok else ""
    state = "broken" if not outcome.ok else "passed" if outcome.ran else "skipped"
    return Result(f"checks::{outcome.name}", state, outcome.seconds, said)


def _figures() -> tuple[subprocess.CompletedProcess[str], float]:
    """Compute how accurate the rules are. Returns the process that has ended, and its seconds."""
    began, command = time.monotonic(), [sys.executable, "-m", "tests.verdicts"]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    return done, time.monotonic() - began


def _of_figures(done: subprocess.CompletedProcess[str], seconds: float) -> Result:
    """Print the figures. The result is broken if a committed figure is missed."""
    _begins("verdicts")
    print(done.stdout, end="", flush=True)
    outcome, (*_, said) = "broken" if done.returncode else "passed", done.stdout.strip().split("\n\n")
    return Result("verdicts::figures", outcome, seconds, said)


def _begins(title: str) -> None:
    print(f"\n--- {title}", flush=True)


def _by_part(found: Iterable[Result]) -> dict[str, list[Result]]:
    return {part: list(results) for part, results in groupby(sorted(found, key=_part), _part)}


def _part(result: Result) -> str:
    return part_of(result.test)


if __name__ == "__main__":
    sys.exit(main())
