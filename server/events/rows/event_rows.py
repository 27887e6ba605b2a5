"""Reads stored events for judging, in bounded numbers, and writes their revised verdicts."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
from tortoise.backends.base.client import BaseDBAsyncClient

from server.events.rows.interned import AGENTS, FINDINGS, HEADER_SETS
from server.lib import clock
from server.lib.database import sql
from server.messages.kinds import VerdictKind
from server.verdicts.classify import RULES_VERSION
from server.verdicts.evidence import pack, unpack
from server.verdicts.history import change_of
from server.verdicts.hits import Hit
from server.verdicts.observed import ObservedHit, observed
from server.verdicts.verdict import Verdict

PAGE = 500
WINDOW = 40  # how many of a mail's newest events take part when new hits are judged
_COLUMNS = (
    *("id", "message_id", "account_id", "recipient_id", "link_id", "kind", "at", "url", "address"),
    *("agent_id", "header_set_id", "finding_id", "known", "correction", "verdict", "score", "unsettled"),
    *("counts", "undone_at"),
)
_CHANGED = ("event_id", "at", "was", "was_score", "now", "now_score", "because")
_FIELDS = ", ".join(_COLUMNS)
_MANY = f"SELECT {_FIELDS} FROM event WHERE message_id {{these}}"  # noqa: S608 - our own names
_THESE = f"SELECT {_FIELDS} FROM event WHERE id {{these}}"  # noqa: S608
_FIRST = f"{_MANY} ORDER BY at DESC, id DESC LIMIT {PAGE}"
_NEXT = f"{_MANY} AND (at < {{1}} OR (at = {{2}} AND id < {{3}})) ORDER BY at DESC, id DESC LIMIT {PAGE}"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_OLD = datetime(2000, 1, 1, tzinfo=UTC)
_NOBODY = UUID(int=0)
_NEWEST = {
    "sqlite": (
        "SELECT {fields} FROM (SELECT id AS mail FROM message WHERE id {these})"
        " CROSS JOIN event ON event.rowid IN (SELECT e.rowid FROM event e"
        " WHERE e.message_id = mail AND e.at >= {since} ORDER BY e.at DESC LIMIT {most})"
        " WHERE undone_at IS NULL {more}"
    ),
    "postgres": (
        "SELECT {fields} FROM (SELECT id AS mail FROM message WHERE id {these}) m"
        " CROSS JOIN LATERAL (SELECT * FROM event e"
        " WHERE e.message_id = mail AND e.at >= {since} ORDER BY e.at DESC LIMIT {most}) n"
        " WHERE undone_at IS NULL {more}"
    ),
    "mysql": (
        "SELECT {fields} FROM event JOIN (SELECT id AS newest, ROW_NUMBER() OVER (PARTITION BY message_id"
        " ORDER BY at DESC) AS place FROM event WHERE message_id {these} AND at >= {since}) n"
        " ON newest = id AND place <= {most} WHERE undone_at IS NULL {more}"
    ),
}


@dataclass(slots=True)
class StoredEvent:
    """One stored event. `row` is its database row, merged with the rows that it shares with other events."""

    id: UUID
    message_id: UUID
    at: datetime
    observed: ObservedHit
    row: dict[str, Any]

    @property
    def verdict(self) -> Verdict:
        """The stored verdict."""
        row = self.row
        evidence = unpack(_json(row["evidence"]))
        return Verdict(
            VerdictKind(row["verdict"]), row["score"], row["rule"], evidence, bool(row["unsettled"])
        )

    def differs(self, verdict: Verdict) -> bool:
        """Return whether `verdict` has another kind, score or rule. Its evidence is not compared."""
        row = self.row
        return (verdict.kind, verdict.score, verdict.rule) != (row["verdict"], row["score"], row["rule"])

    @property
    def counts(self) -> bool:
        """Whether the event adds to the counts that people see."""
        return bool(self.row["counts"])

    @property
    def undone_at(self) -> datetime | None:
        """When the send of the event's mail was undone; None if it was not."""
        return sql.moment(self.row["undone_at"])


