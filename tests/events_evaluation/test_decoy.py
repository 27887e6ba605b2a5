"""A client that follows a mail's decoy is a machine, and so are nearby hits from its network."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from tortoise.transactions import in_transaction

from server.events.evaluation import reclassification
from server.events.evaluation.corrections import correct, withdraw
from server.events.evaluation.reevaluate import reevaluate
from server.events.models import Event, RetiredCounts
from server.events.rows import counts
from server.events.rows.retention import forget_before
from server.ingest.overflow import OverflowRecord
from server.ingest.records import content_of
from server.lib import clock, metrics
from server.marks.marks import marks_for
from server.marks.tokens import DAY
from server.messages.models import Message
from server.verdicts.hits import DECOY_URL
from tests.agents import CHROME, FIREFOX, THUNDERBIRD
from tests.events.stored import finding, history_of
from tests.ingest.test_rates import limited
from tests.pipeline import Pipeline, fresh

LINK = "https://example.com/menu"
FILTER, OTHER_OF_ITS_HOUSE, BOB = "203.0.113.66", "203.0.113.9", "198.51.100.7"


@pytest.fixture(autouse=True)
async def _inside(pipeline: Pipeline) -> AsyncIterator[None]:
    """Run each test in the application's context, as routes and listeners run."""
    async with pipeline.world.app.app_context():
        yield


async def bites(pipeline: Pipeline, mail: Message, address: str = FILTER, **options: Any) -> Any:
    """Follow the decoy of this mail."""
    return await pipeline.get(pipeline.marks(mail).decoy_url, CHROME, address, **options)


async def pass_by(pipeline: Pipeline, **span: float) -> None:
    """Time passes: the events so far move into the past, and the mails are recounted."""
    await pipeline.events()
    await Event.all().update(at=clock.now() - timedelta(**span))
    async with in_transaction() as db:
        for mail in await Message.all().using_db(db):
            await counts.recount(mail, db)


async def test_the_decoy_leads_to_a_page_that_says_that_there_is_nothing_behind_it(
    pipeline: Pipeline,
) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice, links=[LINK])
    answer = await bites(pipeline, mail)
    assert answer.status_code == 200
    assert "There is nothing behind this link" in answer.text
    assert "location" not in answer.headers
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; style-src 'sha256-")
    assert "no-store" in answer.headers["cache-control"]
    assert answer.headers["x-robots-tag"] == "noindex, nofollow"


async def test_a_client_that_follows_the_decoy_is_a_machine_and_its_click_does_not_count(
    pipeline: Pipeline,
) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice, links=[LINK])
    await bites(pipeline, mail)
    [event] = await pipeline.events()
    assert (event.verdict, event.rule, event.score, event.counts) == ("scanner", "decoy", 1, False)
    assert event.evidence == ["decoy"]
    assert (event.kind, event.url, event.link_id) == ("click", DECOY_URL, None)
    mail = await fresh(mail)
    assert (mail.clicks, mail.raw_clicks, mail.opens, mail.last_activity_at) == (0, 1, 0, None)


async def test_the_decoy_of_an_unreported_mail_is_recognised_by_its_token(pipeline: Pipeline) -> None:
    lease = Message(
        id=(await pipeline.world.sends(pipeline.world.alice)).id, account_id=pipeline.world.alice.id
    )
    await Message.filter(id=lease.id).delete()
    await bites(pipeline, lease)
    [event] = await pipeline.events()
    assert (event.rule, (await fresh(lease)).state) == ("decoy", "unreported")


async def test_the_decoy_redirects_nowhere_and_expires_like_other_links(pipeline: Pipeline) -> None:
    mail, alice = await pipeline.world.sends(pipeline.world.alice), pipeline.world.alice
    good = pipeline.marks(mail).decoy_url
    then = clock.unix() - 91 * DAY
    old = marks_for(
        mail.id, pipeline.world.ring, pipeline.world.public_url, alice.id, alice.prefix, then
    ).decoy_url
    for url, said in ((old, "has expired"), (good[:-3], "not valid"), (good[:-3] + "AAA", "not valid")):
        answer = await pipeline.get(url)
        assert (answer.status_code, said in answer.text, "location" in answer.headers) == (400, True, False)
    pixel = await pipeline.get(
        pipeline.marks(mail).pixel_url.replace(pipeline.marks(mail).pixel_token, good.split("/")[-1])
    )
    assert (pixel.status_code, pixel.headers["content-type"]) == (200, "image/gif")
    answer = await pipeline.get(f"{good}?url=https://mallory.example/")
    assert (answer.status_code, "location" in answer.headers) == (200, False)
    assert [event.rule for event in await pipeline.events()] == ["decoy"]


