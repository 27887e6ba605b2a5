"""Every check that needs no running part: `make check`. One line each; what a failed one said follows it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
BIN = ROOT / ".venv" / "bin"
CHECKS = {
    "Python, formatted": ("ruff", "format", "--check", "--output-format", "concise", "--quiet", "."),
    "Python, linted": ("ruff", "check", "--quiet", "--output-format", "concise", "."),
    "Python, typed": ("mypy", "--no-error-summary", "server", "sandbox", "migrations", "deploy/demo.py"),
    "imports point down": ("lint-imports", "--no-logo"),
    "extension, typed and linted": ("npm", "run", "--silent", "check"),
    "JavaScript functions are short": ("python", ".ci/scripts.py"),
    "files and functions are short, names say something": ("python", ".ci/sizes.py"),
    "no machine path, no registry host": ("python", ".ci/places.py"),
    "each requirement has its row, and the tests named there exist": ("python", ".ci/requirements.py"),
}


@dataclass(frozen=True)
class Outcome:
    """How one check ended, and what it printed."""

    name: str
    ok: bool
    output: str


def main() -> int:
    """Run all checks, two at a time. Returns the exit status."""
    failed = 0
    for outcome in _outcomes():
        failed += not outcome.ok
        print(f"{'ok    ' if outcome.ok else 'FAILED'}  {outcome.name}", flush=True)
        if not outcome.ok:
            print("\n".join(f"        {line}" for line in outcome.output.splitlines()), flush=True)
    print(f"checks: {len(CHECKS) - failed} ok, {failed} failed")
    return 1 if failed else 0


def _outcomes() -> Iterator[Outcome]:
    with ThreadPoolExecutor(2) as pool:
        yield from pool.map(_run, CHECKS, CHECKS.values())


def _run(name: str, command: tuple[str, ...]) -> Outcome:
    env = os.environ | {"PATH": f"{BIN}:{os.environ['PATH']}", "NO_COLOR": "1"}
    done = subprocess.run(
        command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return Outcome(name, done.returncode == 0, done.stdout)


if __name__ == "__main__":
    sys.exit(main())
