"""The queries that paired browsers repeat use an index, and scan no whole table."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tortoise import connections
from tortoise.queryset import QuerySet

from server.alerts.models import BrowserNotification
from server.lib import clock
from server.messages.image_blocking import to_addresses
from server.messages.models import Message, Viewing
from server.messages.queries.slim import in_gmail
from tests.history import long_history, plan_of
from tests.migrations import databases
from tests.world import World


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    with databases.postgres() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgres"])
async def busy(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[World]:
    """Alice has a long history."""
    server = None if request.param == "sqlite" else request.getfixturevalue(request.param)
    async with long_history(tmp_path, server, 10_000) as world:
        own = "substr(replace(CAST(message_id AS VARCHAR(36)), '-', ''), 17, 16)"
        db = connections.get("default")
        await db.execute_query(f"UPDATE gmail_message SET thread_id = {own}, gmail_id = {own}")
        await db.execute_query("ANALYZE")
        yield world


async def test_no_query_scans_a_whole_table(busy: World) -> None:
    alice, now = busy.alice.id, clock.now()
    ids = [f"{number:x}" for number in range(100)]
    some = [*await Message.all().limit(20).values_list("id", flat=True)]
    questions: dict[str, QuerySet[Any]] = {
        "message": in_gmail(alice, thread_id__in=ids),
        "message ": in_gmail(alice, gmail_id__in=ids[:20]),
        "viewing": Viewing.filter(message_id__in=some, at__gte=now - timedelta(seconds=10)),
        "recipient": to_addresses({"bob7@example.com", "bob8@gmail.com"}),
        "notification": BrowserNotification.filter(account_id=alice, id__gt=5, quiet=False)
        .order_by("id")
        .limit(50),
        "notification ": BrowserNotification.filter(account_id=alice, event_id__not_isnull=True)
        .order_by("-at")
        .limit(1),
    }
    for table, question in questions.items():
        plan = await plan_of(question)
        assert f"SCAN {table.strip()}" not in plan, plan
        assert table.strip() != "message" or "Seq Scan on message" not in plan, plan
