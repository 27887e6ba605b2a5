"""Rows under the former names of tables, columns and values: all are there under today's, and back."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import uuid4

from tortoise import connections
from tortoise.transactions import in_transaction

from server.alerts.models import BrowserNotification
from server.copies.models import CopySet
from server.events.models import Correction, Finding, Overflow, RetiredCounts, ViewTime
from server.extension.models import Pairing
from server.google.models import GmailLabels, OAuthFlow, ReplyWatch, SentCopyCheck
from server.lib import clock
from server.lib.database import sql
from server.lib.database.connection import connected
from server.lib.database.migrate import load, migrate, revert
from server.lib.settings import ServerSettings, Settings
from server.messages.models import GmailMessage, Message
from server.tables import MODELS

Empty = Callable[[], Awaitable[Settings]]
FIRST = "12_rename_tables.py"
AT = clock.now().replace(microsecond=0)
MAIL, DRAFT = uuid4(), uuid4()
SUBJECT = 'He said "reading_time": "you_said"'
REPORT = {
    "fields": {"reading_time": ["2026", True], "subject": ["2026", SUBJECT]},
    "clock": {"said": "2026", "believed": "2025"},
}
NOW_REPORT = {
    "fields": {"view_time": ["2026", True], "subject": ["2026", SUBJECT]},
    "clock": {"reported": "2026", "believed": "2025"},
}
EVIDENCE = ["learned_them", ["verbatim", {"text": "“learned_them”"}]]


async def test_every_row_has_todays_names(empty: Empty) -> None:
    settings = await _before(empty)
    await migrate(settings, MODELS)
    async with connected(settings[ServerSettings].database_url, MODELS):
        await _has_todays_names()


async def test_interrupted_at_the_end_it_begins_again(empty: Empty) -> None:
    settings = await _before(empty)
    await migrate(settings, MODELS)
    async with connected(settings[ServerSettings].database_url, MODELS):
        db = connections.get("default")
        steps = load()
        for step in steps[[each.name for each in steps].index(FIRST) :]:
            for statement in step.up[db.capabilities.dialect]:
                await db.execute_query(statement)
            if step.move_up:
                await step.move_up(db, lambda done: None)
        await _has_todays_names()


async def test_taken_back_every_row_is_as_it_was(empty: Empty) -> None:
    settings = await _before(empty)
    before = await _rows(settings)
    for _ in await migrate(settings, MODELS):
        await revert(settings, MODELS)
    assert await _rows(settings) == before


async def test_new_rows_go_on_from_the_former_numbers(empty: Empty) -> None:
    settings = await _before(empty)
    await migrate(settings, MODELS)
    async with connected(settings[ServerSettings].database_url, MODELS):
        made = await BrowserNotification.create(account_id=1, kind="open", key="new", at=AT, created_at=AT)
        assert made.id == 8


async def _has_todays_names() -> None:
    mail = await Message.get(id=MAIL)
    assert (mail.overflow_opens, mail.overflow_clicks) == (7, 3)
    assert [(row.message_id, row.number) for row in await Overflow.all()] == [(MAIL, 7)]
    assert [(row.message_id, row.seconds) for row in await ViewTime.all()] == [(MAIL, 42)]
    assert [(row.message_id, row.number) for row in await RetiredCounts.all()] == [(MAIL, 5)]
    assert [(row.id, row.message_id, row.key) for row in await BrowserNotification.all()] == [(7, MAIL, "k")]
    assert [row.opened_id for row in await GmailLabels.all()] == ["Label_1"]
    assert [row.started_at for row in await SentCopyCheck.all()] == [AT]
    assert [row.history_id for row in await ReplyWatch.all()] == ["123"]
    assert [row.cause for row in await Correction.all()] == ["recipient"]
    assert [row.features for row in await OAuthFlow.all()] == [["check"]]
    assert [row.network for row in await Pairing.all()] == ["203.0.113.7"]
    assert [row.options for row in await CopySet.all()] == [{"links": True, "view_time": False}]
    assert [row.report for row in await GmailMessage.all()] == [NOW_REPORT]
    [finding] = await Finding.all()
    evidence = ["learned_recipient", ["verbatim", {"text": "“learned_them”"}]]
    assert (finding.rule, finding.evidence) == ("corrected_alike", evidence)


async def _before(empty: Empty) -> Settings:
    """A database before the first of these migrations."""
    settings = await empty()
    taken = await migrate(settings, MODELS)
    while taken and taken.pop() != FIRST:
        await revert(settings, MODELS)
    await revert(settings, MODELS)
    async with connected(settings[ServerSettings].database_url, MODELS), in_transaction() as db:
        for table, row in _former(db).items():
            values = [sql.value_for(db, value) for value in row.values()]
            await sql.insert(db, table, [*row], [values])
            if sql.is_postgres(db) and isinstance(row["id"], int):
                await db.execute_query(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), {row['id']})")
    return settings


def _former(db: Any) -> dict[str, dict[str, Any]]:
    """Table -> a row of it."""
    account = {"email": "alice@sandbox.example", "name": "Alice", "role": "owner", "time_zone": "UTC"}
    account |= {"prefix": "alicexxx", "threshold": "likely", "created_at": AT, "alerts_on": True}
    zero = dict.fromkeys(("opens", "clicks", "raw_opens", "raw_clicks", "bounces"), 0)
    mail = {"source": "gmail", "state": "sent", "subject": "", "from_address": "", "from_name": ""}
    mail |= {"search_text": "", "listed_at": AT, "updated_at": AT, **zero}
    of_alice, of_mail = {"account_id": 1}, {"message_id": MAIL}
    no = {"address": "", "user_agent": ""}
    flow = {"purpose": "connect", "verifier": "", "nonce": "", "scopes": "[]", "invitation_lookup": ""}
    flow |= {"next_path": "/", "created_at": AT, "expires_at": AT}
    draft = {"draft_id": "msg-a:1", "revision": "1", "subject": "", "from_address": "", "from_name": ""}
    draft |= {"mailbox": "", "thread_id": "", "created_at": AT}
    watch = {"started_at": AT, "due_at": AT, "failures": 0, "trouble": ""}
    options = '{"links":true,"reading_time":false}'
    return {
        "account": {"id": 1, **account},
        "message": {"id": MAIL, **of_alice, **mail, "excess_opens": 7, "excess_clicks": 3},
        "gmail_message": {"id": 1, **of_mail, "report": sql.as_json(REPORT)},
        "excess": {"id": 4, **of_mail, "kind": "open", "minute": 1, "origin": "a", "number": 7},
        "reading": {"id": uuid4(), **of_mail, "at": AT, "seconds": 42, **no},
        "forgotten": {
            "id": 1, **of_mail, "kind": "open", "verdict": "person", "counts": True, "number": 5,
            "first_at": AT, "last_at": AT,
        },
        "notice": {
            "id": 7, **of_alice, **of_mail, "kind": "open", "key": "k", "at": AT, "created_at": AT,
            "quiet": False,
        },
        "phone_labels": {"id": 1, **of_alice, "started_at": AT, "opened_id": "Label_1", "clicked_id": ""},
        "copy_check": {"id": 1, **of_alice, "started_at": AT},
        "return_watch": {"id": 1, **of_alice, "history_id": "123", **watch},
        "correction": {
            "id": 1, **of_alice, **of_mail, "event_id": uuid4(), "said": "them", "network": "",
            "user_agent": "", "at": AT,
        },
        "oauth_flow": {"id": 1, "state_lookup": "s", "browser_lookup": "b", "wishes": '["check"]', **flow},
        "pairing": {
            "id": 1, "device_lookup": "d", "user_code": "u", "browser": "", "household": "203.0.113.7",
            "created_at": AT, "expires_at": AT,
        },
        "copy_set": {"id": DRAFT, **of_alice, **draft, "wishes": options},
        "finding": {
            "id": 1, "hash": "h", "rule": "you_said_of_its_like", "evidence": sql.as_json(EVIDENCE),
            "used_at": AT,
        },
    }  # fmt: skip


async def _rows(settings: Settings) -> dict[str, list[dict[str, Any]]]:
    async with connected(settings[ServerSettings].database_url, MODELS):
        db = connections.get("default")
        found = {}
        for table in _former(db):
            rows = await db.execute_query_dict(f"SELECT * FROM {sql.quoted(db, table)} ORDER BY id")
            found[table] = [{name: _plain(value) for name, value in row.items()} for row in rows]
        return found


def _plain(value: Any) -> Any:
    """JSON by its content, which PostgreSQL writes in its own way."""
    return json.loads(value) if isinstance(value, str) and value[:1] in {"{", "["} else str(value)
