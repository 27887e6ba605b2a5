"""Reports create the same rows in any order, and rows that events refer to stay."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tortoise.transactions import in_transaction

from server.messages.models import Link, Message, Recipient, Source
from server.messages.record import NotYours, record
from server.messages.report import Report, ReportedLink, ReportedRecipient
from server.messages.rows import align
from tests.messages.reporting import LEASE, START, a_report, reports
from tests.world import World

LATER = START + timedelta(seconds=5)
SOON = START + timedelta(minutes=1)


async def send_report(world: World, *some: Report, account: int = 0) -> frozenset[str]:
    """Record reports, and return what the last one changed."""
    changed: frozenset[str] = frozenset()
    for report in some:
        async with in_transaction() as db:
            leased = START - timedelta(hours=1)
            changed = (await record(account or world.alice.id, report, leased, SOON, db)).changed
    return changed


async def rows() -> dict[str, Any]:
    """All rows that the reports of the mail created."""
    message = (await Message.filter(id=LEASE).values())[0]
    del message["updated_at"]
    recipients = Recipient.filter(message_id=LEASE).order_by("number")
    links = Link.filter(message_id=LEASE).order_by("number")
    return {
        "message": message,
        "recipients": await recipients.values("number", "kind", "address", "name"),
        "links": await links.values("number", "url", "url_hash", "text"),
    }


async def told_afresh(world: World, some: Sequence[Report]) -> dict[str, Any]:
    """Delete the message, record these reports, and return the rows."""
    await Message.filter(id=LEASE).delete()
    await send_report(world, *some)
    return await rows()


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(data=st.data(), some=st.lists(reports, min_size=1, max_size=4))
async def test_reports_in_any_order_and_number_create_the_same_rows(
    world: World, data: st.DataObject, some: list[Report]
) -> None:
    shuffled = data.draw(st.permutations([*some, *data.draw(st.lists(st.sampled_from(some), max_size=3))]))
    assert await told_afresh(world, some) == await told_afresh(world, shuffled)


async def test_links_that_a_later_report_also_contains_keep_their_rows(world: World) -> None:
    first, second = ReportedLink("https://a.example/"), ReportedLink("https://b.example/")
    await send_report(world, a_report(links=(first, second)))
    before = {link.url: link.id for link in await Link.filter(message_id=LEASE)}
    third = ReportedLink("https://c.example/")
    await send_report(world, a_report(links=(third, second, first), sent_at=LATER, observed_at=LATER))
    after = await Link.filter(message_id=LEASE).order_by("number")
    assert [link.url for link in after] == [third.url, second.url, first.url]
    assert {link.url: link.id for link in after[1:]} == before


async def test_a_link_that_occurs_twice_in_a_mail_is_stored_in_two_rows(world: World) -> None:
    twice = (ReportedLink("https://a.example/", "one"), ReportedLink("https://a.example/", "two"))
    await send_report(world, a_report(links=twice))
    links = await Link.filter(message_id=LEASE).order_by("number")
    assert [(link.number, link.text) for link in links] == [(1, "one"), (2, "two")]


async def test_a_recipients_changed_name_is_stored_in_the_same_row(world: World) -> None:
    await send_report(world, a_report())
    before = await Recipient.get(message_id=LEASE)
    recipients = (ReportedRecipient("to", "BOB@sandbox.example", "Robert"),)
    await send_report(world, a_report(recipients=recipients, observed_at=LATER))
    after = await Recipient.get(message_id=LEASE)
    assert (after.id, after.name) == (before.id, "Robert")


async def test_a_report_leaves_the_counts_of_opens_and_clicks_unchanged(world: World) -> None:
    await send_report(world, a_report())
    await Message.filter(id=LEASE).update(opens=3, raw_opens=5)
    await Link.filter(message_id=LEASE).update(clicks=2)
    await send_report(world, a_report(subject="Lunch!", observed_at=LATER))
    message, link = await Message.get(id=LEASE), await Link.get(message_id=LEASE)
    assert (message.subject, message.opens, message.raw_opens, link.clicks) == ("Lunch!", 3, 5, 2)


async def test_a_message_created_by_a_hit_is_completed_by_its_report(world: World) -> None:
    await Message.create(
        id=LEASE,
        account=world.alice,
        source="gmail",
        state="unreported",
        listed_at=SOON,
        updated_at=SOON,
        opens=1,
    )
    assert "subject" in await send_report(world, a_report())
    message = await Message.get(id=LEASE)
    assert (message.state, message.opens, message.listed_at) == ("sent", 1, START)


async def test_a_message_created_by_a_hit_becomes_an_individual_copy_with_its_report(world: World) -> None:
    await Message.create(
        id=LEASE,
        account=world.alice,
        source=Source.GMAIL,
        state="unreported",
        listed_at=SOON,
        updated_at=SOON,
    )
    await send_report(world, a_report(source=Source.COPY))
    await send_report(world, a_report(subject="Lunch!", observed_at=LATER))
    assert (await Message.get(id=LEASE)).source is Source.COPY


async def test_a_report_does_not_change_another_persons_message(world: World) -> None:
    """S6."""
    await send_report(world, a_report())
    with pytest.raises(NotYours):
        await send_report(world, a_report(subject="Mine", observed_at=LATER), account=world.bob.id)
    assert (await Message.get(id=LEASE)).subject == "Lunch on Friday?"


@given(st.lists(st.integers(0, 3), max_size=8), st.lists(st.integers(0, 3), max_size=8))
def test_each_row_is_kept_for_at_most_one_item_of_a_later_report(old: list[int], new: list[int]) -> None:
    places = align(old, new)
    used = [place for place in places if place is not None]
    assert len(set(used)) == len(used)
    assert all(old[place] == thing for place, thing in zip(places, new, strict=True) if place is not None)
    for thing in set(new):
        assert sum(new[i] == thing and p is not None for i, p in enumerate(places)) == min(
            old.count(thing), new.count(thing)
        )
