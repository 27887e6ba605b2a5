"""What is known about Alice herself when hits on her mails are judged, and which rows events share."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from tortoise import connections
from tortoise.transactions import in_transaction

from server.accounts.models import Session
from server.events.evaluation import sender_clients
from server.events.models import Agent, Correction
from server.events.rows import interned
from server.events.rows.interned import AGENTS, Interned
from server.lib import clock
from server.messages.models import Viewing
from server.verdicts.hits import encode
from tests.agents import CHROME, FIREFOX, GMAIL_PROXY
from tests.events.test_digest import hit_on
from tests.pipeline import GMAIL, READER, Pipeline
from tests.verdicts.test_correlate import sign_in
from tests.world import World, hold_still

NETWORK = "198.51.100.0/24"


@pytest.mark.parametrize(("after", "verdict"), [(-9.9, "you"), (9.9, "you"), (-10.1, "likely_person")])
async def test_an_open_within_ten_seconds_of_alices_own_view_counts_as_hers(
    pipeline: Pipeline, after: float, verdict: str
) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice, sent_at=clock.now() - timedelta(hours=1))
    moment = clock.now() - timedelta(minutes=5)
    await Viewing.create(
        account_id=pipeline.world.alice.id, message_id=mail.id, at=moment + timedelta(seconds=after),
        address="203.0.113.5", user_agent=CHROME,
    )  # fmt: skip
    at = int(moment.timestamp() * 1_000_000)
    await pipeline.spool.append(encode(hit_on(mail, at=at, user_agent=GMAIL_PROXY, address=GMAIL)))
    assert [event.verdict for event in await pipeline.events()] == [verdict]


async def test_alices_own_views_are_read_from_15_seconds_before_the_hits_to_15_seconds_after_them(
    world: World,
) -> None:
    mail = await world.sends(world.alice)
    now = clock.now()
    for seconds in (-16, -14, 0, 74, 76):
        await Viewing.create(
            account_id=world.alice.id, message_id=mail.id, at=now + timedelta(seconds=seconds),
            address=READER, user_agent=FIREFOX,
        )  # fmt: skip
    db = connections.get("default")
    found = await sender_clients.viewings(db, [mail.id], now, now + timedelta(minutes=1))
    assert [round((view.at - now).total_seconds()) for view in found[mail.id]] == [-14, 0, 74]
    assert {(view.address, view.user_agent) for view in found[mail.id]} == {(READER, FIREFOX)}


async def test_only_the_newest_fifty_own_views_are_read_and_they_are_in_order_of_time(world: World) -> None:
    mail, now = await world.sends(world.alice), clock.now()
    for number in range(52):
        await Viewing.create(
            account_id=world.alice.id, message_id=mail.id, at=now + timedelta(seconds=number),
            address=str(number), user_agent=FIREFOX,
        )  # fmt: skip
    db = connections.get("default")
    found = await sender_clients.viewings(db, [mail.id], now, now + timedelta(minutes=1))
    assert [view.address for view in found[mail.id]] == [str(number) for number in range(2, 52)]


async def test_a_client_that_only_alice_signs_in_with_is_hers(world: World) -> None:
    await Session.bulk_create(
        [
            sign_in(world.alice, READER),
            sign_in(world.alice, "203.0.113.5"),
            sign_in(world.bob, "203.0.113.99"),
            sign_in(world.alice, "127.0.0.1"),
        ]
    )
    db = connections.get("default")
    known = await sender_clients.sender_histories(db, [world.alice.id, world.charlie.id])
    assert known[world.alice.id].own == {(NETWORK, CHROME)}
    assert known[world.charlie.id] == sender_clients.SenderHistory()


async def says(world: World, cause: str, age: int, **values: Any) -> None:
    common = {"network": NETWORK, "user_agent": FIREFOX, "account_id": world.alice.id}
    mail = await world.sends(world.alice)
    hit = hit_on(mail)
    await Correction.create(
        message_id=mail.id, event_id=hit.id, cause=cause, at=clock.now() - timedelta(hours=age),
        **(common | values),
    )  # fmt: skip


async def test_the_newest_of_alices_corrections_wins_for_one_pattern(world: World) -> None:
    await says(world, "automated", 3)
    await says(world, "recipient", 1)
    await says(world, "sender", 2)
    await says(world, "sender", 0, network="", user_agent="")
    await says(world, "sender", 0, account_id=world.bob.id)
    known = await sender_clients.sender_histories(connections.get("default"), [world.alice.id])
    assert known[world.alice.id].learned == {(NETWORK, FIREFOX): "recipient"}


async def test_a_program_used_again_on_another_day_keeps_its_row_for_forty_more_days(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    still = hold_still(monkeypatch)
    first = await used(AGENTS, (FIREFOX, "Firefox"))
    assert await used(AGENTS, (FIREFOX, "another name")) == first
    assert (await Agent.get(id=first)).used_at == still.at
    still.passes(86_400)
    assert await used(AGENTS, (FIREFOX, "Firefox")) == first
    assert (await Agent.get(id=first)).used_at == still.at
    AGENTS._known = None  # as in another process
    still.passes(86_400)
    other = await used(AGENTS, (CHROME, "Chrome"))
    assert await used(AGENTS, (FIREFOX, "Firefox")) == first != other
    assert (await Agent.get(id=first)).used_at == still.at
    assert await Agent.all().count() == 2
    await interned.forget_unused(still.at + timedelta(days=40))
    assert await Agent.all().count() == 2
    await interned.forget_unused(still.at + timedelta(days=40, seconds=1))
    assert await Agent.all().count() == 0


async def used(table: Interned, content: tuple[str, ...]) -> int:
    async with in_transaction() as db:
        return (await table.ids(db, [content]))[content]


async def test_a_shared_row_is_read_once_and_found_only_by_its_own_key(world: World) -> None:
    first = await used(AGENTS, (FIREFOX, "Firefox"))
    contents = await AGENTS.contents(connections.get("default"), [first])
    assert (contents[first]["user_agent"], contents[first]["name"]) == (FIREFOX, "Firefox")
    await Agent.filter(id=first).update(name="changed")
    assert (await AGENTS.contents(connections.get("default"), [first]))[first]["name"] == "Firefox"
    assert AGENTS.hash_of((FIREFOX, "x")) == AGENTS.hash_of((FIREFOX, "y")) != AGENTS.hash_of(("", "x"))
    assert len(AGENTS.hash_of((FIREFOX, "x"))) == 32
    assert interned.FINDINGS.hash_of(("a", "b")) != interned.FINDINGS.hash_of(("a", "c"))
    assert interned.FINDINGS.hash_of(("a", "b")) != interned.FINDINGS.hash_of(("ab", ""))


async def test_the_memory_for_shared_rows_is_bounded(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interned, "MOST", 2)
    rows = [await used(AGENTS, (f"agent {number}", "")) for number in range(5)]
    assert [await used(AGENTS, (f"agent {number}", "")) for number in range(5)] == rows
    assert AGENTS._known is not None
    assert len(AGENTS._known.ids) <= 3
