"""Settings from the environment. Everything has a default that works on one machine."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from server.lib.net.ip import Network


class ConfigError(Exception):
    """A setting that cannot be used; the text says which one and what to write instead."""


@dataclass(frozen=True, slots=True)
class Smtp:
    """An outgoing mail server. `starttls` upgrades a plain connection, `tls` is TLS from the first byte."""

    server: str
    port: int
    starttls: bool
    tls: bool
    username: str
    password: str
    sender: str


@dataclass(frozen=True, slots=True)
class Google:
    """Where Google is and who we are there. `sandbox` is true for the stand-in on loopback."""

    client_id: str
    client_secret: str
    authorize_url: str
    token_url: str
    revoke_url: str
    certs_url: str
    issuers: tuple[str, ...]
    api_root: str
    sandbox: bool


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of one process. Paths are absolute, URLs have no trailing slash, sizes are bytes."""

    data: Path
    host: str
    port: int
    public_url: str
    database_url: str
    tracking_secret: str | None
    tracking_secret_old: tuple[str, ...]
    session_secret: str | None
    vault_key: str | None
    google: Google | None
    sandbox_url: str | None
    geoip_path: Path | None
    geoip_asn_path: Path | None
    trusted_proxies: tuple[Network, ...]
    smtp: Smtp | None
    spool_path: Path
    spool_max_bytes: int
    spool_url: str | None
    token_events_per_minute: int
    address_events_per_minute: int
    event_retention_days: int
    reading_seconds: int
    reading_connections: int
    reading_connections_per_address: int
    reading_connections_per_mail: int
    worker: bool
    debug: bool

    @property
    def secure(self) -> bool:
        """Whether people reach us over HTTPS: decides cookie names, Secure and HSTS."""
        return self.public_url.startswith("https://")

    @property
    def reading_time(self) -> bool:
        """Whether this server measures how long mails are read, for those who want it."""
        return self.reading_connections > 0 and self.reading_seconds > 0

    @property
    def wants_sandbox(self) -> bool:
        """No Google credentials: the sandbox has to stand in."""
        return self.google is None or self.google.sandbox


GOOGLE = Google(
    client_id="",
    client_secret="",
    authorize_url="https://accounts.google.com/o/oauth2/v2/auth",
    token_url="https://oauth2.googleapis.com/token",
    revoke_url="https://oauth2.googleapis.com/revoke",
    certs_url="https://www.googleapis.com/oauth2/v3/certs",
    issuers=("https://accounts.google.com", "accounts.google.com"),
    api_root="https://gmail.googleapis.com",
    sandbox=False,
)


def load(env: Mapping[str, str]) -> Settings:
    """Read the settings. Raises ConfigError with a sentence for a value that cannot be used."""
    host = env.get("HOST", "127.0.0.1")
    port = _integer(env, "PORT", 8000)
    data = Path(env.get("SIGHTLINE_DATA") or "data").absolute()
    settings = Settings(
        data=data,
        host=host,
        port=port,
        public_url=(env.get("PUBLIC_URL") or f"http://127.0.0.1:{port}").rstrip("/"),
        database_url=env.get("DATABASE_URL") or f"sqlite://{data / 'sightline.db'}",
        tracking_secret=env.get("TRACKING_SECRET") or None,
        tracking_secret_old=_words(env.get("TRACKING_SECRET_OLD", "")),
        session_secret=env.get("SESSION_SECRET") or None,
        vault_key=env.get("VAULT_KEY") or None,
        google=_google(env),
        sandbox_url=env.get("SANDBOX_URL") or None,
        geoip_path=Path(env["GEOIP_DATABASE_PATH"]) if env.get("GEOIP_DATABASE_PATH") else None,
        geoip_asn_path=Path(env["GEOIP_ASN_DATABASE_PATH"]) if env.get("GEOIP_ASN_DATABASE_PATH") else None,
        trusted_proxies=_networks(env.get("TRUSTED_PROXIES", "")),
        smtp=_smtp(env),
        spool_path=Path(env.get("SPOOL_PATH") or data / "spool.db"),
        spool_max_bytes=_integer(env, "SPOOL_MAX_BYTES", 1 << 30),
        spool_url=_redis(env.get("SPOOL_URL", "")),
        token_events_per_minute=_integer(env, "TOKEN_EVENTS_PER_MINUTE", 60),
        address_events_per_minute=_integer(env, "ADDRESS_EVENTS_PER_MINUTE", 6000),
        event_retention_days=_integer(env, "EVENT_RETENTION_DAYS", 0),
        reading_seconds=_integer(env, "READING_SECONDS", 300),
        reading_connections=_integer(env, "READING_CONNECTIONS", 200),
        reading_connections_per_address=_integer(env, "READING_CONNECTIONS_PER_ADDRESS", 8),
        reading_connections_per_mail=_integer(env, "READING_CONNECTIONS_PER_MAIL", 4),
        worker=_flag(env, "WORKER", default=True),
        debug=_flag(env, "DEBUG"),
    )
    _refuse_public_sandbox(settings)
    return with_sandbox(settings, settings.sandbox_url) if settings.sandbox_url else settings


