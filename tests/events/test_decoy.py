"""Whoever follows a mail's decoy is a machine, and so are the hits that came from there with it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from tortoise.transactions import in_transaction

from server.events import counts, reclassification
from server.events.corrections import correct, withdraw
from server.events.models import Event, RetiredCounts
from server.events.reevaluate import reevaluate
from server.events.retention import forget_before
from server.ingest.overflow import OverflowRecord
from server.ingest.records import content_of
from server.lib import clock, metrics
from server.marks.marks import marks_for
from server.marks.tokens import DAY
from server.messages.models import Message
from server.verdicts.hits import DECOY_URL
from tests.agents import CHROME, FIREFOX
from tests.events.rows import finding, history_of
from tests.ingest.test_rates import limited
from tests.pipeline import Way, fresh

LINK = "https://example.com/menu"
FILTER, OTHER_OF_ITS_HOUSE, BOB = "203.0.113.66", "203.0.113.9", "198.51.100.7"


@pytest.fixture(autouse=True)
async def _inside(way: Way) -> AsyncIterator[None]:
    """Within the application, as routes and listeners are."""
    async with way.place.app.app_context():
        yield


async def bites(way: Way, mail: Message, address: str = FILTER, **options: Any) -> Any:
    """Somebody follows the hidden link."""
    return await way.get(way.marks(mail).decoy_url, CHROME, address, **options)


async def pass_by(way: Way, **span: float) -> None:
    """So much time: all that has happened was so long ago, and counted."""
    await way.events()
    await Event.all().update(at=clock.now() - timedelta(**span))
    async with in_transaction() as db:
        for mail in await Message.all().using_db(db):
            await counts.recount(mail, db)


async def test_it_leads_nowhere_and_says_honestly_what_it_is(way: Way) -> None:
    mail = await way.place.sends(way.place.alice, links=[LINK])
    answer = await bites(way, mail)
    assert answer.status_code == 200
    assert "There is nothing behind this link" in answer.text
    assert "location" not in answer.headers
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; style-src 'sha256-")
    assert "no-store" in answer.headers["cache-control"]
    assert answer.headers["x-robots-tag"] == "noindex, nofollow"


async def test_whoever_follows_it_is_a_machine_and_has_clicked_nothing(way: Way) -> None:
    mail = await way.place.sends(way.place.alice, links=[LINK])
    await bites(way, mail)
    [event] = await way.events()
    assert (event.verdict, event.rule, event.score, event.counts) == ("scanner", "decoy", 1, False)
    assert event.evidence == ["decoy"]
    assert (event.kind, event.url, event.link_id) == ("click", DECOY_URL, None)
    mail = await fresh(mail)
    assert (mail.clicks, mail.raw_clicks, mail.opens, mail.last_activity_at) == (0, 1, 0, None)


async def test_the_server_knows_it_without_a_report_and_from_the_token_alone(way: Way) -> None:
    lease = Message(id=(await way.place.sends(way.place.alice)).id, account_id=way.place.alice.id)
    await Message.filter(id=lease.id).delete()
    await bites(way, lease)
    [event] = await way.events()
    assert (event.rule, (await fresh(lease)).state) == ("decoy", "unreported")


async def test_it_is_no_open_redirect_and_ends_like_a_link(way: Way) -> None:
    mail, alice = await way.place.sends(way.place.alice), way.place.alice
    good = way.marks(mail).decoy_url
    then = clock.unix() - 91 * DAY
    old = marks_for(mail.id, way.place.ring, way.place.public_url, alice.id, alice.prefix, then).decoy_url
    for url, said in ((old, "has expired"), (good[:-3], "not valid"), (good[:-3] + "AAA", "not valid")):
        answer = await way.get(url)
        assert (answer.status_code, said in answer.text, "location" in answer.headers) == (400, True, False)
    pixel = await way.get(way.marks(mail).pixel_url.replace(way.marks(mail).pixel_token, good.split("/")[-1]))
    assert (pixel.status_code, pixel.headers["content-type"]) == (200, "image/gif")
    answer = await way.get(f"{good}?url=https://mallory.example/")
    assert (answer.status_code, "location" in answer.headers) == (200, False)
    assert [event.rule for event in await way.events()] == ["decoy"]


async def test_asking_for_its_headers_is_no_event_and_a_sign_at_the_get_that_follows(way: Way) -> None:
    mail = await way.place.sends(way.place.alice)
    before = metrics.snapshot().get("click.head", 0)
    answer = await bites(way, mail, method="HEAD")
    assert (answer.status_code, answer.content) == (200, b"")
    assert metrics.snapshot()["click.head"] == before + 1
    assert await way.events() == []
    await way.get(way.marks(mail).pixel_url, CHROME, FILTER)
    await bites(way, mail)
    opened, followed = await way.events()
    assert ("sightline-head" in opened.headers, "sightline-head" in followed.headers) == (False, True)


async def test_what_its_network_did_close_by_is_taken_back_with_history(way: Way) -> None:
    mail = await way.place.sends(way.place.alice, links=[LINK])
    await way.get(way.marks(mail).pixel_url, CHROME, OTHER_OF_ITS_HOUSE)
    await way.clicks(mail, LINK, agent=FIREFOX, address=FILTER)
    assert [event.verdict for event in await way.events()] == ["person", "person"]
    assert ((await fresh(mail)).opens, (await fresh(mail)).clicks) == (1, 1)
    await pass_by(way, seconds=20)  # not a burst: one after the other
    await bites(way, mail)
    opened, clicked, _ = await way.events()
    for event in (opened, clicked):
        assert (event.verdict, event.rule, event.counts) == ("scanner", "beside_a_decoy", False)
        [change] = await history_of(event)
        assert (change.was, change.now) == ("person", "scanner")
        assert change.because == "beside_decoy"
    mail = await fresh(mail)
    assert (mail.opens, mail.clicks, mail.raw_opens, mail.raw_clicks) == (0, 0, 1, 2)
    assert mail.last_activity_at is None


async def test_what_comes_after_it_from_there_is_a_machines_too_and_bob_is_not(way: Way) -> None:
    mail = await way.place.sends(way.place.alice, links=[LINK])
    await bites(way, mail)
    await pass_by(way, seconds=20)
    await way.clicks(mail, LINK, agent=FIREFOX, address=OTHER_OF_ITS_HOUSE)
    await way.get(way.marks(mail).pixel_url, FIREFOX, BOB)
    assert [event.rule for event in await way.events()] == ["decoy", "beside_a_decoy", "direct_client"]
    await pass_by(way, minutes=20)
    await way.clicks(mail, LINK, agent=CHROME, address=FILTER)  # a reader in the same office, much later
    assert (await way.events())[-1].verdict == "person"
    mail = await fresh(mail)
    assert (mail.opens, mail.clicks) == (1, 1)


async def test_in_a_mail_without_links_it_tells_of_pictures(way: Way) -> None:
    mail = await way.place.sends(way.place.alice)
    await way.get(way.marks(mail).pixel_url, CHROME, FILTER)
    await pass_by(way, seconds=20)
    await bites(way, mail)
    assert [event.rule for event in await way.events()] == ["beside_a_decoy", "decoy"]
    await pass_by(way, seconds=20)
    await way.get(way.marks(mail).pixel_url, FIREFOX, FILTER)
    assert (await way.events())[-1].rule == "beside_a_decoy"
    assert ((await fresh(mail)).opens, (await fresh(mail)).raw_opens) == (0, 2)


async def test_a_browser_that_only_looks_ahead_takes_nothing_from_its_person(way: Way) -> None:
    mail = await way.place.sends(way.place.alice, links=[LINK])
    await way.get(way.marks(mail).pixel_url, CHROME, BOB)
    await bites(way, mail, BOB, Sec_Purpose="prefetch")
    opened, followed = await way.events()
    assert (opened.verdict, followed.verdict, followed.counts) == ("person", "prefetch", False)


async def test_alice_who_tried_it_herself_can_say_so_and_what_she_took_back_is_back(way: Way) -> None:
    mail = await way.place.sends(way.place.alice, links=[LINK])
    await way.clicks(mail, LINK, agent=FIREFOX, address=OTHER_OF_ITS_HOUSE)
    await pass_by(way, seconds=20)
    await bites(way, mail)
    clicked, followed = await way.events()
    assert clicked.verdict == "scanner"
    assert not await correct(way.place.alice, followed.id, "them")
    assert await correct(way.place.alice, followed.id, "me")
    clicked, followed = await way.events()
    assert (clicked.verdict, followed.verdict, (await fresh(mail)).clicks) == ("person", "you", 1)
    await way.get(way.marks(mail).pixel_url, FIREFOX, FILTER)
    assert (await way.events())[-1].verdict == "person"
    assert await withdraw(way.place.alice, followed.id)
    assert [event.rule for event in await way.events()] == ["beside_a_decoy", "decoy", "beside_a_decoy"]


@pytest.mark.usefixtures("one_minute")
async def test_a_hammered_decoy_takes_no_room_from_the_pixel_and_is_counted(way: Way) -> None:
    limited(way, token=3)
    mail = await way.place.sends(way.place.alice)
    for _ in range(9):
        assert (await bites(way, mail)).status_code == 200
    await way.get(way.marks(mail).pixel_url, FIREFOX, BOB)
    records = await asyncio.to_thread(way.spool.read, 500)
    totals = [each for _, record in records if isinstance(each := content_of(record), OverflowRecord)]
    assert max(each.number for each in totals) == 6
    assert [event.rule for event in await way.events()] == [*["decoy"] * 3, "direct_client"]
    mail = await fresh(mail)
    assert (mail.opens, mail.raw_clicks, mail.excess_clicks) == (1, 3, 6)


async def test_counting_anew_judging_anew_and_forgetting_say_the_same(way: Way) -> None:
    await a_mail_with_a_filter_and_bob(way)
    await counts_stay_the_same(await Message.get())


async def a_mail_with_a_filter_and_bob(way: Way) -> None:
    """A filter follows all links of a mail, from two addresses; later Bob reads it, and that counts."""
    mail = await way.place.sends(way.place.alice, links=[LINK], sent_at=clock.now() - timedelta(hours=2))
    await way.get(way.marks(mail).pixel_url, CHROME, OTHER_OF_ITS_HOUSE)
    await way.clicks(mail, LINK, agent=FIREFOX, address=FILTER)
    assert {event.verdict for event in await way.events()} == {"person"}
    await bites(way, mail)
    assert {event.verdict for event in await way.events()} == {"scanner"}
    await pass_by(way, minutes=30)
    await way.get(way.marks(mail).pixel_url, FIREFOX, BOB)
    await way.clicks(mail, LINK, address=BOB)
    events = await way.events()
    assert [event.verdict for event in events[3:]] == ["person", "person"]
    mail = await fresh(mail)
    assert (mail.opens, mail.clicks, mail.raw_opens, mail.raw_clicks) == (1, 1, 2, 3)


async def counts_stay_the_same(mail: Message) -> None:
    """Whatever goes over them again."""
    before = await Message.get(id=mail.id).values(*counts.COUNTED)
    async with in_transaction() as db:
        assert await reevaluate(await Message.get(id=mail.id, using_db=db), using=db) == 0
    assert not (await reclassification.difference()).changes
    assert await Message.get(id=mail.id).values(*counts.COUNTED) == before
    changed = {"verdict": "person", "score": 90, "finding_id": await finding("direct_client")}
    await Event.filter(url=DECOY_URL).update(**changed, counts=True)
    found = await reclassification.difference()
    assert found.changes == {("person", "scanner"): 1}
    await reclassification.write(found, lambda done: None)
    await forget_before(clock.now() - timedelta(minutes=10))
    async with in_transaction() as db:
        await counts.recount(await Message.get(id=mail.id, using_db=db), db)
    after = await Message.get(id=mail.id).values(*counts.COUNTED)
    moments = ("last_activity_at",)
    assert {name: after[name] for name in after if name not in moments} == {
        name: before[name] for name in before if name not in moments
    }
    assert sum(await RetiredCounts.filter(kind="click").values_list("number", flat=True)) == 2
