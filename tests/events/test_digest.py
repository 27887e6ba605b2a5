"""The digest turns each hit in the spool into one event of the right account, and loses none."""

from __future__ import annotations

import asyncio
import itertools
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest
from tortoise import connections

from server.accounts.models import Account
from server.events.models import Event
from server.events.rows.mail_state import MailState
from server.events.storing.digest import Away, Digest
from server.ingest.settings import IngestSettings
from server.ingest.spool import Spool
from server.lib import clock, metrics
from server.lib.outbox import OutboxRow
from server.messages.models import Message
from server.verdicts.hits import Hit, encode, new_id
from tests.agents import FIREFOX
from tests.pipeline import Pipeline, columns, fresh

_recipients = itertools.count()


def hit_on(message: Message | MailState, **changed: Any) -> Hit:
    """A recipient's open."""
    at = int(clock.unix() * 1_000_000)
    address = (
        f"2001:db8:{next(_recipients) % 65_536:x}::7"  # the same reader twice within seconds counts once
    )
    hit = Hit(new_id(at), at, "open", message.account_id, message.id, 0, "", address, FIREFOX, "", "GET", {})
    return replace(hit, **changed)


async def spooled(pipeline: Pipeline, *hits: Hit) -> None:
    await asyncio.gather(*(pipeline.spool.append(encode(hit)) for hit in hits))


async def test_a_repeated_hit_changes_nothing(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice, links=["https://example.com/"])
    hits = [hit_on(mail), hit_on(mail, kind="click", url="https://example.com/")]
    await spooled(pipeline, *hits, *hits)
    assert len(await pipeline.events()) == 2
    before, facts = columns(await fresh(mail)), await OutboxRow.all().count()
    assert facts
    await spooled(pipeline, *hits)
    assert len(await pipeline.events()) == 2
    assert columns(await fresh(mail)) == before
    assert await OutboxRow.all().count() == facts


