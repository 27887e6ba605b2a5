"""A scheduled mail counts as sent if it was read a minute or more after its scheduled time."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from server.accounts.models import Account
from server.events.sends import scheduled_sends
from server.events.sends.scheduled_sends import _take, take_for_sent
from server.messages.models import Message
from tests.ingest.test_view_time import NOW
from tests.world import World


@pytest.fixture(autouse=True)
async def _inside(world: World) -> AsyncIterator[None]:
    """Run each test in the application's context, as routes and listeners run."""
    async with world.app.app_context():
        yield


@pytest.mark.parametrize(
    ("after", "state"), [(59.9, "scheduled"), (60.0, "sent"), (61.0, "sent"), (-60.0, "scheduled")]
)
async def test_a_scheduled_mail_read_a_minute_after_its_time_counts_as_sent(
    world: World, after: float, state: str
) -> None:
    mail = await world.sends(
        world.alice, state="scheduled", sent_at=NOW, last_activity_at=NOW + timedelta(seconds=after)
    )
    with world.hub.subscribe(f"account:{world.alice.id}") as heard:
        await take_for_sent()
        announced = [] if heard.empty() else [heard.get_nowait()]
    known = await Message.get(id=mail.id)
    assert (known.state, announced) == (state, [str(mail.id)] if state == "sent" else [])
    assert (known.updated_at > mail.updated_at) == (state == "sent")


async def test_a_scheduled_mail_without_a_time_is_not_changed(world: World) -> None:
    mail = await world.sends(world.alice, state="scheduled", last_activity_at=NOW)
    await Message.filter(id=mail.id).update(sent_at=None)
    await take_for_sent()
    assert (await Message.get(id=mail.id)).state == "scheduled"


async def test_a_scheduled_mail_that_was_changed_or_deleted_in_the_meantime_is_not_marked_as_sent(
    world: World,
) -> None:
    late = NOW + timedelta(hours=1)
    mail = await world.sends(world.alice, state="scheduled", sent_at=NOW, last_activity_at=late)
    await Message.filter(id=mail.id).update(sent_at=late + timedelta(days=1))
    await _take(mail)
    assert (await Message.get(id=mail.id)).state == "scheduled"
    await Message.filter(id=mail.id).update(sent_at=NOW, state="undone")
    await _take(mail)
    assert (await Message.get(id=mail.id)).state == "undone"
    await Message.filter(id=mail.id).delete()
    await _take(mail)


async def test_the_scheduled_mails_that_were_read_last_are_checked_first(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scheduled_sends, "_AT_ONCE", 1)
    first, last = [
        await world.sends(
            world.alice, state="scheduled", sent_at=NOW, last_activity_at=NOW + timedelta(hours=hour)
        )
        for hour in (1, 2)
    ]
    for states in (["scheduled", "sent"], ["sent", "sent"]):
        await take_for_sent()
        assert [(await Message.get(id=mail.id)).state for mail in (first, last)] == states


async def test_only_reported_mails_of_active_people_are_checked(world: World) -> None:
    later = NOW + timedelta(hours=1)
    read: dict[str, Any] = {"state": "scheduled", "sent_at": NOW, "last_activity_at": later}
    unreported = await world.sends(world.alice, **read, reported_at=None)
    bobs, mine = await world.sends(world.bob, **read), await world.sends(world.alice, **read)
    await Account.filter(id=world.bob.id).update(disabled_at=NOW)
    await take_for_sent()
    states = [(await Message.get(id=mail.id)).state for mail in (unreported, bobs, mine)]
    assert states == ["scheduled", "scheduled", "sent"]
