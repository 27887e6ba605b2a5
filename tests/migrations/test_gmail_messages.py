"""Messages from before the table for Gmail's data: every value moves there and back."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID, uuid4

from tortoise import connections
from tortoise.transactions import in_transaction

from server.lib import clock
from server.lib.database import sql
from server.lib.database.connection import connected
from server.lib.database.migrate import migrate, revert
from server.lib.settings import ServerSettings, Settings
from server.messages.models import GmailMessage, Message, Source
from server.tables import MODELS

Empty = Callable[[], Awaitable[Settings]]
STEP = "3_gmail_message.py"
AT = clock.now().replace(microsecond=123000)
REPORT = {"fields": {"subject": ["2026-01-01T00:00:00.000+00:00", "Grüße 🎉 \\ \" '"]}}
DIFFERENT = {"subject": ["Lunch", "Dinner"]}
PROOF = {"by": "gmail", "pixel": True, "links": 1, "of": 1, "at": "2026-01-01T00:00:00.000+00:00"}
GMAIL = ("draft_id", "gmail_message_id", "gmail_thread_id", "verified_at", "report", "differences", "proof")
WHOLE, BY_ID, COPY, MANUAL, EARLY = (uuid4() for _ in range(5))
ROWS: dict[UUID, tuple[str, tuple[Any, ...]]] = {
    WHOLE: ("gmail", ("msg-a:1", "18c0ffee", "18c0", AT, REPORT, DIFFERENT, PROOF)),
    BY_ID: ("gmail", (None, "18c0fff0", None, None, None, None, None)),
    COPY: ("gmail", (None, "18c0fff1", "18c1", None, REPORT, None, None)),
    MANUAL: ("manual", (None,) * 7),
    EARLY: ("gmail", (None,) * 7),  # fetched before its report arrived
}


async def test_every_gmail_value_of_a_message_is_moved_to_the_new_table(empty: Empty) -> None:
    settings = await _before(empty)
    assert STEP in await migrate(settings, MODELS)
    async with connected(settings[ServerSettings].database_url, MODELS):
        kept = {row.message_id: row for row in await GmailMessage.all()}
        assert set(kept) == {WHOLE, BY_ID, COPY}
        for name, (_, values) in ROWS.items():
            if name in kept:
                row = kept[name]
                found = (row.draft_id, row.gmail_id, row.thread_id, row.verified_at, row.report)
                assert (*found, row.differences, row.proof) == (*values[:4], values[4] or {}, *values[5:])


async def test_individual_copies_get_their_source_and_all_other_values_stay(empty: Empty) -> None:
    settings = await _before(empty)
    await migrate(settings, MODELS)
    async with connected(settings[ServerSettings].database_url, MODELS):
        messages = {message.id: message for message in await Message.all()}
    sources = {name: message.source for name, message in messages.items()}
    assert sources == {name: Source(source) for name, (source, _) in ROWS.items()} | {COPY: Source.COPY}
    for message in messages.values():
        assert (message.subject, message.opens, message.listed_at) == ("Lunch", 3, AT)
        assert message.rfc822_message_id == f"<{message.id}@example.com>"


async def test_after_the_migration_is_reverted_the_messages_are_as_they_were(empty: Empty) -> None:
    settings = await _before(empty)
    for _ in range(len(await migrate(settings, MODELS))):
        await revert(settings, MODELS)
    async with connected(settings[ServerSettings].database_url, MODELS):
        rows = await connections.get("default").execute_query_dict("SELECT * FROM message")
    assert {sql.identity(row["id"]): _as_told(row) for row in rows} == {
        name: (source, (*values[:4], *(value or {} for value in values[4:])))
        for name, (source, values) in ROWS.items()
    }


def _as_told(row: dict[str, Any]) -> tuple[str, tuple[Any, ...]]:
    texts = (row["draft_id"], row["gmail_message_id"], row["gmail_thread_id"], sql.moment(row["verified_at"]))
    return row["source"], (*texts, *(json.loads(row[name] or "{}") for name in GMAIL[4:]))


async def _before(empty: Empty) -> Settings:
    """A database as the previous release left it."""
    settings = await empty()
    taken = await migrate(settings, MODELS)
    while taken and taken.pop() != STEP:
        await revert(settings, MODELS)
    await revert(settings, MODELS)
    async with connected(settings[ServerSettings].database_url, MODELS):
        await _fill()
    return settings


async def _fill() -> None:
    async with in_transaction() as db:
        at = sql.value_for(db, AT)
        no = sql.value_for(db, False)
        account = {"id": 1, "email": "alice@sandbox.example", "name": "Alice", "role": "owner"}
        account |= {"time_zone": "UTC", "prefix": "alicexxx", "threshold": "likely", "created_at": at}
        await _insert(db, "account", [{**account, "alerts_on": no}])
        await _insert(db, "message", [_message(db, name, *values) for name, values in ROWS.items()])
        group = {"id": str(uuid4()), "account_id": 1, "draft_id": "msg-a:2", "revision": "1"}
        group |= {"subject": "", "from_address": "", "from_name": "", "mailbox": "", "thread_id": ""}
        await _insert(db, "copy_set", [{**group, "wishes": "{}", "created_at": at}])
        copy = {"copy_set_id": group["id"], "account_id": 1, "message_id": str(COPY)}
        copy |= {"number": 1, "address": "", "name": "", "state": "sent", "tries": 1, "error": ""}
        await _insert(db, "copy", [copy])


def _message(db: Any, name: UUID, source: str, values: tuple[Any, ...]) -> dict[str, Any]:
    at = sql.value_for(db, AT)
    zero = ("opens", "clicks", "raw_opens", "raw_clicks", "excess_opens", "excess_clicks", "bounces")
    row = {"id": str(name), "account_id": 1, "source": source, "state": "sent"}
    row |= {"subject": "Lunch", "from_address": "", "from_name": "", "search_text": "lunch"}
    row |= {**dict.fromkeys(zero, 0), "opens": 3, "listed_at": at, "updated_at": at}
    row |= {"rfc822_message_id": f"<{name}@example.com>"}
    plain = (json.dumps(value) if isinstance(value, dict) else sql.value_for(db, value) for value in values)
    return row | dict(zip(GMAIL, plain, strict=True))


async def _insert(db: Any, table: str, rows: list[dict[str, Any]]) -> None:
    await sql.insert(db, table, [*rows[0]], [[*row.values()] for row in rows])
