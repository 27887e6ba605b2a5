"""Knows how far this process is with its database: away, being updated, or ready to be used."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum


class Stage(StrEnum):
    """What a process is waiting for before it uses its database. The values are what /health answers."""

    READY = "ok"
    WAITING = "waiting for the database"
    LOCKED = "waiting for another process that updates the database"
    UPDATING = "updating the database"
    NEWER = "the database is newer than this version"


Tell = Callable[[Stage], None]


class Readiness:
    """The stage of one process. A process that never said otherwise is ready.

    `refused` holds the error because of which the process has to end, and `on_refusal` is called with it.
    """

    def __init__(self) -> None:
        self.stage = Stage.READY
        self.refused: Exception | None = None
        self.on_refusal: Callable[[], None] = lambda: None

    @property
    def is_ready(self) -> bool:
        """Whether the database has this version's schema, and may be used."""
        return self.stage is Stage.READY

    def note(self, stage: Stage) -> None:
        """Note that a stage has begun."""
        self.stage = stage

    def refuse(self, error: Exception) -> None:
        """Note that this process has to end because of `error`."""
        self.refused = error
        self.on_refusal()
