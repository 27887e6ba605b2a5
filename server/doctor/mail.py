"""Checks how alerts leave."""

from __future__ import annotations

import aiosmtplib
from tortoise.exceptions import BaseORMException

from server.alerts.settings import AlertsSettings, Smtp
from server.doctor.diagnosis import Diagnosis
from server.google.models import GmailGrant
from server.google.settings import GoogleSettings
from server.lib.database import connection
from server.lib.net.ip import is_loopback
from server.lib.settings import ServerSettings, Settings
from server.tables import MODELS

_TIMEOUT = 5.0


async def mail(settings: Settings) -> list[Diagnosis]:
    """Check how alerts are sent: by SMTP, or else through people's Gmail or to the sandbox's mailboxes."""
    if smtp := settings[AlertsSettings].smtp:
        return [await _smtp(smtp)]
    google = settings[GoogleSettings]
    if google.wants_sandbox:
        return [
            Diagnosis(
                "yellow",
                "alert emails",
                "go to the sandbox's mailboxes. Set SMTP_SERVER to send real emails.",
            )
        ]
    if google.google is None:
        return [Diagnosis("red", "alert emails", "cannot be sent. Set SMTP_SERVER.")]
    try:
        async with connection.connected(settings[ServerSettings].database_url, MODELS):
            grants = await GmailGrant.filter(disconnected_at=None)
    except (BaseORMException, OSError):
        text = "not known before the database works. Set SMTP_SERVER, or connect Gmail in Settings later."
        return [Diagnosis("yellow", "alert emails", text)]
    if any("https://www.googleapis.com/auth/gmail.send" in grant.scopes for grant in grants):
        return [
            Diagnosis("green", "alert emails", "sent through Gmail for people who allowed this in Settings")
        ]
    text = "cannot be sent. Set SMTP_SERVER, or connect Gmail in Settings and allow sending."
    return [Diagnosis("red", "alert emails", text)]


async def _smtp(smtp: Smtp) -> Diagnosis:
    at = f"{smtp.server}:{smtp.port}"
    client = aiosmtplib.SMTP(
        hostname=smtp.server,
        port=smtp.port,
        use_tls=smtp.tls,
        start_tls=smtp.starttls,
        timeout=_TIMEOUT,
        username=smtp.username or None,
        password=smtp.password or None,
    )
    try:
        async with client:
            pass
    except (TimeoutError, aiosmtplib.SMTPException, OSError) as error:
        text = f"{at}: {error}. Check SMTP_SERVER, SMTP_PORT, SMTP_USERNAME and SMTP_PASSWORD."
        return Diagnosis("red", "alert emails", text)
    if smtp.tls or smtp.starttls or is_loopback(smtp.server):
        return Diagnosis("green", "alert emails", f"{at} accepts the connection")
    text = f"{at} is used without TLS, so others can read alerts. Set SMTP_USE_TLS or SMTP_USE_SSL."
    return Diagnosis("yellow", "alert emails", text)
