"""Checks when the last backup was made, and whether a restore was interrupted."""

from __future__ import annotations

from datetime import timedelta

from server.backup import last
from server.doctor.diagnosis import Diagnosis
from server.lib import clock
from server.lib.settings import ServerSettings, Settings

NAME = "last backup"
_OLD = timedelta(days=7)


async def backups(settings: Settings) -> list[Diagnosis]:
    """Check that a backup was made within a week; only `sightline verify` tries whether it is good."""
    data = settings[ServerSettings].data
    if (data / last.UNFINISHED).exists():
        text = "A restore was interrupted. Run it again, with --overwrite, before the server starts."
        return [Diagnosis("red", NAME, text)]
    found = last.last_backup(data)
    if found is None:
        return [Diagnosis("yellow", NAME, "There is none yet. Make one with: sightline backup FILE")]
    age = clock.now() - found.made_at
    said = f"{found.made_at:%Y-%m-%d %H:%M} UTC, {found.path}"
    if age > _OLD:
        return [
            Diagnosis("yellow", NAME, f"{said}: {age.days} days ago. Make one more often, such as daily.")
        ]
    return [Diagnosis("green", NAME, said)]
