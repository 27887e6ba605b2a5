"""Judges stored events by the current rules: first shows what would change, then writes the changes.

Memory is bounded: mails are processed in groups of AT_A_TIME, in the order of their ids. Reclassification
causes no alerts, so nobody gets a mail about an open of last year.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from tortoise import connections
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.transactions import in_transaction

from server.events.evaluation import network_files
from server.events.evaluation.evaluate import mail_context, without_judged
from server.events.evaluation.events import UNDONE
from server.events.evaluation.reevaluate import EVER, Verdicts, evaluated_pages
from server.events.evaluation.sender_clients import sender_histories, viewings
from server.events.evidence_wording import evidence_sentence
from server.events.rows import event_rows, mail_state
from server.events.rows.counts import EventCount, recount, recount_loaded
from server.events.rows.event_rows import WINDOW, Revision, StoredEvent, with_verdict
from server.events.rows.mail_state import MailState, hold, look_at
from server.lib import clock
from server.lib.database import sql
from server.messages.models import Message
from server.verdicts.correlate import judge
from server.verdicts.observed import MailContext
from server.verdicts.verdict import Verdict

AT_A_TIME = 200
EXAMPLES = 3
_NOBODY = UUID(int=0)
_ALL = "SELECT id FROM message WHERE id > {0} ORDER BY id LIMIT 200"
_SINCE = (
    "SELECT id FROM message WHERE id > {0}"
    " AND EXISTS (SELECT 1 FROM event WHERE event.message_id = message.id AND event.at >= {1})"
    " ORDER BY id LIMIT 200"
)


@dataclass(slots=True)
class ReclassificationDiff:
    """What the current rules change: counts of events by old and new verdict, with some examples."""

    events: int = 0
    changes: Counter[tuple[str, str]] = field(default_factory=Counter)
    examples: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    mails: bytearray = field(default_factory=bytearray)  # ids of the mails that change, 16 bytes each

    def concerned(self) -> list[list[UUID]]:
        """Return the ids of the mails that change, in groups of AT_A_TIME."""
        ids = [UUID(bytes=bytes(self.mails[at : at + 16])) for at in range(0, len(self.mails), 16)]
        return [ids[at : at + AT_A_TIME] for at in range(0, len(ids), AT_A_TIME)]

    def add(self, found: Verdicts) -> None:
        """Add the verdicts on all events of one mail, or on one page of them."""
        self.events += len(found)
        differing = [(event, verdict) for event, verdict in found if event.differs(verdict)]
        for event, verdict in differing:
            change = event.row["verdict"], verdict.kind
            self.changes[change] += 1
            if len(self.examples[change]) < EXAMPLES and change[0] != change[1]:
                self.examples[change].append(f"{event.id}: {evidence_sentence(verdict.evidence[0])}")
        if differing and self.mails[-16:] != differing[0][0].message_id.bytes:
            self.mails += differing[0][0].message_id.bytes


async def difference(since: datetime | None = None) -> ReclassificationDiff:
    """Return what the current rules would change in all mails, or in those with events since `since`.

    Changes nothing.
    """
    await network_files.watched.look()
    db, found = connections.get("default"), ReclassificationDiff()
    async for ids in _mails(db, since):
        async for _, page in _opinions(db, await look_at(db, ids)):
            found.add(page)
    return found


async def write(found: ReclassificationDiff, tell: Callable[[int], None]) -> None:
    """Apply the changes, one transaction per group of mails. `tell` gets the number of mails done so far."""
    done = 0
    for ids in found.concerned():
        async with in_transaction() as db:
            await _write(db, await hold(db, ids, ids))
        done += len(ids)
        tell(done)


async def _write(db: BaseDBAsyncClient, mails: dict[UUID, MailState]) -> None:
    at_once: list[MailState] = []
    by_page: set[UUID] = set()
    revisions: list[Revision] = []
    async for known, page in _opinions(db, mails):
        changed = [with_verdict(event, verdict) for event, verdict in page if event.differs(verdict)]
        revisions += changed
        moved = any(each.event.row["verdict"] != each.verdict.kind for each in changed)
        if moved and _is_small(known):
            recount_loaded(
                known, [_happened(event, verdict) for event, verdict in page if not event.undone_at]
            )
            at_once.append(known)
        elif moved:
            by_page.add(known.id)
        if len(revisions) > event_rows.PAGE:
            await event_rows.revise(db, revisions)
            revisions = []
    await event_rows.revise(db, revisions)
    await mail_state.save(db, at_once, [link for each in at_once for link in each.links.values()])
    for each in by_page:
        message = await Message.get(id=each, using_db=db)
        message.updated_at = clock.now()
        await recount(message, db)


def _happened(event: StoredEvent, verdict: Verdict) -> EventCount:
    return EventCount(
        event.observed.hit.kind, verdict.kind, verdict.counts, event.row["link_id"], 1, event.at, event.at
    )


async def _mails(db: BaseDBAsyncClient, since: datetime | None) -> AsyncIterator[list[UUID]]:
    last = _NOBODY
    while True:
        ids = [sql.identity(row["id"]) for row in await _page(db, last, since)]
        if not ids:
            return
        yield ids
        last = ids[-1]


async def _page(db: BaseDBAsyncClient, last: UUID, since: datetime | None) -> list[sql.Row]:
    return await sql.select(db, _SINCE, last, since) if since else await sql.select(db, _ALL, last)


async def _opinions(
    db: BaseDBAsyncClient, mails: dict[UUID, MailState]
) -> AsyncIterator[tuple[MailState, Verdicts]]:
    """Judge the mails. Those with few events are read in one query, and each of the others page by page."""
    known = await sender_histories(db, {each.account_id for each in mails.values()})
    views = await viewings(db, mails.keys(), EVER, clock.now())
    about = {
        each.id: mail_context(each, known[each.account_id], views.get(each.id, ())) for each in mails.values()
    }
    few = {each.id for each in mails.values() if _is_small(each)}
    for message, events in (await _few(db, few)).items():
        yield mails[message], _evaluated(events, about[message])
    for message in mails.keys() - few:
        async for page in evaluated_pages(db, message, about[message]):
            yield mails[message], page


def _is_small(known: MailState) -> bool:
    """Return whether a mail has so few events, according to its counts, that they can be read together.

    The counts of an undone mail leave its events out, so such a mail may have many events.
    """
    return known.state != UNDONE and known.raw_opens + known.raw_clicks <= WINDOW


async def _few(db: BaseDBAsyncClient, messages: Collection[UUID]) -> dict[UUID, list[StoredEvent]]:
    found: dict[UUID, list[StoredEvent]] = defaultdict(list)
    for event in await event_rows.newest(db, messages, WINDOW):
        found[event.message_id].append(event)
    return found


def _evaluated(events: list[StoredEvent], about: MailContext) -> Verdicts:
    about = without_judged(about, min(event.at for event in events))
    return list(zip(events, judge([event.observed for event in events], about), strict=True))
