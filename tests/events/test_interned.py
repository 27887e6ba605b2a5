"""Values that several events share are stored once, and deleted some time after their last use."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tortoise.transactions import in_transaction

from server.events.models import Agent, Event, Finding, HeaderSet
from server.events.rows import interned
from server.events.rows.interned import AGENTS, MARGIN, forget_unused
from server.lib import clock
from tests.agents import CHROME, FIREFOX
from tests.pipeline import Pipeline
from tests.world import World


async def test_events_by_the_same_program_share_one_row_for_the_program(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    for number in range(3):
        await pipeline.get(pipeline.marks(mail).pixel_url, FIREFOX, f"203.0.113.{number}")
    await pipeline.get(pipeline.marks(mail).pixel_url, CHROME, "198.51.100.9")
    events = await pipeline.events()
    assert [event.client for event in events] == ["Firefox 153 on Windows"] * 3 + ["Chrome 156 on Linux"]
    assert await Agent.all().count() == 2
    assert await HeaderSet.all().count() == 1
    assert await Finding.all().count() == 1


async def test_a_shared_value_is_added_again_after_a_rollback(world: World) -> None:
    async with in_transaction() as db:
        await AGENTS.ids(db, [(FIREFOX, "Firefox")])
        await db.rollback()
    assert not await Agent.exists()
    async with in_transaction() as db:
        found = await AGENTS.ids(db, [(FIREFOX, "Firefox")])
    assert (await Agent.get(id=found[FIREFOX, "Firefox"])).user_agent == FIREFOX


async def test_unused_shared_rows_are_deleted(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    began = clock.now()
    async with in_transaction() as db:
        await AGENTS.ids(db, [(FIREFOX, ""), (CHROME, "")])
    monkeypatch.setattr(clock, "now", lambda: began + timedelta(days=100))
    for _ in range(2):  # the second time, the row is cached as used today
        async with in_transaction() as db:
            await AGENTS.ids(db, [(CHROME, "")])
    await forget_unused(began + MARGIN + timedelta(days=1))
    assert [each.user_agent for each in await Agent.all()] == [CHROME]
    async with in_transaction() as db:
        found = await AGENTS.ids(db, [(FIREFOX, "")])
    assert (await Agent.get(id=found[FIREFOX, ""])).user_agent == FIREFOX
    assert not await Event.exists()


async def test_only_a_bounded_number_of_shared_rows_is_kept_in_memory(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(interned, "MOST", 2)
    ids = []
    for number in (*range(5), *range(5)):
        agent = (f"program/{number}", "")
        async with in_transaction() as db:
            ids.append((await AGENTS.ids(db, [agent]))[agent])
        assert AGENTS._known
        assert len(AGENTS._known.ids) <= 3
    assert ids[:5] == ids[5:]
    assert await Agent.all().count() == 5
