"""Reads, locks and writes mails in batches of plain SQL, while events are added to these mails."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from operator import attrgetter
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient

from server.lib import clock
from server.lib.database import sql

MAIL_COUNTED = (
    *("opens", "clicks", "raw_opens", "raw_clicks"),
    *("first_open_at", "last_open_at", "certainty", "loaded_at", "last_activity_at"),
)
_OVERFLOW = ("overflow_opens", "overflow_clicks")
LINK_COUNTED = ("clicks", "raw_clicks", "first_click_at", "last_click_at")
_NOTHING = "UPDATE message SET updated_at = updated_at WHERE id = ''"


@dataclass(slots=True)
class LinkState:
    """A link of a mail, with its counts."""

    id: int
    url_hash: str
    clicks: int = 0
    raw_clicks: int = 0
    first_click_at: datetime | None = None
    last_click_at: datetime | None = None


@dataclass(slots=True)
class MailState:
    """The part of a message that its counts need; fields are named as in Message."""

    id: UUID
    account_id: int
    source: str
    state: str
    sent_at: datetime | None
    undone_at: datetime | None
    updated_at: datetime
    replied_at: datetime | None = None
    bounced_at: datetime | None = None
    opens: int = 0
    clicks: int = 0
    raw_opens: int = 0
    raw_clicks: int = 0
    overflow_opens: int = 0
    overflow_clicks: int = 0
    first_open_at: datetime | None = None
    last_open_at: datetime | None = None
    certainty: str | None = None
    loaded_at: datetime | None = None
    last_activity_at: datetime | None = None
    listed_at: datetime | None = None  # when the first hit of a new mail came; else None
    recipients: dict[int, int] = field(default_factory=dict)  # number -> id
    links: dict[str, LinkState] = field(default_factory=dict)  # url_hash -> link

    @property
    def is_new(self) -> bool:
        """Whether the message is not in the database yet."""
        return self.listed_at is not None

    def recipient_id_of(self, number: int) -> int | None:
        """Return the id of recipient `number`, or None if there is no such recipient.

        0 stands for an unknown recipient. If the mail has only one recipient, that one is returned.
        """
        if number == 0 and len(self.recipients) == 1:
            return next(iter(self.recipients.values()))
        return self.recipients.get(number)

    def link_to(self, url: str) -> LinkState | None:
        """Return the mail's link to this URL, or None if the mail has no such link."""
        return self.links.get(url_hash(url)) if self.links else None


_NOT_READ = {"listed_at", "recipients", "links"}
_COLUMNS = tuple(each.name for each in fields(MailState) if each.name not in _NOT_READ)
_LINK_COLUMNS = tuple(each.name for each in fields(LinkState))
_MOMENTS, _LINK_MOMENTS = (
    tuple(name for name in columns if name.endswith("_at")) for columns in (_COLUMNS, _LINK_COLUMNS)
)
_READ = f"SELECT {','.join(_COLUMNS)} FROM message WHERE id {{these}}"  # noqa: S608 - our own names
_LINKS = (
    f"SELECT message_id, {','.join(_LINK_COLUMNS)} FROM link WHERE message_id {{these}}"  # noqa: S608
    " ORDER BY number DESC"  # if two links have the same URL, the first is used
)


def url_hash(url: str) -> str:
    """Return the hash that a link is found by: SHA-256 of its URL, hex."""
    return hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()


async def look_at(db: BaseDBAsyncClient, ids: Collection[UUID]) -> dict[UUID, MailState]:
    """Read these messages without their recipients and links, and without locking them."""
    return {mail.id: mail for mail in map(_mail, await sql.among(db, _READ, ids))}


async def hold(
    db: BaseDBAsyncClient, ids: Collection[UUID], clicked: Collection[UUID]
) -> dict[UUID, MailState]:
    """Lock these messages until the transaction ends, and read them. Links are read for those in `clicked`.

    The lock makes a report that arrives at the same time wait for us, or us for the report. On SQLite, which
    has a single lock, a transaction has to write before it reads: a statement that changes nothing takes the
    lock.
    """
    if sql.is_sqlite(db):
        await db.execute_query(_NOTHING)
    query = _READ if sql.is_sqlite(db) else f"{_READ} ORDER BY id FOR UPDATE"
    held = {mail.id: mail for mail in map(_mail, await sql.among(db, query, ids))}
    await _recipients_and_links(db, held, [each for each in clicked if each in held])
    return held


async def save(db: BaseDBAsyncClient, mails: Iterable[MailState], links: Iterable[LinkState]) -> None:
    """Write new mails, the counts of known mails (with `updated_at`), and the counts of links."""
    mails = list(mails)
    await _add(db, [mail for mail in mails if mail.is_new])
    counted = (*MAIL_COUNTED, *_OVERFLOW, "updated_at")
    await _update(db, "message", counted, [each for each in mails if not each.is_new])
    await _update(db, "link", LINK_COUNTED, list(links))


async def _update(
    db: BaseDBAsyncClient,
    table: str,
    names: tuple[str, ...],
    rows: Collection[MailState] | Collection[LinkState],
) -> None:
    values = attrgetter(*names, "id")
    await sql.update(db, table, names, [[sql.value_for(db, v) for v in values(row)] for row in rows])


async def _add(db: BaseDBAsyncClient, mails: Collection[MailState]) -> None:
    """Insert mails that have not been reported (yet). Only their ids, accounts and first hits are known."""
    values = attrgetter(*_COLUMNS)
    unknown = {**dict.fromkeys(("subject", "from_address", "from_name", "search_text"), ""), "bounces": 0}
    names = (*_COLUMNS, "listed_at", *unknown)
    rows = [
        [*(sql.value_for(db, value) for value in (*values(mail), mail.listed_at)), *unknown.values()]
        for mail in mails
    ]
    await sql.insert(db, "message", names, rows)


def _mail(row: Mapping[str, Any]) -> MailState:
    identity = {"id": sql.identity(row["id"]), "updated_at": clock.now()}
    return MailState(**(_values(row, _MOMENTS) | identity))


def _values(row: Mapping[str, Any], moments: Iterable[str]) -> dict[str, Any]:
    """Return column -> value, with the `moments` as datetimes, in whichever form the driver returned them."""
    return {**row, **{name: sql.moment(row[name]) for name in moments}}


async def _recipients_and_links(
    db: BaseDBAsyncClient, held: dict[UUID, MailState], clicked: list[UUID]
) -> None:
    query = "SELECT id, message_id, number FROM recipient WHERE message_id {these}"
    for row in await sql.among(db, query, held.keys()):
        held[sql.identity(row["message_id"])].recipients[row["number"]] = row["id"]
    for row in await sql.among(db, _LINKS, clicked):
        known = _values(row, _LINK_MOMENTS)
        message = sql.identity(known.pop("message_id"))
        held[message].links[known["url_hash"]] = LinkState(**known)
