"""Knows whether the worker works, says nothing, or is being started again."""

from __future__ import annotations

from enum import StrEnum

SILENT, HANGS = 5.0, 60.0  # seconds without a word


class WorkerState(StrEnum):
    """How the background work of this process is doing."""

    OK = "ok"
    STARTING = "starting"
    RESTARTING = "restarting"
    SILENT = "not answering"
    OFF = "off"  # it is not done here


class WorkerHealth:
    """The state of the worker, as this process of the server knows it."""

    def __init__(self) -> None:
        self._state = WorkerState.OFF
        self._silence = 0.0

    @property
    def state(self) -> WorkerState:
        """The worker's state at this moment."""
        is_silent = self._state is WorkerState.OK and self._silence >= SILENT
        return WorkerState.SILENT if is_silent else self._state

    @property
    def hangs(self) -> bool:
        """Whether the worker has been silent for so long that it has to be killed."""
        return self._silence >= HANGS

    def note(self, state: WorkerState) -> None:
        """Note that a worker is being started or has begun to work."""
        self._state, self._silence = state, 0.0

    def listened(self, seconds: float, heard: bool) -> None:
        """Note that this process has listened for so long, and whether it has heard anything."""
        self._silence = 0.0 if heard else self._silence + seconds
