"""What every way for a mail can do."""

from __future__ import annotations

from typing import Protocol

from server.alerts.mail import OutgoingMail
from server.lib.outbox import Outcome


class Channel(Protocol):
    """Delivers mails. `name` is kept with the alert: smtp | gmail | sandbox."""

    @property
    def name(self) -> str:
        """The channel's short name."""

    async def deliver(self, mail: OutgoingMail) -> Outcome:
        """Hand the mail over. Done: taken. Transient: not now. Permanent: never, and why."""
