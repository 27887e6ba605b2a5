"""The digest turns each hit in the spool into an event of the right account, once, and loses none."""

from __future__ import annotations

import asyncio
import itertools
from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from tortoise import connections

from server.accounts.models import Account
from server.events.digest import Away, Digest
from server.events.models import Event
from server.ingest.settings import IngestSettings
from server.ingest.spool import Spool
from server.lib import clock, metrics
from server.lib.outbox import OutboxRow
from server.messages.models import Message
from server.verdicts.hits import Hit, encode, new_id
from tests.agents import FIREFOX
from tests.pipeline import Way, fresh

_readers = itertools.count()


def hit_on(message: Message, **changed: object) -> Hit:
    """A reader's open."""
    at = int(clock.unix() * 1_000_000)
    address = f"198.51.{next(_readers) % 250}.7"  # the same reader twice within seconds counts once
    hit = Hit(new_id(at), at, "open", message.account_id, message.id, 0, "", address, FIREFOX, "", "GET", {})
    return replace(hit, **changed)


async def spooled(way: Way, *hits: Hit) -> None:
    await asyncio.gather(*(way.spool.append(encode(hit)) for hit in hits))


async def test_a_repeated_hit_changes_nothing(way: Way) -> None:
    mail = await way.place.sends(way.place.alice, links=["https://example.com/"])
    hits = [hit_on(mail), hit_on(mail, kind="click", url="https://example.com/")]
    await spooled(way, *hits, *hits)
    assert len(await way.events()) == 2
    before, told = dict(await fresh(mail)), await OutboxRow.all().count()
    assert told
    await spooled(way, *hits)
    assert len(await way.events()) == 2
    assert dict(await fresh(mail)) == before
    assert await OutboxRow.all().count() == told


