"""Sends mail to a person through their own Gmail, if they allowed it (scope gmail.send)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from server.accounts.models import Account
from server.alerts.mail import InvalidAddress, OutgoingMail
from server.failures.codes import FailureCode
from server.google.access import grants
from server.google.consent import oauth
from server.google.failures import Unsure
from server.google.gmail_api import earlier_try
from server.google.gmail_api.earlier_try import SETTLED
from server.google.gmail_api.gmail import Gmail
from server.lib.failure import Failure
from server.lib.outbox import Done, Outcome, Permanent, Waiting

NAME: Final = "gmail"
ALERT_HEADER: Final = "X-Alert-Id"
"""The header by which a mail is found among the sent mails, because Google replaces the Message-ID."""


async def gmail_channel(person: Account) -> GmailChannel | Waiting | None:
    """Return the person's Gmail as a channel, if it may send; why it cannot be used until that is repaired.

    None: Gmail is not connected, or may not send.
    """
    grant = await grants.of(person.id)
    if grant is None or oauth.SEND not in grant.scopes:
        return None
    gmail = await grants.gmail_for(person.id)
    return GmailChannel(gmail) if isinstance(gmail, Gmail) else gmail


async def outcome_of_earlier(person: Account, message_id: str, tried_at: datetime) -> Outcome | None:
    """Look whether a mail has left through the person's Gmail. `tried_at`: when its last try ended.

    Done: it has. None: certainly not, so it may be sent. Permanent: that cannot be found out, because Gmail
    is not connected or its headers may not be read.
    """
    gmail = await grants.gmail_for(person.id)
    if isinstance(gmail, Waiting):
        return gmail
    if gmail is None or not gmail.can_read_headers:
        return Permanent(Failure(FailureCode.ALERT_MAYBE_SENT))
    found = await earlier_try.outcome(gmail, ALERT_HEADER, message_id, tried_at, tried_at)
    return Done() if isinstance(found, str) else found


@dataclass(frozen=True, slots=True)
class GmailChannel:
    """One person's Gmail. Google replaces the Message-ID of mails that are sent through its API."""

    gmail: Gmail
    name: str = NAME

    async def deliver(self, mail: OutgoingMail) -> Outcome:
        """Send the mail from the person's own address. Unsure: its answer was lost; it may have left."""
        try:
            raw = mail.as_bytes(self.gmail.address, {ALERT_HEADER: mail.message_id})
        except InvalidAddress as invalid:
            return Permanent(invalid.failure)
        match await self.gmail.send(raw):
            case str():
                return Done()
            case Unsure(reason, wait):
                return Unsure(reason, max(wait or SETTLED, SETTLED))
            case failure:
                return failure
