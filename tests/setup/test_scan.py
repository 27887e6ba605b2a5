"""The security scanners find what was planted, and say so in one line if they could not look."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SCAN = ROOT / ".ci" / "scan.py"
NOWHERE = "http://127.0.0.1:9"  # the port of the discard service, on which nobody listens
LOCKED = "werkzeug==3.1.9 --hash=sha256:" + "0" * 64 + "\n"
NPM = {
    "name": "x",
    "version": "1.0.0",
    "lockfileVersion": 3,
    "packages": {
        "": {"name": "x", "version": "1.0.0", "dependencies": {"esbuild": "0.28.2"}},
        "node_modules/esbuild": {"version": "0.28.2"},
    },
}


def scan(folder: Path, tool: str, **env: str) -> tuple[int, str]:
    """Run one scanner in `folder`. Return its status and what it printed."""
    path = f"{ROOT / '.venv' / 'bin'}:{os.environ['PATH']}"
    command = [sys.executable, str(SCAN), tool]
    more = {**os.environ, "PATH": path, **env}
    done = subprocess.run(command, cwd=folder, env=more, capture_output=True, text=True, check=False)
    assert not done.stderr
    return done.returncode, done.stdout.strip()


@contextmanager
def database(answer: Any) -> Iterator[str]:
    """A database of vulnerabilities on loopback, which gives everyone the same answer. Yields its URL."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            body = json.dumps(answer).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Print nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project with one harmless module."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "server").mkdir()
    (tmp_path / "server" / "fine.py").write_text("answer = 42\n")
    return tmp_path


def test_bandit_finds_a_planted_import_and_a_hidden_change_of_direction(project: Path) -> None:
    status, said = scan(project, "bandit")
    assert (status, said) == (0, "bandit: nothing found in 1 files")
    (project / "server" / "planted.py").write_text("import telnetlib\n# \u202e reversed\n")
    status, said = scan(project, "bandit")
    assert status == 1
    assert re.findall(r"^server/planted.py:\d+: (B\d+)", said, re.MULTILINE) == ["B401", "B613"]


def test_bandit_looks_for_nothing_that_ruff_finds(project: Path) -> None:
    ruff = subprocess.run(
        ["ruff", "rule", "--all", "--output-format", "json"],
        env={"PATH": str(ROOT / ".venv" / "bin")},
        capture_output=True,
        check=True,
    )
    rules = [rule for rule in json.loads(ruff.stdout) if not rule.get("preview")]
    known = {f"B{rule['code'][1:]}" for rule in rules if re.fullmatch(r"S\d+", rule["code"] or "")}
    ours = set(re.findall(r'"(B\d{3})"', (project / "pyproject.toml").read_text()))
    assert len(ours) > 10
    assert ours & known == set()


def test_a_weak_hash_is_found(project: Path) -> None:
    """By ruff, as in `make check`."""
    (project / "server" / "weak.py").write_text('import hashlib\n\nhashlib.md5(b"x")\nhashlib.sha1(b"x")\n')
    command = [
        str(ROOT / ".venv" / "bin" / "ruff"),
        "check",
        "--select",
        "S324",
        "--output-format",
        "concise",
        ".",
    ]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.stdout.count("S324") == 2


def test_a_package_with_a_known_vulnerability_is_found(project: Path) -> None:
    flaw = {
        "id": "PYSEC-2026-1",
        "modified": "2026-01-01T00:00:00Z",
        "summary": "planted",
        "details": "planted",
        "aliases": ["CVE-2026-1"],
        "affected": [
            {
                "package": {"name": "werkzeug", "ecosystem": "PyPI"},
                "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "3.2.0"}]}],
            }
        ],
    }
    (project / "requirements-dev.lock").write_text(LOCKED)
    with database({"vulns": [flaw]}) as url:
        status, said = scan(project, "pip-audit", OSV_URL=url)
    assert status == 1
    assert said == "werkzeug 3.1.9: PYSEC-2026-1; update to 3.2.0: make lock ARGS=--upgrade"


def test_packages_without_a_known_vulnerability_are_counted(project: Path) -> None:
    (project / "requirements-dev.lock").write_text(LOCKED)
    with database({}) as url:
        said = scan(project, "pip-audit", OSV_URL=url)
    assert said == (0, "pip-audit: no known vulnerability in 1 packages")


def test_an_npm_package_with_a_known_vulnerability_is_found(project: Path) -> None:
    flaw = {
        "id": 1,
        "url": "https://example.org/GHSA-1",
        "title": "planted",
        "severity": "high",
        "vulnerable_versions": "<=0.28.2",
    }
    (project / "package.json").write_text(json.dumps(NPM["packages"][""]))  # type: ignore[index]
    (project / "package-lock.json").write_text(json.dumps(NPM))
    with database({"esbuild": [flaw]}) as url:
        status, said = scan(project, "npm-audit", npm_config_registry=url)
    assert status == 1
    assert said.startswith(
        "esbuild (high): planted https://example.org/GHSA-1; update it in package.json, then"
    )


@pytest.mark.parametrize("tool", ["pip-audit", "npm-audit"])
def test_without_a_network_a_scanner_says_that_it_did_not_look(project: Path, tool: str) -> None:
    (project / "requirements-dev.lock").write_text(LOCKED)
    (project / "package.json").write_text(json.dumps(NPM["packages"][""]))  # type: ignore[index]
    (project / "package-lock.json").write_text(json.dumps(NPM))
    status, said = scan(
        project, tool, OSV_URL=NOWHERE, npm_config_registry=NOWHERE, npm_config_fetch_retries="0"
    )
    assert status == 77
    assert said.startswith(f"{tool} was not run: ")
    assert "\n" not in said


def test_semgrep_finds_what_is_planted_or_says_that_it_is_not_installed(project: Path) -> None:
    """Semgrep and its rules take 400 MB, so only `make scan` installs them."""
    (project / "server" / "planted.py").write_text("import pickle\n\npickle.loads(input())\n")
    status, said = scan(project, "semgrep")
    if (ROOT / ".venv" / "semgrep" / "rules").is_dir():
        assert status == 1
        assert said.startswith("server/planted.py:3: avoid-pickle: ")
    else:
        assert status == 77
        assert said.startswith("semgrep was not run: ")
        assert "make scan" in said


def test_a_check_that_could_not_run_is_not_counted_as_passed(project: Path) -> None:
    code = (
        f"import sys; sys.path[:0] = [{str(SCAN.parent)!r}, {str(ROOT)!r}]\n"
        "import check, test, closing\n"
        "check.CHECKS = {'good': ('true',), 'away': ('sh', '-c', 'echo x was not run: no data; exit 77')}\n"
        "found = [test._of_check(outcome) for outcome in check.outcomes()]\n"
        "print(*closing.lines({'checks': found}), sep='\\n')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    assert "NOT RUN  away" in lines
    assert "checks: 1 ok, 0 failed, 1 not run" in lines
    assert "x was not run: no data (1 skipped)" in lines
    assert lines[-1] == "1 passed, 0 failed"


def test_every_locked_package_has_a_hash() -> None:
    for lock in sorted(ROOT.glob("requirements*.lock")):
        entries = re.split(r"\n(?=\S)", lock.read_text().strip())
        assert entries, lock
        assert all("--hash=sha256:" in entry for entry in entries), lock
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    assert all("integrity" in each or each.get("link") for name, each in packages.items() if name)
