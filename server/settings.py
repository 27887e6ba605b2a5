"""Reads all settings of a process from the environment. The defaults work on one machine."""

from __future__ import annotations

from server.accounts.settings import AccountsSettings
from server.alerts.settings import AlertsSettings
from server.events.settings import EventsSettings
from server.google.settings import GoogleSettings
from server.ingest.settings import IngestSettings
from server.lib.config import ConfigError, Environment
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
    return _sandbox_on_loopback_only(Settings(*(block.read(env) for block in TABLE)))


def _sandbox_on_loopback_only(settings: Settings) -> Settings:
    server, google = settings[ServerSettings], settings[GoogleSettings]
    if server.on_loopback:
        return settings
    if google.sandbox_url:
        raise ConfigError(
            f"SANDBOX_URL is set, but others can reach this server (HOST={server.host}, "
            f"PUBLIC_URL={server.public_url}), and the sandbox lets anyone sign in as anyone. "
            "Remove SANDBOX_URL, or use 127.0.0.1 for both."
        )
    return settings.replaced(google.without_sandbox())
