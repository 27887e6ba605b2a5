"""`make check` runs every check that needs no running program, and prints the output of failed ones."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from scan import NOT_RUN

ROOT = Path(__file__).parents[1]
BIN = ROOT / ".venv" / "bin"
CHECKS = {
    "Python, formatted": ("ruff", "format", "--check", "--output-format", "concise", "--quiet", "."),
    "Python, linted": ("ruff", "check", "--quiet", "--output-format", "concise", "."),
    "Python, typed": (
        "mypy",
        "--no-error-summary",
        "server",
        "sandbox",
        "migrations",
        "deploy",
        ".ci",
        "tests",
        "docs",
    ),
    "imports point down": ("lint-imports", "--no-logo"),
    "extension, typed and linted": ("npm", "run", "--silent", "check"),
    "the built extension meets Firefox's rules": ("npm", "run", "--silent", "lint:ext"),
    "JavaScript functions are short": ("python", ".ci/scripts.py"),
    "files and functions are short, names say something": ("python", ".ci/sizes.py"),
    "no machine path, no registry host": ("python", ".ci/places.py"),
    "each requirement has its row, and the tests named there exist": ("python", ".ci/requirements.py"),
    "each ASVS requirement has its row, and the tests named in docs/security.md exist": (
        "python",
        ".ci/asvs.py",
    ),
    "no suspicious Python (bandit)": ("python", ".ci/scan.py", "bandit"),
    "no suspicious pattern (semgrep)": ("python", ".ci/scan.py", "semgrep"),
    "no Python package with a known vulnerability": ("python", ".ci/scan.py", "pip-audit"),
    "no npm package with a known vulnerability": ("python", ".ci/scan.py", "npm-audit"),
    "texts are gathered and translated": ("python", ".ci/texts.py", "--check"),
    "the map lists every module": ("python", ".ci/modules.py", "--check"),
    "one meaning, one word": ("python", ".ci/names.py"),
}


@dataclass(frozen=True)
class Outcome:
    """How one check ended, and what it printed. One that could not run is `ok`, but has not `ran`."""

    name: str
    ok: bool
    output: str
    seconds: float
    ran: bool = True


def main() -> int:
    """Run all checks. Returns the exit status."""
    return 0 if all(outcome.ok for outcome in outcomes()) else 1


def outcomes() -> list[Outcome]:
    """Run all checks, two at a time, and print how each ended and how many failed."""
    with ThreadPoolExecutor(2) as pool:
        found = [_told(outcome) for outcome in pool.map(_run, CHECKS, CHECKS.values())]
    failed, not_run = sum(not outcome.ok for outcome in found), sum(not outcome.ran for outcome in found)
    print(f"checks: {len(found) - failed - not_run} ok, {failed} failed, {not_run} not run", flush=True)
    return found


def _told(outcome: Outcome) -> Outcome:
    state = "FAILED " if not outcome.ok else "ok     " if outcome.ran else "NOT RUN"
    print(f"{state}  {outcome.name}", flush=True)
    if not outcome.ok or not outcome.ran:
        print("\n".join(f"        {line}" for line in outcome.output.splitlines()), flush=True)
    return outcome


def _run(name: str, command: tuple[str, ...]) -> Outcome:
    began = time.monotonic()
    env = os.environ | {"PATH": f"{BIN}:{os.environ['PATH']}", "NO_COLOR": "1"}
    done = subprocess.run(
        command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    ran = done.returncode != NOT_RUN
    return Outcome(name, done.returncode == 0 or not ran, done.stdout, time.monotonic() - began, ran)


if __name__ == "__main__":
    sys.exit(main())
