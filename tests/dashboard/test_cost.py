"""The queries of the dashboard's pages use an index, and scan no whole table."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tortoise import connections
from tortoise.queryset import QuerySet

from server.events.models import Agent, Event, EventLocation, Finding, HeaderSet
from server.lib import clock
from server.messages.models import Message
from server.messages.queries import listing
from server.messages.queries.cursor import Cursor, down_to
from server.messages.queries.listing import ORDER, MessageQuery, matching, step_end
from tests.history import long_history, plan_of
from tests.migrations import databases
from tests.world import World

EVENTS = 30_000


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    with databases.postgres() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgres"])
async def busy(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[World]:
    """Alice has a long history."""
    server = None if request.param == "sqlite" else request.getfixturevalue(request.param)
    async with long_history(tmp_path, server, EVENTS) as world:
        await _many_programs()
        yield world


async def _many_programs() -> None:
    """As many of each as a server meets in years, because a planner scans small tables."""
    now, hashes = clock.now(), [f"{number:032x}" for number in range(5000)]
    await Agent.bulk_create(Agent(hash=each, user_agent=each, name="", used_at=now) for each in hashes)
    await HeaderSet.bulk_create(HeaderSet(hash=each, headers={}, used_at=now) for each in hashes)
    await Finding.bulk_create(Finding(hash=each, rule="r", evidence=[], used_at=now) for each in hashes)
    await EventLocation.bulk_create(
        EventLocation(hash=each, country="France", city=each, used_at=now) for each in hashes
    )
    await connections.get("default").execute_script("ANALYZE")


async def test_no_page_scans_a_whole_table(busy: World, monkeypatch: pytest.MonkeyPatch) -> None:
    newest = Message.filter(account_id=busy.alice.id)
    some = await newest.order_by("-listed_at").offset(1500).first()
    assert some
    now = clock.now()
    before = MessageQuery(before=Cursor(some.listed_at, some.id))
    since = clock.now() - timedelta(seconds=30)
    monkeypatch.setattr(listing, "AT_A_TIME", 500)
    end = await step_end(busy.alice)
    assert end

    def within(wanted: MessageQuery) -> QuerySet[Message]:
        return matching(busy.alice, wanted, now).filter(down_to(end)).order_by("-listed_at")

    asked: dict[str, QuerySet[Any]] = {
        "list": matching(busy.alice, MessageQuery(), now).order_by(*ORDER).limit(31),
        "older": matching(busy.alice, before, now).order_by(*ORDER).limit(31),
        "search": within(MessageQuery(search="bob7")),
        "not delivered": within(MessageQuery(filter="returned")),
        "answered": within(MessageQuery(filter="answered")),
        "events": Event.filter(message_id=some.id).order_by("-at", "-id").limit(200),
        "feed": newest.filter(last_activity_at__not_isnull=True).order_by("-last_activity_at").limit(30),
        "changes": newest.filter(updated_at__gte=since).order_by("updated_at", "id"),
    }
    for name, query in asked.items():
        plan = await plan_of(query)
        assert "SCAN" not in plan, f"{name}: {plan}"
        assert "Seq Scan" not in plan, f"{name}: {plan}"
        assert "index" in plan.lower(), f"{name}: {plan}"
    assert "listed_at>" in (await plan_of(asked["search"])).replace(" ", ""), "it reads the whole history"
    assert "listed_at<" in (await plan_of(asked["older"])).replace(" ", ""), "it reads up to the place"
