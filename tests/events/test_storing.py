"""Whose hits are stored, what each threshold announces, and what earlier events become."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from tortoise.transactions import in_transaction

from server.accounts.models import Account
from server.events.evaluation import reclassification
from server.events.evaluation.reevaluate import reevaluate
from server.events.forwarding import sight_of
from server.events.models import Event
from server.events.storing import store
from server.ingest.overflow import OverflowRecord
from server.ingest.overflow import encode as encode_overflow
from server.lib import clock, metrics
from server.lib.net.geoip import GeoLookup
from server.lib.outbox import OutboxRow
from server.messages.models import Message
from server.verdicts.hits import encode, new_id
from server.verdicts.observed import observed
from tests.agents import APPLE, FIREFOX, GMAIL_PROXY
from tests.events.test_digest import hit_on, spooled
from tests.events.test_incremental_counts import HOUR
from tests.pipeline import BROWSER, GMAIL, READER, Pipeline, columns, fresh
from tests.verdicts.cases import OPEN
from tests.world import hold_still

LINK = "https://example.com/"
HEADERS = {name.lower(): value for name, value in BROWSER.items()}
LONG_AGO = timedelta(hours=5)


@pytest.fixture(autouse=True)
async def _inside(pipeline: Pipeline) -> AsyncIterator[None]:
    """Run each test in the application's context, as the digest runs."""
    async with pipeline.world.app.app_context():
        yield


def dropped(*reasons: str) -> list[int]:
    return [metrics.counted(f"digest.dropped.{reason}") for reason in reasons]


async def test_a_hit_is_stored_or_dropped_depending_on_its_mail_and_account(pipeline: Pipeline) -> None:
    alice, bob = pipeline.world.alice, pipeline.world.bob
    sent = await pipeline.world.sends(alice)
    by_hand = await pipeline.world.sends(alice, source="manual")
    bobs = await pipeline.world.sends(bob, source="manual")
    await Account.filter(id=bob.id).update(disabled_at=clock.now())
    reasons = ("unknown_pixel", "no_account", "foreign_message")
    for hit, why in (
        (hit_on(sent), None),
        (hit_on(by_hand, account=0), None),
        (hit_on(by_hand), None),
        (hit_on(sent, account=0), "unknown_pixel"),
        (hit_on(Message(id=uuid4(), account_id=0)), "unknown_pixel"),
        (hit_on(bobs, account=0), "no_account"),
        (hit_on(bobs), "no_account"),
        (hit_on(sent, account=2**63 - 1), "no_account"),
        (hit_on(sent, account=2**63), "no_account"),
        (hit_on(sent, account=pipeline.world.charlie.id), "foreign_message"),
    ):
        before, stored = dropped(*reasons), await Event.all().count()
        await spooled(pipeline, hit)
        await pipeline.events()
        after = [now - was for now, was in zip(dropped(*reasons), before, strict=True)]
        assert after == [int(reason == why) for reason in reasons]
        assert await Event.all().count() - stored == int(why is None)
    assert {event.account_id for event in await Event.all()} == {alice.id}


async def test_overflow_of_another_persons_mail_is_not_added(pipeline: Pipeline) -> None:
    sent = await pipeline.world.sends(pipeline.world.alice)
    for account in (pipeline.world.charlie.id, 0):
        record = OverflowRecord("a" * 24, 5, "open", account, sent.id, 7)
        await pipeline.spool.append(encode_overflow(record))
    await pipeline.events()
    assert (await fresh(sent)).overflow_opens == 0


async def announced(pipeline: Pipeline, sent: Message, **hit: Any) -> set[tuple[str, str]]:
    """The facts known after a hit, with their events."""
    await spooled(pipeline, hit_on(sent, headers=HEADERS, **hit))
    await pipeline.events()
    return {(row.fact, row.payload["event"]) for row in await OutboxRow.filter(fact__startswith="first_")}


PROXY = {"user_agent": GMAIL_PROXY, "address": GMAIL}


@pytest.mark.parametrize(
    ("threshold", "steps"),
    [
        ("certain", [({"user_agent": APPLE}, 0), (PROXY, 0), ({}, 1), ({}, 1)]),
        ("likely", [({"user_agent": APPLE}, 0), (PROXY, 1), ({}, 1)]),
        ("everything", [({"user_agent": APPLE}, 1), (PROXY, 1), ({}, 1)]),
    ],
)
async def test_the_first_open_is_the_first_that_meets_alices_threshold(
    pipeline: Pipeline, threshold: str, steps: list[tuple[dict[str, str], int]]
) -> None:
    await Account.filter(id=pipeline.world.alice.id).update(threshold=threshold)
    sent = await pipeline.world.sends(pipeline.world.alice, sent_at=clock.now() - LONG_AGO)
    for hit, number in steps:
        assert len(await announced(pipeline, sent, **hit)) == number
    click = {"kind": "click", "url": LINK}
    assert {fact for fact, _ in await announced(pipeline, sent, **click)} == {"first_open", "first_click"}
    assert len(await announced(pipeline, sent, **click)) == 2


