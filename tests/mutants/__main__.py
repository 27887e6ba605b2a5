"""`make mutants` changes the code in one place at a time and counts how often a test notices.

Settings in the environment: MUTANTS is the number to draw from each part (60), or `all`; SEED decides which
ones are drawn; PART selects some of the parts. Each mutant of a part is equally likely to be drawn, so the
score of a sample estimates the score of all. Results go to build/mutants/.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping
from itertools import zip_longest
from pathlib import Path
from typing import Any

from tests.mutants import report
from tests.mutants.checkout import ROOT, copy_to, environment, hashes
from tests.mutants.mutations import Mutant, mutants_of
from tests.mutants.runner import Result, Task, run
from tests.mutants.selection import Selection

PARTS = {
    "marks": ("server/marks",),
    "targets": ("server/marks/targets.py",),
    "verdicts": ("server/verdicts",),
    "ingest": ("server/ingest",),
    "events": ("server/events",),
}
# It contains only declarations, which tests/migrations compares with the migrations.
LEFT_OUT = frozenset({"server/events/models.py"})
TESTS = (
    *("tests/marks", "tests/verdicts", "tests/ingest", "tests/events", "tests/events_evaluation"),
    *("tests/copies", "tests/messages", "tests/extension_api", "tests/ops", "tests/test_settings.py"),
    *("tests/nodes/test_redis_spool.py", "tests/nodes/test_shared_rates.py", "tests/nodes/test_pipeline.py"),
)
WORKERS = 2
CONTROLS = 1  # for each part: runs without a mutant, which have to pass
KEPT = ROOT / "build" / "mutants"


def main() -> int:
    """Draw mutants, run their tests and print the report. Returns the exit status."""
    number, seed = os.environ.get("MUTANTS") or "60", os.environ.get("SEED") or "1"
    parts = (os.environ.get("PART") or " ".join(PARTS)).split()
    os.nice(15)
    began = time.monotonic()
    KEPT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="sightline-mutants-") as world:
        folder = Path(world)
        selection = Selection(reached(folder), ROOT)
        populations = {part: population(part) for part in parts}
        by_part = [drawn(part, populations[part], number, seed, selection) for part in parts]
        tasks = [task for turn in zip_longest(*by_part) for task in turn if task]  # a run cut short is fair
        print(f"{len(tasks)} runs, seed {seed}", flush=True)
        files = sorted({test.split("::")[0] for test in selection.tests})
        progress = Progress(len(tasks), KEPT / f"seed-{seed}.jsonl")
        results = run(tasks, files, folder, WORKERS, progress)
    sizes = {part: len(found) for part, found in populations.items()}
    print("\n".join(report.lines(results, sizes, report.known_survivors())))
    print(f"\nseed {seed}: {time.monotonic() - began:.0f} s")
    return 0 if passed(results, parts) else 1


def passed(results: list[Result], parts: Iterable[str]) -> bool:
    """Return whether each part reached the required score and all controls passed."""
    drawn = [[each for each in results if each.task.part == part and not each.task.control] for part in parts]
    return all(report.score_of(each) >= report.ASKED for each in drawn) and not report.broken_controls(
        results
    )


def population(part: str) -> list[Mutant]:
    """Return all mutants of a part. A file that is a part of its own belongs only to that part."""
    paths = {path for name in PARTS[part] for path in _modules(name)}
    others = {name for other, names in PARTS.items() if other != part for name in names}
    chosen = sorted(paths - others - LEFT_OUT)
    return [
        mutant for path in chosen for mutant in mutants_of(path, (ROOT / path).read_text(encoding="utf-8"))
    ]


def _modules(name: str) -> list[str]:
    path = ROOT / name
    return [name] if path.is_file() else [each.relative_to(ROOT).as_posix() for each in path.rglob("*.py")]


def drawn(part: str, mutants: list[Mutant], number: str, seed: str, selection: Selection) -> list[Task]:
    """Return the tasks of a part: a sample of its mutants, and controls."""
    shuffled = random.Random(f"{seed} {part}").sample(mutants, len(mutants))
    wanted = len(shuffled) if number == "all" else int(number)
    found: list[Task] = []
    for mutant in shuffled:
        if len(found) == wanted:
            break
        if mutant.applied((ROOT / mutant.path).read_text(encoding="utf-8")) is None:
            continue
        changed, tests = selection.of(mutant)
        found.append(Task(part, changed, selection.limits(tests)))
    controls = [Task(part, each.mutant, each.tests, control=True) for each in found if each.tests]
    return controls[:CONTROLS] + found


def reached(folder: Path) -> dict[str, Any]:
    """Return what each test reaches. Measures only test files that have changed since the last run."""
    file, now = KEPT / "reached.json", hashes()
    known = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    kept = known.get("tests", {}) if known.get("hashes", {}).get("") == now[""] else {}
    same = {path for path, each in known.get("hashes", {}).items() if now.get(path) == each}
    tests = {test: each for test, each in kept.items() if test.split("::")[0] in same}
    wanted = [path for path in now if path.startswith(TESTS) and not (kept and path in same)]
    if wanted:
        tests |= _measured(wanted, folder)
        file.write_text(json.dumps({"hashes": now, "tests": tests}), encoding="utf-8")
    return tests


def _measured(paths: list[str], folder: Path) -> dict[str, Any]:
    print(f"finding out what the tests in {len(paths)} files reach", flush=True)
    copy, file = copy_to(folder / "reach" / "copy"), folder / "reach.json"
    command = [
        *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=0"),
        *("-p", "tests.mutants.reach", f"--reach={file}", f"--basetemp={folder / 'reach' / 'tmp'}", *paths),
    ]
    with (KEPT / "reach.log").open("w", encoding="utf-8") as log:
        subprocess.run(command, cwd=copy, env=environment(), stdout=log, stderr=log, check=False)
    shutil.rmtree(copy)
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    if failed := [test for test, each in found.items() if each["failed"]]:
        print(f"left out, because they fail without a mutant: {', '.join(failed)}", flush=True)
    return found


class Progress:
    """Prints and stores each result as soon as it is known."""

    def __init__(self, number: int, file: Path) -> None:
        self._number = number
        self._file = file
        self._done = 0
        file.write_text("", encoding="utf-8")

    def __call__(self, result: Result) -> None:
        """Print and store a result."""
        self._done += 1
        mutant, control = result.task.mutant, " (control)" if result.task.control else ""
        kept: Mapping[str, object] = {
            "part": result.task.part, "control": result.task.control, "outcome": result.outcome,
            "test": result.test, "seconds": round(result.seconds, 1), "tests": len(result.task.tests),
            "path": mutant.path, "inside": mutant.inside, "was": mutant.was, "becomes": mutant.becomes,
        }  # fmt: skip
        with self._file.open("a", encoding="utf-8") as file:
            print(json.dumps(kept, ensure_ascii=False), file=file)
        said = f"{result.task.part}: {result.outcome}{control}, {result.seconds:.0f} s"
        print(f"{self._done}/{self._number} {said}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
