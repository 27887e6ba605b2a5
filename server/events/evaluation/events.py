"""Makes events from judged hits, stores the events, and announces first opens and first clicks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient

from server.events.rows.counts import EventCount
from server.events.rows.event_rows import finding_of
from server.events.rows.interned import AGENTS, FINDINGS, HEADER_SETS, LOCATIONS
from server.events.rows.mail_state import LinkState, MailState
from server.lib import clock, outbox
from server.lib.database import sql
from server.lib.net.geoip import GeoLookup, Location
from server.lib.net.inside import identifies_nobody
from server.messages.kinds import CLICK, OPEN
from server.messages.models import Message
from server.messages.opened import is_opened, signs_in_sql
from server.verdicts.classify import RULES_VERSION
from server.verdicts.clients import client_name, is_stand_in
from server.verdicts.hits import Hit
from server.verdicts.observed import ObservedHit
from server.verdicts.verdict import Verdict

UNDONE = "undone"
_SHARED = {
    "agent_id": AGENTS,
    "header_set_id": HEADER_SETS,
    "finding_id": FINDINGS,
    "location_id": LOCATIONS,
}
FIRSTS: Mapping[str, str] = {OPEN: "first_open", CLICK: "first_click"}  # kind -> fact
_CLICKS = f"kind = '{CLICK}' AND counts AND undone_at IS NULL"
_THRESHOLDS = "SELECT id, threshold FROM account WHERE id {these}"
_FIRSTS = (  # one look into an index for each message, however many events it has
    "SELECT message_id, id FROM (SELECT id AS message_id, (SELECT e.id FROM event e"
    " WHERE e.message_id = message.id AND {which} ORDER BY e.at, e.id LIMIT 1) AS id"
    " FROM message WHERE id {these}) found WHERE id IS NOT NULL"
)
SENT_STATES = frozenset({"sent", "unreported"})  # of mails that were sent, as far as the server knows


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event that is about to be stored; its fields are named as in Event."""

    hit: Hit
    mail: MailState
    link: LinkState | None
    location: Location
    verdict: Verdict
    known: dict[str, Any] | None  # what was observed when the hit arrived, as in ObservedHit
    undone_at: datetime | None

    @property
    def counts(self) -> bool:
        """Whether the event adds to the counts that people see."""
        return self.verdict.counts and self.undone_at is None

    @property
    def happened(self) -> EventCount:
        """What the event adds to the counts."""
        hit, link = self.hit, self.link
        return EventCount(
            hit.kind, self.verdict.kind, self.counts, link.id if link else None, 1, hit.moment, hit.moment
        )


def event_of(observed: ObservedHit, verdict: Verdict, mail: MailState, geo: GeoLookup) -> NewEvent:
    """Return the event of a judged hit. Raises ValueError for an unknown kind of hit."""
    hit = observed.hit
    if hit.kind not in {OPEN, CLICK}:
        raise ValueError(f"{hit.kind!r} is no kind of hit")
    known = {
        "mails": observed.mails,
        "hosting": observed.hosting,
        "exit": observed.exit,
        "filter": observed.filter,
        "provider": observed.provider,
        "home": observed.home,
    }
    return NewEvent(
        hit=hit,
        mail=mail,
        link=mail.link_to(hit.url) if hit.kind == CLICK else None,
        location=geo.locate(_own_address(observed)),
        verdict=verdict,
        known={name: value for name, value in known.items() if value} or None,
        undone_at=(mail.undone_at or clock.now()) if mail.state == UNDONE else None,
    )


def _own_address(observed: ObservedHit) -> str:
    """Return the address if it shows where the reader is; "" for those of proxies and mail providers."""
    hit = observed.hit
    elsewhere = is_stand_in(hit.user_agent, hit.address) or identifies_nobody(hit.address)
    return "" if observed.provider or elsewhere else hit.address


async def add(events: Sequence[NewEvent], using: BaseDBAsyncClient) -> None:
    """Store the rows that the events share with other events, then the events with one statement."""
    if not events:
        return
    shared = [_shared(event) for event in events]
    ids = [
        await table.ids(using, set(contents))
        for table, contents in zip(_SHARED.values(), zip(*shared, strict=True), strict=True)
    ]
    rows = [
        (*_row(event, using).values(), *(known[each] for known, each in zip(ids, contents, strict=True)))
        for event, contents in zip(events, shared, strict=True)
    ]
    await sql.insert(using, "event", (*_row(events[0], using), *_SHARED), rows)


def _shared(event: NewEvent) -> tuple[tuple[str, ...], ...]:
    """Return the contents of the rows that the event shares, in the order of _SHARED."""
    hit, location = event.hit, event.location
    return (
        (hit.user_agent, client_name(hit.user_agent)),
        (sql.as_json(dict(sorted(hit.headers.items()))),),
        finding_of(event.verdict),
        (location.country[:100], location.city[:100]),
    )


def _row(event: NewEvent, db: BaseDBAsyncClient) -> dict[str, Any]:
    hit, mail, verdict = event.hit, event.mail, event.verdict
    return {
        "id": sql.value_for(db, hit.id),
        "account_id": mail.account_id,
        "message_id": sql.value_for(db, mail.id),
        "recipient_id": mail.recipient_id_of(hit.recipient),
        "link_id": event.link.id if event.link else None,
        "kind": hit.kind,
        "at": sql.value_for(db, hit.moment),
        "url": hit.url.replace("\0", ""),  # PostgreSQL cannot store NUL
        "address": hit.address[:45],
        "referer": hit.referer,
        "verdict": verdict.kind,
        "score": verdict.score,
        "unsettled": verdict.unsettled,
        "known": sql.as_json(event.known) if event.known else None,
        "rules_version": RULES_VERSION,
        "counts": event.counts,
        "undone_at": sql.value_for(db, event.undone_at),
    }


async def announce_firsts(kind: str, firsts: Iterable[tuple[UUID, UUID]], using: BaseDBAsyncClient) -> None:
    """Announce first opens (as defined by the threshold) or first clicks, given as pairs (message, event).

    The event is part of the fact's key. Otherwise an open that turns out to be the sender's own would prevent
    the fact about the first open by somebody else.
    """
    facts = {
        f"{message}:{event}": {"message": str(message), "event": str(event)} for message, event in firsts
    }
    await outbox.announce_all(FIRSTS[kind], facts, using=using)


async def announce_true(mails: Collection[Message] | Collection[MailState], using: BaseDBAsyncClient) -> None:
    """Announce the first opens and first clicks of recounted mails that were sent and have them."""
    sent = [mail for mail in mails if mail.state in SENT_STATES]
    accounts = await sql.among(using, _THRESHOLDS, {mail.account_id for mail in sent})
    thresholds = {row["id"]: row["threshold"] for row in accounts}
    for threshold in set(thresholds.values()):
        these = [mail for mail in sent if thresholds[mail.account_id] == threshold]
        opened = [mail.id for mail in these if is_opened(mail, threshold)]
        await announce_firsts(OPEN, await _firsts(opened, signs_in_sql(threshold), using), using)
    clicked = [mail.id for mail in sent if mail.clicks > 0]
    await announce_firsts(CLICK, await _firsts(clicked, _CLICKS, using), using)


async def _firsts(
    messages: Collection[UUID], which: str, using: BaseDBAsyncClient
) -> list[tuple[UUID, UUID]]:
    """Return (message, event) pairs: the first stored event of each message that matches the condition."""
    rows = await sql.among(using, _FIRSTS.format(which=which, these="{these}"), messages)
    return [(sql.identity(row["message_id"]), sql.identity(row["id"])) for row in rows]
