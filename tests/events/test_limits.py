"""View times, retention, retried reports and scheduled mails: what happens exactly at their limits."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from tortoise import connections
from tortoise.exceptions import IntegrityError, OperationalError
from tortoise.transactions import in_transaction

from server.events.evaluation import mass_access, reevaluate_listeners
from server.events.models import Event, Overflow, RetiredCounts, VerdictChange, ViewTime
from server.events.newest import newest_events
from server.events.rows import retention
from server.events.sends import recording
from server.events.settings import EventsSettings
from server.events.storing import view_time_rows
from server.events.storing.digest import _is_about_room
from server.events.storing.overflow_totals import since
from server.events.storing.view_time_join import TOGETHER, on_screen
from server.ingest.view_time import ViewTimeRecord
from server.lib.outbox import Done
from server.verdicts.hits import new_id
from tests.agents import CHROME, FIREFOX
from tests.events.stored import happened
from tests.events.test_digest import hit_on
from tests.ingest.test_view_time import NOW, an_open, stayed
from tests.pipeline import READER
from tests.world import World, hold_still

MOMENT = timedelta(microseconds=1)


@pytest.fixture(autouse=True)
async def _inside(world: World) -> AsyncIterator[None]:
    """Run each test in the application's context, as routes and listeners run."""
    async with world.app.app_context():
        yield


def test_a_view_time_belongs_to_an_open_at_most_a_minute_away() -> None:
    event = an_open()
    for away, seconds in ((TOGETHER, 40), (-TOGETHER, 40), (TOGETHER + MOMENT, 0), (-TOGETHER - MOMENT, 0)):
        assert on_screen([event], [stayed(40, after=away.total_seconds())]).get(event.id, 0) == seconds
    assert timedelta(seconds=60) == TOGETHER


def test_a_view_time_near_a_machines_open_is_not_given_to_the_next_reader() -> None:
    machine, person = an_open(1, verdict="scanner", counts=False), an_open(30)
    assert on_screen([machine, person], [stayed(40)]) == {}
    assert on_screen([], [stayed(40)]) == {}
    assert on_screen([person], []) == {}


async def test_view_times_are_read_from_one_minute_before_the_first_open(world: World) -> None:
    mail = await world.sends(world.alice)
    first, last = await happened(mail), await happened(mail, at=NOW + timedelta(hours=1))
    for after in (-61, -59, 3600):
        await ViewTime.create(
            id=uuid4(), message_id=mail.id, at=NOW + timedelta(seconds=after), seconds=100 + after,
            address=READER, user_agent=FIREFOX,
        )  # fmt: skip
    found = await view_time_rows.seconds_on_screen([first, last])
    assert found == {first.id: 41, last.id: 3700}
    clicked = await happened(mail, kind="click")
    assert await view_time_rows.seconds_on_screen([clicked]) == {}
    assert await view_time_rows.seconds_on_screen([]) == {}


