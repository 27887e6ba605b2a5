"""What one running process holds: its settings and its means. Made once, reached from requests and tasks."""

from __future__ import annotations

from quart import current_app

from server.lib.parts import Parts
from server.lib.settings import Settings

_NAME = "SIGHTLINE_RUNTIME"


class Runtime(Parts):
    """`runtime()[Vault]`, `runtime()[ServerSettings].port`: one of each, settings among them."""

    def __init__(self, settings: Settings, *means: object) -> None:
        super().__init__(*settings, *means)
        self.settings = settings


def runtime() -> Runtime:
    """The runtime of the app that serves the present request, or does the present task."""
    held: Runtime = current_app.config[_NAME]
    return held


def install(config: dict[str, object], held: Runtime) -> None:
    """Give an app its runtime."""
    config[_NAME] = held
