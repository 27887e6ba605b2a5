"""Hits of one mail are judged together, and later ones change earlier verdicts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import uuid4

import pytest

from server.accounts.models import Account, Session
from server.events import wording
from server.events.models import Event
from server.events.reevaluate_listeners import reconsider_viewed
from server.lib import clock
from server.lib.keys.secret import lookup
from server.messages.models import Viewing
from server.verdicts.hits import encode
from tests.agents import CHROME, FIREFOX, GMAIL_PROXY
from tests.events.rows import history_of
from tests.events.test_digest import hit_on
from tests.pipeline import BROWSER, GMAIL, Way, fresh

LINKS = [f"https://example.com/{n}" for n in range(5)]
FILTER = "203.0.113.66"


pytestmark = pytest.mark.usefixtures("at_once")


@pytest.fixture(autouse=True)
async def _inside(way: Way) -> AsyncIterator[None]:
    """Within the application, as routes and listeners are."""
    async with way.place.app.app_context():
        yield


async def test_links_followed_at_once_are_a_filters_also_those_that_came_first(way: Way) -> None:
    mail = await way.place.sends(way.place.alice, links=LINKS)
    await way.clicks(mail, LINKS[0], agent=CHROME, address=FILTER)
    [first] = await way.events()
    assert first.counts
    for link in LINKS[1:]:
        await way.clicks(mail, link, agent=CHROME, address=FILTER)
    events = await way.events()
    assert [event.verdict for event in events] == ["scanner"] * 5
    assert "faster than a person" in wording.reasons_of(events[0])[0]
    [change] = await history_of(events[0])
    assert (change.was, change.now) == ("person", "scanner")
    mail = await fresh(mail)
    assert (mail.clicks, mail.raw_clicks) == (0, 5)


async def test_a_click_makes_an_open_by_a_proxy_surer(way: Way) -> None:
    mail = await way.place.sends(way.place.alice, links=LINKS)
    await way.opens_in_gmail(mail)
    [before] = await way.events()
    await way.clicks(mail, LINKS[0])
    after, _ = await way.events()
    assert after.score > before.score
    assert "surer" in wording.reasons_of(after)[-1]


async def test_the_same_within_seconds_counts_once(way: Way) -> None:
    mail = await way.place.sends(way.place.alice)
    for _ in range(3):
        await way.opens_in_gmail(mail)
    assert [event.verdict for event in await way.events()] == ["likely_person", "repeat", "repeat"]
    assert ((await fresh(mail)).opens, (await fresh(mail)).raw_opens) == (1, 3)


async def test_head_before_get_is_a_machines_way(way: Way) -> None:
    mail = await way.place.sends(way.place.alice, links=LINKS)
    await way.clicks(mail, LINKS[0], method="HEAD")
    await way.clicks(mail, LINKS[0])
    [event] = await way.events()
    assert (event.verdict, event.rule) == ("scanner", "head_before_get")


async def test_what_alice_has_on_screen_in_gmail_is_hers(way: Way) -> None:
    alice, bob = [await way.place.sends(each) for each in (way.place.alice, way.place.bob)]
    for mail in (alice, bob):
        await way.opens_in_gmail(mail)
    await way.events()
    seen = {"address": "203.0.113.5", "user_agent": CHROME, "at": clock.now()}
    await Viewing.create(account_id=way.place.alice.id, message_id=alice.id, **seen)
    await reconsider_viewed([alice.id, bob.id])
    verdicts = {event.message_id: event.verdict for event in await Event.all()}
    assert verdicts == {alice.id: "you", bob.id: "likely_person"}


async def test_what_bob_looks_at_all_day_does_not_hide_what_alice_has_on_screen(way: Way) -> None:
    alice, bob = [await way.place.sends(each) for each in (way.place.alice, way.place.bob)]
    now = clock.now()
    seen = {"address": "203.0.113.5", "user_agent": CHROME}
    await Viewing.create(account_id=way.place.alice.id, message_id=alice.id, at=now, **seen)
    later = now + timedelta(seconds=5)
    await Viewing.bulk_create(
        [Viewing(account_id=way.place.bob.id, message_id=bob.id, at=later, **seen) for _ in range(1100)]
    )
    for mail in (alice, bob):
        await way.opens_in_gmail(mail)
    assert {event.verdict for event in await way.events()} == {"you"}


def sign_in(person: Account, address: str = "203.0.113.5") -> Session:
    """Somebody has signed in with this browser, from there."""
    now = clock.now()
    return Session(
        account=person, token_lookup=lookup(uuid4().hex), created_at=now, last_seen_at=now,
        expires_at=now + timedelta(days=1), address=address, user_agent=CHROME,
    )  # fmt: skip


async def test_bobs_many_sign_ins_do_not_keep_alices_from_being_known(way: Way) -> None:
    await sign_in(way.place.alice).save()
    await Session.bulk_create([sign_in(way.place.bob, f"198.51.{n % 250}.9") for n in range(2100)])
    mail = await way.place.sends(way.place.alice)
    await way.get(way.marks(mail).pixel_url, CHROME, "203.0.113.5")
    [event] = await way.events()
    assert event.verdict == "maybe_you"


async def test_a_program_that_alice_signs_in_with_is_perhaps_hers(way: Way) -> None:
    await Session.bulk_create([sign_in(way.place.alice), sign_in(way.place.bob, "198.51.100.99")])
    mail = await way.place.sends(way.place.alice)
    for agent, address in ((CHROME, "203.0.113.6"), (CHROME, "198.51.100.99"), (FIREFOX, "203.0.113.5")):
        await way.get(way.marks(mail).pixel_url, agent, address)
    verdicts = [event.verdict for event in await way.events()]
    assert verdicts == ["maybe_you", "person", "likely_person"]


async def test_a_link_that_alice_follows_in_her_own_copy_is_perhaps_hers_and_does_not_count(way: Way) -> None:
    await sign_in(way.place.alice).save()
    mail = await way.place.sends(way.place.alice, links=LINKS)
    await way.clicks(mail, LINKS[0], agent=CHROME, address="203.0.113.5")
    [event] = await way.events()
    assert (event.verdict, event.rule) == ("maybe_you", "own_client")
    assert ((await fresh(mail)).clicks, (await fresh(mail)).raw_clicks) == (0, 1)


async def test_two_who_share_program_and_network_are_not_taken_for_each_other(way: Way) -> None:
    await Session.bulk_create([sign_in(way.place.alice), sign_in(way.place.bob)])
    mail = await way.place.sends(way.place.alice)
    await way.get(way.marks(mail).pixel_url, CHROME, "203.0.113.5")
    [event] = await way.events()
    assert event.verdict == "person"


async def test_one_program_that_goes_through_many_mails_at_once_is_a_filter(way: Way) -> None:
    mails = [await way.place.sends(way.place.alice, links=LINKS[:1]) for _ in range(6)]
    for mail in mails:
        await way.clicks(mail, LINKS[0], agent=CHROME, address=FILTER)
    events = await way.events()
    assert {event.verdict for event in events[2:]} == {"scanner"}
    assert events[-1].known == {"mails": 6}


async def test_a_flood_on_one_mail_is_judged_a_page_at_a_time(way: Way) -> None:
    mail = await way.place.sends(way.place.alice)
    start = hit_on(mail).at
    for number in range(1203):
        hit = hit_on(mail, at=start + number, user_agent=GMAIL_PROXY, address=GMAIL, headers=BROWSER)
        await way.spool.append(encode(hit))
    await way.events()
    assert ((await fresh(mail)).opens, (await fresh(mail)).raw_opens) == (1, 1203)
    await reconsider_viewed([mail.id])
    assert ((await fresh(mail)).opens, (await fresh(mail)).raw_opens) == (1, 1203)
