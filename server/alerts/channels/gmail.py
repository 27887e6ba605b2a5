"""Sends mail to a person through their own Gmail, if they allowed it (scope gmail.send)."""

from __future__ import annotations

from dataclasses import dataclass

from server.accounts.models import Account
from server.alerts.mail import InvalidAddress, OutgoingMail
from server.google.gmail import Gmail
from server.google.grants import gmail_for
from server.lib.outbox import Done, Outcome, Permanent, Waiting


async def gmail_channel(person: Account) -> GmailChannel | Waiting | None:
    """Return the person's Gmail as a channel if it may send; why it cannot be used until that is repaired."""
    gmail = await gmail_for(person.id)
    if isinstance(gmail, Waiting):
        return gmail
    return GmailChannel(gmail) if gmail and gmail.can_send else None


@dataclass(frozen=True, slots=True)
class GmailChannel:
    """One person's Gmail. Google replaces the Message-ID of mails that are sent through its API."""

    gmail: Gmail
    name: str = "gmail"

    async def deliver(self, mail: OutgoingMail) -> Outcome:
        """Send the mail from the person's own address."""
        try:
            raw = mail.as_bytes(self.gmail.address)
        except InvalidAddress as invalid:
            return Permanent(invalid.failure)
        sent = await self.gmail.send(raw)
        return Done() if isinstance(sent, str) else sent
