"""Reads all settings of a process from the environment. The defaults work on one machine."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from server.accounts.settings import AccountsSettings
from server.alerts.settings import AlertsSettings
from server.events.settings import EventsSettings
from server.google.settings import GoogleSettings
from server.ingest.settings import IngestSettings
from server.lib.config import ConfigError, Environment, surrounded
from server.lib.database import urls
from server.lib.misspelt import misspelt
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

SMTP = (
    "SMTP_SERVER",
    "SMTP_PORT",
    "SMTP_USE_TLS",
    "SMTP_USE_SSL",
    "SMTP_USERNAME",
    "SMTP_PASSWORD",
    "MAIL_FROM",
)
NAMES = (
    *(
        "SIGHTLINE_DATA",
        "HOST",
        "PORT",
        "KEEP_ALIVE_SECONDS",
        "PUBLIC_URL",
        "ALLOWED_HOSTS",
        "TRUSTED_PROXIES",
        "DATABASE_URL",
    ),
    *(
        "SESSION_SECRET",
        "VAULT_KEY",
        "TRACKING_SECRET",
        "TRACKING_SECRET_OLD",
        "PRIVACY_CONTACT",
        "WORKER",
        "DEBUG",
    ),
    *("MESSAGES_PER_DAY", "BREACHED_PASSWORDS", "GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET", "SANDBOX_URL"),
    *("SPOOL_PATH", "SPOOL_MAX_BYTES", "SPOOL_URL", "TOKEN_EVENTS_PER_MINUTE", "ADDRESS_EVENTS_PER_MINUTE"),
    *("VIEW_TIME_SECONDS", "VIEW_TIME_CONNECTIONS", "VIEW_TIME_CONNECTIONS_PER_ADDRESS"),
    *(
        "VIEW_TIME_CONNECTIONS_PER_MAIL",
        "EVENT_RETENTION_DAYS",
        "GEOIP_DATABASE_PATH",
        "GEOIP_ASN_DATABASE_PATH",
    ),
    *SMTP,
)
SECRETS = ("SESSION_SECRET", "VAULT_KEY", "TRACKING_SECRET", "TRACKING_SECRET_OLD", "SMTP_PASSWORD")


def load(env: Environment) -> Settings:
    """Read the settings. Raises ConfigError, with a sentence for people, for an unusable value."""
    return _sandbox_on_loopback_only(Settings(*(block.read(env) for block in TABLE)))


def doubts(env: Environment) -> list[str]:
    """Return sentences about names and values in the environment that are probably not what is meant."""
    unknown = [
        f"{given} is not a setting; "
        + (f"did you mean {meant}?" if meant else "docs/self-hosting.md lists all.")
        for given, meant in misspelt(env, NAMES)
    ]
    kept = [name for name in SECRETS if surrounded(env, name)]
    return unknown + [
        f"{name} has quotes or blanks around it, which belong to it. If they should not, remove them"
        + ("." if name == "SMTP_PASSWORD" else ", before anything was made with it.")
        for name in kept
    ]


def passwords_in(settings: Settings) -> Iterator[str | None]:
    """Yield what must never be shown."""
    server, marks, smtp = settings[ServerSettings], settings[MarksSettings], settings[AlertsSettings].smtp
    yield from (server.session_secret, server.vault_key, marks.tracking_secret, *marks.tracking_secret_old)
    yield smtp.password if smtp else None
    yield urls.read(server.database_url).password
    google = settings[GoogleSettings].google
    yield google.client_secret if google else None
    yield urlsplit(settings[IngestSettings].spool_url or "").password


def load_what_can(env: Environment) -> tuple[Settings, list[ConfigError]]:
    """Read the settings as if each that cannot be used were not set. Returns them and the errors."""
    left, errors = dict(env), list[ConfigError]()
    while True:
        try:
            return load(left), errors
        except ConfigError as error:
            wrong = [name for name in error.settings if name in left]
            if not wrong:
                raise
            errors.append(error)
            for name in wrong:
                del left[name]


def _sandbox_on_loopback_only(settings: Settings) -> Settings:
    server, google = settings[ServerSettings], settings[GoogleSettings]
    if server.on_loopback:
        return settings
    if google.sandbox_url:
        raise ConfigError(
            f"SANDBOX_URL is set, but others can reach this server (HOST={server.host}, "
            f"PUBLIC_URL={server.public_url}), and the sandbox lets anyone sign in as anyone. "
            "Remove SANDBOX_URL, or use 127.0.0.1 for both.",
            "SANDBOX_URL",
        )
    return settings.replaced(google.without_sandbox())
