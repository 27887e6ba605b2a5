"""Reads all settings of a process from the environment. The defaults work on one machine."""

from __future__ import annotations

from server.accounts.settings import AccountsSettings
from server.alerts.settings import AlertsSettings
from server.events.settings import EventsSettings
from server.google.settings import GoogleSettings
from server.ingest.settings import IngestSettings
from server.lib.config import ConfigError, Environment
from server.lib.net.ip import is_loopback
from server.lib.settings import ServerSettings, Settings
from server.marks.settings import MarksSettings

TABLE = (
    ServerSettings,
    AccountsSettings,
    GoogleSettings,
    MarksSettings,
    IngestSettings,
    EventsSettings,
    AlertsSettings,
)


def load(env: Environment) -> Settings:
    """Read the settings. Raises ConfigError, with a sentence for people, for an unusable value."""
    settings = Settings(*(block.read(env) for block in TABLE))
    _refuse_public_sandbox(settings)
    return settings


def _refuse_public_sandbox(settings: Settings) -> None:
    host = settings[ServerSettings].host
    if settings[GoogleSettings].wants_sandbox and not is_loopback(host):
        raise ConfigError(
            f"HOST={host} can be reached from other machines, but the sandbox lets anyone sign in as anyone. "
            "Set GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET, or leave HOST at 127.0.0.1."
        )
