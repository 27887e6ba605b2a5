"""A message's page shows the view time as an estimate, or says that it cannot be measured."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

import pytest

from server.events.models import Event, ViewTime
from server.events.wording import span_words
from server.messages.models import Message
from tests.dashboard.mails import is_opened, minutes_ago
from tests.dashboard.test_list import text_of
from tests.world import World

MEASURED = {"fields": {"view_time": ["2026-03-01T09:30:00.000+00:00", True]}}
NOT_MEASURABLE = "Reading time can’t be measured in Gmail or Apple Mail"


async def stays(event: Event, seconds: int, at: datetime | None = None) -> None:
    """The client of that open kept the view-time image open."""
    await ViewTime.create(
        id=uuid4(), message_id=event.message_id, at=at or event.at, seconds=seconds,
        address=event.address, user_agent=event.user_agent,
    )  # fmt: skip


async def page_of(world: World, message: Message) -> str:
    return await text_of(await world.browser_of(world.alice), f"/messages/{message.id}")


async def test_each_open_shows_its_view_time_and_the_mail_shows_the_total(world: World) -> None:
    """Covers 223."""
    message = await world.sends(world.alice, report=MEASURED)
    await stays(await is_opened(message, at=minutes_ago(30)), 40)
    await stays(await is_opened(message, at=minutes_ago(10), address="198.51.100.9"), 90)
    page = await page_of(world, message)
    for said in (
        "Open for about 40 s</p>", "Open for about 1 min 30 s</p>",
        "Open for about 2 min 10 s in total.", "the time keeps counting while a message is left open.",
    ):  # fmt: skip
        assert said in page, said
    assert NOT_MEASURABLE not in page


async def test_a_mail_without_measurement_says_that_gmail_and_apple_mail_allow_none(world: World) -> None:
    message = await world.sends(world.alice, report=MEASURED)
    assert NOT_MEASURABLE in await page_of(world, message)
    await is_opened(message, verdict="likely_person", client="Gmail’s image proxy")
    page = await page_of(world, message)
    assert NOT_MEASURABLE in page
    assert 'href="/limits#reading-time"' in page
    assert "Open for" not in page


async def test_view_times_of_machines_and_of_alice_are_not_shown(world: World) -> None:
    message = await world.sends(world.alice, report=MEASURED)
    for verdict, address in (("scanner", "198.51.100.8"), ("you", "198.51.100.9")):
        await stays(await is_opened(message, verdict=verdict, counts=False, address=address), 40)
    page = await page_of(world, message)
    assert "Open for" not in page
    assert NOT_MEASURABLE in page


async def test_a_mail_without_view_times_does_not_mention_them(world: World) -> None:
    message = await world.sends(world.alice)
    undone = await world.sends(world.alice, report=MEASURED, state="undone", undone_at=minutes_ago(1))
    await is_opened(message)
    for each in (message, undone):
        assert "reading-time" not in await page_of(world, each)


async def test_a_visitor_may_read_why_view_time_cannot_be_measured_everywhere(world: World) -> None:
    page = (await (await world.visitor().get("/limits")).get_data()).decode()
    assert 'id="reading-time"' in page
    assert "The result is an estimate." in page


@pytest.mark.parametrize(
    ("seconds", "said"), [(1, "1 s"), (60, "1 min"), (130, "2 min 10 s"), (3600, "1 h"), (3905, "1 h 5 min")]
)
def test_a_duration_is_given_in_few_words(seconds: int, said: str) -> None:
    assert span_words(seconds) == said
