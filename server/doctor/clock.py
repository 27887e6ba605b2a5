"""Checks that the clock goes on as time does."""

from __future__ import annotations

from tortoise.exceptions import BaseORMException

from server.doctor.diagnosis import Diagnosis
from server.lib import clock, notes
from server.lib.database import connection
from server.lib.settings import ServerSettings, Settings
from server.lib.settled import DAY, NOTE, Belief, doubt_of
from server.startup import is_first_start
from server.tables import MODELS


async def system_clock(settings: Settings) -> list[Diagnosis]:
    """Check that the clock did not jump; until it is believed again, nothing is deleted by it."""
    if is_first_start(settings):
        return []
    try:
        async with connection.connected(settings[ServerSettings].database_url, MODELS):
            noted = await notes.kept(NOTE)
    except (BaseORMException, OSError):
        return []  # what is wrong with the database is said elsewhere
    return diagnosis_of(Belief(**noted)) if noted else []


def diagnosis_of(belief: Belief) -> list[Diagnosis]:
    """Return what the doctor says about the clock."""
    if abs(belief.offset) > DAY:
        return [Diagnosis("yellow", "clock", doubt_of(belief))]
    return [Diagnosis("green", "clock", f"{clock.now():%Y-%m-%d %H:%M} UTC")]
