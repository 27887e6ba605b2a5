"""Reevaluates all events of one mail, a page at a time: a flood of events takes time, but little memory."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient

from server.accounts.threshold import NAMES as THRESHOLDS
from server.events.evaluation import network_files
from server.events.evaluation.evaluate import mail_context, without_judged
from server.events.evaluation.events import UNDONE, announce_true
from server.events.evaluation.sender_clients import sender_histories, viewings
from server.events.rows import event_rows
from server.events.rows.counts import recount
from server.events.rows.event_rows import WINDOW, Revision, StoredEvent
from server.events.rows.mail_state import MailState, hold
from server.lib import clock, outbox
from server.messages.kinds import EventKind
from server.messages.models import Message
from server.messages.opened import is_opened
from server.verdicts.correlate import judge
from server.verdicts.later_signs import LaterSigns
from server.verdicts.observed import MailContext
from server.verdicts.verdict import Verdict

SIGNS_CHANGED = "signs_changed"  # fact {"message": id}: whether it counts as opened or clicked changed
EVER = datetime(2000, 1, 1, tzinfo=UTC)
_SOON = timedelta(days=1)

Verdicts = list[tuple[StoredEvent, Verdict]]


async def reevaluate(message: Message, using: BaseDBAsyncClient) -> int:
    """Judge all events of `message` again, because more is known about it.

    Joins the events to their recipient and link, marks or unmarks them as undone, and recounts the message
    and its links. Announces a first open or click that now counts. Returns how many events changed. `using`
    is the transaction that has locked the message.
    """
    mail = (await hold(using, [message.id], [message.id]))[message.id]
    known = (await sender_histories(using, [mail.account_id]))[mail.account_id]
    views = await viewings(using, [mail.id], EVER, clock.now() + _SOON)
    changed = 0
    async for page in evaluated_pages(using, mail.id, mail_context(mail, known, views.get(mail.id, ()))):
        revisions = [_revision(event, verdict, mail) for event, verdict in page]
        news = [each for each in revisions if each.is_news]
        await event_rows.revise(using, news)
        changed += len(news)
    message.updated_at = clock.now()
    before = _signs(message)
    await recount(message, using)
    await announce_true([message], using)
    if _signs(message) != before:
        key = f"{message.id}:{message.updated_at.isoformat()}"
        await outbox.announce(SIGNS_CHANGED, key, {"message": str(message.id)}, using=using)
    return changed


def _signs(message: Message) -> tuple[bool, ...]:
    """Return whether the mail counts as opened for each threshold, and whether it counts as clicked."""
    return (*(is_opened(message, each) for each in sorted(THRESHOLDS)), message.clicks > 0)


async def evaluated_pages(
    db: BaseDBAsyncClient, message: UUID, about: MailContext
) -> AsyncIterator[Verdicts]:
    """Yield the current rules' verdicts on a mail's events, page by page, newest first.

    Each page is judged together with the events before and after it.
    """
    await network_files.watched.look()
    later_signs, newer = LaterSigns(), list[StoredEvent]()
    page: list[StoredEvent] | None = None
    async for older in event_rows.pages(db, message):
        if page is not None:
            yield _evaluated(newer, page, older, about, later_signs)
            newer = page[-WINDOW:]
        page = older
    if page is not None:
        yield _evaluated(newer, page, [], about, later_signs)


def _evaluated(
    newer: Sequence[StoredEvent],
    page: Sequence[StoredEvent],
    older: Sequence[StoredEvent],
    about: MailContext,
    later_signs: LaterSigns,
) -> Verdicts:
    near = [*newer, *page, *older[:WINDOW]]
    about = without_judged(about, near[-1].at)
    verdicts = judge([event.observed for event in near], about, later_signs)
    found = list(zip(page, verdicts[len(newer) :], strict=False))
    for event, verdict in found:
        later_signs.note(event.observed.hit, verdict)
    return found


def _revision(event: StoredEvent, verdict: Verdict, mail: MailState) -> Revision:
    hit = event.observed.hit
    link = mail.link_to(hit.url) if hit.kind == EventKind.CLICK else None
    undone = (event.undone_at or mail.undone_at or clock.now()) if mail.state == UNDONE else None
    recipient = event.row["recipient_id"]
    if recipient not in mail.recipients.values():  # unknown, or deleted by a later report
        recipient = mail.recipient_id_of(0)
    return Revision(event, verdict, recipient, link.id if link else None, undone)
