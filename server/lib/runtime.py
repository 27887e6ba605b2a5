"""Holds the settings and parts of a process, which are made once, for its requests and tasks."""

from __future__ import annotations

from quart import current_app

from server.lib.parts import Parts
from server.lib.settings import Settings

_NAME = "SIGHTLINE_RUNTIME"


class Runtime(Parts):
    """Holds the process's parts, one of each class, and its settings: `runtime()[Vault]`."""

    def __init__(self, settings: Settings, *means: object) -> None:
        super().__init__(*settings, *means)
        self.settings = settings


def runtime() -> Runtime:
    """Return the runtime of the app that serves the current request or runs the current task."""
    held: Runtime = current_app.config[_NAME]
    return held


def install(config: dict[str, object], held: Runtime) -> None:
    """Store the runtime in the configuration of an app."""
    config[_NAME] = held
