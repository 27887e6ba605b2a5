"""A browser reports whether view time is measured, and gets the view times."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from uuid import uuid4

from server.events.models import Event, ViewTime
from server.lib import clock
from server.messages.models import GmailMessage
from server.messages.report import has_view_time
from tests.extension_api.paired import pair, report_of
from tests.extension_api.reading import opens
from tests.extension_api.test_timelines import timelines
from tests.world import World


async def test_a_report_says_whether_view_time_is_measured(world: World) -> None:
    extension = await pair(world, world.alice)
    (lease,) = await extension.leases()
    for said, kept in (({}, False), ({"view_time": True}, True), ({"view_time": False}, False)):
        assert await extension.reports(report_of(lease, **said)) != ["refused"]
        assert has_view_time((await GmailMessage.get(message_id=lease["id"])).report) is kept
        await asyncio.sleep(0.01)
    answer = await extension.post("/reports", {"reports": [report_of(lease, view_time="yes")]})
    assert answer.status_code == 400
    [error] = (await answer.get_json())["errors"]
    assert error == {"pointer": "#/reports/0/view_time", "detail": "Expected `bool`, got `str`"}


async def test_the_view_time_of_an_open_is_shown_with_its_reasons(world: World) -> None:
    message = await world.sends(world.alice, gmail_id="a1")
    await opens(world.alice, message.id, clock.now() - timedelta(minutes=2))
    await opens(world.alice, message.id, clock.now() - timedelta(minutes=9))
    event = await Event.filter(message_id=message.id).order_by("-at").first()
    assert event
    await ViewTime.create(
        id=uuid4(), message_id=message.id, at=event.at, seconds=75,
        address=event.address, user_agent=event.user_agent,
    )  # fmt: skip
    found = (await timelines(await pair(world, world.alice), "a1"))["a1"]
    assert found["entries"][0]["why"].endswith(" Open for about 1 min 15 s.")
    assert "Open for" not in found["entries"][1]["why"]