@dataclass(frozen=True, slots=True)
class LastHit:
    """A client's last hit on an image or link. `is_machine`: whether one of its hits was a scanner's."""

    hit: Hit
    is_machine: bool


async def newest(db: BaseDBAsyncClient, messages: Collection[UUID], most: int) -> list[StoredEvent]:
    """Return all events of these messages.

    According to its counts, no message may have more than `most` events.
    """
    if not messages:
        return []
    query = f"{_MANY} ORDER BY at DESC, id DESC LIMIT {most * len(messages)}"
    return await _stored(db, await sql.among(db, query, messages))


async def newest_of_each(db: BaseDBAsyncClient, messages: Collection[UUID]) -> list[StoredEvent]:
    """Return the newest WINDOW events of each message, except those that were undone."""
    return await _stored(db, await _of_each(db, _FIELDS, messages, _OLD))


async def unsettled(db: BaseDBAsyncClient, messages: Collection[UUID]) -> list[StoredEvent]:
    """Return the unsettled events among the newest WINDOW events of each message.

    A person's sign may change the verdicts on these events, or the events support later clicks.
    """
    return await _stored(db, await _of_each(db, _FIELDS, messages, _OLD, "AND unsettled"))


async def last_of_clients(
    db: BaseDBAsyncClient, messages: Collection[UUID], since: datetime
) -> list[LastHit]:
    """Return each client's last hit on each image or link since `since`, without ids and headers.

    Only the newest WINDOW events of each message are searched.
    """
    client = "message_id, kind, url, address, agent_id"
    fields = f"{client}, MAX(at) AS at, MAX(CASE WHEN verdict = 'scanner' THEN 1 ELSE 0 END) AS scanner"
    rows = await _of_each(db, fields, messages, since, f"GROUP BY {client}")
    agents = await AGENTS.contents(db, {row["agent_id"] for row in rows})
    return [LastHit(_bare(row, _NOBODY, agents), bool(row["scanner"])) for row in rows]


async def events(db: BaseDBAsyncClient, ids: Collection[UUID]) -> list[StoredEvent]:
    """Return the events with these ids."""
    return await _stored(db, await sql.among(db, _THESE, ids))


async def pages(db: BaseDBAsyncClient, message: UUID) -> AsyncIterator[list[StoredEvent]]:
    """Yield all events of a message, newest first, PAGE at a time."""
    rows = await sql.among(db, _FIRST, [message])
    while rows:
        page = await _stored(db, rows)
        yield page
        if len(page) < PAGE:
            return
        last = page[-1]
        rows = await sql.among(db, _NEXT, [message], last.at, last.at, last.id)


async def _of_each(
    db: BaseDBAsyncClient, fields: str, messages: Collection[UUID], since: datetime, more: str = ""
) -> list[sql.Row]:
    """Read the newest WINDOW events of each message since `since`. An index keeps this fast."""
    dialect = db.capabilities.dialect
    query = _NEWEST[dialect].format(fields=fields, these="{these}", since="{1}", most=WINDOW, more=more)
    return await sql.among(db, query, messages, since)


def _bare(row: sql.Row, identity: UUID, agents: Mapping[int, sql.Row]) -> Hit:
    message = sql.identity(row["message_id"])
    client = row["url"], row["address"], agents[row["agent_id"]]["user_agent"]
    return Hit(identity, microseconds(row["at"]), row["kind"], 0, message, 0, *client, "", "GET", {})


def microseconds(value: Any) -> int:
    """Convert a time from the database to unix microseconds."""
    moment = sql.moment(value)
    assert moment
    return (moment - _EPOCH) // timedelta(microseconds=1)


async def _stored(db: BaseDBAsyncClient, rows: Sequence[sql.Row]) -> list[StoredEvent]:
    """Build the events from their rows and from the rows that they share with others."""
    for table, column in ((AGENTS, "agent_id"), (HEADER_SETS, "header_set_id"), (FINDINGS, "finding_id")):
        contents = await table.contents(db, {row[column] for row in rows})
        for row in rows:
            row |= {name: value for name, value in contents[row[column]].items() if name != "id"}
    return [_event(row) for row in rows]


