"""Lists the files that are, or would be, committed."""

from __future__ import annotations

import subprocess
from pathlib import Path

OWN_FOLDERS = {
    ".ci",
    "deploy",
    "extension",
    "migrations",
    "sandbox",
    "server",
    "static",
    "templates",
    "tests",
}


def committed() -> list[Path]:
    """Return the files below the current folder that git tracks or would track, in order."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    ).stdout
    return sorted({Path(name) for name in listed.split("\0") if name and Path(name).is_file()})


def own() -> list[Path]:
    """Return the committed files that are our own code."""
    return [path for path in committed() if path.parts[0] in OWN_FOLDERS]
