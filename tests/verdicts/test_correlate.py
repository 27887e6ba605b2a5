"""Hits of one mail are judged together, and later hits change earlier verdicts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from server.accounts.models import Account, Session
from server.events import wording
from server.events.evaluation.reevaluate_listeners import reevaluate_viewed
from server.events.models import Event
from server.lib import clock
from server.lib.keys.secret import lookup
from server.messages.models import Viewing
from server.verdicts.hits import encode
from tests.agents import CHROME, FIREFOX, GMAIL_PROXY
from tests.events.stored import history_of
from tests.events.test_digest import hit_on
from tests.pipeline import BROWSER, GMAIL, Pipeline, fresh

LINKS = [f"https://example.com/{n}" for n in range(5)]
FILTER = "203.0.113.66"


pytestmark = pytest.mark.usefixtures("at_once")


@pytest.fixture(autouse=True)
async def _inside(pipeline: Pipeline) -> AsyncIterator[None]:
    """Run each test in the application's context, as routes and listeners run."""
    async with pipeline.world.app.app_context():
        yield


async def test_five_links_followed_within_seconds_are_all_attributed_to_a_filter(
    pipeline: Pipeline,
) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice, links=LINKS)
    await pipeline.clicks(mail, LINKS[0], agent=CHROME, address=FILTER)
    [first] = await pipeline.events()
    assert first.counts
    for link in LINKS[1:]:
        await pipeline.clicks(mail, link, agent=CHROME, address=FILTER)
    events = await pipeline.events()
    assert [event.verdict for event in events] == ["scanner"] * 5
    assert "faster than a person" in wording.reasons_of(events[0])[0]
    [change] = await history_of(events[0])
    assert (change.was, change.now) == ("likely_person", "scanner")
    mail = await fresh(mail)
    assert (mail.clicks, mail.raw_clicks) == (0, 5)


async def test_a_click_makes_an_open_through_a_proxy_more_certain(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice, links=LINKS)
    await pipeline.opens_in_gmail(mail)
    [before] = await pipeline.events()
    await pipeline.clicks(mail, LINKS[0])
    after, _ = await pipeline.events()
    assert after.score > before.score
    assert "more certain" in wording.reasons_of(after)[-1]


