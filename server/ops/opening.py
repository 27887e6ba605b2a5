"""Tries to open the database, for as long as that takes.

What fails is logged once, with its traceback where only that explains it, and then in a line a minute.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable

from tortoise import connections
from tortoise.exceptions import ConfigurationError

from server.lib.config import ConfigError
from server.lib.database import connection, damage
from server.lib.database.migrate import MigrationError, migrate, missing_steps
from server.lib.database.readiness import Readiness, Stage
from server.lib.database.retryable import is_away, is_transient
from server.lib.settings import ServerSettings, Settings
from server.lib.user_error import UserError
from server.ops.away import explained, of_database
from server.tables import MODELS

log = logging.getLogger(__name__)

PAUSES = (0.2, 0.5, 1.0, 2.0, 3.0)  # seconds, while the database cannot be reached
LONG_PAUSE = 30.0  # after a failure that is not about the connection: a big migration may be behind it
DAMAGE_SECONDS = 1.0  # at the start, for files whose server was killed
SAY_EVERY = LOOK_EVERY = 60.0
SERVING = "Meanwhile, pixels and links are answered and their hits are kept, and pages say to wait."
WORKING = "No background work is done until then."

Step = Callable[[], Awaitable[object]]


class _Behind(Exception):
    """The database has not yet the schema of this version."""


async def migrated(settings: Settings, readiness: Readiness) -> None:
    """Return once the database has this version's schema, for a server, which migrates it.

    Raises ConfigError if that can never be. A database of a newer version ends the start while somebody is
    looking, which is if the database says so at once. Found later, it is waited for like one that is away:
    by then only readers would notice, and their hits are worth keeping.
    """
    file = connection.sqlite_file(settings[ServerSettings].database_url)

    async def step() -> None:
        if file:
            await asyncio.to_thread(damage.check_log, file, DAMAGE_SECONDS)
        await migrate(settings, MODELS, tell=readiness.note)

    await until_done(step, settings, readiness)


async def until_done(step: Step, settings: Settings, readiness: Readiness) -> None:
    """Try a step of a server's start until it succeeds. Raises ConfigError."""
    failures = _Failures(SERVING, settings)
    while True:
        try:
            await step()
        except MigrationError as error:
            if not failures.number:
                raise
            readiness.note(Stage.NEWER)
            await failures.told(error)
        except (ConfigError, ConfigurationError):
            raise
        except Exception as error:  # noqa: BLE001 - each driver raises errors of its own
            readiness.note(Stage.WAITING)
            await failures.told(error)
        else:
            failures.ended()
            return


async def current(settings: Settings) -> None:
    """Return once the database has this version's schema, for a worker, which does not migrate it.

    Raises ConfigError, above all if a newer version has migrated the database.
    """
    failures = _Failures(WORKING, settings)
    while True:
        try:
            async with connection.connected(settings[ServerSettings].database_url, MODELS):
                if missing := await missing_steps(connections.get("default")):
                    raise _Behind(missing)
        except (ConfigError, ConfigurationError):
            raise
        except Exception as error:  # noqa: BLE001 - each driver raises errors of its own
            await failures.told(error)
        else:
            failures.ended()
            return


async def superseded() -> None:
    """Watch the open database. Raises MigrationError as soon as a newer version has migrated it."""
    while True:
        await asyncio.sleep(LOOK_EVERY)
        try:
            await missing_steps(connection.read_only())
        except MigrationError:
            raise
        except Exception as error:  # noqa: BLE001 - whoever works will notice that the database is away
            log.debug("the version of the database cannot be read: %s", error)


class _Failures:
    """Logs failures in a row: the first of each kind, and then one a minute."""

    def __init__(self, meanwhile: str, settings: Settings) -> None:
        self._database = settings[ServerSettings].database_url
        self.number = 0
        self._meanwhile = meanwhile
        self._began = self._say_at = time.monotonic()
        self._said = ""

    async def told(self, error: Exception) -> None:
        """Log a failure if it is time to, and wait until the next try."""
        now, sentence = time.monotonic(), _sentence(error, self._database)
        if sentence != self._said or now >= self._say_at:
            is_explained = sentence == self._said or _is_sentence(error) or explained(error, self._database)
            log.error(
                "%s. %s It is tried again and again, so far for %.0f s.",
                sentence.rstrip("."),
                self._meanwhile,
                now - self._began,
                exc_info=None if is_explained else error,
            )
            self._said, self._say_at = sentence, now + SAY_EVERY
        pause = PAUSES[min(self.number, len(PAUSES) - 1)]
        self.number += 1
        # The first tries come soon in any case: a server that starts may say strange things for a moment.
        waits = _is_sentence(error) or is_transient(error) or is_away(error)
        await asyncio.sleep(pause if waits or self.number < len(PAUSES) else LONG_PAUSE)

    def ended(self) -> None:
        """Log that what was tried has succeeded, if it had failed before."""
        if self.number:
            log.warning("the database can be used now, after %.0f s", time.monotonic() - self._began)


def _is_sentence(error: Exception) -> bool:
    return isinstance(error, ConfigError | UserError | _Behind)


def _sentence(error: Exception, database: str) -> str:
    if isinstance(error, _Behind):
        number = len(error.args[0])
        return (
            f"The database is older than this version ({number} migrations are missing). "
            "Start the server of this version, or run: sightline migrate"
        )
    if _is_sentence(error):
        return str(error)
    why = of_database(error, database) or f"{type(error).__name__}: {error}"
    return f"The database cannot be used yet: {why}"
