"""Adds a version to the URLs of static files, so that browsers may cache the files for a year."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from quart import Quart

YEAR = 31_536_000


def install(app: Quart) -> None:
    """Make `url_for("static", …)` add a version of the file to its URL."""
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = YEAR
    folder = Path(str(app.static_folder))

    @app.url_defaults
    def _with_version(endpoint: str, values: dict[str, Any]) -> None:
        if endpoint == "static" and "v" not in values:
            values["v"] = version(folder / str(values["filename"]))


def version(file: Path) -> str:
    """Return eight characters that depend on the file's content; "" if there is no such file."""
    try:
        stamp = file.stat().st_mtime_ns
    except OSError:
        return ""
    return _hash(file, stamp)


@lru_cache(maxsize=256)
def _hash(file: Path, _stamp: int) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:8]
