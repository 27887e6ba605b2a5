"""Set-up tells a newcomer in one line what the machine lacks and what to do."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

SETUP = Path(__file__).parents[2] / "deploy" / "setup"
NOT_ROOT = "#!/bin/sh\necho 1000\n"
OLD = "#!/bin/sh\nexit 1\n"
WITHOUT_VENV = """#!/bin/sh
case "$2" in "import ensurepip") exit 1 ;; esac
exec /usr/bin/env -i PATH=/usr/bin:/bin python3 "$@"
"""


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder of programs that are found before the real ones, on a machine where Alice is not root."""
    programs = tmp_path / "programs"
    programs.mkdir()
    _program(programs / "id", NOT_ROOT)
    return programs


def test_an_outdated_python_is_named_with_the_package_to_install(machine: Path) -> None:
    for name in ("python3", "python3.11", "python3.12", "python3.13"):
        _program(machine / name, OLD)
    assert (
        _set_up(machine)
        == "set-up: Python 3.11 or newer is needed. On Debian, run: sudo apt install python3 python3-venv"
    )


def test_a_python_without_venv_names_the_missing_package(machine: Path) -> None:
    _program(machine / "python3", WITHOUT_VENV)
    assert _set_up(machine) == "set-up: Python lacks its venv module. Run: sudo apt install python3-venv"


def test_an_unknown_argument_prints_the_usage(machine: Path) -> None:
    assert _set_up(machine, "--devel") == "usage: deploy/setup [--dev | --demo | --test | --scan]"


def test_a_python_in_a_folder_of_roots_own_is_named_with_what_to_run(machine: Path) -> None:
    _program(machine / "id", "#!/bin/sh\necho 0\n")
    private = machine.parent / "private"
    (private / "bin").mkdir(parents=True)
    _program(private / "bin/python3", f"#!/bin/sh\necho {private}/bin/python3\n")
    (machine.parent / ".venv/bin").mkdir(parents=True)
    (machine.parent / ".venv/bin/python").symlink_to(private / "bin/python3")
    machine.parent.chmod(0o755)
    private.chmod(0o700)
    said = _functions(machine, "warn_of_private_python")
    assert f"Only root can use the Python in {private}." in said
    assert said.splitlines()[1] == "  PYTHON=/usr/bin/python3 deploy/setup"
    _program(machine / "other", "#!/bin/sh\necho /usr/bin/python3\n")
    assert _functions(machine, "other_python && echo anew", PYTHON="other") == "anew\n"
    assert _functions(machine, "other_python || echo kept", PYTHON=f"{private}/bin/python3") == "kept\n"


def _functions(machine: Path, line: str, **env: str) -> str:
    """What a line prints that uses functions of set-up, in a folder with an environment."""
    names = "say|real|other_python|warn_of_private_python"
    found = re.findall(rf"^(?:{names})\(\) {{(?: .*}}$|\n[\s\S]*?^}}$)", SETUP.read_text(), re.MULTILINE)
    settings = os.environ | {"PATH": f"{machine}:{os.environ['PATH']}"} | env
    done = subprocess.run(
        ["bash", "-euc", "\n".join([*found, line])],
        env=settings,
        cwd=machine.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout + done.stderr


def _program(path: Path, text: str) -> None:
    path.write_text(text)
    path.chmod(0o755)


def _set_up(machine: Path, *words: str) -> str:
    """Return the complaint of set-up in an otherwise empty checkout."""
    checkout = machine.parent / "checkout"
    (checkout / "deploy").mkdir(parents=True)
    shutil.copy(SETUP, checkout / "deploy")
    env = os.environ | {"PATH": f"{machine}:{os.environ['PATH']}"}
    env.pop("PYTHON", None)
    done = subprocess.run(
        [checkout / "deploy" / "setup", *words], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode
    assert not (checkout / ".venv").exists()
    return done.stderr.strip()
