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
from tests.alerts.mail_server import MailServer, mail_server
from tests.alerts.post import deliver
from tests.extension_api.paired import Extension, pair
from tests.extension_api.reading import opens
from tests.world import World, world


@pytest.fixture
async def mail() -> AsyncIterator[MailServer]:
    """A mail server that takes everything."""
    async with mail_server() as server:
        yield server


@pytest.fixture
async def place(tmp_path: Path, mail: MailServer) -> AsyncIterator[World]:
    """A server whose settings name that mail server."""
    async with world(tmp_path, **mail.env(MAIL_FROM="sightline@track.example.com")) as made:
        yield made


async def is_reminded(place: World, message: Message, days: int = 2) -> None:
    """Alice wants to be reminded of the mail in so many days."""
    async with place.app.app_context():
        await remind(message, days)


async def a_minute_passes(place: World) -> None:
    """A minute passes, and the scheduled tasks run."""
    async with place.app.app_context():
        await tell_of_due_reminders()


async def is_due(place: World, message: Message) -> None:
    """The reminder becomes due."""
    await is_reminded(place, message)
    await Reminder.filter(message_id=message.id).update(due_at=clock.now() - timedelta(seconds=1))


async def notifications(extension: Extension, cursor: str) -> list[dict[str, Any]]:
    answer = await extension.get(f"/browser-notifications?after={cursor}")
    found: list[dict[str, Any]] = (await answer.get_json())["notifications"]
    return found


async def test_alice_gets_one_notification_and_one_mail(place: World, mail: MailServer) -> None:
    extension = await pair(place, place.alice)
    cursor = (await (await extension.get("/browser-notifications")).get_json())["cursor"]
    message = await place.sends(place.alice, thread_id="a1")
    await is_due(place, message)
    await asyncio.gather(*(a_minute_passes(place) for _ in range(3)))
    await a_minute_passes(place)
    await deliver(place)
    await deliver(place)
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


async def test_a_reminder_that_is_not_due_waits(place: World) -> None:
    await is_reminded(place, await place.sends(place.alice))
    await a_minute_passes(place)
    assert await BrowserNotification.all().count() == 0
    assert (await Reminder.get()).fell_due_at is None


async def test_an_open_cancels_the_reminder(place: World, mail: MailServer) -> None:
    message = await place.sends(place.alice)
    await is_due(place, message)
    await opens(place.alice, message.id)
    await a_minute_passes(place)
    await deliver(place)
    assert await Reminder.all().count() == await BrowserNotification.filter(kind="reminder").count() == 0
    assert await Alert.filter(kind="reminder").count() == 0


async def test_an_open_after_the_due_time_cancels_an_unsent_reminder(place: World, mail: MailServer) -> None:
    extension = await pair(place, place.alice)
    cursor = (await (await extension.get("/browser-notifications")).get_json())["cursor"]
    message = await place.sends(place.alice)
    await is_due(place, message)
    await a_minute_passes(place)
    await opens(place.alice, message.id)
    await deliver(place)
    assert [one["kind"] for one in await notifications(extension, cursor)] == ["first_open"]
    assert [sent["Subject"] for sent in mail.taken] == ["Bob opened “Lunch on Friday?”"]


@pytest.mark.parametrize("why", ["off", "muted", "taken back", "disabled", "undone"])
async def test_no_mail_is_sent_to_a_person_who_wants_none(place: World, mail: MailServer, why: str) -> None:
    message = await place.sends(place.alice)
    await is_due(place, message)
    match why:
        case "off":
            await Account.filter(id=place.alice.id).update(alerts_on=False)
        case "muted":
            await Mute.create(message_id=message.id, created_at=clock.now())
        case "disabled":
            await Account.filter(id=place.alice.id).update(disabled_at=clock.now())
        case "undone":
            await Message.filter(id=message.id).update(state="undone")
    await a_minute_passes(place)
    if why == "taken back":
        await Reminder.all().delete()
    await deliver(place)
    assert mail.taken == []
    count = await BrowserNotification.filter(kind="reminder", quiet=False).count()
    assert count == (why in {"off", "taken back"})


async def test_a_second_reminder_about_the_same_message_is_sent_too(place: World, mail: MailServer) -> None:
    message = await place.sends(place.alice)
    for number in (1, 2):
        await is_due(place, message)
        await a_minute_passes(place)
        await deliver(place)
        assert len(mail.taken) == number
        await Alert.all().update(created_at=clock.now() - timedelta(hours=1))
    assert len({sent["Message-ID"] for sent in mail.taken}) == 2


async def test_the_reminder_for_a_scheduled_mail_waits_until_it_is_sent(place: World) -> None:
    await is_due(place, await place.sends(place.alice, state="scheduled"))
    await a_minute_passes(place)
    assert await BrowserNotification.all().count() == 0


async def test_reminders_that_have_to_wait_do_not_delay_other_peoples(
    place: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bob's unreported mails are due first and stay due; Alice is still reminded."""
    monkeypatch.setattr(due, "_AT_ONCE", 3)
    for _ in range(4):
        await is_due(place, await place.sends(place.bob, state="unreported"))
    await is_due(place, await place.sends(place.alice))
    await a_minute_passes(place)
    (notification,) = await BrowserNotification.all()
    assert notification.account_id == place.alice.id


async def test_setting_a_reminder_twice_simultaneously_creates_one(place: World) -> None:
    message = await place.sends(place.alice)
    await asyncio.gather(*(is_reminded(place, message, days) for days in range(1, 11)))
    assert await Reminder.all().count() == 1
