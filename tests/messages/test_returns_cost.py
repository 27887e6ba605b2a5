"""The queries for each incoming mail use an index, however long the history is."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from tortoise import connections
from tortoise.queryset import QuerySet

from server.lib import clock
from server.messages.models import Message, Recipient, Return
from server.messages.queries.slim import in_gmail
from tests.history import long_history, plan_of
from tests.migrations import databases
from tests.world import World

_OWN = {
    "sqlite": "substr(hex({id}), 17, 16)",
    "postgres": "substr(replace(CAST({id} AS VARCHAR(36)), '-', ''), 17, 16)",
}


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    with databases.postgres() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgres"])
async def busy(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[World]:
    """Alice has a long history, in which every mail was answered."""
    server = None if request.param == "sqlite" else request.getfixturevalue(request.param)
    async with long_history(tmp_path, server, 30_000) as world:
        db = connections.get("default")
        own = _OWN[request.param]
        mail = f"'<' || {own.format(id='id')} || '@mail.example>'"
        await db.execute_query(f"UPDATE message SET rfc822_message_id = {mail}")
        await db.execute_query(f"UPDATE gmail_message SET thread_id = {own.format(id='message_id')}")
        now = clock.now()
        mails = await Message.all().values_list("id", flat=True)
        usual = {"kind": "reply", "address": "bob@example.com", "at": now, "noticed_at": now}
        rows = [
            Return(message_id=each, gmail_message_id="a1", gmail_thread_id="a0", **usual) for each in mails
        ]
        await Return.bulk_create(rows, batch_size=500)
        await db.execute_query("ANALYZE")
        yield world


async def test_no_query_about_replies_or_bounces_scans_a_whole_table(busy: World) -> None:
    some = [*await Message.all().limit(20).values_list("id", flat=True)]
    mine = Message.filter(account_id=busy.alice.id)
    questions: dict[str, QuerySet[Any]] = {
        "the mail that it names": mine.filter(rfc822_message_id__in=["<a@x>", "a@x", "<b@x>"]),
        "threads": in_gmail(busy.alice.id, thread_id__in=[f"{number:x}" for number in range(5)]),
        "the thread": in_gmail(busy.alice.id, thread_id="a1", message__sent_at__lte=clock.now())
        .order_by("-message__sent_at")
        .limit(50),
        "its readers": Recipient.filter(message_id__in=some[:3]),
        "of a page": Return.filter(message_id=some[0]).order_by("-at", "-id").limit(200),
        "of an open thread": Return.filter(message_id__in=some[:3]).order_by("-at", "-id").limit(200),
    }
    for name, question in questions.items():
        plan = await plan_of(question)
        assert "SCAN" not in plan, f"{name}: {plan}"
        assert "Seq Scan" not in plan, f"{name}: {plan}"
