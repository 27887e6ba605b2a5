"""Copies the checkout, so that mutants change only the copy."""

from __future__ import annotations

import compileall
import hashlib
import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
_BUILT = ("extension/dist", "static/vendor")
_MATTERS = ("server/", "migrations/", "templates/", "tests/", "pyproject")
_INSTALLED = (".venv", "node_modules")


def files() -> list[str]:
    """Return the files of the checkout, including those that are not committed yet."""
    command = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return sorted(each for each in listed.split("\0") if each and (ROOT / each).is_file())


def copy_to(folder: Path) -> Path:
    """Copy the checkout, and link the installed packages. Returns the folder."""
    for each in files():
        target = folder / each
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / each, target)
    for each in _BUILT:
        if (ROOT / each).exists():
            shutil.copytree(ROOT / each, folder / each, dirs_exist_ok=True)
    for each in _INSTALLED:
        (folder / each).symlink_to((ROOT / each).resolve())
    compileall.compile_dir(folder / "server", quiet=2)
    return folder


def hashes() -> dict[str, str]:
    """Return a hash of each test file, and under "" one hash of everything else that tests depend on."""
    found: dict[str, str] = {}
    rest = hashlib.sha256()
    for each in files():
        content = (ROOT / each).read_bytes()
        if each.startswith("tests/") and Path(each).name.startswith("test_"):
            found[each] = hashlib.sha256(content).hexdigest()[:16]
        elif each.startswith(_MATTERS) and not each.startswith("tests/mutants/"):
            rest.update(each.encode() + b"\0" + content)
    return {**found, "": rest.hexdigest()[:16]}


def environment() -> dict[str, str]:
    """Return the environment of a session. It writes no compiled files, because an old one might be used."""
    return os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
