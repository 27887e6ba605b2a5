"""Words browser notifications for the extension, and leaves out those that no longer apply.

A notification no longer applies if its message was muted or undone, if its event no longer counts, if its
reminder is no longer needed, or if another browser of the same person has shown it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from server.accounts.models import Account
from server.alerts.browser_notifications import CLICK, FIRST_OPEN, OPEN, REMINDER, newest_id, note_news
from server.alerts.email_content import titled
from server.alerts.models import BrowserNotification
from server.events import wording
from server.events.models import Event
from server.lib.database.connection import read_only
from server.lib.i18n import gettext, gettext_noop
from server.messages.kinds import VerdictKind
from server.messages.models import Message
from server.messages.opened import is_sign
from server.messages.queries.related import NOBODY, RecipientSummary, muted, recipient_summaries
from server.messages.queries.slim import slim_with_gmail
from server.messages.reminders import is_answered

MOST = 50
SENTENCES: Mapping[tuple[str, bool], str] = {  # by kind, and whether it was certainly a person
    (FIRST_OPEN, True): gettext_noop("%(who)s opened %(mail)s"),
    (FIRST_OPEN, False): gettext_noop("%(who)s most likely opened %(mail)s"),
    (OPEN, True): gettext_noop("%(who)s opened %(mail)s again"),
    (OPEN, False): gettext_noop("%(who)s most likely opened %(mail)s again"),
    (CLICK, True): gettext_noop("%(who)s clicked %(link)s in %(mail)s"),
    (CLICK, False): gettext_noop("%(who)s most likely clicked %(link)s in %(mail)s"),
}


@dataclass(frozen=True, slots=True)
class NotificationText:
    """One browser notification in words."""

    notification: BrowserNotification
    message: Message
    recipients: str
    text: str
    certainty: str | None


async def after(account: Account, cursor: int) -> tuple[list[NotificationText], int]:
    """Return at most MOST notifications after a cursor, oldest first, and the next cursor."""
    await note_news(account)
    mine = BrowserNotification.filter(account_id=account.id, id__gt=cursor, quiet=False).using_db(read_only())
    rows = await mine.order_by("id").limit(MOST)
    if not rows:  # a cursor beyond the newest id is from before a backup was restored
        return [], min(cursor, await newest_id(account)) if cursor else 0
    return await _worded(rows, account.threshold), rows[-1].id


async def stands(account: Account, notification_id: int) -> bool:
    """Return whether a notification has not been shown and still applies, as explained above."""
    mine = BrowserNotification.filter(id=notification_id, account_id=account.id, quiet=False)
    rows = await mine.using_db(read_only())
    return bool(rows and await _worded(rows, account.threshold))


async def _worded(rows: Sequence[BrowserNotification], threshold: str) -> list[NotificationText]:
    ids = list({row.message_id for row in rows if row.message_id})
    these = slim_with_gmail(Message.filter(id__in=ids)).using_db(read_only())
    messages = {one.id: one for one in await these}
    events, names, silent = await _events(rows), await recipient_summaries(ids), await muted(ids)
    found = (
        _one(row, messages[row.message_id], threshold, events, names.get(row.message_id, NOBODY))
        for row in rows
        if row.message_id in messages and row.message_id not in silent
    )
    return [each for each in found if each]


async def _events(rows: Sequence[BrowserNotification]) -> dict[UUID, Event]:
    moments = [row.at for row in rows]
    these = Event.filter(
        id__in=[row.event_id for row in rows if row.event_id], at__gte=min(moments), at__lte=max(moments)
    )
    return {event.id: event for event in await these.using_db(read_only()).select_related("link")}


def _one(
    row: BrowserNotification,
    message: Message,
    threshold: str,
    events: Mapping[UUID, Event],
    who: RecipientSummary,
) -> NotificationText | None:
    if message.state == "undone" or row.shown_at:
        return None
    recipients = who.line()
    if row.kind == REMINDER:
        silence = _silence(message, who)
        return (
            None
            if is_answered(message, threshold)
            else NotificationText(row, message, recipients, silence, None)
        )
    event = events.get(row.event_id) if row.event_id else None
    if event is None or event.undone_at:  # undone, or deleted by retention
        return None
    if not is_sign(event.kind, event.verdict, event.counts, threshold):  # reevaluated, or corrected
        return None
    certainty = event.verdict if event.counts else None
    return NotificationText(row, message, recipients, _sentence(row.kind, message, event, who), certainty)


def _silence(message: Message, who: RecipientSummary) -> str:
    if who.count == 1:
        return gettext("No sign yet that %(who)s opened %(mail)s", who=who.first, mail=titled(message))
    return gettext("No sign yet that anyone opened %(mail)s", mail=titled(message))


def _sentence(kind: str, message: Message, event: Event, who: RecipientSummary) -> str:
    mail = titled(message)
    if kind != CLICK and not event.counts:
        return wording.machine_loaded(event.verdict, mail)
    sentence = SENTENCES[kind, event.verdict == VerdictKind.PERSON]
    return gettext(sentence, who=who.who(), link=wording.link_of(event), mail=mail)
