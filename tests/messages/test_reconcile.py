"""After a report, Gmail's headers are read; Gmail's values win, and the differences are stored."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from server.alerts.models import Alert
from server.events.models import Event
from server.google.access.grants import gmail_for
from server.google.gmail_api.gmail import Gmail
from server.google.gmail_api.sent_headers import SentHeaders
from server.google.models import GmailGrant
from server.lib import clock, outbox
from server.lib.failure import other
from server.lib.outbox import Done, OutboxRow, Transient
from server.messages.confirmation import YOUNG
from server.messages.models import GmailMessage, Message, Recipient
from server.messages.reconcile import look_at_scheduled, read_sent_headers
from server.messages.unfinished import UNLABELLED, note_unasked, note_unlabelled, unfinished_of
from tests.accounts.walker import Walker
from tests.extension_api.paired import Extension, pair, report_of
from tests.extension_api.reading import opens
from tests.google.conftest import connects
from tests.sandbox.driving import RunningSandbox
from tests.world import World, hold_still

SENT = (
    b"From: Alice Arnold <alice@sandbox.example>\r\n"
    b"To: Bob Bauer <bob@sandbox.example>, dora@example.com\r\n"
    b"Cc: =?utf-8?q?Andr=C3=A9?= <andre@example.com>\r\n"
    b"Subject: =?utf-8?q?Lunch_on_Saturday=3F?=\r\n"
    b"\r\nHello\r\n"
)


async def sent_in_gmail(world: World, browser: Walker) -> SentHeaders:
    """Alice has connected Gmail and sent a mail there. Returns Gmail's data about it."""
    await connects(browser, "alice", send=True)
    async with world.app.app_context():
        gmail = await gmail_for(world.alice.id)
        assert isinstance(gmail, Gmail)
        gmail_id = await gmail.send(SENT)
        assert isinstance(gmail_id, str)
        headers = await gmail.sent_headers(gmail_id)
    assert isinstance(headers, SentHeaders)
    return headers


async def reported(world: World, **changes: Any) -> Message:
    """Alice's extension reports the mail, with a slightly wrong subject and recipients."""
    extension: Extension = await pair(world, world.alice)
    (lease,) = await extension.leases()
    assert await extension.reports(report_of(lease, **changes)) == ["stored"]
    return await Message.get(id=lease["id"])


async def deliver(world: World) -> None:
    """The worker delivers the outbox."""
    await OutboxRow.filter(done_at=None, failed_at=None).update(due_at=clock.now())
    async with world.app.app_context():
        await outbox.deliver()


async def test_gmails_headers_win_over_the_report_and_the_differences_are_stored(
    world: World, alice: Walker
) -> None:
    """Covers 3."""
    gmail = await sent_in_gmail(world, alice)
    message = await reported(world, gmail_message_id=gmail.message_id)
    await deliver(world)
    message = await Message.get(id=message.id)
    assert message.subject == "Lunch on Saturday?"
    kept = await GmailMessage.get(message_id=message.id)
    assert (kept.thread_id, message.rfc822_message_id) == (gmail.thread_id, gmail.rfc822_message_id)
    assert message.sent_at == message.listed_at == gmail.date
    assert kept.verified_at is not None
    assert "andré andre@example.com" in message.search_text
    recipients = (
        await Recipient.filter(message_id=message.id)
        .order_by("number")
        .values_list("kind", "address", "name")
    )
    assert list(recipients) == [
        ("to", "bob@sandbox.example", "Bob Bauer"),
        ("to", "dora@example.com", ""),
        ("cc", "andre@example.com", "André"),
    ]
    assert kept.differences == {
        "subject": ["Lunch on Friday?", "Lunch on Saturday?"],
        "recipients": [
            ["to bob@sandbox.example"],
            ["cc andre@example.com", "to bob@sandbox.example", "to dora@example.com"],
        ],
    }


async def test_a_mail_reported_without_a_gmail_id_is_found_by_its_message_id(
    world: World, alice: Walker
) -> None:
    gmail = await sent_in_gmail(world, alice)
    message = await reported(world, rfc822_message_id=gmail.rfc822_message_id)
    await deliver(world)
    assert (await GmailMessage.get(message_id=message.id)).gmail_id == gmail.message_id


