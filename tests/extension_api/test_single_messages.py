"""Mutes, reminders, and reports that one of Alice's own messages is on her screen."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from server.lib import clock
from server.messages.models import Mute, Reminder, Viewing
from server.messages.viewings import forget_old_viewings
from tests.extension_api.paired import Extension, pair, problem
from tests.extension_api.reading import opens
from tests.world import World


@pytest.fixture
async def extension(world: World) -> Extension:
    """Alice's browser."""
    return await pair(world, world.alice)


async def test_muting_twice_has_the_effect_of_muting_once(world: World, extension: Extension) -> None:
    message = await world.sends(world.alice)
    for _ in range(2):
        assert (await extension.put(f"/messages/{message.id}/mute")).status_code == 204
    assert await Mute.filter(message_id=message.id).count() == 1
    for _ in range(2):
        assert (await extension.delete(f"/messages/{message.id}/mute")).status_code == 204
    assert await Mute.all().count() == 0


async def test_a_reminder_is_set_moved_and_removed(world: World, extension: Extension) -> None:
    message = await world.sends(world.alice)
    for days in (2, 5):
        before = clock.now()
        answer = await extension.put(f"/messages/{message.id}/reminder", {"days": days})
        assert answer.status_code == 200
        due = await Reminder.get()
        from_then = due.due_at - timedelta(days=days)
        assert before - timedelta(minutes=1) < from_then < clock.now() + timedelta(minutes=1)
    for _ in range(2):
        assert (await extension.delete(f"/messages/{message.id}/reminder")).status_code == 204
    assert await Reminder.all().count() == 0


@pytest.mark.parametrize("days", [None, 0, 366, "2", 1.5, True])
async def test_a_reminder_with_an_invalid_number_of_days_is_refused(
    world: World, extension: Extension, days: Any
) -> None:
    """S4."""
    message = await world.sends(world.alice)
    answer = await extension.put(f"/messages/{message.id}/reminder", {"days": days})
    assert (answer.status_code, await problem(answer)) == (400, "invalid")


async def test_an_opened_message_gets_no_reminder(world: World, extension: Extension) -> None:
    message = await world.sends(world.alice)
    await opens(world.alice, message.id)
    answer = await extension.put(f"/messages/{message.id}/reminder", {"days": 2})
    assert (answer.status_code, await problem(answer)) == (409, "answered")


async def test_bobs_message_seems_not_to_exist(world: World, extension: Extension) -> None:
    """S6."""
    theirs = await world.sends(world.bob)
    for message_id in (theirs.id, uuid4()):
        for path, body in (("mute", None), ("reminder", {"days": 2})):
            for answer in (
                await extension.put(f"/messages/{message_id}/{path}", body),
                await extension.delete(f"/messages/{message_id}/{path}"),
            ):
                assert (answer.status_code, await problem(answer)) == (404, "not_found")
    assert await Mute.all().count() == await Reminder.all().count() == 0


async def test_alices_own_views_are_kept_for_a_day(world: World, extension: Extension) -> None:
    mine = await world.sends(world.alice, gmail_id="a1")
    await world.sends(world.bob, gmail_id="b1")
    extension.address = "198.51.100.9"
    for _ in range(2):
        answer = await extension.post("/viewing", {"messages": ["a1", "b1", "c1"]})
        assert answer.status_code == 204
    kept = await Viewing.get()  # no view of Bob's message is stored, and a repeated report adds nothing
    assert (kept.account_id, kept.message_id, kept.address) == (world.alice.id, mine.id, "198.51.100.9")
    assert kept.user_agent
    await forget_old_viewings()
    assert await Viewing.all().count() == 1
    await Viewing.all().update(at=clock.now() - timedelta(hours=25))
    await forget_old_viewings()
    assert await Viewing.all().count() == 0


@pytest.mark.parametrize("messages", [None, [], ["a"] * 21, ["G"], "a1"])
async def test_an_invalid_list_of_viewed_messages_is_refused(extension: Extension, messages: Any) -> None:
    """S4."""
    answer = await extension.post("/viewing", {"messages": messages})
    assert (answer.status_code, await problem(answer)) == (400, "invalid")
