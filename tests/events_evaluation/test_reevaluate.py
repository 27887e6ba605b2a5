"""Earlier hits are judged again when a report arrives, changes, or says that the send was undone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

from tortoise.transactions import in_transaction

from server.events.evaluation.reevaluate import reevaluate
from server.events.models import Event
from server.lib import clock
from server.lib.keys.secret import lookup
from server.lib.outbox import OutboxRow
from server.messages.models import Link, Message, Recipient
from tests.pipeline import Pipeline, columns, fresh, fresh_link

HOME = "https://example.com/"
EARLIER = timedelta(minutes=5)  # a click right after the send would count as a machine's


async def reported(mail: Message, **values: Any) -> Message:
    """A report has changed `mail` and asks for its events to be judged again."""
    async with in_transaction() as db:
        await Message.filter(id=mail.id).using_db(db).update(**values)
        message = await Message.get(id=mail.id, using_db=db)
        await reevaluate(message, using=db)
    return await fresh(mail)


async def early_hits(pipeline: Pipeline) -> Message:
    """An open and a click that arrive before any report."""
    lease = Message(id=uuid4(), account_id=pipeline.world.alice.id)
    await pipeline.opens_in_gmail(lease)
    await pipeline.clicks(lease, HOME)
    await pipeline.events()
    return await fresh(lease)


async def test_early_hits_are_joined_to_their_recipient_and_link(pipeline: Pipeline) -> None:
    mail = await early_hits(pipeline)
    reader = await Recipient.create(message_id=mail.id, number=1, kind="to", address="bob@sandbox.example")
    link = await Link.create(message_id=mail.id, number=1, url=HOME, url_hash=lookup(HOME))
    mail = await reported(mail, state="sent", sent_at=clock.now() - timedelta(minutes=1))
    opened, clicked = await Event.all().order_by("at")
    assert (opened.recipient_id, opened.link_id) == (reader.id, None)
    assert (clicked.recipient_id, clicked.link_id) == (reader.id, link.id)
    assert (mail.opens, mail.clicks, (await fresh_link(mail, 1)).clicks) == (1, 1, 1)


async def test_a_later_report_without_the_recipient_and_link_clears_both(pipeline: Pipeline) -> None:
    mail = await early_hits(pipeline)
    for number, name in enumerate(("bob", "charlie", "carol"), 1):
        address = f"{name}@sandbox.example"
        await Recipient.create(message_id=mail.id, number=number, kind="to", address=address)
    link = await Link.create(message_id=mail.id, number=1, url=HOME, url_hash=lookup(HOME))
    await Event.all().update(recipient_id=(await Recipient.get(number=1)).id, link_id=link.id)
    await Recipient.filter(number=1).delete()
    await Link.all().delete()
    await reported(mail, state="sent", sent_at=clock.now() - timedelta(minutes=1))
    for event in await Event.all().select_related("link"):
        assert (event.recipient_id, event.link_id, event.link) == (None, None, None)


async def test_hits_before_the_send_stop_counting(pipeline: Pipeline) -> None:
    mail = await early_hits(pipeline)
    assert (mail.opens, mail.clicks) == (1, 1)
    mail = await reported(mail, state="sent", sent_at=clock.now() + timedelta(seconds=1))
    assert (mail.opens, mail.clicks, mail.raw_opens, mail.raw_clicks) == (0, 0, 1, 1)
    assert (mail.first_open_at, mail.certainty, mail.last_activity_at) == (None, None, None)
    assert {event.verdict for event in await Event.all()} == {"before_sending"}


async def test_hits_of_an_undone_send_do_not_count_but_stay_stored(
    pipeline: Pipeline,
) -> None:
    mail = await early_hits(pipeline)
    mail = await reported(mail, state="undone", undone_at=clock.now(), sent_at=mail.listed_at - EARLIER)
    assert (mail.opens, mail.raw_opens, mail.clicks, mail.raw_clicks) == (0, 0, 0, 0)
    events = await Event.all()
    assert [(event.counts, event.undone_at) for event in events] == [(False, mail.undone_at)] * 2
    assert {event.verdict for event in events} == {"likely_person"}


async def test_hits_count_from_the_second_send_after_an_undo(pipeline: Pipeline) -> None:
    mail = await early_hits(pipeline)
    await reported(mail, state="undone", undone_at=clock.now(), sent_at=mail.listed_at - EARLIER)
    await Event.all().update(at=clock.now() - timedelta(minutes=2))
    again = await reported(mail, state="sent", undone_at=None, sent_at=clock.now() - timedelta(minutes=1))
    assert (again.opens, again.raw_opens) == (0, 1)
    await pipeline.opens_in_gmail(again)
    await pipeline.events()
    assert ((await fresh(mail)).opens, (await fresh(mail)).raw_opens) == (1, 2)


async def test_a_first_open_that_starts_to_count_is_announced_once(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice, sent_at=clock.now() + timedelta(hours=1))
    for _ in range(3):
        await pipeline.opens_in_gmail(mail)
    event, *_ = await pipeline.events()
    assert not await OutboxRow.all()
    for _ in range(2):
        mail = await reported(mail, sent_at=clock.now() - timedelta(minutes=1))
    [row] = await OutboxRow.filter(fact="first_open", listener__contains="alert")
    assert (row.payload["event"], mail.opens, mail.raw_opens) == (str(event.id), 1, 3)


async def test_an_undone_send_announces_nothing(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice, sent_at=clock.now() + timedelta(hours=1))
    await pipeline.opens_in_gmail(mail)
    await pipeline.events()
    await reported(mail, state="undone", undone_at=clock.now(), sent_at=clock.now() - timedelta(hours=1))
    assert not await OutboxRow.all()


async def test_a_second_reevaluation_changes_nothing(pipeline: Pipeline) -> None:
    mail = await early_hits(pipeline)
    changes = {"state": "sent", "sent_at": mail.listed_at - timedelta(minutes=1)}
    once = columns(await reported(mail, **changes)) | {"updated_at": None}
    events = [columns(event) for event in await Event.all().order_by("at")]
    twice = columns(await reported(mail, **changes)) | {"updated_at": None}
    assert (once, events) == (twice, [columns(event) for event in await Event.all().order_by("at")])


async def test_a_reevaluation_changes_none_of_the_observed_fields(pipeline: Pipeline) -> None:
    mail = await early_hits(pipeline)
    raw = ("id", "kind", "at", "url", "address", "agent_id", "referer", "header_set_id")
    before = await Event.all().order_by("at").values(*raw)
    await reported(mail, state="undone", undone_at=clock.now(), sent_at=clock.now())
    assert await Event.all().order_by("at").values(*raw) == before
