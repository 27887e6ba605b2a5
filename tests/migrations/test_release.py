"""A database of release 0.1.0 migrates to the current version without losing data or changing texts."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from tortoise import connections
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.transactions import in_transaction

from server import reactions
from server.accounts.models import Account
from server.app import create_app
from server.events import wording
from server.events.models import Event
from server.events.rows.counts import COUNTED, recount
from server.lib import i18n, outbox
from server.lib.database import migrate as migrations
from server.lib.database import sql
from server.lib.database.connection import connected
from server.lib.database.migrate import Migration, migrate, revert
from server.lib.outbox import OutboxRow
from server.lib.settings import ServerSettings, Settings
from server.messages.models import Link, Message
from server.startup import start
from server.tables import MODELS
from tests.extension_api.paired import pair
from tests.migrations import release_failures as failures
from tests.world import World

Empty = Callable[[], Awaitable[Settings]]
RELEASE: dict[str, Any] = json.loads(Path(__file__).with_name("release_rows.json").read_text("utf-8"))
TABLES = RELEASE["tables"]
RENAMED = {"forgotten": "retired_counts"}
CAUSES = {"me": "sender", "machine": "automated", "them": "recipient", None: None}
RULES = {"you_said": "corrected", "you_said_of_its_like": "corrected_alike"}
MOVED = ("event", "gmail_grant", "alert", "copy")  # tables whose rows a migration moves
# What release 0.1.0 said, and what has replaced it; {names} stand for what differs from event to event.
BETTER: list[tuple[str, str]] = json.loads(Path(__file__).with_name("better_words.json").read_text("utf-8"))
GAP = re.compile(r"\{(\w+)\}")


async def test_no_row_is_lost_and_every_event_keeps_its_text(empty: Empty, tmp_path: Path) -> None:
    settings = await of_the_release(empty, tmp_path)
    await migrate(settings, MODELS)
    async with connected(settings[ServerSettings].database_url, MODELS):
        db = connections.get("default")
        for name, table in TABLES.items():
            present = RENAMED.get(name, name)
            [found] = await db.execute_query_dict(f"SELECT count(*) AS n FROM {sql.quoted(db, present)}")
            assert found["n"] == len(table["rows"]), name
        assert await _said() == _better(RELEASE["said"])
        assert await _raw() == _raw_of_the_release()


async def test_every_failure_keeps_its_text_and_none_is_lost(empty: Empty, tmp_path: Path) -> None:
    settings = await of_the_release(empty, tmp_path)
    await failures.add(settings)
    await migrate(settings, MODELS)
    async with connected(settings[ServerSettings].database_url, MODELS):
        assert await failures.texts() == failures.NOW


async def test_after_the_migration_is_reverted_each_failure_is_stored_as_its_former_sentence(
    empty: Empty, tmp_path: Path
) -> None:
    settings = await of_the_release(empty, tmp_path)
    await failures.add(settings)
    for _ in await migrate(settings, MODELS):
        await revert(settings, MODELS)
    async with connected(settings[ServerSettings].database_url, MODELS):
        assert await failures.stored() == failures.BEFORE


async def test_a_recount_after_the_migration_gives_the_same_numbers_of_opens_and_clicks(
    empty: Empty, tmp_path: Path
) -> None:
    settings = await of_the_release(empty, tmp_path)
    await migrate(settings, MODELS)
    async with connected(settings[ServerSettings].database_url, MODELS):
        before, links = await _numbers()
        async with in_transaction() as db:
            for message in await Message.all().using_db(db):
                await recount(message, db)
        assert await _numbers() == (before, links)
        assert sum(row["opens"] for row in before) > 3


async def test_facts_that_were_pending_before_the_migration_have_known_listeners(
    empty: Empty, tmp_path: Path
) -> None:
    settings = await of_the_release(empty, tmp_path)
    await migrate(settings, MODELS)
    async with connected(settings[ServerSettings].database_url, MODELS):
        pending = await OutboxRow.filter(done_at=None, failed_at=None)
        assert len(pending) > 5
        assert all(row.listener in reactions.TABLE[row.fact] for row in pending)
        assert await OutboxRow.filter(failed_at__not_isnull=True, error="gave up").count() == 1


async def test_the_list_and_the_feed_and_the_page_of_each_message_can_be_read_after_the_migration(
    empty: Empty, tmp_path: Path
) -> None:
    settings = await of_the_release(empty, tmp_path)
    await migrate(settings, MODELS)
    async with _server_on(settings) as world:
        alice = await world.browser_of(world.alice)
        assert (await alice.get("/")).status_code == 200
        for message in await Message.all():
            for path in (f"/messages/{message.id}", f"/messages/{message.id}/numbers"):
                assert (await alice.get(path)).status_code == 200, path
        extension = await pair(world, world.alice)
        assert len((await (await extension.get("/feed")).get_json())["messages"]) > 5


@pytest.mark.parametrize(
    "step", [step for step in migrations.load() if step.move_up], ids=lambda step: step.name
)
async def test_a_data_step_that_runs_again_changes_no_row(
    empty: Empty, tmp_path: Path, step: Migration
) -> None:
    """A step runs again if it was interrupted after moving its rows and before it was logged as applied."""
    settings = await of_the_release(empty, tmp_path)
    await failures.add(settings)
    await migrate(settings, MODELS, _up_to(step.name, tmp_path))
    assert step.move_up
    async with connected(settings[ServerSettings].database_url, MODELS):
        before = [await _stored(table) for table in MOVED]
        await step.move_up(connections.get("default"), lambda done: None)
        assert [await _stored(table) for table in MOVED] == before


async def test_after_the_migration_is_reverted_the_events_have_the_sentences_of_the_release(
    empty: Empty, tmp_path: Path
) -> None:
    settings = await of_the_release(empty, tmp_path)
    for _ in await migrate(settings, MODELS):
        await revert(settings, MODELS)
    async with connected(settings[ServerSettings].database_url, MODELS):
        db = connections.get("default")
        rows = await db.execute_query_dict("SELECT id, evidence FROM event")
        found = {str(sql.identity(row["id"])): _json(row["evidence"]) for row in rows}
    columns = TABLES["event"]["columns"]
    place, evidence = columns.index("id"), columns.index("evidence")
    assert found == {row[place]: json.loads(row[evidence]) for row in TABLES["event"]["rows"]}


async def of_the_release(empty: Empty, tmp_path: Path) -> Settings:
    """A database as release 0.1.0 left it."""
    settings = await empty()
    await migrate(settings, MODELS, _up_to("0_init.py", tmp_path))
    async with connected(settings[ServerSettings].database_url, MODELS), in_transaction() as db:
        for name, table in TABLES.items():
            kinds = await _kinds(db, name)
            values = [
                [
                    _value(db, kinds.get(column, ""), value)
                    for column, value in zip(table["columns"], row, strict=True)
                ]
                for row in table["rows"]
            ]
            await sql.insert(db, name, table["columns"], values)
            if sql.is_postgres(db) and "id" in table["columns"] and kinds["id"] == "bigint":
                after = f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), max(id)) FROM {name}"
                await db.execute_query(after)
    return settings


def _up_to(name: str, tmp_path: Path) -> Path:
    folder = tmp_path / f"up to {name}"
    folder.mkdir(exist_ok=True)
    for step in migrations.load():
        shutil.copy(migrations.FOLDER / step.name, folder)
        if step.name == name:
            break
    return folder


async def _kinds(db: BaseDBAsyncClient, table: str) -> dict[str, str]:
    """Column -> its type, if the driver accepts no text for it."""
    if sql.is_sqlite(db):
        return {}
    here = "current_schema()" if sql.is_postgres(db) else "database()"
    rows = await db.execute_query_dict(
        "SELECT column_name AS name, data_type AS kind FROM information_schema.columns"
        f" WHERE table_name = '{table}' AND table_schema = {here}"
    )
    return {str(row["name"]): str(row["kind"]) for row in rows}


def _value(db: BaseDBAsyncClient, kind: str, value: Any) -> Any:
    if value is None:
        return None
    if kind.startswith(("timestamp", "datetime")):
        return sql.value_for(db, datetime.fromisoformat(value))
    return bool(value) if kind == "boolean" else value


async def _said() -> dict[str, Any]:
    events = await Event.all().select_related("link").prefetch_related("changes")
    return {str(event.id): _told(event) for event in events}


def _told(event: Event) -> dict[str, Any]:
    texts: dict[str, Any] = {}
    for tag in i18n.languages():
        with i18n.speaking(tag):
            texts[tag] = wording.why(event)
    return texts | {"changes": [change.text for change in wording.changes_of(event)]}


def _better(said: Any) -> Any:
    """The text expected in the current version, given the release's text."""
    text = json.dumps(said, ensure_ascii=False)
    for before, now in BETTER:
        text, found = _pattern(before).subn(_filled(now), text)
        assert found, before
    return json.loads(text)


