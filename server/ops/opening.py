"""Tries to open the database, for as long as that takes, while the process answers pixels and links.

What fails is logged once with its traceback where only that explains it, and then in a line a minute.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable

from tortoise.exceptions import ConfigurationError

from server.lib.config import ConfigError
from server.lib.database.migrate import MigrationError, migrate
from server.lib.database.readiness import Readiness, Stage
from server.lib.database.retryable import is_transient
from server.lib.settings import Settings
from server.ops.trouble import sentence_for
from server.tables import MODELS

log = logging.getLogger(__name__)

PAUSES = (0.2, 0.5, 1.0, 2.0, 3.0)  # seconds, while the database cannot be reached
LONG_PAUSE = 30.0  # after a failure that is not about the connection: a big migration may be behind it
SAY_EVERY = 60.0
MEANWHILE = "Meanwhile, pixels and links are answered and their hits are kept, and pages say to wait"


async def migrated(settings: Settings, readiness: Readiness) -> None:
    """Return once the database has this version's schema. Raises ConfigError if that can never be.

    A database of a newer version ends the start while somebody is looking, which is if the database says so
    at once. Found later, it is waited for like one that is away, since by then only readers would notice.
    """
    await until_done(lambda: migrate(settings, MODELS, tell=readiness.note), readiness)


async def until_done(step: Callable[[], Awaitable[object]], readiness: Readiness) -> None:
    """Try a step until it succeeds. Raises ConfigError; and MigrationError only at the first try."""
    failures = _Failures()
    while True:
        try:
            await step()
        except ConfigurationError:
            raise
        except MigrationError as error:
            if not failures.number:
                raise
            readiness.note(Stage.NEWER)
            pause = failures.told(error)
        except ConfigError:
            raise
        except Exception as error:  # noqa: BLE001 - each driver raises errors of its own
            readiness.note(Stage.WAITING)
            pause = failures.told(error)
        else:
            failures.ended()
            return
        await asyncio.sleep(pause)


class _Failures:
    """Counts failures in a row, and logs the first of each kind and then one a minute."""

    def __init__(self) -> None:
        self.number = 0
        self._began = self._say_at = time.monotonic()
        self._said = ""

    def told(self, error: Exception) -> float:
        """Log a failure if it is time to. Returns after how many seconds to try again."""
        now = time.monotonic()
        sentence = sentence_for(error) or f"The database cannot be used: {type(error).__name__}: {error}"
        if sentence != self._said or now >= self._say_at:
            explained = sentence_for(error) or sentence == self._said
            log.error(
                "%s. %s. It is tried again and again; so far for %.0f s.",
                sentence.rstrip("."),
                MEANWHILE,
                now - self._began,
                exc_info=None if explained else error,
            )
            self._said, self._say_at = sentence, now + SAY_EVERY
        pause = PAUSES[min(self.number, len(PAUSES) - 1)]
        self.number += 1
        return pause if is_transient(error) or isinstance(error, MigrationError) else self._longer(pause)

    def _longer(self, pause: float) -> float:
        # The first tries come soon all the same: a server that starts may say strange things for a moment.
        return pause if self.number < len(PAUSES) else LONG_PAUSE

    def ended(self) -> None:
        if self.number:
            log.warning("the database can be used now, after %.0f s", time.monotonic() - self._began)