async def test_a_head_request_for_the_decoy_is_no_event_but_is_noted_with_the_next_get(
    pipeline: Pipeline,
) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    before = metrics.snapshot().get("click.head", 0)
    answer = await bites(pipeline, mail, method="HEAD")
    assert (answer.status_code, answer.content) == (200, b"")
    assert metrics.snapshot()["click.head"] == before + 1
    assert await pipeline.events() == []
    await pipeline.get(pipeline.marks(mail).pixel_url, CHROME, FILTER)
    await bites(pipeline, mail)
    opened, followed = await pipeline.events()
    assert ("sightline-head" in opened.headers, "sightline-head" in followed.headers) == (False, True)


async def test_earlier_hits_from_the_network_that_followed_the_decoy_stop_counting(
    pipeline: Pipeline,
) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice, links=[LINK])
    await pipeline.get(pipeline.marks(mail).pixel_url, CHROME, OTHER_OF_ITS_HOUSE)
    await pipeline.clicks(mail, LINK, agent=FIREFOX, address=FILTER)
    assert [event.verdict for event in await pipeline.events()] == ["likely_person", "likely_person"]
    assert ((await fresh(mail)).opens, (await fresh(mail)).clicks) == (1, 1)
    await pass_by(pipeline, seconds=20)  # not a burst: one after the other
    await bites(pipeline, mail)
    opened, clicked, _ = await pipeline.events()
    for event in (opened, clicked):
        assert (event.verdict, event.rule, event.counts) == ("scanner", "beside_a_decoy", False)
        [change] = await history_of(event)
        assert (change.was, change.now) == ("likely_person", "scanner")
        assert change.because == "beside_decoy"
    mail = await fresh(mail)
    assert (mail.opens, mail.clicks, mail.raw_opens, mail.raw_clicks) == (0, 0, 1, 2)
    assert mail.last_activity_at is None


async def test_hits_soon_after_the_decoy_from_the_same_network_are_machines_but_bobs_are_not(
    pipeline: Pipeline,
) -> None:
    mail = await pipeline.world.sends(
        pipeline.world.alice, links=[LINK], sent_at=clock.now() - timedelta(minutes=40)
    )
    await bites(pipeline, mail)
    await pass_by(pipeline, seconds=20)
    await pipeline.clicks(mail, LINK, agent=FIREFOX, address=OTHER_OF_ITS_HOUSE)
    await pipeline.get(pipeline.marks(mail).pixel_url, FIREFOX, BOB)
    assert [event.rule for event in await pipeline.events()] == ["decoy", "beside_a_decoy", "direct_client"]
    await pass_by(pipeline, minutes=20)
    await pipeline.clicks(
        mail, LINK, agent=THUNDERBIRD, address=FILTER
    )  # a reader in that office, much later
    assert (await pipeline.events())[-1].verdict == "likely_person"
    await pipeline.clicks(mail, LINK, agent=CHROME, address=OTHER_OF_ITS_HOUSE)
    assert (await pipeline.events())[-1].evidence == ["caught"], (
        "what followed the decoy is not believed again"
    )
    mail = await fresh(mail)
    assert (mail.opens, mail.clicks) == (1, 1)