async def test_only_the_newest_of_too_many_view_times_are_read(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(view_time_rows, "_MOST", 2)
    mail = await world.sends(world.alice)
    event = await happened(mail)
    for after, seconds in ((1, 90), (2, 30), (3, 40)):
        await ViewTime.create(
            id=uuid4(), message_id=mail.id, at=NOW + timedelta(seconds=after), seconds=seconds,
            address=READER, user_agent=FIREFOX,
        )  # fmt: skip
    assert await view_time_rows.seconds_on_screen([event]) == {event.id: 40}


async def test_a_view_time_is_stored_with_all_its_fields(world: World) -> None:
    mail = await world.sends(world.alice)
    record = ViewTimeRecord(UUID(int=9), 1_790_000_000_000_000, 40, 1, mail.id, "x" * 50, FIREFOX)
    async with in_transaction() as db:
        assert await view_time_rows.unknown([record, record], db) == [record]
        await view_time_rows.save([record], db)
        assert await view_time_rows.unknown([record], db) == []
    [row] = await ViewTime.all()
    assert (row.id, row.message_id, row.at, row.seconds) == (record.id, mail.id, NOW, 40)
    assert (row.address, row.user_agent) == ("x" * 45, FIREFOX)


async def test_a_mail_keeps_the_counts_of_its_deleted_old_events(world: World) -> None:
    mail = await world.sends(world.alice, links=["https://example.com/"])
    other = await world.sends(world.alice)
    for hours in (3, 2, 1):
        await happened(mail, at=NOW - timedelta(hours=hours))
    await happened(mail, at=NOW - timedelta(hours=4), verdict="scanner", counts=False)
    await happened(mail, at=NOW - timedelta(hours=5), counts=False, undone_at=NOW)
    await happened(other, at=NOW - MOMENT)
    kept = await happened(mail, at=NOW)
    await retention.forget_before(NOW)
    assert [event.id for event in await Event.all()] == [kept.id]
    rows = await RetiredCounts.all().order_by("number", "verdict")
    assert [(row.message_id, row.verdict, row.counts, row.number) for row in rows] == [
        (other.id, "person", True, 1),
        (mail.id, "scanner", False, 1),
        (mail.id, "person", True, 3),
    ]
    assert (rows[2].first_at, rows[2].last_at) == (NOW - timedelta(hours=3), NOW - timedelta(hours=1))
    assert (rows[2].kind, rows[2].link_id) == ("open", None)


async def test_old_events_are_deleted_in_batches_together_with_their_verdict_history(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "BATCH", 2)
    mail, bobs = await world.sends(world.alice), await world.sends(world.bob)
    old = [await happened(mail, at=NOW - timedelta(days=days)) for days in (1, 2, 3, 4, 5)]
    await happened(bobs, at=NOW - timedelta(days=2))
    kept = await happened(mail, at=NOW)
    for event in (old[0], kept):
        await VerdictChange.create(
            event_id=event.id, at=NOW, was="person", was_score=90, now="you", now_score=0, because=["x"]
        )
    await retention.forget_before(NOW)
    assert [event.id for event in await Event.all()] == [kept.id]
    assert [change.event_id for change in await VerdictChange.all()] == [kept.id]
    assert sum(row.number for row in await RetiredCounts.all()) == 6


async def test_overflow_records_are_kept_until_no_spool_can_repeat_them(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    still = hold_still(monkeypatch)
    still.at = NOW
    mail = await world.sends(world.alice)
    minute = int(still.unix() // 60)
    for age in (0, 30 * 24 * 60, 30 * 24 * 60 + 1):
        await Overflow.create(
            message=mail, kind="open", minute=minute - age, origin=uuid4().hex[:24], number=5
        )
    await retention.forget_old_events()
    assert sorted(minute - row.minute for row in await Overflow.all()) == [0, 30 * 24 * 60]
    assert (await since(0), await since(40 * 86_400)) == (5, 10)


async def report_that_collides(
    monkeypatch: pytest.MonkeyPatch, times: int, error: Exception
) -> tuple[bool | None, int]:
    """A report whose first tries collide with another report: its outcome, and the number of tries."""
    tried: list[int] = []

    async def once(*_: Any) -> bool:
        tried.append(1)
        if len(tried) <= times:
            raise error
        return True

    monkeypatch.setattr(recording, "_store_once", once)
    monkeypatch.setattr(recording, "PAUSE", 0.0001)
    try:
        return await recording.store(1, None, NOW), len(tried)  # type: ignore[arg-type] # not looked at
    except type(error):
        return None, len(tried)


@pytest.mark.parametrize("error", [IntegrityError("duplicate key"), OperationalError("deadlock")])
async def test_a_report_that_collides_is_tried_eight_times(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    for times, stored in ((0, (True, 1)), (1, (True, 2)), (7, (True, 8)), (8, (None, 8))):
        assert await report_that_collides(monkeypatch, times, error) == stored


async def test_an_invalid_report_is_tried_once(monkeypatch: pytest.MonkeyPatch) -> None:
    assert await report_that_collides(monkeypatch, 1, ValueError("nonsense")) == (None, 1)


async def test_events_shortly_before_alices_own_view_are_judged_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    still = hold_still(monkeypatch)
    mails = [await world.sends(world.alice) for _ in range(4)]
    for mail, age in zip(mails, (0, 15, 15.1, 5), strict=True):
        await happened(mail, at=still.at - timedelta(seconds=age))
    with world.hub.subscribe(f"account:{world.alice.id}") as heard:
        await reevaluate_listeners.reevaluate_viewed([mail.id for mail in mails[:3]])
        announced = {heard.get_nowait() for _ in range(2)}
        assert heard.empty()
    assert announced == {str(mail.id) for mail in mails[:2]}


async def test_a_mail_with_a_reply_or_new_headers_is_announced_and_a_deleted_mail_is_skipped(
    world: World,
) -> None:
    mail = await world.sends(world.alice)
    for hears in (reevaluate_listeners.reevaluate_reconciled, reevaluate_listeners.reevaluate_returned):
        with world.hub.subscribe(f"account:{world.alice.id}") as heard:
            assert await hears({"message": str(mail.id)}) == Done()
            assert await asyncio.wait_for(heard.get(), 10) == str(mail.id)
        assert await hears({"message": str(uuid4())}) == Done()


async def test_the_newest_events_of_each_mail_are_read_newest_first(world: World) -> None:
    mails = [await world.sends(world.alice, links=["https://example.com/"]) for _ in range(3)]
    for mail, number in zip(mails, (4, 1, 0), strict=True):
        for hour in range(number):
            await happened(mail, at=NOW + timedelta(hours=hour))
    found = await newest_events([mail.id for mail in mails], 3)
    assert {mail: [event.at for event in events] for mail, events in found.items()} == {
        mails[0].id: [NOW + timedelta(hours=hour) for hour in (3, 2, 1)],
        mails[1].id: [NOW],
    }
    assert await newest_events([], 3) == {}
    assert await newest_events([mails[2].id], 3) == {}


def test_errors_about_a_full_disk_are_recognised() -> None:
    for text in ("database or disk is full", "No space left on device", "ERROR: DISK FULL"):
        assert _is_about_room(Exception(text))
    assert not _is_about_room(Exception("value too long for its column"))


def test_events_are_kept_forever_unless_the_owner_decides_otherwise() -> None:
    nothing = EventsSettings.read({})
    assert (nothing.retention_days, nothing.geoip_path, nothing.geoip_asn_path) == (0, None, None)
    said = EventsSettings.read(
        {
            "EVENT_RETENTION_DAYS": "90",
            "GEOIP_DATABASE_PATH": "/city.mmdb",
            "GEOIP_ASN_DATABASE_PATH": "/asn.mmdb",
        }
    )
    assert (said.retention_days, str(said.geoip_path), str(said.geoip_asn_path)) == (
        90,
        "/city.mmdb",
        "/asn.mmdb",
    )


async def test_three_mails_opened_within_ten_seconds_are_a_sign_of_mass_access_and_two_are_not(
    world: World,
) -> None:
    mails = [await world.sends(world.alice) for _ in range(3)]
    at = int(NOW.timestamp() * 1_000_000)
    for seconds, notable in ((0, 3), (10, 3), (10.000001, 0)):
        touched = [
            (hit_on(mail, id=new_id(at), at=at, user_agent=CHROME, address=READER), 1) for mail in mails[:2]
        ]
        last = at + int(seconds * 1_000_000)
        hit = hit_on(mails[2], id=new_id(last), at=last, user_agent=CHROME, address=READER)
        found = await mass_access.around([*touched, (hit, 1)], connections.get("default"))
        assert found.get(hit.id, 0) == notable
    assert await mass_access.around([], connections.get("default")) == {}