async def test_a_crash_between_storing_and_forgetting_doubles_nothing(
    way: Way, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail = await way.place.sends(way.place.alice)
    await spooled(way, *[hit_on(mail) for _ in range(20)])

    async def crash(upto: int) -> bool:
        raise Away("the process ends here")

    monkeypatch.setattr(way.spool, "forget", crash)
    with pytest.raises(Away):
        await way.digest.once()
    monkeypatch.undo()
    assert (way.spool.waiting(), await Event.all().count()) == (20, 20)
    assert len(await way.events()) == 20
    assert ((await fresh(mail)).opens, way.spool.waiting()) == (20, 0)


async def test_a_token_never_touches_someone_elses_mail(way: Way, caplog: pytest.LogCaptureFixture) -> None:
    """Covers S1, another tenant."""
    mail = await way.place.sends(way.place.alice)
    await spooled(way, hit_on(mail, account=way.place.charlie.id))
    assert await way.events() == []
    assert (await fresh(mail)).raw_opens == 0
    assert "security" in caplog.text


async def test_hits_of_people_who_are_gone_are_dropped_and_counted(way: Way) -> None:
    mail = await way.place.sends(way.place.bob)
    await Account.filter(id=way.place.bob.id).update(disabled_at=clock.now())
    before = metrics.counted("digest.dropped.no_account")
    unknown = Message(id=uuid4(), account_id=4711)
    await spooled(way, hit_on(mail), hit_on(unknown), hit_on(unknown, account=2**64 - 1))
    assert await way.events() == []
    assert metrics.counted("digest.dropped.no_account") == before + 3


async def test_a_mail_that_was_undone_keeps_its_hits_uncounted(way: Way) -> None:
    mail = await way.place.sends(way.place.alice, state="undone", undone_at=clock.now())
    await spooled(way, hit_on(mail))
    [event] = await way.events()
    assert (event.counts, event.undone_at is not None, (await fresh(mail)).raw_opens) == (False, True, 0)
    assert not await OutboxRow.all()


async def test_an_invalid_record_does_not_block_others(way: Way) -> None:
    mail = await way.place.sends(way.place.alice)
    await way.spool.append(b"garbage")
    await way.spool.append(encode(hit_on(mail))[:-9])
    await spooled(way, hit_on(mail))
    assert len(await way.events()) == 1
    reasons = [reason for _, reason in way.spool.aside()]
    assert reasons == ["version 103 is not known", "damaged: the checksum differs"]
    assert way.spool.waiting() == 0


async def test_a_hit_that_the_database_refuses_is_put_aside_and_the_others_are_stored(way: Way) -> None:
    mail = await way.place.sends(way.place.alice)
    poison = hit_on(mail, kind="a kind that is too long for its column")
    await spooled(way, hit_on(mail), poison, *[hit_on(mail) for _ in range(7)])
    assert len(await way.events()) == 8
    [(record, reason)] = way.spool.aside()
    assert (record, "kind" in reason.lower()) == (encode(poison), True)


async def test_a_database_whose_disk_is_full_costs_no_hit(way: Way) -> None:
    """It still takes a write that needs no room, as the question whether it works is one."""
    mail, db = await way.place.sends(way.place.alice), connections.get("default")
    await spooled(way, *[hit_on(mail) for _ in range(200)])
    [[most]] = [row.values() for row in await db.execute_query_dict("PRAGMA max_page_count")]
    aside = metrics.counted("digest.aside")
    await db.execute_query("PRAGMA max_page_count = 1")  # not fewer than there are
    with pytest.raises(Away, match="disk is full"):
        await way.digest.once()
    assert metrics.counted("digest.aside") == aside
    await db.execute_query(f"PRAGMA max_page_count = {most}")
    assert len(await way.events()) == 200


async def test_the_digest_waits_for_a_database_that_is_away_and_goes_on(way: Way) -> None:
    """Covers R2 in small: no restart, nothing put aside, nothing lost."""
    mail = await way.place.sends(way.place.alice)
    database = connections.get("default")
    stop = asyncio.Event()
    running = asyncio.create_task(way.digest.run(stop))
    await database.execute_script("ALTER TABLE message RENAME TO elsewhere")
    await spooled(way, *[hit_on(mail) for _ in range(5)])
    await asyncio.sleep(0.6)
    assert (way.spool.waiting(), await Event.all().count()) == (5, 0)
    await database.execute_script("ALTER TABLE elsewhere RENAME TO message")
    assert await way.digest.catch_up(60)
    assert (await Event.all().count(), way.spool.aside()) == (5, [])
    stop.set()
    await running


async def test_one_spool_has_one_consumer(way: Way) -> None:
    mail = await way.place.sends(way.place.alice)
    settings = way.place.runtime[IngestSettings]
    second = Spool(settings.spool_path, settings.spool_max_bytes)
    other = Digest(way.place.hub, second, way.digest._geo)
    assert way.digest._lock.take()
    stop = asyncio.Event()
    running = asyncio.create_task(way.digest.run(stop))
    await way.spool.append(encode(hit_on(mail)))
    assert await other.once() == 0
    assert await other.catch_up(60)
    assert await Event.all().count() == 1
    stop.set()
    await running
    await way.spool.append(encode(hit_on(mail)))
    assert await other.catch_up(60)
    assert await Event.all().count() == 2
    await asyncio.to_thread(second.close)


async def test_open_pages_hear_of_it_at_once(way: Way) -> None:
    mail = await way.place.sends(way.place.alice)
    with way.place.hub.subscribe(f"account:{way.place.alice.id}") as queue:
        await spooled(way, hit_on(mail), hit_on(mail))
        await way.digest.once()
        assert (queue.get_nowait(), queue.empty()) == (str(mail.id), True)


async def test_it_ends_when_it_is_told_to(way: Way) -> None:
    stop = asyncio.Event()
    running = asyncio.create_task(way.digest.run(stop))
    await asyncio.sleep(0.3)
    assert not running.done()
    stop.set()
    await running


async def test_a_hit_knows_its_mail_by_id_only(way: Way) -> None:
    """A message id that is no mail's and no lease's: kept under its sender, as a report may still come."""
    lost = Message(id=UUID(int=5), account_id=way.place.alice.id)
    await spooled(way, hit_on(lost), hit_on(lost, kind="click", url="https://example.com/"))
    await way.events()
    mail = await fresh(lost)
    assert (mail.state, mail.opens, mail.clicks, mail.subject) == ("unreported", 1, 1, "")
