"""Runs one security scanner over the project in the current folder: bandit, semgrep, pip-audit or npm-audit.

Prints the findings and exits with 1, or prints one line. A scanner that is not installed, or whose data are
out of reach, says so in one line and exits with 77: it has not passed. deploy/setup installs the scanners, in
environments of their own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

NOT_RUN = 77
ENVIRONMENTS = Path(__file__).parents[1] / ".venv"
CODE = ("server", "sandbox", "deploy", ".ci", "migrations", "docs")
SCRIPTS = ("server", "deploy", ".ci", "migrations", "extension", "static/js")
LOCKS = (
    "requirements-dev.lock",
    "requirements-node.lock",
    "requirements-scan.lock",
    "requirements-semgrep.lock",
)
LONGEST = 300  # seconds for one scanner
# What is not true of this project, or is checked elsewhere: rule of semgrep → why it is left out.
LEFT_OUT = {
    "html-in-template-string": "the marks of a mail are HTML, made of signed URLs (tests/extension/page)",
}
# Known vulnerabilities that cannot be mended yet and do no harm here: id → why.
ACCEPTED: dict[str, str] = {}


class NotRunError(Exception):
    """The scanner cannot do its work on this machine; the text says why."""


def main() -> int:
    """Run the scanner that the command line names. Returns the exit status."""
    name = sys.argv[1]
    try:
        findings, summary = SCANNERS[name]()
    except NotRunError as why:
        print(f"{name} was not run: {why}")
        return NOT_RUN
    print("\n".join(findings) or f"{name}: {summary}")
    return 1 if findings else 0


def bandit() -> tuple[list[str], str]:
    """Look for what ruff does not know (pyproject.toml lists it)."""
    folders = [folder for folder in CODE if Path(folder).is_dir()]
    tool = _installed("scan", "bandit")
    found = _json([tool, "-q", "-c", "pyproject.toml", "-f", "json", "-r", *folders])
    lines = [
        f"{each['filename']}:{each['line_number']}: {each['test_id']} {each['issue_text']}"
        for each in found["results"]
    ]
    lines += [f"{each['filename']}: {each['reason']}" for each in found["errors"]]
    return lines, f"nothing found in {len(found['metrics']) - 1} files"


def semgrep() -> tuple[list[str], str]:
    """Look for what semgrep's rules know, without those that ask for a look at every use of something."""
    tool, rules = _installed("semgrep", "semgrep"), ENVIRONMENTS / "semgrep" / "rules"
    if not rules.is_dir():
        raise NotRunError("its rules could not be had when it was installed; run: make scan")
    options = ["--metrics", "off", "--disable-version-check", "--quiet", "--json", "--config", str(rules)]
    folders = [folder for folder in SCRIPTS if Path(folder).is_dir()]
    found = _json([tool, "scan", *options, *folders])
    kept = [each for each in found["results"] if each["check_id"].rpartition(".")[2] not in LEFT_OUT]
    lines = [
        f"{each['path']}:{each['start']['line']}: {each['check_id'].rpartition('.')[2]}: "
        f"{each['extra']['message'].splitlines()[0]}"
        for each in kept
    ]
    return lines, f"nothing found in {len(found['paths']['scanned'])} files"


def pip_audit() -> tuple[list[str], str]:
    """Ask the OSV database about every locked Python package."""
    locks = [argument for lock in LOCKS if Path(lock).is_file() for argument in ("-r", lock)]
    options = ["--disable-pip", "--require-hashes", "--format", "json", "--progress-spinner", "off"]
    database = ["-s", "osv", "--timeout", "10"]
    if url := os.environ.get("OSV_URL"):
        database += ["--osv-url", url]
    found = _json([_installed("scan", "pip-audit"), *options, *database, *locks])["dependencies"]
    asked = [package for package in found if "vulns" in package]
    if not asked:
        raise NotRunError("the database of vulnerabilities knew none of the packages")
    return list(_vulnerable(asked)), f"no known vulnerability in {len(asked)} packages"


def _vulnerable(packages: list[dict[str, Any]]) -> Iterator[str]:
    for package in packages:
        for flaw in package["vulns"]:
            if not {flaw["id"], *flaw["aliases"]} & ACCEPTED.keys():
                fixed = " or ".join(flaw["fix_versions"])
                advice = (
                    f"update to {fixed}: make lock ARGS=--upgrade" if fixed else "no release mends it yet"
                )
                yield f"{package['name']} {package['version']}: {flaw['id']}; {advice}"


def npm_audit() -> tuple[list[str], str]:
    """Ask npm's database about every locked package of package-lock.json."""
    found = _json(["npm", "audit", "--json", "--package-lock-only"])
    if "vulnerabilities" not in found:
        raise NotRunError(f"the registry gave no advisories ({found.get('message') or 'no reason given'})")
    lines = [
        f"{name} ({flaw['severity']}): {', '.join(_advisories(flaw))}; "
        "update it in package.json, then run: npm install"
        for name, flaw in found["vulnerabilities"].items()
    ]
    return lines, f"no known vulnerability in {found['metadata']['dependencies']['total']} packages"


def _advisories(flaw: dict[str, Any]) -> Iterator[str]:
    for cause in flaw["via"]:
        yield cause if isinstance(cause, str) else f"{cause['title']} {cause['url']}"


def _installed(environment: str, tool: str) -> str:
    path = ENVIRONMENTS / environment / "bin" / tool
    if not path.exists():
        how = "make scan" if environment == "semgrep" else "make check, with a network"
        raise NotRunError(f"it is not installed; to install it, run: {how}")
    return str(path)


def _json(command: list[str]) -> dict[str, Any]:
    """Run a scanner and return its answer. Raises NotRunError if it gives none."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=LONGEST)
        answer: dict[str, Any] = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        raise NotRunError(f"no answer within {LONGEST} s") from None
    except ValueError:
        last = (done.stderr.strip() or "it printed nothing").splitlines()[-1]
        raise NotRunError(f"no answer ({last[:100]})") from None
    return answer


SCANNERS: dict[str, Callable[[], tuple[list[str], str]]] = {
    "bandit": bandit,
    "semgrep": semgrep,
    "pip-audit": pip_audit,
    "npm-audit": npm_audit,
}

if __name__ == "__main__":
    sys.exit(main())
