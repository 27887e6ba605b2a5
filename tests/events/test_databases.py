"""Events on PostgreSQL and MariaDB are stored once, counted correctly, and judged again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from tortoise.transactions import in_transaction

from server.events.evaluation.reevaluate import reevaluate
from server.events.models import Event, ViewTime
from server.events.rows import counts
from server.events.rows.retention import forget_before
from server.events.storing.digest import Away
from server.events.storing.view_time_rows import seconds_on_screen
from server.lib import clock
from server.messages.models import Message
from server.verdicts.hits import encode
from tests.events.test_digest import hit_on
from tests.events_evaluation.test_decoy import a_mail_with_a_filter_and_bob, counts_stay_the_same
from tests.events_evaluation.test_revised_together import each_sender_is_told_by_their_threshold
from tests.ingest.test_view_time import a_view_time, kept
from tests.migrations import databases
from tests.pipeline import Pipeline, fresh, opened_pipeline
from tests.world import opened_world

HOME = "https://example.com/"


@pytest.fixture(scope="module", params=["postgres", "mariadb"])
def server(request: pytest.FixtureRequest) -> Iterator[str]:
    with getattr(databases, str(request.param))() as address:
        yield address


@pytest.fixture
async def far(server: str, tmp_path: Path) -> AsyncIterator[Pipeline]:
    """The pipeline of a hit, on a database server."""
    async with (
        databases.new_database(server) as url,
        opened_world(tmp_path, DATABASE_URL=url) as world,
        opened_pipeline(world) as pipeline,
    ):
        yield pipeline


@pytest.mark.timeout(180)
async def test_each_hit_becomes_one_event_and_is_counted_on_each_database(far: Pipeline) -> None:
    mail = await far.world.sends(far.world.alice, links=[HOME])
    lease = Message(id=uuid4(), account_id=far.world.alice.id)
    for message in (mail, lease):
        await far.opens_in_gmail(message)
        await far.clicks(message, HOME)
    hits = [hit_on(mail) for _ in range(30)]
    for hit in (*hits, *hits):
        await far.spool.append(encode(hit))
    assert len(await far.events()) == 34
    assert ((await fresh(mail)).opens, (await fresh(mail)).clicks, (await fresh(lease)).opens) == (31, 1, 1)
    await _counting_anew_gives_the_same(mail)
    await _a_reading_is_kept_once_beside_its_open(far, mail)
    await _a_report_that_comes_late_discards_what_was_before_the_sending(lease)


@pytest.mark.timeout(180)
async def test_hits_from_the_network_that_followed_the_decoy_stop_counting_on_each_database(
    far: Pipeline,
) -> None:
    await a_mail_with_a_filter_and_bob(far)
    await counts_stay_the_same(await Message.get())


@pytest.mark.timeout(180)
async def test_senders_are_told_of_first_opens_by_their_thresholds_on_each_database(far: Pipeline) -> None:
    await each_sender_is_told_by_their_threshold(far)


@pytest.mark.timeout(180)
async def test_a_hit_that_the_database_refuses_does_not_block_others(far: Pipeline) -> None:
    mail = await far.world.sends(far.world.alice)
    for hit in (hit_on(mail), hit_on(mail, kind="too long for its column"), hit_on(mail)):
        await far.spool.append(encode(hit))
    assert len(await far.events()) == 2
    assert len(far.spool.aside()) == 1


@pytest.mark.timeout(180)
async def test_simultaneous_reports_and_hits_do_not_disturb_each_other(far: Pipeline) -> None:
    mails = [await far.world.sends(far.world.alice) for _ in range(5)]
    for _ in range(40):
        for mail in mails:
            await far.spool.append(encode(hit_on(mail)))

    async def report_again() -> None:
        for mail in mails * 4:
            async with in_transaction() as db:
                await Message.filter(id=mail.id).using_db(db).update(subject="again")
                await reevaluate(await Message.get(id=mail.id, using_db=db), using=db)

    async def digest() -> None:
        while far.spool.waiting():
            try:
                await far.digest.once()
            except Away:
                await asyncio.sleep(0.1)

    await asyncio.gather(report_again(), digest())
    assert await Event.all().count() == 200
    assert [(await fresh(mail)).raw_opens for mail in mails] == [40] * 5


async def _a_reading_is_kept_once_beside_its_open(far: Pipeline, mail: Message) -> None:
    address = "203.0.113.77"  # not that of the clicks, which came too fast after an image to be a person's
    await far.get(far.marks(mail).pixel_url, address=address)
    view_time = a_view_time(mail, began=int(clock.unix() * 1_000_000), address=address)
    for _ in range(2):
        await kept(far, view_time, view_time)
    last = (await far.events())[-1]
    assert await seconds_on_screen([last]) == {last.id: 40}
    assert await ViewTime.filter(message_id=mail.id).count() == 1
    await forget_before(clock.now() - timedelta(days=1))
    assert await ViewTime.all().count() == 1


async def _counting_anew_gives_the_same(mail: Message) -> None:
    before = await Message.get(id=mail.id).values(*counts.COUNTED)
    async with in_transaction() as db:
        await counts.recount(await Message.get(id=mail.id, using_db=db), db)
    assert await Message.get(id=mail.id).values(*counts.COUNTED) == before


async def _a_report_that_comes_late_discards_what_was_before_the_sending(lease: Message) -> None:
    async with in_transaction() as db:
        late = clock.now() + timedelta(minutes=1)
        await Message.filter(id=lease.id).using_db(db).update(state="sent", sent_at=late)
        await reevaluate(await Message.get(id=lease.id, using_db=db), using=db)
    found = await fresh(lease)
    assert (found.opens, found.raw_opens, found.clicks, found.raw_clicks) == (0, 1, 0, 1)