@pytest.mark.parametrize(
    ("state", "number"), [("sent", 1), ("unreported", 1), ("scheduled", 0), ("undone", 0)]
)
async def test_only_a_sent_or_unreported_mail_announces_its_first_open(
    pipeline: Pipeline, state: str, number: int
) -> None:
    sent = await pipeline.world.sends(pipeline.world.alice, state=state, sent_at=clock.now() - LONG_AGO)
    assert len(await announced(pipeline, sent)) == number


async def test_a_batch_changes_only_the_mails_of_its_hits(pipeline: Pipeline) -> None:
    sent, other = [await pipeline.world.sends(pipeline.world.alice, links=[LINK]) for _ in range(2)]
    await spooled(pipeline, hit_on(sent), hit_on(sent, kind="click", url=LINK), hit_on(sent))
    await pipeline.events()
    assert (await fresh(sent)).updated_at > sent.updated_at
    assert columns(await fresh(other)) == columns(other)


async def test_ten_hits_are_stored_and_counted_although_only_three_are_stored_at_a_time(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_AT_A_TIME", 3)
    sent = await pipeline.world.sends(pipeline.world.alice, sent_at=clock.now() - LONG_AGO)
    await spooled(pipeline, *(hit_on(sent) for _ in range(10)))
    assert await pipeline.digest.once() == 10
    assert ((await fresh(sent)).opens, await Event.all().count()) == (10, 10)


async def test_an_event_has_the_recipient_that_its_pixel_names(pipeline: Pipeline) -> None:
    sent = await pipeline.world.sends(pipeline.world.alice, "bob@x.example, charlie@x.example")
    readers = {each.number: each.id for each in await sent.recipients.all()}
    await spooled(pipeline, *(hit_on(sent, recipient=number) for number in (0, 1, 2, 3)))
    found = [event.recipient_id for event in sorted(await pipeline.events(), key=lambda event: event.at)]
    assert sorted(found, key=str) == sorted([None, None, readers[1], readers[2]], key=str)


@pytest.mark.parametrize(
    ("owner", "agent", "named"),
    [
        ("HETZNER-AS", FIREFOX, "HETZNER-AS"),
        ("hetzner " + "x" * 60, FIREFOX, "hetzner " + "x" * 52),
        ("Provider of homes", FIREFOX, ""),
        ("", FIREFOX, ""),
        ("HETZNER-AS", GMAIL_PROXY, ""),
    ],
)
def test_a_data_centre_is_noted_unless_it_belongs_to_a_mail_proxy(owner: str, agent: str, named: str) -> None:
    hit = replace(OPEN, user_agent=agent, address=READER)
    assert observed(hit, owner).hosting == named
    assert observed(hit, "").hosting == ""


@pytest.mark.parametrize(
    ("address", "known"),
    [
        ("5.9.1.1", {"hosting": "Hetzner"}),
        ("2a01:4f8:10a::2", {"hosting": "Hetzner"}),
        ("165.225.3.3", {"exit": "Zscaler"}),
        ("188.93.56.7", {"provider": "Mail.ru"}),
        ("67.231.144.1", {"filter": "Proofpoint"}),
        (READER, None),
    ],
)
async def test_the_network_of_a_hit_is_kept_with_its_event_even_without_an_asn_database(
    pipeline: Pipeline, address: str, known: dict[str, str] | None
) -> None:
    sent = await pipeline.world.sends(pipeline.world.alice)
    await spooled(pipeline, hit_on(sent, address=address))
    [event] = await pipeline.events()
    assert event.known == known


async def test_a_database_that_names_a_provider_of_homes_is_believed_at_a_later_judgement_too(
    pipeline: Pipeline,
) -> None:
    class Owners(GeoLookup):
        def network_owner(self, address: str) -> str:
            return "Deutsche Telekom AG"

    pipeline.digest._geo = Owners(None)
    sent = await pipeline.world.sends(pipeline.world.alice)
    await spooled(pipeline, hit_on(sent, address="5.9.1.1"))
    [event] = await pipeline.events()
    assert event.known == {"home": "Deutsche Telekom AG"}
    assert event.verdict != "scanner"
    assert not (await reclassification.difference()).changes


async def test_the_network_of_a_mail_provider_is_not_the_place_of_its_reader(pipeline: Pipeline) -> None:
    sent = await pipeline.world.sends(pipeline.world.alice)
    await spooled(pipeline, hit_on(sent, address="188.93.56.7"))
    [event] = await pipeline.events()
    seen = sight_of(event)
    assert (seen.proxied, seen.network, seen.place) == (True, "", "")


async def test_the_address_of_a_proxy_is_not_located(pipeline: Pipeline) -> None:
    sent = await pipeline.world.sends(pipeline.world.alice)
    asked: list[str] = []

    class Places(GeoLookup):
        def locate(self, address: str) -> Any:
            asked.append(address)
            return super().locate(address)

    pipeline.digest._geo = Places(None)
    await spooled(
        pipeline, hit_on(sent, **PROXY), hit_on(sent, address=READER), hit_on(sent, address="188.93.56.7")
    )
    await pipeline.events()
    assert sorted(asked) == ["", "", READER]


async def test_a_hit_stored_before_is_left_out_of_the_next_batch(pipeline: Pipeline) -> None:
    sent = await pipeline.world.sends(pipeline.world.alice)
    first, second, third = (hit_on(sent) for _ in range(3))
    await spooled(pipeline, second)
    await pipeline.events()
    with pipeline.world.hub.subscribe(f"account:{pipeline.world.alice.id}") as heard:
        before = metrics.counted("digest.events")
        await spooled(pipeline, second)
        await pipeline.events()
        assert heard.empty()
        await spooled(pipeline, first, second, third)
        await pipeline.events()
    assert metrics.counted("digest.events") == before + 2
    assert {event.id for event in await Event.all()} == {first.id, second.id, third.id}


async def test_hits_of_an_unknown_mail_create_an_entry_listed_at_the_time_of_the_first_hit(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    still = hold_still(monkeypatch)
    lost = Message(id=UUID(int=5), account_id=pipeline.world.alice.id)
    moment = still.at.replace(microsecond=0) - HOUR
    at = int(moment.timestamp() * 1_000_000)
    hits = [hit_on(lost, at=at, id=new_id(at)), hit_on(lost, at=at + 5_000_000, id=new_id(at + 5_000_000))]
    await pipeline.spool.append(encode(hits[0]))
    await pipeline.spool.append(encode(hits[1]))
    await pipeline.events()
    known = await fresh(lost)
    assert (known.listed_at, known.updated_at, known.raw_opens) == (moment, still.at, 2)
    assert (known.bounces, known.undone_at, known.replied_at) == (0, None, None)
    assert (known.clicks, known.raw_clicks, known.overflow_opens, known.overflow_clicks) == (0, 0, 0, 0)


async def test_when_hits_start_to_count_the_mails_earliest_open_and_click_are_announced(
    pipeline: Pipeline,
) -> None:
    late = clock.now() + timedelta(days=1)
    sent, other = [
        await pipeline.world.sends(pipeline.world.alice, links=[LINK], sent_at=late) for _ in range(2)
    ]
    click = {"kind": "click", "url": LINK}
    hits = [hit_on(mail, headers=HEADERS, **kind) for mail in (other, sent, sent) for kind in ({}, click)]
    await spooled(pipeline, *hits)
    await pipeline.events()
    assert await OutboxRow.filter(fact__startswith="first_").count() == 0
    async with in_transaction() as db:
        await Message.filter(id=sent.id).using_db(db).update(sent_at=clock.now() - LONG_AGO)
        assert await reevaluate(await Message.get(id=sent.id, using_db=db), db) == 4
    rows = await OutboxRow.filter(fact__startswith="first_")
    assert {(row.fact, row.payload["message"], row.payload["event"]) for row in rows} == {
        ("first_open", str(sent.id), str(hits[2].id)),
        ("first_click", str(sent.id), str(hits[3].id)),
    }


@pytest.mark.parametrize("state", ["scheduled", "undone"])
async def test_no_event_of_an_unsent_mail_starts_to_count(pipeline: Pipeline, state: str) -> None:
    undone_at = clock.now() if state == "undone" else None
    sent = await pipeline.world.sends(pipeline.world.alice, state=state, undone_at=undone_at)
    await spooled(pipeline, hit_on(sent, headers=HEADERS))
    await pipeline.events()
    async with in_transaction() as db:
        await reevaluate(await Message.get(id=sent.id, using_db=db), db)
    assert await OutboxRow.filter(fact__startswith="first_").count() == 0
