"""A view time is stored once, joined to the same client's open, and deleted when it is too old."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.events.models import Agent, Event
from server.events.models import ViewTime as Row
from server.events.rows import retention
from server.events.rows.retention import forget_before, forget_old_events
from server.events.sends.readback import found_in
from server.events.storing.view_time_join import on_screen
from server.events.storing.view_time_rows import seconds_on_screen
from server.ingest.records import content_of
from server.ingest.view_time import ViewTimeRecord, encode
from server.lib import clock
from server.messages.models import Message
from server.verdicts.hits import BadRecord, new_id
from tests.agents import FIREFOX, THUNDERBIRD
from tests.pipeline import READER, Pipeline
from tests.world import World

NOW = clock.from_unix(1_790_000_000)


def a_view_time(mail: Message, seconds: int = 40, **changed: Any) -> ViewTimeRecord:
    """A view time of the mail that has just ended."""
    began = int((clock.unix() - seconds) * 1_000_000)
    made = ViewTimeRecord(new_id(began), began, seconds, mail.account_id, mail.id, READER, FIREFOX)
    return made._replace(**changed)


async def kept(pipeline: Pipeline, *found: ViewTimeRecord) -> None:
    for each in found:
        await pipeline.spool.append(encode(each))
    await pipeline.events()


async def test_a_view_time_record_that_is_stored_twice_becomes_one_view_time(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    one, other = a_view_time(mail), a_view_time(mail, 50)
    await kept(pipeline, one, one, other)
    await kept(pipeline, other)
    assert sorted(row.seconds for row in await Row.all()) == [40, 50]
    assert await Event.all().count() == 0


async def test_a_view_time_is_announced_to_open_pages(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    with pipeline.world.hub.subscribe(f"account:{pipeline.world.alice.id}") as heard:
        await kept(pipeline, a_view_time(mail))
        assert await asyncio.wait_for(heard.get(), 10) == str(mail.id)
    assert (await Message.get(id=mail.id)).updated_at > mail.updated_at


async def test_a_view_time_of_another_persons_mail_or_an_unknown_mail_is_dropped(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    await kept(
        pipeline,
        a_view_time(mail, account=pipeline.world.bob.id),
        a_view_time(mail, message=uuid4(), account=999),
    )
    assert await Row.all().count() == 0


async def test_a_view_time_belongs_to_the_open_of_the_same_client(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    for agent in (FIREFOX, THUNDERBIRD):
        await pipeline.get(pipeline.marks(mail).pixel_url, agent)
    await kept(pipeline, a_view_time(mail, 40, began=int(clock.unix() * 1_000_000)))
    mine, other = sorted(await pipeline.events(), key=lambda event: event.user_agent != FIREFOX)
    assert await seconds_on_screen([mine, other]) == {mine.id: 40}


async def test_old_view_times_are_deleted_with_old_events(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "BATCH", 2)
    mail = await pipeline.world.sends(pipeline.world.alice)
    long_ago = int((clock.unix() - 40 * 86_400) * 1_000_000)
    old = [a_view_time(mail, 50, id=new_id(at), began=at) for at in range(long_ago, long_ago + 5)]
    await kept(pipeline, a_view_time(mail), *old)
    await forget_before(clock.now() - timedelta(days=30))
    assert [row.seconds for row in await Row.all()] == [40]
    async with pipeline.world.app.app_context():
        await forget_old_events()  # keeps everything forever
    assert await Row.all().count() == 1


async def test_a_view_time_is_deleted_with_its_mail(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    await kept(pipeline, a_view_time(mail))
    await mail.delete()
    assert await Row.all().count() == 0


async def test_the_view_time_image_alone_does_not_prove_that_a_mail_has_its_pixel(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    marks, ring = pipeline.marks(mail), pipeline.world.ring
    assert not found_in(f'<img src="{marks.view_time_url}">', mail, set(), ring).pixel
    both = f'<img src="{marks.view_time_url}"><img src="{marks.pixel_url}">'
    assert found_in(both, mail, set(), ring).pixel


MAIL = uuid4()


FIREFOX_ROW = Agent(id=1, user_agent=FIREFOX)
FIREFOX_ROW._saved_in_db = True


def an_open(after: float = 0, **changed: Any) -> Event:
    usual = {
        "id": uuid4(), "message_id": MAIL, "kind": "open", "at": NOW + timedelta(seconds=after),
        "address": READER, "agent": FIREFOX_ROW, "verdict": "person", "counts": True,
    }  # fmt: skip
    return Event(**{**usual, **changed})


def stayed(seconds: int, after: float = 0, **changed: Any) -> Row:
    usual = {
        "message_id": MAIL,
        "at": NOW + timedelta(seconds=after),
        "address": READER,
        "user_agent": FIREFOX,
    }
    return Row(id=uuid4(), seconds=seconds, **{**usual, **changed})


@pytest.mark.parametrize(
    ("opened", "read", "seconds"),
    [
        ({}, {}, 40),
        ({"verdict": "repeat", "counts": False}, {}, 40),
        ({"verdict": "likely_person"}, {"after": 20}, 40),
        ({}, {"after": 100}, 0),
        ({}, {"address": "198.51.100.99"}, 0),
        ({}, {"user_agent": THUNDERBIRD}, 0),
        ({}, {"message_id": uuid4()}, 0),
        ({"kind": "click"}, {}, 0),
        ({"verdict": "you", "counts": False}, {}, 0),
        ({"verdict": "scanner", "counts": False}, {}, 0),
        ({"counts": False, "undone_at": NOW}, {}, 0),
    ],
)
async def test_a_view_time_belongs_only_to_an_open_by_the_same_client_at_about_the_same_time(
    world: World, opened: dict[str, Any], read: dict[str, Any], seconds: int
) -> None:
    event = an_open(**opened)
    assert on_screen([event], [stayed(40, **read)]).get(event.id, 0) == seconds


async def test_each_open_gets_its_own_longest_view_time(world: World) -> None:
    first, second = an_open(), an_open(300)
    found = on_screen([second, first], [stayed(10), stayed(30, after=2), stayed(50, after=301)])
    assert found == {first.id: 30, second.id: 50}


@given(
    st.uuids(), st.integers(0, 2**53), st.integers(0, 10**6), st.integers(0, 2**63 - 1), st.uuids(), st.text()
)
def test_a_record_is_read_back_as_the_same_view_time(
    name: UUID, began: int, seconds: int, account: int, message: UUID, agent: str
) -> None:
    agent = agent.encode("utf-8", "replace").decode()
    view_time = ViewTimeRecord(name, began, seconds, account, message, READER, agent)
    assert content_of(encode(view_time)) == view_time
    with pytest.raises(BadRecord):
        content_of(encode(view_time)[:-1])
