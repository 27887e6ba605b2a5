"""Chooses the channel for mails to a person."""

from __future__ import annotations

from server.accounts.models import Account
from server.alerts.channels.channel import Channel
from server.alerts.channels.gmail import gmail_channel
from server.alerts.channels.sandbox import SandboxChannel
from server.alerts.channels.smtp import SmtpChannel
from server.alerts.settings import AlertsSettings
from server.failures.codes import FailureCode
from server.google.access.grant_keeper import key_of
from server.google.settings import GoogleSettings
from server.lib.failure import Failure
from server.lib.outbox import Waiting
from server.lib.runtime import runtime


async def channel_for(person: Account) -> Channel | Waiting:
    """Return the first available channel (mail server, the person's Gmail, sandbox), or what is missing."""
    if smtp := runtime()[AlertsSettings].smtp:
        return SmtpChannel(smtp)
    gmail = await gmail_channel(person)
    if gmail:
        return gmail
    google = runtime()[GoogleSettings]
    if google.wants_sandbox and google.sandbox_url:
        return SandboxChannel(google.sandbox_url)
    return Waiting(Failure(FailureCode.NO_CHANNEL), key_of(person.id))