def with_sandbox(settings: Settings, url: str) -> Settings:
    """The same settings with the sandbox at `url` standing in for Google; unchanged with real credentials."""
    if not settings.wants_sandbox:
        return settings
    stand_in = Google(
        client_id="sandbox-client.apps.googleusercontent.com",
        client_secret="sandbox-secret",
        authorize_url=f"{url}/o/oauth2/v2/auth",
        token_url=f"{url}/token",
        revoke_url=f"{url}/revoke",
        certs_url=f"{url}/oauth2/v3/certs",
        issuers=(url,),
        api_root=url,
        sandbox=True,
    )
    return replace(settings, google=stand_in, sandbox_url=url)


def is_loopback(host: str) -> bool:
    """Whether a bind address is reachable from this machine only."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _refuse_public_sandbox(settings: Settings) -> None:
    if settings.wants_sandbox and not is_loopback(settings.host):
        raise ConfigError(
            f"HOST={settings.host} can be reached from outside, and the sandbox lets anybody sign in "
            "as anybody. "
            "Set GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET, or leave HOST at 127.0.0.1."
        )


def _google(env: Mapping[str, str]) -> Google | None:
    client_id, secret = env.get("GOOGLE_CLIENT_ID", ""), env.get("GOOGLE_CLIENT_SECRET", "")
    if bool(client_id) != bool(secret):
        raise ConfigError("GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET go together: set both, or neither.")
    return replace(GOOGLE, client_id=client_id, client_secret=secret) if client_id else None


def _smtp(env: Mapping[str, str]) -> Smtp | None:
    server = env.get("SMTP_SERVER")
    if not server:
        return None
    tls, starttls = _flag(env, "SMTP_USE_SSL"), _flag(env, "SMTP_USE_TLS")
    if tls and starttls:
        raise ConfigError("SMTP_USE_SSL (TLS from the start) and SMTP_USE_TLS (STARTTLS) exclude each other.")
    username = env.get("SMTP_USERNAME", "")
    return Smtp(
        server=server,
        port=_integer(env, "SMTP_PORT", 465 if tls else 587 if starttls else 25),
        starttls=starttls,
        tls=tls,
        username=username,
        password=env.get("SMTP_PASSWORD", ""),
        sender=env.get("MAIL_FROM") or (username if "@" in username else f"sightline@{server}"),
    )


def _integer(env: Mapping[str, str], name: str, default: int) -> int:
    text = env.get(name) or str(default)
    if not text.isdecimal():
        raise ConfigError(f"{name}={text} is not a whole number.")
    return int(text)


def _redis(url: str) -> str | None:
    if url and not url.startswith(("redis://", "rediss://")):
        raise ConfigError(
            f"SPOOL_URL={url} is no Redis: write redis://HOST:6379/0, or leave it out for a file."
        )
    return url or None


def _flag(env: Mapping[str, str], name: str, default: bool = False) -> bool:
    text = env.get(name, "").strip().lower() or str(default).lower()
    if text not in {"0", "1", "true", "false", "yes", "no", "on", "off"}:
        raise ConfigError(f"{name}={text} is neither true nor false.")
    return text in {"1", "true", "yes", "on"}


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _networks(text: str) -> tuple[Network, ...]:
    try:
        return tuple(ipaddress.ip_network(word) for word in _words(text))
    except ValueError as error:
        raise ConfigError(f"TRUSTED_PROXIES: {error}. Write networks like 10.0.0.0/8, 127.0.0.1.") from None
