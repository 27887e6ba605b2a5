"""Checks the signing key, and whether others can read the files that contain keys."""

from __future__ import annotations

import stat
from pathlib import Path

from server.doctor.diagnosis import Diagnosis
from server.lib.settings import ServerSettings, Settings
from server.marks.settings import MarksSettings


async def secrets(settings: Settings) -> list[Diagnosis]:
    """Check whether there is a signing key, and whether other users can read the files that contain keys."""
    data, marks = settings[ServerSettings].data, settings[MarksSettings]
    kept = [marks.key_file, data / "vault.key", data / "session.key"]
    found = [_private(path) for path in kept if path.exists()]
    if marks.tracking_secret:
        found.append(Diagnosis("green", "signing key", "TRACKING_SECRET is set"))
    elif marks.key_file.exists():
        text = f"TRACKING_SECRET is not set, so Sightline made a key in {marks.key_file}. Back up that file."
        found.append(Diagnosis("yellow", "signing key", text))
    else:
        found.append(
            Diagnosis(
                "red",
                "signing key",
                "There is no key yet. Set TRACKING_SECRET, or start the server to make one.",
            )
        )
    return found


def _private(path: Path) -> Diagnosis:
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & 0o077:
        return Diagnosis(
            "red", path.name, f"Others can read this file (mode {mode:o}). Run: chmod 600 {path}"
        )
    return Diagnosis("green", path.name, "only its owner can read this file")