def _pattern(text: str) -> re.Pattern[str]:
    parts = enumerate(GAP.split(text))
    return re.compile("".join(f'(?P<{part}>[^"]+?)' if n % 2 else re.escape(part) for n, part in parts))


def _filled(text: str) -> Callable[[re.Match[str]], str]:
    return lambda found: GAP.sub(lambda gap: found[gap[1]], text)


RAW = ("kind", "url", "address", "user_agent", "referer", "client", "verdict", "score")


async def _raw() -> dict[str, list[Any]]:
    events = await Event.all()
    return {
        str(event.id): [
            *(getattr(event, name) for name in RAW), event.rule, event.correction, event.headers
        ]
        for event in events
    }  # fmt: skip


def _raw_of_the_release() -> dict[str, list[Any]]:
    columns = TABLES["event"]["columns"]
    rows = [dict(zip(columns, row, strict=True)) for row in TABLES["event"]["rows"]]
    return {
        row["id"]: [
            *(row[name] for name in RAW),
            RULES.get(row["rule"], row["rule"]), CAUSES[row["said"]], json.loads(row["headers"]),
        ]
        for row in rows
    }  # fmt: skip


async def _numbers() -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    messages = await Message.all().order_by("id").values("id", *COUNTED)
    links = (
        await Link.all()
        .order_by("id")
        .values("id", "clicks", "raw_clicks", "first_click_at", "last_click_at")
    )
    return messages, links


async def _stored(table: str) -> list[dict[str, Any]]:
    db = connections.get("default")
    rows: list[dict[str, Any]] = await db.execute_query_dict(
        f"SELECT * FROM {sql.quoted(db, table)} ORDER BY id"
    )
    return [{name: str(value) for name, value in row.items()} for row in rows]


def _json(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value


@asynccontextmanager
async def _server_on(settings: Settings) -> AsyncIterator[World]:
    runtime = start(settings)
    outbox.install(reactions.TABLE, reactions.ENDS)
    async with connected(settings[ServerSettings].database_url, MODELS):
        people = {account.name.lower(): account for account in await Account.all()}
        yield World(runtime, create_app(runtime), people)
