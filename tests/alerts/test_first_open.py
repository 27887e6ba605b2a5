"""The sender gets exactly one mail about the first open."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from server.accounts.models import Account
from server.alerts.deliver import deliver_alert
from server.alerts.models import Alert
from server.events import wording
from server.events.models import Event
from server.lib import clock, outbox
from server.lib.outbox import Transient
from server.messages.models import Message, Mute, Recipient
from tests.alerts.delivery import deliver, row_of, time_passes
from tests.alerts.mail_server import MailServer, mail_server
from tests.extension_api.paired import pair, report_of
from tests.extension_api.reading import GMAIL_PROXY, opens
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


async def test_alice_gets_one_mail_at_the_first_open(world: World, mail: MailServer) -> None:
    """Covers 4, 195, 200."""
    message = await world.sends(world.alice)
    await opens(world.alice, message.id, agent=GMAIL_PROXY)
    await deliver(world)
    await opens(world.alice, message.id)
    await deliver(world)
    (sent,) = mail.taken
    assert mail.recipients == [["alice@sandbox.example"]]
    assert sent["Subject"] == "Bob most likely opened “Lunch on Friday?”"
    assert sent["From"] == "Sightline <sightline@track.example.com>"
    assert sent["To"] == "Alice <alice@sandbox.example>"
    assert sent["Auto-Submitted"] == "auto-generated"
    alert = await Alert.get()
    assert sent["Message-ID"] == alert.rfc822_message_id
    assert (alert.channel, alert.error) == ("smtp", None)
    assert alert.sent_at is not None


async def test_the_alert_says_who_opened_which_message_and_when_and_how_certain_that_is(
    world: World, mail: MailServer
) -> None:
    await Account.filter(id=world.alice.id).update(time_zone="Europe/Berlin")
    message = await world.sends(world.alice, sent_at=datetime(2026, 1, 15, 11, 0, tzinfo=UTC))
    await opens(world.alice, message.id, at=datetime(2026, 1, 15, 12, 4, tzinfo=UTC), agent=GMAIL_PROXY)
    await deliver(world)
    event = await Event.get()
    for part in ("plain", "html"):
        body = mail.taken[0].get_body((part,))
        assert body is not None
        text = " ".join(body.get_content().split())
        for words in (
            "Bob most likely opened “Lunch on Friday?”",
            "Thursday, 15 January 2026, 13:04 (Europe/Berlin)",
            "Thursday, 15 January 2026, 12:00 (Europe/Berlin)",
            "Most likely, a person opened the message.",
            f"http://127.0.0.1:8000/messages/{message.id}",
            "http://127.0.0.1:8000/settings",
            "mute the message on its page",
        ):
            assert words in text
        assert event.evidence
        for reason in wording.reasons_of(event):
            assert reason.replace("'", "&#39;") in text or reason in text


async def test_an_alert_contains_no_tracking(world: World, mail: MailServer) -> None:
    message = await world.sends(world.alice)
    await opens(world.alice, message.id)
    await deliver(world)
    content = b"".join(mail.raw)
    html = mail.taken[0].get_body(("html",))
    assert html is not None
    for mark in ("<img", "/p/", "/c/", "http://www", "url("):
        assert mark not in html.get_content()
    assert content.count(b"Content-Type: multipart/alternative") == 1


async def test_with_several_recipients_the_alert_names_nobody(world: World, mail: MailServer) -> None:
    message = await world.sends(
        world.alice, to="bob@sandbox.example,charlie@sandbox.example,dora@example.com"
    )
    await opens(world.alice, message.id)
    await deliver(world)
    assert mail.taken[0]["Subject"] == "One of 3 recipients most likely opened “Lunch on Friday?”"


@pytest.mark.parametrize("why", ["off", "muted", "undone", "disabled", "not a person"])
async def test_no_alert_is_sent_if_alice_no_longer_wants_it_or_the_open_no_longer_counts(
    world: World, mail: MailServer, why: str
) -> None:
    message = await world.sends(world.alice)
    await opens(world.alice, message.id)
    match why:
        case "off":
            await Account.filter(id=world.alice.id).update(alerts_on=False)
        case "muted":
            await Mute.create(message=message, created_at=clock.now())
        case "undone":
            await Message.filter(id=message.id).update(state="undone")
        case "disabled":
            await Account.filter(id=world.alice.id).update(disabled_at=clock.now())
        case "not a person":
            await Event.all().update(counts=False)
    assert await deliver(world) == 2  # to alerts and labels
    assert mail.taken == []
    assert await Alert.all().count() == 0
    assert (await row_of("first_open"))["done_at"] is not None


async def test_a_first_open_that_is_announced_repeatedly_causes_only_one_mail(
    world: World, mail: MailServer
) -> None:
    message = await world.sends(world.alice)
    await opens(world.alice, message.id)
    event = await Event.get()
    fact = {"message": str(message.id), "event": str(event.id)}
    for number in range(3):
        await outbox.announce("first_open", f"again {number}", fact)
    assert await deliver(world) == 8  # to alerts and labels
    assert len(mail.taken) == 1
    assert await Alert.all().count() == 1


async def test_if_a_worker_dies_before_it_stores_that_a_mail_was_sent_the_same_mail_is_sent_again(
    world: World, mail: MailServer
) -> None:
    """R9: no alert is lost, and the duplicate has the same Message-ID."""
    message = await world.sends(world.alice)
    await opens(world.alice, message.id)
    mail.hold = asyncio.Event()
    dying = asyncio.create_task(deliver(world))
    await asyncio.wait_for(mail.took.wait(), 60)
    dying.cancel()
    await asyncio.gather(dying, return_exceptions=True)
    mail.hold.set()
    mail.hold = None
    assert (await Alert.get()).sent_at is None
    assert await deliver(world) == 0  # claimed by the worker that died
    await time_passes()
    assert await deliver(world) == 1
    first, second = mail.taken
    assert first["Message-ID"] == second["Message-ID"]
    await time_passes()
    await deliver(world)
    assert len(mail.taken) == 2


async def test_two_workers_that_process_two_opens_send_one_mail(world: World, mail: MailServer) -> None:
    message = await world.sends(world.alice)
    await opens(world.alice, message.id)
    await opens(world.alice, message.id)
    mail.hold = asyncio.Event()
    first = asyncio.create_task(deliver(world))
    await asyncio.wait_for(mail.took.wait(), 60)
    held = await Alert.get()
    async with world.app.app_context():
        assert isinstance(await deliver_alert(held), Transient)
    mail.hold.set()
    await first
    assert len(mail.taken) == 1


async def test_the_alert_for_an_open_before_the_report_waits_for_the_report(
    world: World, mail: MailServer
) -> None:
    extension = await pair(world, world.alice)
    (lease,) = await extension.leases()
    await opens(world.alice, lease["id"])
    await deliver(world)
    assert mail.taken == []
    sent = (clock.now() - timedelta(seconds=20)).isoformat()
    await extension.reports(report_of(lease, sent_at=sent, observed_at=sent))
    await time_passes()
    await deliver(world)
    assert [each["Subject"] for each in mail.taken] == ["Bob Bauer most likely opened “Lunch on Friday?”"]


async def test_an_open_of_a_mail_that_is_still_unreported_after_five_minutes_is_announced(
    world: World, mail: MailServer
) -> None:
    extension = await pair(world, world.alice)
    (lease,) = await extension.leases()
    await opens(world.alice, lease["id"], at=clock.now() - timedelta(minutes=5))
    await deliver(world)
    assert [each["Subject"] for each in mail.taken] == [
        "Someone most likely opened a message that the extension hasn’t reported yet"
    ]


async def test_an_open_before_the_mail_was_sent_does_not_use_up_the_alert(
    world: World, mail: MailServer
) -> None:
    """The first open after the mail was sent is announced."""
    extension = await pair(world, world.alice)
    (lease,) = await extension.leases()
    await opens(world.alice, lease["id"], at=clock.now() - timedelta(seconds=30))
    await deliver(world)
    await extension.reports(report_of(lease))
    await time_passes()
    await deliver(world)
    assert mail.taken == []
    await opens(world.alice, lease["id"], at=clock.now() + timedelta(seconds=20))
    await deliver(world)
    assert [each["Subject"] for each in mail.taken] == ["Bob Bauer most likely opened “Lunch on Friday?”"]


HOSTILE = "Hi\r\nBcc: evil@example.com\r\n\r\n<b>\u2028X"


async def test_no_text_from_a_mail_becomes_a_header_of_the_alert(world: World, mail: MailServer) -> None:
    """S10."""
    await Account.filter(id=world.alice.id).update(name=HOSTILE)
    message = await world.sends(world.alice, subject=HOSTILE)
    await Recipient.filter(message_id=message.id).update(name=HOSTILE)
    await opens(world.alice, message.id)
    await deliver(world)
    (sent,) = mail.taken
    assert mail.recipients == [["alice@sandbox.example"]]
    assert set(sent.keys()) == {
        *("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "X-Auto-Response-Suppress"),
        *("MIME-Version", "Content-Type"),
    }
    assert sent["Subject"].startswith("Hi Bcc: evil@example.com <b> X most likely opened")
    html: Any = sent.get_body(("html",))
    assert "<b>" not in html.get_content()


async def test_a_long_subject_in_several_scripts_is_sent_in_lines_of_at_most_998_bytes(
    world: World, mail: MailServer
) -> None:
    subject = "Привет, 世界 🎉 " * 60
    message = await world.sends(world.alice, subject=subject[:1000])
    await opens(world.alice, message.id)
    await deliver(world)
    assert mail.taken[0]["Subject"].startswith("Bob most likely opened “Привет, 世界 🎉")
    assert all(len(line) <= 998 for line in mail.raw[0].split(b"\r\n"))


async def test_alice_gets_no_alerts_about_bobs_mails(world: World, mail: MailServer) -> None:
    message = await world.sends(world.bob, to="alice@sandbox.example")
    await opens(world.bob, message.id)
    await deliver(world)
    assert mail.recipients == [["bob@sandbox.example"]]