async def test_the_decoy_exposes_image_loads_in_a_mail_without_links(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    await pipeline.get(pipeline.marks(mail).pixel_url, CHROME, FILTER)
    await pass_by(pipeline, seconds=20)
    await bites(pipeline, mail)
    assert [event.rule for event in await pipeline.events()] == ["beside_a_decoy", "decoy"]
    await pass_by(pipeline, seconds=20)
    await pipeline.get(pipeline.marks(mail).pixel_url, FIREFOX, FILTER)
    assert (await pipeline.events())[-1].rule == "beside_a_decoy"
    assert ((await fresh(mail)).opens, (await fresh(mail)).raw_opens) == (0, 2)


async def test_a_browser_that_prefetches_the_decoy_does_not_discredit_its_user(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice, links=[LINK])
    await pipeline.get(pipeline.marks(mail).pixel_url, CHROME, BOB)
    await bites(pipeline, mail, BOB, Sec_Purpose="prefetch")
    opened, followed = await pipeline.events()
    assert (opened.verdict, followed.verdict, followed.counts) == ("likely_person", "prefetch", False)


async def test_alice_says_that_she_followed_the_decoy_and_nearby_hits_count_again(
    pipeline: Pipeline,
) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice, links=[LINK])
    await pipeline.clicks(mail, LINK, agent=FIREFOX, address=OTHER_OF_ITS_HOUSE)
    await pass_by(pipeline, seconds=20)
    await bites(pipeline, mail)
    clicked, followed = await pipeline.events()
    assert clicked.verdict == "scanner"
    assert not await correct(pipeline.world.alice, followed.id, "recipient")
    assert await correct(pipeline.world.alice, followed.id, "sender")
    clicked, followed = await pipeline.events()
    assert (clicked.verdict, followed.verdict, (await fresh(mail)).clicks) == ("likely_person", "you", 1)
    await pipeline.get(pipeline.marks(mail).pixel_url, FIREFOX, FILTER)
    assert (await pipeline.events())[-1].verdict == "likely_person"
    assert await withdraw(pipeline.world.alice, followed.id)
    assert [event.rule for event in await pipeline.events()] == ["beside_a_decoy", "decoy", "beside_a_decoy"]


@pytest.mark.usefixtures("one_minute")
async def test_requests_to_the_decoy_beyond_the_rate_limit_do_not_affect_the_pixel(
    pipeline: Pipeline,
) -> None:
    limited(pipeline, token=3)
    mail = await pipeline.world.sends(pipeline.world.alice)
    for _ in range(9):
        assert (await bites(pipeline, mail)).status_code == 200
    await pipeline.get(pipeline.marks(mail).pixel_url, FIREFOX, BOB)
    records = await asyncio.to_thread(pipeline.spool.read, 500)
    totals = [each for _, record in records if isinstance(each := content_of(record), OverflowRecord)]
    assert max(each.number for each in totals) == 6
    assert [event.rule for event in await pipeline.events()] == [*["decoy"] * 3, "direct_client"]
    mail = await fresh(mail)
    assert (mail.opens, mail.raw_clicks, mail.overflow_clicks) == (1, 3, 6)


async def test_recounting_reevaluating_and_deleting_events_agree_on_the_counts(pipeline: Pipeline) -> None:
    await a_mail_with_a_filter_and_bob(pipeline)
    await counts_stay_the_same(await Message.get())


async def a_mail_with_a_filter_and_bob(pipeline: Pipeline) -> None:
    """A filter follows all links of a mail from two addresses; later Bob's open counts."""
    mail = await pipeline.world.sends(
        pipeline.world.alice, links=[LINK], sent_at=clock.now() - timedelta(hours=2)
    )
    await pipeline.get(pipeline.marks(mail).pixel_url, CHROME, OTHER_OF_ITS_HOUSE)
    await pipeline.clicks(mail, LINK, agent=FIREFOX, address=FILTER)
    assert all(event.counts for event in await pipeline.events())
    await bites(pipeline, mail)
    assert {event.verdict for event in await pipeline.events()} == {"scanner"}
    await pass_by(pipeline, minutes=30)
    await pipeline.get(pipeline.marks(mail).pixel_url, FIREFOX, BOB)
    await pass_by(pipeline, minutes=20)
    await pipeline.clicks(mail, LINK, address=BOB)
    events = await pipeline.events()
    assert {event.verdict for event in events if event.address == BOB} == {"person"}
    mail = await fresh(mail)
    assert (mail.opens, mail.clicks, mail.raw_opens, mail.raw_clicks) == (1, 1, 2, 3)


async def counts_stay_the_same(mail: Message) -> None:
    """The counts stay the same after a recount, a reevaluation and retention."""
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
    assert sum(row.number for row in await RetiredCounts.filter(kind="click")) == 2
