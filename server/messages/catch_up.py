"""Has Gmail asked again about recent mails that it has not confirmed, once the person has connected it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from tortoise.expressions import Q

from server.lib import clock, outbox
from server.lib.outbox import Done, OutboxRow, Outcome
from server.messages.models import Message, Source

RECENT = timedelta(days=30)
MOST = 2000  # mails
_AT_ONCE = 200


async def ask_about_recent(fact: Mapping[str, Any]) -> Outcome:
    """Hears `gmail_connected` {"account", "at"}: announces `reported` for recent mails not yet confirmed.

    Most of what was reported while Gmail was not connected waits in the outbox. This is for the rest: earlier
    releases gave up, and a mail may have been looked for in the wrong Gmail.
    """
    waiting = await _waiting()
    unconfirmed = Message.filter(
        account_id=fact["account"],
        source=Source.GMAIL,
        state="sent",
        reported_at__gte=clock.now() - RECENT,
        gmail__verified_at=None,
    ).filter(Q(gmail__gmail_id__not_isnull=True) | Q(rfc822_message_id__not_isnull=True))
    ids = [
        str(each)
        for each in await unconfirmed.order_by("-reported_at").limit(MOST).values_list("id", flat=True)
    ]
    rest = [each for each in ids if each not in waiting]
    for start in range(0, len(rest), _AT_ONCE):
        batch = rest[start : start + _AT_ONCE]
        await outbox.announce_all("reported", {f"{each}:{fact['at']}": {"message": each} for each in batch})
    return Done()


async def _waiting() -> set[str]:
    """Return the ids of mails about which Gmail is going to be asked anyway."""
    rows = OutboxRow.filter(fact="reported", listener="read_sent_headers", done_at=None, failed_at=None)
    return {row.payload.get("message", "") for row in await rows.only("id", "payload")}