async def test_three_opens_by_one_client_within_seconds_count_once(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    for _ in range(3):
        await pipeline.opens_in_gmail(mail)
    assert [event.verdict for event in await pipeline.events()] == ["likely_person", "repeat", "repeat"]
    assert ((await fresh(mail)).opens, (await fresh(mail)).raw_opens) == (1, 3)


async def test_a_head_request_before_a_get_request_identifies_a_machine(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice, links=LINKS)
    await pipeline.clicks(mail, LINKS[0], method="HEAD")
    await pipeline.clicks(mail, LINKS[0])
    [event] = await pipeline.events()
    assert (event.verdict, event.rule) == ("scanner", "head_before_get")


async def test_an_open_while_alice_views_the_mail_in_gmail_counts_as_hers(pipeline: Pipeline) -> None:
    alice, bob = [await pipeline.world.sends(each) for each in (pipeline.world.alice, pipeline.world.bob)]
    for mail in (alice, bob):
        await pipeline.opens_in_gmail(mail)
    await pipeline.events()
    seen: dict[str, Any] = {"address": "203.0.113.5", "user_agent": CHROME, "at": clock.now()}
    await Viewing.create(account_id=pipeline.world.alice.id, message_id=alice.id, **seen)
    await reevaluate_viewed([alice.id, bob.id])
    verdicts = {event.message_id: event.verdict for event in await Event.all()}
    assert verdicts == {alice.id: "you", bob.id: "likely_person"}


async def test_bobs_many_views_do_not_hide_that_alice_has_the_mail_on_screen(pipeline: Pipeline) -> None:
    alice, bob = [await pipeline.world.sends(each) for each in (pipeline.world.alice, pipeline.world.bob)]
    now = clock.now()
    seen: dict[str, Any] = {"address": "203.0.113.5", "user_agent": CHROME}
    await Viewing.create(account_id=pipeline.world.alice.id, message_id=alice.id, at=now, **seen)
    later = now + timedelta(seconds=5)
    await Viewing.bulk_create(
        [Viewing(account_id=pipeline.world.bob.id, message_id=bob.id, at=later, **seen) for _ in range(1100)]
    )
    for mail in (alice, bob):
        await pipeline.opens_in_gmail(mail)
    assert {event.verdict for event in await pipeline.events()} == {"you"}


def sign_in(person: Account, address: str = "203.0.113.5") -> Session:
    """Somebody has signed in with this browser from this address."""
    now = clock.now()
    return Session(
        account=person, token_lookup=lookup(uuid4().hex), created_at=now, last_seen_at=now,
        expires_at=now + timedelta(days=1), address=address, user_agent=CHROME,
    )  # fmt: skip


async def test_bobs_many_sign_ins_do_not_hide_alices_programs(pipeline: Pipeline) -> None:
    await sign_in(pipeline.world.alice).save()
    await Session.bulk_create([sign_in(pipeline.world.bob, f"198.51.{n % 250}.9") for n in range(2100)])
    mail = await pipeline.world.sends(pipeline.world.alice)
    await pipeline.get(pipeline.marks(mail).pixel_url, CHROME, "203.0.113.5")
    [event] = await pipeline.events()
    assert event.verdict == "maybe_you"


async def test_an_open_by_a_program_that_alice_signs_in_with_is_perhaps_hers(pipeline: Pipeline) -> None:
    await Session.bulk_create([sign_in(pipeline.world.alice), sign_in(pipeline.world.bob, "198.51.100.99")])
    mail = await pipeline.world.sends(pipeline.world.alice)
    for agent, address in ((CHROME, "203.0.113.6"), (CHROME, "198.51.100.99"), (FIREFOX, "203.0.113.5")):
        await pipeline.get(pipeline.marks(mail).pixel_url, agent, address)
    verdicts = [event.verdict for event in await pipeline.events()]
    assert verdicts == ["maybe_you", "likely_person", "likely_person"]
    stranger, neighbour = (wording.reasons_of(event) for event in await pipeline.events() if event.counts)
    assert "network that you also use" in neighbour[-1]
    assert not any("that you also use" in each for each in stranger)


async def test_a_click_by_a_program_that_alice_signs_in_with_is_perhaps_hers_and_does_not_count(
    pipeline: Pipeline,
) -> None:
    await sign_in(pipeline.world.alice).save()
    mail = await pipeline.world.sends(pipeline.world.alice, links=LINKS)
    await pipeline.clicks(mail, LINKS[0], agent=CHROME, address="203.0.113.5")
    [event] = await pipeline.events()
    assert (event.verdict, event.rule) == ("maybe_you", "own_client")
    assert ((await fresh(mail)).clicks, (await fresh(mail)).raw_clicks) == (0, 1)


async def test_a_client_with_which_alice_and_bob_sign_in_is_not_taken_for_alice(pipeline: Pipeline) -> None:
    await Session.bulk_create([sign_in(pipeline.world.alice), sign_in(pipeline.world.bob)])
    mail = await pipeline.world.sends(pipeline.world.alice)
    await pipeline.get(pipeline.marks(mail).pixel_url, CHROME, "203.0.113.5")
    [event] = await pipeline.events()
    assert (event.rule, event.verdict) == ("direct_client", "likely_person")


async def test_a_program_that_opens_many_mails_within_seconds_is_a_filter(pipeline: Pipeline) -> None:
    mails = [await pipeline.world.sends(pipeline.world.alice, links=LINKS[:1]) for _ in range(6)]
    for mail in mails:
        await pipeline.clicks(mail, LINKS[0], agent=CHROME, address=FILTER)
    events = await pipeline.events()
    assert {event.verdict for event in events[2:]} == {"scanner"}
    assert events[-1].known == {"mails": 6}


async def test_a_flood_of_1203_opens_by_one_proxy_counts_once_even_after_it_is_judged_again(
    pipeline: Pipeline,
) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    start = hit_on(mail).at
    for number in range(1203):
        hit = hit_on(mail, at=start + number, user_agent=GMAIL_PROXY, address=GMAIL, headers=BROWSER)
        await pipeline.spool.append(encode(hit))
    await pipeline.events()
    assert ((await fresh(mail)).opens, (await fresh(mail)).raw_opens) == (1, 1203)
    await reevaluate_viewed([mail.id])
    assert ((await fresh(mail)).opens, (await fresh(mail)).raw_opens) == (1, 1203)
