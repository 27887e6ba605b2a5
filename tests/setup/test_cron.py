"""The lines for cron in the documentation work as root's cron runs them: hardly a PATH."""

from __future__ import annotations

import os
import pwd
import re
import subprocess
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import parts

ROOT = Path(__file__).parents[2]
USER = "nobody"  # stands for the service's user
LINE = re.compile(r"^[\d*]+ [\d*]+ [\d*]+ [\d*]+ [\d*]+  (\w+)  (.*)$", re.MULTILINE)


def cron_line(page: str) -> tuple[str, str]:
    """The user and the command of the page's line for /etc/crontab, as the shell gets it."""
    (found,) = LINE.findall((ROOT / "docs" / page).read_text())
    return found[0], found[1].replace(r"\%", "%")


@pytest.fixture
def machine() -> Iterator[Path]:
    """A folder that stands for the machine's: root's settings, and the service's folders."""
    parts.require("disk", "" if os.geteuid() == 0 else "only root can run a command as somebody else")
    with tempfile.TemporaryDirectory(prefix="sightline-cron-") as name:  # pytest's own folders are private
        tmp_path = Path(name)
        tmp_path.chmod(0o755)
        _furnish(tmp_path)
        yield tmp_path


def _furnish(tmp_path: Path) -> None:
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc/sightline.env").write_text("PUBLIC_URL=https://track.example.com\n")
    (tmp_path / "etc/sightline.env").chmod(0o600)
    (tmp_path / "etc/sightline.passphrase").write_text("a long passphrase of Alice\n")
    for name in ("data", "backups", "etc/sightline.passphrase"):
        path = tmp_path / name
        if not path.exists():
            path.mkdir()
        os.chown(path, pwd.getpwnam(USER).pw_uid, -1)
        path.chmod(0o700)
    program = tmp_path / "sightline"  # the Python of the tests may be in root's private folder
    packages = f"{ROOT}:{sysconfig.get_path('purelib')}"
    program.write_text(f'#!/bin/sh\nPYTHONPATH={packages} exec /usr/bin/python3 -B -m server "$@"\n')
    program.chmod(0o755)


def run_by_cron(machine: Path, command: str) -> subprocess.CompletedProcess[str]:
    """Run a documented command as cron does, with the places of this test in place of the real ones."""
    for documented, here in (
        ("/opt/sightline/.venv/bin/sightline", f"{machine}/sightline"),
        ("/etc/", f"{machine}/etc/"),
        ("/var/lib/sightline", f"{machine}/data"),
        ("/var/backups/sightline", f"{machine}/backups"),
        ("-u sightline ", f"-u {USER} "),
    ):
        command = command.replace(documented, here)
    clean = ["env", "-i", "PATH=/usr/bin:/bin", "HOME=/root", "SHELL=/bin/sh", "/bin/sh", "-c", command]
    return subprocess.run(clean, cwd="/", capture_output=True, text=True, check=False)


def test_the_monthly_refresh_reaches_the_command_as_the_service_user(machine: Path) -> None:
    user, command = cron_line("self-hosting.md")
    done = run_by_cron(machine, command.replace("networks refresh", "networks list"))  # no network in tests
    assert (user, done.returncode) == ("root", 0), done.stderr
    assert "Google" in done.stdout


def test_the_nightly_backup_is_written_by_the_service_user(machine: Path) -> None:
    made = run_by_cron(machine, cron_line("self-hosting.md")[1].replace("networks refresh", "mark"))
    assert made.returncode == 0, made.stderr
    user, command = cron_line("backup.md")
    done = run_by_cron(machine, command)
    assert (user, done.returncode) == ("root", 0), done.stderr
    (backup,) = (machine / "backups").iterdir()
    assert backup.owner() == USER
