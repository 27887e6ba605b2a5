"""Outbox rows from before listeners had names are delivered, and none is announced again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

from tortoise import connections
from tortoise.transactions import in_transaction

from server import reactions
from server.lib import clock, outbox
from server.lib.database import sql
from server.lib.database.connection import connected
from server.lib.database.migrate import migrate, revert
from server.lib.outbox import OutboxRow
from server.lib.settings import ServerSettings, Settings
from server.tables import MODELS

Empty = Callable[[], Awaitable[Settings]]
COLUMNS = (
    "fact",
    "listener",
    "unique_key",
    "payload",
    "created_at",
    "due_at",
    "attempts",
    "done_at",
    "error",
)
OLD = [
    ("first_open", "server.alerts.first_open.send_first_open_alert", "first_open.send_first_open_alert"),
    ("first_open", "server.messages.labels.label_opened", "labels.label_opened"),
    ("corrected", "server.tracking.corrections.reconsider_like", "corrections.reconsider_like"),
    ("gmail_left", "server.google.access.grants.revoke_later", "grants.revoke_later"),
]


async def _as_before(*, done: bool) -> None:
    async with in_transaction() as db:
        moment = sql.value_for(db, clock.now() - timedelta(minutes=1))
        rest = ('{"sealed": "x"}', moment, moment, 0, moment if done else None, "")
        rows = [(fact, listener, f"{begins}:{fact}:1", *rest) for fact, listener, begins in OLD]
        await sql.insert(db, "outbox", COLUMNS, rows)


async def test_pending_outbox_rows_reach_their_original_listeners(empty: Empty) -> None:
    settings = await _before_names(empty, done=False)
    assert "1_name_listeners.py" in await migrate(settings, MODELS)
    async with connected(settings[ServerSettings].database_url, MODELS):
        rows = await OutboxRow.all()
        assert len(rows) == len(OLD)
        for row in rows:
            assert row.listener in reactions.TABLE[row.fact]
            assert row.payload == {"sealed": "x"}


async def test_a_fact_that_was_delivered_before_is_not_announced_again(empty: Empty) -> None:
    settings = await _before_names(empty, done=True)
    await migrate(settings, MODELS)
    outbox.install(reactions.TABLE, reactions.ENDS)
    async with connected(settings[ServerSettings].database_url, MODELS):
        for fact, *_ in OLD:
            await outbox.announce(fact, "1", {})
        assert await OutboxRow.filter(done_at=None).count() == 0
        assert {str(row.payload) for row in await OutboxRow.all()} == {"{}"}


async def test_after_the_migration_is_reverted_the_outbox_rows_are_as_they_were(empty: Empty) -> None:
    settings = await _before_names(empty, done=False)
    for _ in range(len(await migrate(settings, MODELS))):
        await revert(settings, MODELS)
    async with connected(settings[ServerSettings].database_url, MODELS):
        rows = await connections.get("default").execute_query_dict(
            "SELECT listener, unique_key, fact FROM outbox"
        )
    assert sorted((row["fact"], row["listener"], row["unique_key"]) for row in rows) == sorted(
        (fact, listener, f"{begins}:{fact}:1") for fact, listener, begins in OLD
    )


async def _before_names(empty: Empty, *, done: bool) -> Settings:
    """A database as the release before listener names left it."""
    settings = await empty()
    await migrate(settings, MODELS)
    while (await _newest(settings)) != "0_init.py":
        await revert(settings, MODELS)
    async with connected(settings[ServerSettings].database_url, MODELS):
        await _as_before(done=done)
    return settings


async def _newest(settings: Settings) -> str:
    async with connected(settings[ServerSettings].database_url, [*MODELS, "aerich.models"]):
        rows = await connections.get("default").execute_query_dict(
            "SELECT version FROM aerich ORDER BY id DESC"
        )
    return str(rows[0]["version"])