async def test_the_page_shows_the_address_from_which_gmail_sent_the_mail(world: World, alice: Walker) -> None:
    """Gmail did not know the alias that Alice wrote with."""
    gmail = await sent_in_gmail(world, alice)
    alias = {"address": "Alias@work.example", "name": "Alice at work"}
    extension = await pair(world, world.alice)
    (lease,) = await extension.leases()
    report = report_of(lease, gmail_message_id=gmail.message_id, **{"from": alias})
    await extension.reports(report)
    assert (await Message.get(id=lease["id"])).from_address == "Alias@work.example"
    await deliver(world)
    message = await Message.get(id=lease["id"])
    assert (message.from_address, message.from_name) == ("alice@sandbox.example", "Alice Arnold")
    differences = (await GmailMessage.get(message_id=message.id)).differences or {}
    assert differences["from"] == ["alias@work.example", "alice@sandbox.example"]
    page = (await alice.get(f"/messages/{message.id}")).text
    assert "Sender in Gmail:" in page
    assert "The extension reported alias@work.example." in page
    later = (clock.now() + timedelta(seconds=1)).isoformat()
    await extension.reports({**report, "subject": "Lunch!", "observed_at": later})
    assert (await Message.get(id=message.id)).from_address == "alice@sandbox.example", "Gmail's stays"


async def test_a_sender_that_differs_only_in_case_is_no_difference(world: World, alice: Walker) -> None:
    gmail = await sent_in_gmail(world, alice)
    sender = {"address": "Alice@Sandbox.example", "name": "A. Arnold"}
    message = await reported(world, gmail_message_id=gmail.message_id, **{"from": sender})
    await deliver(world)
    assert "from" not in ((await GmailMessage.get(message_id=message.id)).differences or {})
    assert (await Message.get(id=message.id)).from_address == "Alice@Sandbox.example"


async def test_a_report_that_agrees_with_gmail_leaves_no_difference(world: World, alice: Walker) -> None:
    gmail = await sent_in_gmail(world, alice)
    message = await reported(
        world,
        gmail_message_id=gmail.message_id,
        subject=" Lunch on  Saturday?",
        to=[{"address": "DORA@example.com", "name": ""}, {"address": "Bob@sandbox.example", "name": "B"}],
        cc=[{"address": "andre@example.com", "name": ""}],
    )
    await deliver(world)
    kept = await GmailMessage.get(message_id=message.id)
    assert kept.verified_at is not None
    assert kept.differences is None


async def test_gmails_values_win_over_later_reports_until_the_mail_is_sent_again(
    world: World, alice: Walker
) -> None:
    gmail = await sent_in_gmail(world, alice)
    extension = await pair(world, world.alice)
    (lease,) = await extension.leases()
    report = report_of(lease, gmail_message_id=gmail.message_id)
    await extension.reports(report)
    await deliver(world)
    later = (clock.now() + timedelta(seconds=1)).isoformat()
    await extension.reports(report, {**report, "subject": "Lunch!", "observed_at": later})
    assert (await Message.get(id=lease["id"])).subject == "Lunch on Saturday?"
    again = (clock.now() + timedelta(seconds=60)).isoformat()
    await extension.reports({**report, "subject": "Sent anew", "observed_at": again, "sent_at": again})
    kept = await GmailMessage.get(message_id=lease["id"]).select_related("message")
    assert (kept.message.subject, kept.verified_at, kept.differences) == ("Sent anew", None, None)
    assert [one.address for one in await Recipient.filter(message_id=lease["id"])] == ["bob@sandbox.example"]


