"""Kinds, verdicts and causes take one byte each on MariaDB, and every database reads them as text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable
from enum import StrEnum
from pathlib import Path

import pytest
from tortoise import connections

from server.accounts.models import Account
from server.events.models import Event
from server.lib import clock
from server.lib.database import migrate as migrations
from server.lib.database.connection import connected
from server.lib.database.migrate import migrate, revert
from server.lib.settings import ServerSettings, Settings
from server.messages.kinds import Cause, EventKind, VerdictKind
from server.messages.models import Message, Source
from server.tables import MODELS
from tests.events.stored import happened
from tests.migrations.test_release import of_the_release

Empty = Callable[[], Awaitable[Settings]]
STEP = "18_compact_enums.py"
COLUMNS: dict[tuple[str, str], type[StrEnum]] = {
    ("event", "kind"): EventKind,
    ("event", "verdict"): VerdictKind,
    ("event", "correction"): Cause,
    ("verdict_change", "was"): VerdictKind,
    ("verdict_change", "now"): VerdictKind,
    ("overflow", "kind"): EventKind,
    ("retired_counts", "kind"): EventKind,
    ("retired_counts", "verdict"): VerdictKind,
    ("correction", "cause"): Cause,
}


async def test_each_value_of_the_release_is_the_same_text_before_and_after_the_migration(
    empty: Empty, tmp_path: Path
) -> None:
    settings = await of_the_release(empty, tmp_path)
    await migrate(settings, MODELS)
    now = await _texts(settings)
    while await revert(settings, MODELS) != STEP:
        pass
    before = await _texts(settings)
    assert now == before
    assert set(before["event", "verdict"]) == {*VerdictKind}
    assert set(before["event", "correction"]) == {*Cause, None}


async def test_an_interrupted_change_of_the_columns_is_finished_by_the_next_start(
    empty: Empty, tmp_path: Path
) -> None:
    settings = await of_the_release(empty, tmp_path)
    await migrate(settings, MODELS)
    finished = await _texts(settings)
    while await revert(settings, MODELS) != STEP:
        pass
    [step] = [each for each in migrations.load() if each.name == STEP]
    async with connected(settings[ServerSettings].database_url, MODELS):
        db = connections.get("default")
        for statement in step.up[db.capabilities.dialect][:2]:
            await db.execute_query(statement)
    assert STEP in await migrate(settings, MODELS)
    assert await _texts(settings) == finished


async def test_an_unknown_verdict_is_refused_before_the_database_sees_it(empty: Empty) -> None:
    settings = await empty()
    await migrate(settings, MODELS)
    async with connected(settings[ServerSettings].database_url, MODELS):
        with pytest.raises(ValueError, match="'somebody' is not a valid VerdictKind"):
            await Event.filter(verdict="somebody").exists()


@pytest.mark.parametrize("kind", ["mariadb"])
async def test_mariadb_knows_each_value_of_the_enumerations_and_no_other(empty: Empty) -> None:
    settings = await empty()
    await migrate(settings, MODELS)
    async with connected(settings[ServerSettings].database_url, MODELS):
        rows = await connections.get("default").execute_query_dict(
            "SELECT table_name AS t, column_name AS c, column_type AS kind FROM information_schema.columns"
            " WHERE table_schema = database() AND column_type LIKE 'enum%'"
        )
    found = {(row["t"], row["c"]): row["kind"] for row in rows}
    assert found == {
        column: f"enum({','.join(repr(each.value) for each in values)})" for column, values in COLUMNS.items()
    }


async def test_an_event_is_found_by_its_verdict_and_returns_the_verdict_as_text(empty: Empty) -> None:
    settings = await empty()
    await migrate(settings, MODELS)
    async with connected(settings[ServerSettings].database_url, MODELS):
        await happened(await _mail_of_alice(), verdict=VerdictKind.LIKELY_PERSON, correction=Cause.RECIPIENT)
        [event] = await Event.filter(verdict__in=["likely_person"], correction="recipient", kind="open")
        assert (event.kind, event.verdict, event.correction) == ("open", "likely_person", "recipient")
        assert await Event.filter(verdict="person").count() == 0
        assert await Event.filter(correction=None).count() == 0


async def _mail_of_alice() -> Message:
    now = clock.now()
    alice = await Account.create(
        email="alice@sandbox.example", name="Alice", role="owner", prefix="alicexxx", created_at=now
    )
    return await Message.create(
        account=alice, source=Source.GMAIL, state="sent", listed_at=now, updated_at=now
    )


async def _texts(settings: Settings) -> dict[tuple[str, str], Counter[str | None]]:
    """(Table, column) -> how many rows have each text."""
    async with connected(settings[ServerSettings].database_url, MODELS):
        db = connections.get("default")
        rows = {
            (table, column): await db.execute_query_dict(f"SELECT {column} AS text FROM {table}")
            for table, column in COLUMNS
        }
    return {column: Counter(row["text"] for row in some) for column, some in rows.items()}
