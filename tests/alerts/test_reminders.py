"""Alice is reminded once of a mail that nobody opened, and not at all if it was opened in the meantime."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from server.accounts.models import Account
from server.alerts import reminders as due
from server.alerts.models import Alert, BrowserNotification
from server.alerts.reminders import tell_of_due_reminders
from server.lib import clock
from server.messages.models import Message, Mute, Reminder
from server.messages.reminders import remind
from tests.alerts.delivery import deliver
from tests.alerts.mail_server import MailServer, mail_server
from tests.extension_api.paired import Extension, pair
from tests.extension_api.reading import opens
from tests.world import World, opened_world


@pytest.fixture
async def mail() -> AsyncIterator[MailServer]:
    """A mail server that takes everything."""
    async with mail_server() as server:
        yield server


@pytest.fixture
async def world(tmp_path: Path, mail: MailServer) -> AsyncIterator[World]:
    """A server whose settings name that mail server."""
    async with opened_world(tmp_path, **mail.env(MAIL_FROM="sightline@track.example.com")) as made:
        yield made


async def is_reminded(world: World, message: Message, days: int = 2) -> None:
    """Set a reminder about the mail for `days` days from now."""
    async with world.app.app_context():
        await remind(message, days)


async def a_minute_passes(world: World) -> None:
    """A minute passes, and the scheduled tasks run."""
    async with world.app.app_context():
        await tell_of_due_reminders()


async def is_due(world: World, message: Message) -> None:
    """The reminder becomes due."""
    await is_reminded(world, message)
    await Reminder.filter(message_id=message.id).update(due_at=clock.now() - timedelta(seconds=1))


async def notifications(extension: Extension, cursor: str) -> list[dict[str, Any]]:
    answer = await extension.get(f"/browser-notifications?after={cursor}")
    found: list[dict[str, Any]] = (await answer.get_json())["notifications"]
    return found


async def test_a_due_reminder_sends_alice_one_notification_and_one_mail(
    world: World, mail: MailServer
) -> None:
    extension = await pair(world, world.alice)
    cursor = (await (await extension.get("/browser-notifications")).get_json())["cursor"]
    message = await world.sends(world.alice, thread_id="a1")
    await is_due(world, message)
    await asyncio.gather(*(a_minute_passes(world) for _ in range(3)))
    await a_minute_passes(world)
    await deliver(world)
    await deliver(world)
    (notification,) = await notifications(extension, cursor)
    assert (
        notification["kind"],
        notification["text"],
        notification["certainty"],
        notification["gmail_thread_id"],
    ) == (
        "reminder",
        "No sign yet that Bob opened “Lunch on Friday?”",
        None,
        "a1",
    )
    (sent,) = mail.taken
    assert sent["Subject"] == notification["text"]
    for part in ("plain", "html"):
        body = sent.get_body((part,))
        assert body is not None
        text = " ".join(body.get_content().split())
        assert "You asked to be reminded" in text
        assert f"http://127.0.0.1:8000/messages/{message.id}" in text
    (shown,) = (await (await extension.get("/feed")).get_json())["messages"]
    assert shown["remind_at"] is None, "it is over"


async def test_a_reminder_that_is_not_due_is_not_sent(world: World) -> None:
    await is_reminded(world, await world.sends(world.alice))
    await a_minute_passes(world)
    assert await BrowserNotification.all().count() == 0
    assert (await Reminder.get()).fell_due_at is None


async def test_an_open_cancels_the_reminder(world: World, mail: MailServer) -> None:
    message = await world.sends(world.alice)
    await is_due(world, message)
    await opens(world.alice, message.id)
    await a_minute_passes(world)
    await deliver(world)
    assert await Reminder.all().count() == await BrowserNotification.filter(kind="reminder").count() == 0
    assert await Alert.filter(kind="reminder").count() == 0


async def test_an_open_after_the_due_time_cancels_an_unsent_reminder(world: World, mail: MailServer) -> None:
    extension = await pair(world, world.alice)
    cursor = (await (await extension.get("/browser-notifications")).get_json())["cursor"]
    message = await world.sends(world.alice)
    await is_due(world, message)
    await a_minute_passes(world)
    await opens(world.alice, message.id)
    await deliver(world)
    assert [one["kind"] for one in await notifications(extension, cursor)] == ["first_open"]
    assert [sent["Subject"] for sent in mail.taken] == ["Bob most likely opened “Lunch on Friday?”"]


@pytest.mark.parametrize("why", ["off", "muted", "taken back", "disabled", "undone"])
async def test_a_reminder_that_is_no_longer_wanted_is_not_mailed(
    world: World, mail: MailServer, why: str
) -> None:
    message = await world.sends(world.alice)
    await is_due(world, message)
    match why:
        case "off":
            await Account.filter(id=world.alice.id).update(alerts_on=False)
        case "muted":
            await Mute.create(message_id=message.id, created_at=clock.now())
        case "disabled":
            await Account.filter(id=world.alice.id).update(disabled_at=clock.now())
        case "undone":
            await Message.filter(id=message.id).update(state="undone")
    await a_minute_passes(world)
    if why == "taken back":
        await Reminder.all().delete()
    await deliver(world)
    assert mail.taken == []
    count = await BrowserNotification.filter(kind="reminder", quiet=False).count()
    assert count == (why in {"off", "taken back"})


async def test_a_second_reminder_about_the_same_message_is_sent_too(world: World, mail: MailServer) -> None:
    message = await world.sends(world.alice)
    for number in (1, 2):
        await is_due(world, message)
        await a_minute_passes(world)
        await deliver(world)
        assert len(mail.taken) == number
        await Alert.all().update(created_at=clock.now() - timedelta(hours=1))
    assert len({sent["Message-ID"] for sent in mail.taken}) == 2


async def test_no_reminder_is_sent_about_a_mail_that_is_only_scheduled(world: World) -> None:
    await is_due(world, await world.sends(world.alice, state="scheduled"))
    await a_minute_passes(world)
    assert await BrowserNotification.all().count() == 0


async def test_bobs_waiting_reminders_do_not_delay_alices_reminder(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bob's unreported mails are due first and stay due; Alice is still reminded."""
    monkeypatch.setattr(due, "_AT_ONCE", 3)
    for _ in range(4):
        await is_due(world, await world.sends(world.bob, state="unreported"))
    await is_due(world, await world.sends(world.alice))
    await a_minute_passes(world)
    (notification,) = await BrowserNotification.all()
    assert notification.account_id == world.alice.id


async def test_setting_a_reminder_ten_times_simultaneously_creates_one_reminder(world: World) -> None:
    message = await world.sends(world.alice)
    await asyncio.gather(*(is_reminded(world, message, days) for days in range(1, 11)))
    assert await Reminder.all().count() == 1
