"""Lists the real parts that tests need, such as browsers; `python -m tests.parts` installs them.

A missing part fails each test that needs it, unless WITHOUT names the part (`WITHOUT="mariadb firefox"`):
then these tests are skipped, and the closing lines of `make test` say so.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

BY_REQUEST = "left out by request: "
# Debian installs servers in folders of root's PATH only, and each PostgreSQL version in its own folder.
SERVERS = (
    "/usr/local/sbin",
    "/usr/sbin",
    *map(str, sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)),
)


@dataclass(frozen=True)
class Piece:
    """A Debian package that a part needs, and a check whether the machine has it in some form."""

    package: str
    found: Callable[[], object]


def _any(*programs: str) -> Callable[[], Path | None]:
    return lambda: next((path for path in map(find, programs) if path), None)


def _driver() -> bool:
    """Whether Playwright's own Node starts: it needs a library that a minimal Debian lacks."""
    [node] = Path(sys.prefix).glob("lib/python*/site-packages/playwright/driver/node")
    return subprocess.run([node, "--version"], capture_output=True, check=False).returncode == 0


CHROMIUM = _any("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FIREFOX = _any("firefox-esr", "firefox")
FAKETIME = Path("/usr/lib", f"{platform.machine()}-linux-gnu", "faketime", "libfaketime.so.1")

# The names that WITHOUT accepts. Those without a package must already be on the machine.
PARTS: dict[str, tuple[Piece, ...]] = {
    "age": (Piece("age", _any("age")),),
    "chromium": (Piece("chromium", CHROMIUM), Piece("libatomic1", _driver)),
    "faketime": (Piece("libfaketime", FAKETIME.is_file),),
    "firefox": (Piece("firefox-esr", FIREFOX),),
    "haproxy": (Piece("haproxy", _any("haproxy")),),
    "mariadb": (
        Piece("mariadb-server-core", _any("mariadbd")),
        Piece("mariadb-client-core", _any("my_print_defaults")),
        Piece("mariadb-client", _any("mariadb-dump")),
    ),
    "nginx": (Piece("nginx-light", _any("nginx")),),
    "pgbouncer": (Piece("pgbouncer", _any("pgbouncer")),),
    "postgresql": (Piece("postgresql", _any("postgres")),),
    "redis": (Piece("redis-server", _any("redis-server")),),
    "rspamd": (Piece("rspamd", _any("rspamd")),),
    "spamassassin": (Piece("spamassassin", _any("spamassassin")),),
    "disk": (),
    "proc": (),
}


def find(program: str) -> Path | None:
    """Return the path of a program, even if only root's PATH contains it."""
    found = shutil.which(program, path=os.pathsep.join([os.environ.get("PATH", ""), *SERVERS]))
    return Path(found) if found else None


def left_out() -> frozenset[str]:
    """Return the parts that WITHOUT names. Raises ValueError for a name that no part has."""
    named = frozenset(os.environ.get("WITHOUT", "").replace(",", " ").split())
    if unknown := sorted(named - PARTS.keys()):
        raise ValueError(f"WITHOUT names {' and '.join(unknown)}; it may name {', '.join(sorted(PARTS))}.")
    return named


def missing(names: Sequence[str]) -> dict[str, list[str]]:
    """Return what these parts lack: the packages to install, by part."""
    lacking = {name: [piece.package for piece in PARTS[name] if not piece.found()] for name in names}
    return {name: packages for name, packages in lacking.items() if packages}


def chromium() -> Path:
    """Return Chromium or Chrome for the current test; see `require`."""
    return _required("chromium", CHROMIUM())


def firefox() -> Path:
    """Return Firefox for the current test; see `require`."""
    return _required("firefox", FIREFOX())


def faketime() -> Path:
    """Return the library that moves a program's clock for the current test; see `require`."""
    return _required("faketime", FAKETIME if FAKETIME.is_file() else None)


def program(part: str, name: str) -> Path:
    """Return a program of a part for the current test; see `require`."""
    return _required(part, find(name))


def require(part: str, trouble: str = "") -> None:
    """Skip the current test if WITHOUT names the part; fail it if there is `trouble` with the part."""
    if part in left_out():
        pytest.skip(f"{BY_REQUEST}{part}")
    if trouble:
        pytest.fail(f"{trouble}. (To leave it out: WITHOUT={part})", pytrace=False)


def _required(part: str, path: Path | None) -> Path:
    packages = " ".join(piece.package for piece in PARTS[part])
    require(part, "" if path else f"{part} is missing: run 'apt install {packages}' as root")
    assert path
    return path


def main() -> int:
    """Install the parts named on the command line, or all of them; without root or Debian, say what to run.

    Returns the exit status.
    """
    try:
        wanted = [name for name in sys.argv[1:] or PARTS if name not in left_out()]
    except ValueError as error:
        return _complain(str(error))
    lacking = missing(wanted)
    packages = [package for each in lacking.values() for package in each]
    if not packages:
        return 0
    if os.geteuid() or not Path("/etc/debian_version").exists():
        return _complain(
            f"the tests need {' and '.join(lacking)}. Run: sudo apt install {' '.join(packages)}"
            f' (or leave them out: WITHOUT="{" ".join(lacking)}" make test).'
        )
    return _install(packages)


def _install(packages: list[str]) -> int:
    print(f"Installing what the tests need with apt: {' '.join(packages)}", flush=True)
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    for command in (["apt-get", "update", "-qq"], install):
        done = subprocess.run(
            command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
    if done.returncode:
        print("\n".join(done.stdout.splitlines()[-12:]), file=sys.stderr)
        return _complain(f"apt-get could not install {' '.join(packages)}; its output is above.")
    return 0


def _complain(what: str) -> int:
    print(f"set-up: {what}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
