"""Stores a batch of hits as events, counts and facts in one transaction; storing it twice is harmless."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.transactions import in_transaction

from server.events.evaluation import events
from server.events.evaluation.evaluate import ArrivedHit, Evaluation, evaluate_arrived, save_revised
from server.events.evaluation.events import (
    SENT_STATES,
    UNDONE,
    NewEvent,
    announce_firsts,
    announce_true,
    event_of,
)
from server.events.rows import counts, mail_state
from server.events.rows.mail_state import LinkState, MailState
from server.events.storing import overflow_totals, view_time_rows
from server.ingest.overflow import OverflowRecord
from server.ingest.records import Content
from server.ingest.view_time import ViewTimeRecord
from server.lib import clock
from server.lib.database import sql
from server.lib.log_throttle import ThrottledLogger
from server.lib.net.geoip import GeoLookup
from server.messages.kinds import CLICK
from server.messages.models import Source
from server.messages.opened import is_opened
from server.verdicts.hits import UNKNOWN_ACCOUNT, Hit

log = logging.getLogger(__name__)

_foreign = ThrottledLogger(log)
_MAX_ID = 2**63 - 1
LONGEST = 15  # seconds that a statement may take
_AT_A_TIME = 50  # hits handled before other tasks get a chance to run: the same loop answers pixels


@dataclass(slots=True)
class BatchResult:
    """The result of a batch. `changed`: (account, message) pairs whose pages show something new."""

    events: int = 0
    overflow: int = 0
    view_times: int = 0
    changed: set[tuple[int, UUID]] = field(default_factory=set)
    dropped: dict[str, int] = field(default_factory=dict)  # reason -> number

    def drop(self, why: str) -> None:
        """Count a hit that is not stored, for the reason `why`."""
        self.dropped[why] = self.dropped.get(why, 0) + 1


@dataclass(slots=True)
class _Batch:
    """What the database knows about the hits of a batch, and what the batch adds to the database."""

    stored_before: set[UUID]
    accounts: dict[int, str]  # id -> threshold
    mails: dict[UUID, MailState]
    arrived: list[ArrivedHit] = field(default_factory=list)
    events: list[NewEvent] = field(default_factory=list)
    firsts: dict[str, list[tuple[UUID, UUID]]] = field(default_factory=dict)  # kind -> (message, event) pairs
    exceeding: list[OverflowRecord] = field(default_factory=list)
    view_times: list[ViewTimeRecord] = field(default_factory=list)


async def store(found: Sequence[Content], geo: GeoLookup) -> BatchResult:
    """Store the contents of spool records. If this raises a database error, nothing has been stored."""
    stored = BatchResult()
    unique = {hit.id: hit for hit in found if isinstance(hit, Hit)}
    others = [each for each in found if not isinstance(each, Hit)]
    async with in_transaction() as db:
        await sql.hurry(db, LONGEST)
        batch = await _load(unique, others, db)
        for number, hit in enumerate(unique.values(), 1):
            _receive(hit, batch, stored)
            if number % _AT_A_TIME == 0:
                await asyncio.sleep(0)
        for each in others:
            _take_other(each, batch, stored)
        evaluation = await evaluate_arrived(batch.arrived, geo, db)
        for hit, known in batch.arrived:
            _digest(event_of(evaluation.observed[hit.id], evaluation.verdicts[hit.id], known, geo), batch)
        await _save(batch, stored, db)
        await _revise(evaluation, db)
    return stored


async def _load(
    hits: Mapping[UUID, Hit], others: Sequence[OverflowRecord | ViewTimeRecord], db: BaseDBAsyncClient
) -> _Batch:
    clicked = {hit.message for hit in hits.values() if hit.kind == CLICK}
    everything: list[Content] = [*hits.values(), *others]
    mails = await mail_state.hold(db, {each.message for each in everything}, clicked)
    owners = {each.account for each in everything if each.account <= _MAX_ID}
    accounts = await _working(owners | {each.account_id for each in mails.values()}, db)
    return _Batch(await _stored_before(hits, db), accounts, mails)


async def _stored_before(hits: Mapping[UUID, Hit], db: BaseDBAsyncClient) -> set[UUID]:
    if not hits:
        return set()
    moments = [hit.moment for hit in hits.values()]
    # Because the query names the events' times, only the partitions of those months are searched.
    known = "SELECT id FROM event WHERE id {these} AND at BETWEEN {1} AND {2}"
    rows = await sql.among(db, known, hits.keys(), min(moments), max(moments))
    return {sql.identity(row["id"]) for row in rows}


async def _working(accounts: Collection[int], db: BaseDBAsyncClient) -> dict[int, str]:
    """Return the accounts that exist and are not disabled, with their thresholds."""
    query = "SELECT id, threshold FROM account WHERE id {these} AND disabled_at IS NULL"
    return {row["id"]: row["threshold"] for row in await sql.among(db, query, accounts)}


def _receive(hit: Hit, batch: _Batch, stored: BatchResult) -> None:
    if hit.id in batch.stored_before:
        return
    why_not = _belongs_to_nobody(hit, batch)
    if why_not:
        stored.drop(why_not)
        return
    known = batch.mails.get(hit.message) or _placeholder(hit, batch)
    batch.arrived.append((hit, known))
    stored.events += 1
    stored.changed.add((known.account_id, known.id))


def _digest(event: NewEvent, batch: _Batch) -> None:
    batch.events.append(event)
    _count(event, batch)


def _take_other(each: OverflowRecord | ViewTimeRecord, batch: _Batch, stored: BatchResult) -> None:
    why_not = _belongs_to_nobody(each, batch)
    if why_not:
        stored.drop(why_not)
        return
    if each.message not in batch.mails:
        _placeholder(each, batch)
    if isinstance(each, ViewTimeRecord):
        batch.view_times.append(each)
    else:
        batch.exceeding.append(each)


def _belongs_to_nobody(hit: Content, batch: _Batch) -> str | None:
    known = batch.mails.get(hit.message)
    if hit.account == UNKNOWN_ACCOUNT:
        if known is None or known.source != Source.MANUAL:
            return "unknown pixel"
        return None if known.account_id in batch.accounts else "no account"
    if hit.account not in batch.accounts:
        return "no account"
    if known and known.account_id != hit.account:
        _foreign.warn("security: a valid token of account %s names another's message", hit.account)
        return "foreign message"
    return None


def _placeholder(hit: Content, batch: _Batch) -> MailState:
    """Add a mail that has not been reported (yet), and return it. Only its id and its account are known."""
    made = MailState(
        id=hit.message,
        account_id=hit.account,
        source=Source.GMAIL,
        state="unreported",
        sent_at=None,
        undone_at=None,
        updated_at=clock.now(),
        listed_at=hit.moment,
    )
    batch.mails[made.id] = made
    return made


def _count(event: NewEvent, batch: _Batch) -> None:
    known = event.mail
    known.updated_at = clock.now()
    if known.state == UNDONE:
        return
    threshold = batch.accounts[known.account_id]
    before = _has_happened(event.hit.kind, known, threshold)
    counts.add(known, event.link, event.happened)
    if not before and known.state in SENT_STATES and _has_happened(event.hit.kind, known, threshold):
        batch.firsts.setdefault(event.hit.kind, []).append((known.id, event.hit.id))


def _has_happened(kind: str, known: MailState, threshold: str) -> bool:
    return known.clicks > 0 if kind == CLICK else is_opened(known, threshold)


async def _save(batch: _Batch, stored: BatchResult, db: BaseDBAsyncClient) -> None:
    changed: dict[UUID, MailState] = {event.mail.id: event.mail for event in batch.events}
    totals = await overflow_totals.add(batch.exceeding, batch.mails, db)
    view_times = await view_time_rows.unknown(batch.view_times, db)
    stored.overflow, stored.view_times = totals.added, len(view_times)
    read = {each.message: batch.mails[each.message] for each in view_times}
    for each in read.values():
        each.updated_at = clock.now()
    stored.changed |= {(each.account_id, each.id) for each in (totals.mails | read).values()}
    links: dict[int, LinkState] = {event.link.id: event.link for event in batch.events if event.link}
    await mail_state.save(db, (changed | totals.mails | read).values(), links.values())
    await overflow_totals.save(totals, db)
    await view_time_rows.save(view_times, db)
    await events.add(batch.events, db)
    for kind, firsts in batch.firsts.items():
        await announce_firsts(kind, firsts, db)


async def _revise(evaluation: Evaluation, db: BaseDBAsyncClient) -> None:
    """Store revised verdicts of earlier events, and announce a first open or click that results from them."""
    await announce_true(await save_revised(evaluation, db), db)