async def test_a_crash_after_storing_hits_but_before_removing_them_from_the_spool_duplicates_nothing(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    await spooled(pipeline, *[hit_on(mail) for _ in range(20)])

    async def crash(upto: int) -> bool:
        raise Away("the process ends here")

    monkeypatch.setattr(pipeline.spool, "forget", crash)
    with pytest.raises(Away):
        await pipeline.digest.once()
    monkeypatch.undo()
    assert (pipeline.spool.waiting(), await Event.all().count()) == (20, 20)
    assert len(await pipeline.events()) == 20
    assert ((await fresh(mail)).opens, pipeline.spool.waiting()) == (20, 0)


async def test_a_token_never_affects_another_persons_mail(
    pipeline: Pipeline, caplog: pytest.LogCaptureFixture
) -> None:
    """Covers S1, another tenant."""
    mail = await pipeline.world.sends(pipeline.world.alice)
    await spooled(pipeline, hit_on(mail, account=pipeline.world.charlie.id))
    assert await pipeline.events() == []
    assert (await fresh(mail)).raw_opens == 0
    assert "security" in caplog.text


async def test_hits_of_disabled_or_unknown_accounts_are_dropped_and_counted(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.bob)
    await Account.filter(id=pipeline.world.bob.id).update(disabled_at=clock.now())
    before = metrics.counted("digest.dropped.no_account")
    unknown = Message(id=uuid4(), account_id=4711)
    await spooled(pipeline, hit_on(mail), hit_on(unknown), hit_on(unknown, account=2**64 - 1))
    assert await pipeline.events() == []
    assert metrics.counted("digest.dropped.no_account") == before + 3


async def test_an_undone_mail_keeps_its_hits_but_they_do_not_count(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice, state="undone", undone_at=clock.now())
    await spooled(pipeline, hit_on(mail))
    [event] = await pipeline.events()
    assert (event.counts, event.undone_at is not None, (await fresh(mail)).raw_opens) == (False, True, 0)
    assert not await OutboxRow.all()


async def test_an_invalid_record_does_not_block_other_records(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    await pipeline.spool.append(b"garbage")
    await pipeline.spool.append(encode(hit_on(mail))[:-9])
    await spooled(pipeline, hit_on(mail))
    assert len(await pipeline.events()) == 1
    reasons = [reason for _, reason in pipeline.spool.aside()]
    assert reasons == ["version 103 is not known", "damaged: the checksum differs"]
    assert pipeline.spool.waiting() == 0


async def test_a_hit_that_the_database_refuses_is_put_aside_and_the_others_are_stored(
    pipeline: Pipeline,
) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    poison = hit_on(mail, kind="a kind that is too long for its column")
    await spooled(pipeline, hit_on(mail), poison, *[hit_on(mail) for _ in range(7)])
    assert len(await pipeline.events()) == 8
    [(record, reason)] = pipeline.spool.aside()
    assert (record, "kind" in reason.lower()) == (encode(poison), True)


async def test_a_database_on_a_full_disk_loses_no_hit(pipeline: Pipeline) -> None:
    """Such a database still accepts a write that needs no room, such as the health check's."""
    mail, db = await pipeline.world.sends(pipeline.world.alice), connections.get("default")
    await spooled(pipeline, *[hit_on(mail) for _ in range(200)])
    [[most]] = [row.values() for row in await db.execute_query_dict("PRAGMA max_page_count")]
    aside = metrics.counted("digest.aside")
    await db.execute_query("PRAGMA max_page_count = 1")  # not fewer than there are
    with pytest.raises(Away, match="disk is full"):
        await pipeline.digest.once()
    assert metrics.counted("digest.aside") == aside
    await db.execute_query(f"PRAGMA max_page_count = {most}")
    assert len(await pipeline.events()) == 200


async def test_the_digest_waits_while_the_database_is_unreachable_and_then_continues(
    pipeline: Pipeline,
) -> None:
    """Covers R2 on a small scale: no restart, nothing put aside, nothing lost."""
    mail = await pipeline.world.sends(pipeline.world.alice)
    database = connections.get("default")
    stop = asyncio.Event()
    running = asyncio.create_task(pipeline.digest.run(stop))
    await database.execute_script("ALTER TABLE message RENAME TO elsewhere")
    await spooled(pipeline, *[hit_on(mail) for _ in range(5)])
    await asyncio.sleep(0.6)
    assert (pipeline.spool.waiting(), await Event.all().count()) == (5, 0)
    await database.execute_script("ALTER TABLE elsewhere RENAME TO message")
    assert await pipeline.digest.catch_up(60)
    assert (await Event.all().count(), pipeline.spool.aside()) == (5, [])
    stop.set()
    await running


async def test_a_spool_has_only_one_consumer_at_a_time(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    settings = pipeline.world.runtime[IngestSettings]
    second = Spool(settings.spool_path, settings.spool_max_bytes)
    other = Digest(pipeline.world.hub, second, pipeline.digest._geo)
    assert pipeline.digest._lock.take()
    stop = asyncio.Event()
    running = asyncio.create_task(pipeline.digest.run(stop))
    await pipeline.spool.append(encode(hit_on(mail)))
    assert await other.once() == 0
    assert await other.catch_up(60)
    assert await Event.all().count() == 1
    stop.set()
    await running
    await pipeline.spool.append(encode(hit_on(mail)))
    assert await other.catch_up(60)
    assert await Event.all().count() == 2
    await asyncio.to_thread(second.close)


async def test_open_pages_are_notified_once_about_two_hits_on_one_mail(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    with pipeline.world.hub.subscribe(f"account:{pipeline.world.alice.id}") as queue:
        await spooled(pipeline, hit_on(mail), hit_on(mail))
        await pipeline.digest.once()
        assert (queue.get_nowait(), queue.empty()) == (str(mail.id), True)


async def test_the_digest_ends_when_it_is_told_to_stop(pipeline: Pipeline) -> None:
    stop = asyncio.Event()
    running = asyncio.create_task(pipeline.digest.run(stop))
    await asyncio.sleep(0.3)
    assert not running.done()
    stop.set()
    await running


async def test_hits_with_an_unknown_message_id_are_stored_for_the_sender(pipeline: Pipeline) -> None:
    """The hits are stored because a report about the message may follow."""
    lost = Message(id=UUID(int=5), account_id=pipeline.world.alice.id)
    await spooled(pipeline, hit_on(lost), hit_on(lost, kind="click", url="https://example.com/"))
    await pipeline.events()
    mail = await fresh(lost)
    assert (mail.state, mail.opens, mail.clicks, mail.subject) == ("unreported", 1, 1, "")
