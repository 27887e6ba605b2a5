"""Totals: overflow by minute, mails by client, clicks by link, and which changes are announced."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from tortoise import connections
from tortoise.transactions import in_transaction

from server.events.evaluation import mass_access
from server.events.evaluation.sender_clients import sender_histories
from server.events.models import Correction, Overflow, VerdictChange
from server.events.rows.counts import EventCount, add
from server.events.rows.mail_state import LinkState
from server.events.storing import overflow_totals
from server.events.wording import changes_of, client_name, client_words
from server.ingest.overflow import OverflowRecord
from server.lib import clock
from server.verdicts.hits import new_id
from tests.agents import CHROME, FIREFOX
from tests.events.stored import happened
from tests.events.test_digest import hit_on
from tests.events.test_incremental_counts import HOUR, NOON, some
from tests.events.test_incremental_counts import mail as state_of
from tests.pipeline import READER, Pipeline
from tests.world import hold_still


@pytest.fixture(autouse=True)
async def _inside(pipeline: Pipeline) -> AsyncIterator[None]:
    """Run each test in the application's context, as the digest runs."""
    async with pipeline.world.app.app_context():
        yield


async def test_two_corrections_about_different_clients_are_both_learned(pipeline: Pipeline) -> None:
    alice, bob = pipeline.world.alice, pipeline.world.bob
    for account, network, agent, cause in (
        (alice, "198.51.100.0/24", FIREFOX, "sender"),
        (alice, "198.51.100.0/24", CHROME, "automated"),
        (alice, "192.0.2.0/24", FIREFOX, "recipient"),
        (bob, "192.0.2.0/24", FIREFOX, "sender"),
    ):
        event = await happened(await pipeline.world.sends(account))
        await Correction.create(
            account_id=account.id, message_id=event.message_id, event_id=event.id, cause=cause,
            network=network, user_agent=agent, at=clock.now(),
        )  # fmt: skip
    known = await sender_histories(connections.get("default"), [alice.id, bob.id])
    assert known[alice.id].learned == {
        ("198.51.100.0/24", FIREFOX): "sender",
        ("198.51.100.0/24", CHROME): "automated",
        ("192.0.2.0/24", FIREFOX): "recipient",
    }
    assert known[bob.id].learned == {("192.0.2.0/24", FIREFOX): "sender"}


async def test_overflow_is_added_once_even_if_some_of_it_is_stored_already(pipeline: Pipeline) -> None:
    sent = await pipeline.world.sends(pipeline.world.alice)
    account = pipeline.world.alice.id
    row = {"message_id": sent.id, "kind": "open", "origin": "a" * 24}
    known = await Overflow.create(minute=5, number=4, **row)
    await Overflow.create(minute=7, number=9, **row)

    def record(minute: int, number: int, kind: str = "open", origin: str = "a" * 24) -> OverflowRecord:
        return OverflowRecord(origin, minute, kind, account, sent.id, number)

    state = state_of(id=sent.id, account_id=account, overflow_opens=13)
    found = [
        record(5, 6),
        record(5, 5),
        record(7, 9),
        record(6, 2),
        record(5, 3, "click"),
        record(5, 1, origin="b"),
    ]
    async with in_transaction() as db:
        totals = await overflow_totals.add(found, {sent.id: state}, db)
        assert (state.overflow_opens, state.overflow_clicks) == (13 + 2 + 2 + 1, 3)
        assert (totals.added, totals.known, list(totals.mails)) == (8, {known.id: 6}, [sent.id])
        assert {key[1:]: number for key, number in totals.new.items()} == {
            ("open", 6, "a" * 24): 2, ("click", 5, "a" * 24): 3, ("open", 5, "b"): 1,
        }  # fmt: skip
        await overflow_totals.save(totals, db)
        again = await overflow_totals.add(found, {sent.id: state}, db)
        assert (again.added, again.new, again.known, again.mails) == (0, {}, {}, {})
        nothing = await overflow_totals.add([], {}, db)
        assert (nothing.added, nothing.mails) == (0, {})
    assert sorted((each.minute, each.number) for each in await Overflow.filter(kind="open")) == [
        *((5, 1), (5, 6), (6, 2), (7, 9)),
    ]


async def test_the_newest_overflow_is_summed_by_whole_minutes(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    still = hold_still(monkeypatch)
    still.at = NOON + timedelta(seconds=30)
    sent, minute = await pipeline.world.sends(pipeline.world.alice), int(NOON.timestamp() // 60)
    for age in range(3):
        row = {"kind": "click", "origin": "a" * 24, "number": 10**age}
        await Overflow.create(message_id=sent.id, minute=minute - age, **row)
    assert [await overflow_totals.since(seconds) for seconds in (0, 30, 31, 90, 91)] == [1, 1, 11, 11, 111]


async def test_repeated_opens_of_one_mail_do_not_count_as_several_mails(pipeline: Pipeline) -> None:
    sent = [await pipeline.world.sends(pipeline.world.alice) for _ in range(3)]
    at = int(NOON.timestamp() * 1_000_000)
    seconds = [(0, 0), (0, 1), (1, 2), (1, 9), (2, 11), (0, 12), (2, 30)]  # mail, second
    touched = [
        (hit_on(sent[number], id=new_id(at + after * 1_000_000), at=at + after * 1_000_000, user_agent=CHROME,
                address=READER), 1)
        for number, after in seconds
    ]  # fmt: skip
    found = await mass_access.around(touched, connections.get("default"))
    assert [found.get(hit.id, 0) for hit, _ in touched] == [0, 3, 3, 3, 3, 3, 0]


def test_an_open_or_a_click_on_an_unknown_link_changes_no_link() -> None:
    state, link = state_of(), LinkState(5, "hash")
    add(state, link, some("open"))
    assert (link.clicks, link.raw_clicks) == (0, 0)
    add(state, link, some("reading"))
    assert (state.opens, state.clicks, state.raw_opens, state.raw_clicks) == (1, 0, 1, 0)
    add(state, None, some("click", last=NOON - HOUR))
    assert state.last_activity_at == NOON
    add(state, link, some("click", first=NOON - HOUR, last=NOON - HOUR))
    add(state, link, some("click", first=NOON, last=NOON + HOUR))
    assert (link.first_click_at, link.last_click_at) == (NOON - HOUR, NOON + HOUR)
    add(state, None, EventCount("open", "person", False, None, 1, NOON, NOON + 9 * HOUR))
    assert state.last_activity_at == NOON + HOUR


async def test_only_the_newest_twenty_of_many_changes_are_shown(pipeline: Pipeline) -> None:
    event = await happened(await pipeline.world.sends(pipeline.world.alice))
    for number in range(22):
        await VerdictChange.create(
            event_id=event.id, at=NOON + timedelta(minutes=number), was="person", was_score=90, now="scanner",
            now_score=3, because=["mails_at_once", {"mails": 4}],
        )  # fmt: skip
    await event.fetch_related("changes")
    assert [each.at.minute for each in changes_of(event)] == list(range(21, 1, -1))


def test_the_stored_name_of_gmails_prefetch_is_reworded_and_other_names_are_not() -> None:
    assert client_name("Gmail, ahead of the reader") == "Gmail, in advance"
    assert client_name("Firefox 153 on Windows") == "Firefox 153 on Windows"
    assert client_name("curl") == "curl"
    assert client_name("") == ""
    assert client_words("Gmail, ahead of the reader", "", "") == "Gmail, in advance"