async def test_events_are_judged_again_when_gmail_corrects_the_date_of_the_mail(
    world: World, alice: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    gmail = await sent_in_gmail(world, alice)
    hold_still(monkeypatch).passes(300)
    wrong = (gmail.date + timedelta(minutes=4)).isoformat()  # the browser's clock is ahead
    message = await reported(world, gmail_message_id=gmail.message_id, sent_at=wrong, observed_at=wrong)
    await opens(world.alice, message.id, at=gmail.date + timedelta(seconds=20))
    assert (await Message.get(id=message.id)).opens == 0
    await deliver(world)
    await deliver(world)
    message = await Message.get(id=message.id)
    assert (message.opens, (await Event.get()).counts) == (1, True)
    assert "sent_at" in ((await GmailMessage.get(message_id=message.id)).differences or {})


async def test_a_report_is_stored_unverified_if_gmail_is_not_connected(world: World) -> None:
    message = await reported(world, gmail_message_id="abc123def")
    await deliver(world)
    (row,) = await OutboxRow.filter(fact="reported", listener__endswith="read_sent_headers")
    assert row.done_at is not None
    assert (await GmailMessage.get(message_id=message.id)).verified_at is None


async def test_a_mail_that_was_sent_after_the_permission_was_withdrawn_is_read_after_the_next_connection(
    world: World, alice: Walker, google: RunningSandbox
) -> None:
    gmail = await sent_in_gmail(world, alice)
    await google.delete("/sandbox/grants/alice")
    await google.post("/sandbox/grants/alice/expired")
    message = await reported(world, gmail_message_id=gmail.message_id)
    await deliver(world)
    (row,) = await OutboxRow.filter(fact="reported", listener__endswith="read_sent_headers")
    assert (row.done_at, row.failed_at) == (None, None)
    assert (await Message.get(id=message.id)).subject == "Lunch on Friday?"
    assert (await GmailGrant.get(account_id=world.alice.id)).disconnected_at is not None
    await connects(alice, "alice")
    await deliver(world)
    assert (await Message.get(id=message.id)).subject == "Lunch on Saturday?"


async def test_a_mail_that_gmail_does_not_show_yet_is_looked_up_again(world: World, alice: Walker) -> None:
    await sent_in_gmail(world, alice)
    message = await reported(world, gmail_message_id="abc123def")
    fact = {"message": str(message.id)}
    async with world.app.app_context():
        assert isinstance(await read_sent_headers(fact), Transient)
        old = clock.now() - YOUNG
        await Message.filter(id=message.id).update(reported_at=old, listed_at=old)
        assert not isinstance(await read_sent_headers(fact), Transient)


async def test_the_headers_of_a_sent_mail_are_read_later_if_gmail_is_busy(
    world: World, alice: Walker, google: RunningSandbox
) -> None:
    gmail = await sent_in_gmail(world, alice)
    message = await reported(world, gmail_message_id=gmail.message_id)
    await google.post("/sandbox/faults", json={"path_prefix": "/gmail/v1", "status": 503, "times": 3})
    await deliver(world)
    (row,) = await OutboxRow.filter(fact="reported", listener__endswith="read_sent_headers")
    assert row.done_at is None
    await google.delete("/sandbox/faults")
    await deliver(world)
    assert (await GmailMessage.get(message_id=message.id)).verified_at is not None


async def test_a_scheduled_mail_counts_as_sent_once_gmail_has_sent_it(world: World, alice: Walker) -> None:
    gmail = await sent_in_gmail(world, alice)
    message = await reported(world, gmail_message_id=gmail.message_id, state="scheduled")
    assert (await Message.get(id=message.id)).state == "scheduled"
    async with world.app.app_context():
        await look_at_scheduled()
    message = await Message.get(id=message.id)
    assert (message.state, message.sent_at) == ("sent", gmail.date)


async def test_an_undone_mail_stays_undone_although_gmail_has_it(world: World, alice: Walker) -> None:
    gmail = await sent_in_gmail(world, alice)
    message = await reported(world, gmail_message_id=gmail.message_id, state="undone")
    async with world.app.app_context():
        assert await read_sent_headers({"message": str(message.id)}) == Done()
    assert (await Message.get(id=message.id)).state == "undone"


async def test_alerts_go_through_gmail_if_alice_allowed_it(
    world: World, alice: Walker, google: RunningSandbox
) -> None:
    """If a person allowed sending, their Gmail sends the alert to themselves."""
    await connects(alice, "alice", send=True)
    message = await world.sends(world.alice)
    await opens(world.alice, message.id)
    await deliver(world)
    (mail,) = await google.mails("alice")
    assert mail["subject"] == "Bob most likely opened “Lunch on Friday?”"
    assert {"SENT", "INBOX"} <= set(mail["labels"])
    assert "alice@sandbox.example" in mail["from"]
    assert (await Alert.get()).channel == "gmail"


async def test_what_ends_for_a_mail_while_gmail_is_asked_about_it_does_not_lose_the_answer(
    world: World, alice: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    gmail = await sent_in_gmail(world, alice)
    message = await reported(world, gmail_message_id=gmail.message_id)

    async def meanwhile(*_: object) -> SentHeaders:
        fact = {"message": str(message.id)}
        await note_unlabelled(fact, other("busy"))
        await note_unasked(fact, other("busy"))
        return gmail

    monkeypatch.setattr(Gmail, "sent_headers", meanwhile)
    async with world.app.app_context():
        assert await read_sent_headers({"message": str(message.id)}) == Done()
    kept = await GmailMessage.get(message_id=message.id)
    assert kept.verified_at is not None
    assert [each.what for each in unfinished_of(kept)] == [UNLABELLED], "the rest is asked anew after this"
