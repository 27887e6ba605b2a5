"""Checks the list of breached passwords."""

from __future__ import annotations

from server.accounts import breached
from server.accounts.settings import AccountsSettings
from server.doctor.diagnosis import Diagnosis
from server.lib.settings import Settings


async def breached_passwords(settings: Settings) -> list[Diagnosis]:
    """Check that the list of breached passwords can be searched, if one is set."""
    path = settings[AccountsSettings].breached_passwords
    if path is None:
        return [Diagnosis("green", "breached passwords", "not checked; BREACHED_PASSWORDS is optional")]
    trouble = breached.trouble(path)
    if trouble:
        text = f"{trouble} New passwords cannot be set until BREACHED_PASSWORDS names such a list."
        return [Diagnosis("red", "breached passwords", text)]
    return [Diagnosis("green", "breached passwords", str(path))]
