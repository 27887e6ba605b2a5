"""Runs all checks of `sightline doctor`, whatever one of them raises."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from server.doctor.address import public_url
from server.doctor.blocked_names import name
from server.doctor.clock import system_clock
from server.doctor.database import database
from server.doctor.diagnosis import Diagnosis
from server.doctor.google_access import google
from server.doctor.google_setup import google_setup
from server.doctor.mail import mail
from server.doctor.networks import networks
from server.doctor.passwords import breached_passwords
from server.doctor.places import place
from server.doctor.readers import readers
from server.doctor.secret_files import secrets
from server.doctor.spool import spool
from server.lib.settings import Settings
from server.ops.trouble import sentence_for

Check = Callable[[Settings], Awaitable[list[Diagnosis]]]

CHECKS: tuple[Check, ...] = (
    secrets,
    database,
    system_clock,
    spool,
    public_url,
    name,
    mail,
    google_setup,
    google,
    place,
    networks,
    readers,
    breached_passwords,
)


async def examine(settings: Settings) -> list[Diagnosis]:
    """Run all checks and return their findings; parts on which others depend are checked first."""
    found: list[Diagnosis] = []
    for check in CHECKS:
        try:
            found += await check(settings)
        except Exception as error:  # noqa: BLE001 - a check that fails itself must not hide the others
            text = f"could not be checked: {sentence_for(error) or f'{type(error).__name__}: {error}'}"
            found.append(Diagnosis("red", check.__name__.replace("_", " "), text))
    return found
