"""`sightline user …` manages people from the command line."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from server.accounts import people
from server.lib.database import connection
from server.lib.database.migrate import migrate
from server.lib.ownership import make_folder
from server.lib.settings import ServerSettings, Settings
from server.ops.served import served_url
from server.tables import MODELS


@asynccontextmanager
async def database(settings: Settings) -> AsyncIterator[None]:
    """Open the database and migrate it to this version, even if the server has never run here."""
    make_folder(settings[ServerSettings].data)
    await migrate(settings, MODELS)
    async with connection.connected(settings[ServerSettings].database_url, MODELS):
        yield


async def add(settings: Settings, email: str, name: str, password: str, role: str | None) -> str:
    """Add a person and return what to print.

    Without `role`, the first person is the owner. Raises UserError.
    """
    async with database(settings):
        role = role or (people.MEMBER if await people.owner_exists() else people.OWNER)
        account = await people.add(settings, email, name, password, role)
        return f"{account.email} can sign in at {served_url(settings)}/login"


async def lines(settings: Settings) -> list[str]:
    """Return one line per person."""
    async with database(settings):
        found = await people.list_people()
        return [
            f"{a.email:<40} {a.role:<7} {'disabled' if a.disabled_at else 'active':<9} {a.name}"
            for a in found
        ]


async def disable(settings: Settings, email: str) -> str:
    """Sign a person out everywhere and keep them out; their messages stay. Raises UserError."""
    async with database(settings):
        await people.disable(email)
        return (
            f"{email} is signed out everywhere, their browsers are disconnected, and they cannot sign in. "
            f"To undo this, run: sightline user enable {email}"
        )


async def enable(settings: Settings, email: str) -> str:
    """Let a disabled person sign in again. Raises UserError."""
    async with database(settings):
        await people.enable(email)
        return f"{email} can sign in again, and has to connect their browsers again."


async def set_password(settings: Settings, email: str, password: str) -> str:
    """Set a forgotten password anew, and say what ended with the old one. Raises UserError."""
    async with database(settings):
        account, ended = await people.set_password(settings, email, password)
        outcome = "can sign in with the new password."
        if account.disabled_at:
            outcome = f"is still disabled; run: sightline user enable {account.email}."
        sessions, browsers = (
            _counted(ended.sessions, "session"),
            _counted(ended.browsers, "connected browser"),
        )
        return f"{account.email} {outcome} Ended: {sessions} and {browsers}."


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