def _event(row: sql.Row) -> StoredEvent:
    moment = sql.moment(row["at"])
    assert moment
    identity, message = sql.identity(row["id"]), sql.identity(row["message_id"])
    known = _json(row["known"]) or {}
    hit = Hit(
        identity, (moment - _EPOCH) // timedelta(microseconds=1), row["kind"], row["account_id"], message, 0,
        row["url"], row["address"], row["user_agent"], "", "GET", _json(row["headers"]) or {},
    )  # fmt: skip
    seen = observed(hit, "", known.get("mails", 0), row["correction"] or "")
    return StoredEvent(identity, message, moment, _with_owner(seen, known), row)


def _with_owner(seen: ObservedHit, known: Mapping[str, Any]) -> ObservedHit:
    """Add what an ASN database said when the hit came, unless ranges say more, perhaps learned since.

    As in network_of, the database knows better which of a cloud's addresses people browse from.
    """
    stored = {name: known.get(name, "") for name in ("hosting", "exit", "filter", "provider", "home")}
    more = seen.exit or seen.filter or seen.provider
    return replace(seen, **stored) if any(stored.values()) and not more else seen


@dataclass(frozen=True, slots=True)
class Revision:
    """The new state of a stored event."""

    event: StoredEvent
    verdict: Verdict
    recipient_id: int | None
    link_id: int | None
    undone_at: datetime | None

    @property
    def counts(self) -> bool:
        """Whether the event now adds to the counts that people see."""
        return self.verdict.counts and self.undone_at is None

    @property
    def is_news(self) -> bool:
        """Whether anything other than the evidence has changed."""
        row = self.event.row
        before = (row["recipient_id"], row["link_id"], self.event.undone_at, bool(row["counts"]))
        now = (self.recipient_id, self.link_id, self.undone_at, self.counts)
        return before != now or self.event.differs(self.verdict)


def with_verdict(event: StoredEvent, verdict: Verdict) -> Revision:
    """Return a revision of `event` that changes only the verdict."""
    return Revision(event, verdict, event.row["recipient_id"], event.row["link_id"], event.undone_at)


async def revise(db: BaseDBAsyncClient, found: Sequence[Revision]) -> None:
    """Store the revisions, and a record of each change of a verdict."""
    if not found:
        return
    findings = await FINDINGS.ids(db, {finding_of(each.verdict) for each in found})
    rows = [{**_revised(db, each), "finding_id": findings[finding_of(each.verdict)]} for each in found]
    values = [
        [*row.values(), sql.value_for(db, each.event.id)] for row, each in zip(rows, found, strict=True)
    ]
    await sql.update(db, "event", tuple(rows[0]), values)
    await sql.insert(db, "verdict_change", _CHANGED, list(_changes(db, found)))


def _changes(db: BaseDBAsyncClient, found: Sequence[Revision]) -> Iterator[list[Any]]:
    now = sql.value_for(db, clock.now())
    for each in found:
        change = change_of(each.event.verdict, each.verdict)
        if change:
            values = (change.was, change.was_score, change.now, change.now_score, sql.as_json(change.because))
            yield [sql.value_for(db, each.event.id), now, *values]


def _revised(db: BaseDBAsyncClient, revision: Revision) -> dict[str, Any]:
    verdict = revision.verdict
    return {
        "verdict": verdict.kind,
        "score": verdict.score,
        "unsettled": verdict.unsettled,
        "rules_version": RULES_VERSION,
        "counts": revision.counts,
        "recipient_id": revision.recipient_id,
        "link_id": revision.link_id,
        "undone_at": sql.value_for(db, revision.undone_at),
    }


def finding_of(verdict: Verdict) -> tuple[str, str]:
    """Return the rule and the evidence of a verdict, which all events with the same finding share."""
    return verdict.rule, sql.as_json(pack(verdict.evidence))


def _json(value: Any) -> Any:
    return msgspec.json.decode(value) if isinstance(value, str) else value
