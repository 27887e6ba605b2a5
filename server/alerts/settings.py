"""Settings of the mail server that sends alerts."""

from __future__ import annotations

from dataclasses import dataclass

from server.lib import config
from server.lib.config import ConfigError


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
class AlertsSettings:
    """Settings of alerts. If `smtp` is None, alerts go through the person's own Gmail or into the sandbox."""

    smtp: Smtp | None

    @classmethod
    def read(cls, env: config.Environment) -> AlertsSettings:
        """Read the settings. Raises ConfigError."""
        server = config.text(env, "SMTP_SERVER")
        return cls(_smtp(env, server) if server else None)


def _smtp(env: config.Environment, server: str) -> Smtp:
    tls, starttls = config.flag(env, "SMTP_USE_SSL"), config.flag(env, "SMTP_USE_TLS")
    if tls and starttls:
        raise ConfigError(
            "SMTP_USE_SSL (TLS from the start) and SMTP_USE_TLS (STARTTLS) cannot both be on. Turn "
            "one of them off.",
            "SMTP_USE_SSL",
            "SMTP_USE_TLS",
        )
    username = config.text(env, "SMTP_USERNAME") or ""
    return Smtp(
        server=server,
        port=config.integer(env, "SMTP_PORT", 465 if tls else 587 if starttls else 25),
        starttls=starttls,
        tls=tls,
        username=username,
        password=config.secret(env, "SMTP_PASSWORD") or "",
        sender=config.text(env, "MAIL_FROM") or (username if "@" in username else f"sightline@{server}"),
    )
