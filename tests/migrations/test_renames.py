"""Renamed tables, columns and values: rows get the current names, and the former names on reverting."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import uuid4

from tortoise import connections
from tortoise.transactions import in_transaction

from server import reactions
from server.accounts.models import Pairing
from server.alerts.models import BrowserNotification
from server.copies.models import CopySet
from server.events.models import Correction, Finding, Overflow, RetiredCounts, ViewTime
from server.google.models import GmailLabels, OAuthFlow, ReplyWatch, SentCopyCheck
from server.lib import clock
from server.lib.database import sql
from server.lib.database.connection import connected
from server.lib.database.migrate import load, migrate, revert
from server.lib.outbox import OutboxRow
from server.lib.settings import ServerSettings, Settings
from server.messages.models import GmailMessage, Message
from server.tables import MODELS

Empty = Callable[[], Awaitable[Settings]]
Row = dict[str, Any]  # column -> value
RENAMING = ("12_rename_tables.py", "13_rename_values.py")
AT = clock.now().replace(microsecond=0)
MAIL, DRAFT, VIEW = uuid4(), uuid4(), uuid4()
ALICES: dict[str, Any] = {"account_id": 1}
OF_MAIL: dict[str, Any] = {"message_id": MAIL}
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


async def test_after_the_migration_every_row_has_the_current_names(empty: Empty) -> None:
    settings = await _before(empty)
    await migrate(settings, MODELS)
    async with connected(settings[ServerSettings].database_url, MODELS):
        await _has_todays_names()


async def test_running_the_renaming_steps_again_changes_nothing(empty: Empty) -> None:
    settings = await _before(empty)
    await migrate(settings, MODELS)
    async with connected(settings[ServerSettings].database_url, MODELS):
        db = connections.get("default")
        for step in (each for each in load() if each.name in RENAMING):
            for statement in step.up[db.capabilities.dialect]:
                await db.execute_query(statement)
            if step.move_up:
                await step.move_up(db, lambda done: None)
        await _has_todays_names()


async def test_after_the_migration_is_reverted_every_row_is_as_it_was(empty: Empty) -> None:
    settings = await _before(empty)
    before = await _rows(settings)
    for _ in await migrate(settings, MODELS):
        await revert(settings, MODELS)
    assert await _rows(settings) == before


async def test_new_rows_continue_the_former_numbering(empty: Empty) -> None:
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
    [fact] = await OutboxRow.all()
    assert (fact.fact, fact.unique_key) == ("signs_changed", f"settle_labels:signs_changed:{MAIL}")
    assert fact.listener in reactions.TABLE[fact.fact]
    [finding] = await Finding.all()
    evidence = ["learned_recipient", ["verbatim", {"text": "“learned_them”"}]]
    assert (finding.rule, finding.evidence) == ("corrected_alike", evidence)


async def _before(empty: Empty) -> Settings:
    """A database before the first of the migrations that rename."""
    settings = await empty()
    taken = await migrate(settings, MODELS)
    while taken and taken.pop() != RENAMING[0]:
        await revert(settings, MODELS)
    await revert(settings, MODELS)
    async with connected(settings[ServerSettings].database_url, MODELS), in_transaction() as db:
        for table, row in _former().items():
            values = [sql.value_for(db, value) for value in row.values()]
            await sql.insert(db, table, [*row], [values])
            if sql.is_postgres(db) and isinstance(row["id"], int):
                await db.execute_query(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), {row['id']})")
    return settings


def _former() -> dict[str, dict[str, Any]]:
    """Table -> one of its rows, each table after those it refers to."""
    return {**_the_mail(), **_of_the_mail(), **_of_alice()}


def _the_mail() -> dict[str, dict[str, Any]]:
    account: Row = {"email": "alice@sandbox.example", "name": "Alice", "role": "owner", "time_zone": "UTC"}
    account |= {"prefix": "alicexxx", "threshold": "likely", "created_at": AT, "alerts_on": True}
    zero = dict.fromkeys(("opens", "clicks", "raw_opens", "raw_clicks", "bounces"), 0)
    mail: Row = {"source": "gmail", "state": "sent", "subject": "", "from_address": "", "from_name": ""}
    mail |= {"search_text": "", "listed_at": AT, "updated_at": AT, **zero}
    return {
        "account": {"id": 1, **account},
        "message": {"id": MAIL, **ALICES, **mail, "excess_opens": 7, "excess_clicks": 3},
        "gmail_message": {"id": 1, **OF_MAIL, "report": sql.as_json(REPORT)},
    }


def _of_the_mail() -> dict[str, dict[str, Any]]:
    return {
        "excess": {"id": 4, **OF_MAIL, "kind": "open", "minute": 1, "origin": "a", "number": 7},
        "reading": {"id": VIEW, **OF_MAIL, "at": AT, "seconds": 42, "address": "", "user_agent": ""},
        "forgotten": {
            "id": 1, **OF_MAIL, "kind": "open", "verdict": "person", "counts": True, "number": 5,
            "first_at": AT, "last_at": AT,
        },
        "notice": {
            "id": 7, **ALICES, **OF_MAIL, "kind": "open", "key": "k", "at": AT, "created_at": AT,
            "quiet": False,
        },
        "correction": {
            "id": 1, **ALICES, **OF_MAIL, "event_id": VIEW, "said": "them", "network": "",
            "user_agent": "", "at": AT,
        },
        "finding": {
            "id": 1, "hash": "h", "rule": "you_said_of_its_like", "evidence": sql.as_json(EVIDENCE),
            "used_at": AT,
        },
        "outbox": {
            "id": 1, "fact": "turned", "listener": "settle_labels",
            "unique_key": f"settle_labels:turned:{MAIL}",
            "payload": "{}", "created_at": AT, "due_at": AT, "attempts": 0, "error": "",
        },
    }  # fmt: skip


def _of_alice() -> dict[str, dict[str, Any]]:
    flow: Row = {"purpose": "connect", "verifier": "", "nonce": "", "scopes": "[]", "invitation_lookup": ""}
    flow |= {"next_path": "/", "created_at": AT, "expires_at": AT}
    draft: Row = {"draft_id": "msg-a:1", "revision": "1", "subject": "", "from_address": "", "from_name": ""}
    draft |= {"mailbox": "", "thread_id": "", "created_at": AT}
    watch = {"started_at": AT, "due_at": AT, "failures": 0, "trouble": ""}
    return {
        "phone_labels": {"id": 1, **ALICES, "started_at": AT, "opened_id": "Label_1", "clicked_id": ""},
        "copy_check": {"id": 1, **ALICES, "started_at": AT},
        "return_watch": {"id": 1, **ALICES, "history_id": "123", **watch},
        "oauth_flow": {"id": 1, "state_lookup": "s", "browser_lookup": "b", "wishes": '["check"]', **flow},
        "pairing": {
            "id": 1, "device_lookup": "d", "user_code": "u", "browser": "", "household": "203.0.113.7",
            "created_at": AT, "expires_at": AT,
        },
        "copy_set": {"id": DRAFT, **ALICES, **draft, "wishes": '{"links":true,"reading_time":false}'},
    }  # fmt: skip


async def _rows(settings: Settings) -> dict[str, list[dict[str, Any]]]:
    async with connected(settings[ServerSettings].database_url, MODELS):
        db = connections.get("default")
        found = {}
        for table in _former():
            rows = await db.execute_query_dict(f"SELECT * FROM {sql.quoted(db, table)} ORDER BY id")
            found[table] = [{name: _plain(value) for name, value in row.items()} for row in rows]
        return found


def _plain(value: Any) -> Any:
    """JSON by its content, because PostgreSQL writes it in its own format."""
    return json.loads(value) if isinstance(value, str) and value[:1] in {"{", "["} else str(value)
