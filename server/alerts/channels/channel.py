"""The interface of every mail channel."""

from __future__ import annotations

from typing import Protocol

from server.alerts.mail import OutgoingMail
from server.lib.outbox import Outcome


class Channel(Protocol):
    """Delivers mails. `name` is stored with the alert: smtp | gmail | sandbox."""

    @property
    def name(self) -> str:
        """The channel's short name."""

    async def deliver(self, mail: OutgoingMail) -> Outcome:
        """Hand over the mail.

        Done: accepted. Transient: worth another try. Waiting: somebody can repair it. Permanent: never.
        """
