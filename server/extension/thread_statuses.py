"""Finds the statuses of the person's threads for Gmail's lists, with a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from server.accounts.models import Account
from server.lib.database.connection import read_only
from server.messages.kinds import VerdictKind
from server.messages.models import Message
from server.messages.opened import first_open_for, is_opened, last_open_for, opens_for
from server.messages.queries.related import NOBODY, RecipientSummary, clicked, muted, recipient_summaries
from server.messages.queries.slim import in_gmail

_SHOWN = ("sent", "unreported")
_MOST = 2000  # messages; if there are more, the oldest ones are not counted


@dataclass(frozen=True, slots=True)
class ThreadStatus:
    """The status of one thread. The newest tracked message decides its state; counts cover all messages."""

    newest: Message
    recipients: RecipientSummary
    opens: int
    clicks: int
    first_open_at: datetime | None
    last_open_at: datetime | None
    last_click_at: datetime | None
    muted: bool
    threshold: str

    @property
    def certainty(self) -> str | None:
        """How certain the open of the newest message is; None if that message does not count as opened."""
        return self.newest.certainty if is_opened(self.newest, self.threshold) else None

    @property
    def state(self) -> str:
        """The state of the newest message: sent | opened | opened_certain | clicked."""
        if self.newest.clicks:
            return "clicked"
        if is_opened(self.newest, self.threshold):
            return "opened_certain" if self.newest.certainty == VerdictKind.PERSON else "opened"
        return "sent"


async def thread_statuses(account: Account, threads: Collection[str]) -> dict[str, ThreadStatus]:
    """Map thread ids to statuses, for the `threads` in which `account` has a tracked mail that was sent."""
    mine = in_gmail(account.id, thread_id__in=list(threads), message__state__in=_SHOWN).using_db(read_only())
    found = await mine.order_by("-message__listed_at", "-message_id").limit(_MOST)
    grouped: dict[str, list[Message]] = defaultdict(list)
    for row in found:
        grouped[str(row.thread_id)].append(row.message)  # newest first
    newest = [messages[0].id for messages in grouped.values()]
    names, silent = await recipient_summaries(newest), await muted(newest)
    clicks = await clicked([row.message_id for row in found if row.message.clicks])
    return {
        thread: _status(
            messages,
            names.get(messages[0].id, NOBODY),
            [clicks[message.id].last for message in messages if message.id in clicks],
            messages[0].id in silent,
            account.threshold,
        )
        for thread, messages in grouped.items()
    }


def _status(
    messages: Sequence[Message],
    who: RecipientSummary,
    clicks: Sequence[datetime],
    silent: bool,
    threshold: str,
) -> ThreadStatus:
    firsts = [first_open_for(message, threshold) for message in messages]
    lasts = [last_open_for(message, threshold) for message in messages]
    return ThreadStatus(
        newest=messages[0],
        recipients=who,
        opens=sum(opens_for(message, threshold) for message in messages),
        clicks=sum(message.clicks for message in messages),
        first_open_at=min((each for each in firsts if each), default=None),
        last_open_at=max((each for each in lasts if each), default=None),
        last_click_at=max(clicks, default=None),
        muted=silent,
        threshold=threshold,
    )
