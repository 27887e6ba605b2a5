"""Notifications say what people did, once in each browser, and never what machines did."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from server.alerts.browser_notifications import forget_old_notifications
from server.alerts.models import BrowserNotification
from server.events.models import Event
from server.lib import clock
from server.messages.models import Message
from tests.events.stored import shared
from tests.extension_api.paired import Extension, pair, problem
from tests.extension_api.reading import GMAIL_PROXY, clicks, opens
from tests.world import World

URL = "https://example.com/menu"
ROBOT = "curl/8.5.0"


async def ask(extension: Extension, cursor: str | None = None) -> tuple[list[dict[str, Any]], str]:
    answer = await extension.get(
        "/browser-notifications" + (f"?after={cursor}" if cursor is not None else "")
    )
    assert answer.status_code == 200, await answer.get_data(as_text=True)
    body = await answer.get_json()
    return body["notifications"], body["cursor"]


async def test_alice_is_notified_of_the_first_open_and_a_later_open_and_a_click(world: World) -> None:
    extension = await pair(world, world.alice)
    _, cursor = await ask(extension)
    message = await world.sends(world.alice, links=[URL], thread_id="a1")
    now = clock.now()
    await opens(world.alice, message.id, now)
    await opens(world.alice, message.id, now + timedelta(seconds=20), agent=GMAIL_PROXY)
    await clicks(world.alice, message.id, URL, now + timedelta(seconds=40))
    notifications, after = await ask(extension, cursor)
    assert [(one["kind"], one["text"]) for one in notifications] == [
        ("first_open", "Bob opened “Lunch on Friday?”"),
        ("open", "Bob most likely opened “Lunch on Friday?” again"),
        ("click", "Bob clicked link 1 in “Lunch on Friday?”"),
    ]
    assert [one["certainty"] for one in notifications] == ["person", "likely_person", "person"]
    assert {one["message"] for one in notifications} == {str(message.id)}
    assert set(notifications[0]) == {
        *("id", "kind", "message", "text", "subject", "recipients", "at", "certainty"),
        *("mailbox", "gmail_thread_id", "url"),
    }
    assert await ask(extension, after) == ([], after)
    assert (await ask(extension, cursor))[0] == notifications, "an answer that was lost is asked for again"


async def test_events_from_before_the_first_browser_cause_no_notification(world: World) -> None:
    message = await world.sends(world.alice)
    await opens(world.alice, message.id, clock.now() - timedelta(minutes=2))
    extension = await pair(world, world.alice)
    notifications, cursor = await ask(extension)
    assert notifications == []
    assert (await ask(extension, cursor))[0] == []


async def test_a_browser_gets_only_the_notifications_after_its_cursor(world: World) -> None:
    first, second = await pair(world, world.alice), await pair(world, world.alice)
    _, cursor = await ask(first)
    await opens(world.alice, (await world.sends(world.alice)).id)
    _, later = await ask(second)
    assert len((await ask(first, cursor))[0]) == 1
    assert (await ask(second, later))[0] == []


async def test_machines_muted_mails_and_undone_mails_cause_no_notification(world: World) -> None:
    extension = await pair(world, world.alice)
    _, cursor = await ask(extension)
    checked, muted, undone = [await world.sends(world.alice) for _ in range(3)]
    await opens(world.alice, checked.id, agent=ROBOT)
    await extension.put(f"/messages/{muted.id}/mute")
    await opens(world.alice, muted.id)
    await opens(world.alice, undone.id)
    await Message.filter(id=undone.id).update(state="undone")
    notifications, cursor = await ask(extension, cursor)
    assert notifications == []
    await extension.delete(f"/messages/{muted.id}/mute")
    assert (await ask(extension, cursor))[0] == [], "what happened while it was muted is old"


async def test_a_hit_later_attributed_to_a_machine_causes_no_notification(world: World) -> None:
    first, second = await pair(world, world.alice), await pair(world, world.alice)
    _, cursor = await ask(first)
    await opens(world.alice, (await world.sends(world.alice)).id)
    assert len((await ask(first, cursor))[0]) == 1
    await Event.all().update(counts=False, verdict="scanner")
    assert (await ask(second, cursor))[0] == []


async def test_alice_is_not_notified_about_bobs_mails(world: World) -> None:
    """S6."""
    alice, bob = await pair(world, world.alice), await pair(world, world.bob)
    (_, hers), (_, his) = await ask(alice), await ask(bob)
    await opens(world.bob, (await world.sends(world.bob, to="alice@sandbox.example")).id)
    assert len((await ask(bob, his))[0]) == 1
    assert (await ask(alice, hers))[0] == []
    assert (await ask(alice, his))[0] == []


async def test_a_notification_about_an_unreported_mail_waits_for_the_report(world: World) -> None:
    extension = await pair(world, world.alice)
    _, cursor = await ask(extension)
    (lease,) = await extension.leases()
    await opens(world.alice, lease["id"])
    assert (await ask(extension, cursor))[0] == []
    await Message.filter(id=lease["id"]).update(reported_at=clock.now(), subject="Now it is", state="sent")
    assert [one["subject"] for one in (await ask(extension, cursor))[0]] == ["Now it is"]


async def test_many_notifications_arrive_in_order_and_none_is_lost(world: World) -> None:
    extension = await pair(world, world.alice)
    _, cursor = await ask(extension)
    message = await world.sends(world.alice, sent_at=clock.now() - timedelta(days=9))
    began = clock.now()
    common = await shared()
    events = [
        Event(
            id=f"00000000-0000-4000-8000-{number:012}",
            account_id=world.alice.id,
            message_id=message.id,
            kind="open",
            at=began + timedelta(milliseconds=number),
            verdict="person",
            score=90,
            **common,
            rules_version=1,
            counts=True,
        )
        for number in range(230)
    ]
    await Event.bulk_create(events)
    seen: list[str] = []
    while notifications := (await ask(extension, cursor))[0]:
        assert len(notifications) <= 50
        _, cursor = await ask(extension, cursor)
        seen += [one["at"] for one in notifications]
    assert len(seen) == 230
    assert seen == sorted(seen)


async def test_two_browsers_that_ask_simultaneously_get_the_same_answer(world: World) -> None:
    first, second = await pair(world, world.alice), await pair(world, world.alice)
    _, cursor = await ask(first)
    for _ in range(5):
        await opens(world.alice, (await world.sends(world.alice)).id)
    one, other = await asyncio.gather(ask(first, cursor), ask(second, cursor))
    assert one == other
    assert len(one[0]) == 5
    assert await BrowserNotification.filter(kind="first_open").count() == 5


@pytest.mark.parametrize("cursor", ["", "x", "-1", "1.5", "9" * 19, "%00"])
async def test_an_invalid_cursor_is_refused(world: World, cursor: str) -> None:
    """S4."""
    answer = await (await pair(world, world.alice)).get(f"/browser-notifications?after={cursor}")
    assert (answer.status_code, await problem(answer)) == (400, "invalid")


async def test_a_cursor_from_the_future_is_set_back_to_now(world: World) -> None:
    """A browser has such a cursor after the database was restored from an older backup."""
    extension = await pair(world, world.alice)
    _, cursor = await ask(extension, "999999999")
    await opens(world.alice, (await world.sends(world.alice)).id)
    assert len((await ask(extension, cursor))[0]) == 1


async def test_old_notifications_are_deleted(world: World) -> None:
    extension = await pair(world, world.alice)
    await ask(extension)
    await BrowserNotification.all().update(created_at=clock.now() - timedelta(days=15))
    await forget_old_notifications()
    assert await BrowserNotification.all().count() == 0
