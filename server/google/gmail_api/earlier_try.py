"""Finds out what became of a mail whose sending got no answer; nothing may be sent again before that."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from server.failures.codes import FailureCode
from server.google.failures import GoogleFailure, Unsure
from server.google.gmail_api.gmail import Gmail
from server.lib import clock
from server.lib.failure import Failure
from server.lib.outbox import Waiting

SETTLED: Final = timedelta(minutes=2)
"""How long a request whose answer was lost may take until its mail appears among the sent mails."""
SINCE: Final = timedelta(days=1)
"""The search covers mails from this long before the first try, because clocks differ."""


async def outcome(
    gmail: Gmail, header: str, value: str, began: datetime, ended: datetime
) -> str | GoogleFailure | None:
    """Return the Gmail id of the mail with this value in `header` if it has left; None: it certainly has not.

    `began`: when the first try did; `ended`: when the last one whose outcome is unknown did. A failure says
    why this cannot be told yet.
    """
    found = await gmail.find_sent(header, value, began - SINCE)
    if found is not None:
        return found if isinstance(found, str | Waiting) else Unsure(found.reason, SETTLED)
    if clock.now() - ended < SETTLED:
        return Unsure(Failure(FailureCode.NOT_KNOWN_YET), SETTLED)
    return None
