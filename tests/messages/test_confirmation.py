"""A browser's report is believed only as far as Gmail confirms it, and the message's page says how far."""

from __future__ import annotations

from datetime import timedelta

from server.google.models import GmailGrant
from server.lib import clock
from server.lib.outbox import Transient
from server.messages.confirmation import UNNAMED, YOUNG
from server.messages.models import GmailMessage, Message
from server.messages.reconcile import read_sent_headers
from tests.accounts.walker import Walker
from tests.extension_api.paired import pair, report_of
from tests.messages.test_reconcile import deliver, reported, sent_in_gmail
from tests.sandbox.driving import RunningSandbox
from tests.world import World


async def page_of(browser: Walker, message: Message) -> str:
    return (await browser.get(f"/messages/{message.id}")).text


async def asked_late(world: World, message: Message) -> object:
    """The server asks Gmail about the mail for the last time."""
    long_ago = clock.now() - YOUNG
    await Message.filter(id=message.id).update(reported_at=long_ago, listed_at=long_ago)
    await GmailGrant.filter(account_id=world.alice.id).update(connected_at=clock.now() - timedelta(days=9))
    async with world.app.app_context():
        return await read_sent_headers({"message": str(message.id)})


async def test_a_mail_that_gmail_has_is_shown_as_confirmed(world: World, alice: Walker) -> None:
    gmail = await sent_in_gmail(world, alice)
    message = await reported(world, gmail_message_id=gmail.message_id)
    before = await page_of(alice, message)
    assert "your browser, and not yet confirmed by Gmail" in before
    await deliver(world)
    after = await page_of(alice, message)
    assert "your browser, and confirmed by Gmail" in after
    assert "not-confirmed" not in after


async def test_without_gmail_a_mail_is_shown_as_reported_by_the_browser(world: World, alice: Walker) -> None:
    message = await reported(world, gmail_message_id="abc123def")
    page = await page_of(alice, message)
    assert '<dd id="reported-by">your browser</dd>' in page
    assert "not-confirmed" not in page


async def test_a_mail_that_gmail_does_not_have_is_shown_as_not_found(world: World, alice: Walker) -> None:
    await sent_in_gmail(world, alice)
    message = await reported(world, gmail_message_id="abc123def")
    assert not isinstance(await asked_late(world, message), Transient)
    page = await page_of(alice, message)
    assert "Not found in Gmail:" in page
    assert "your browser only" in page
    assert "Perhaps you sent it from another account" in page


async def test_a_mail_reported_under_an_unknown_message_id_is_shown_as_not_found(
    world: World, alice: Walker
) -> None:
    await sent_in_gmail(world, alice)
    message = await reported(world, rfc822_message_id="<forged@mail.gmail.com>")
    await asked_late(world, message)
    assert "Not found in Gmail:" in await page_of(alice, message)


async def test_a_mail_of_which_gmail_never_told_an_id_is_doubted_after_two_hours(
    world: World, alice: Walker
) -> None:
    await sent_in_gmail(world, alice)
    message = await reported(world)
    await GmailGrant.filter(account_id=world.alice.id).update(connected_at=clock.now() - timedelta(days=9))
    assert "not-confirmed" not in await page_of(alice, message)
    await Message.filter(id=message.id).update(reported_at=clock.now() - UNNAMED)
    assert "Not confirmed by Gmail:" in await page_of(alice, message)


async def test_a_forged_report_cannot_use_a_mail_that_confirms_another_one(
    world: World, alice: Walker
) -> None:
    gmail = await sent_in_gmail(world, alice)
    genuine = await reported(world, gmail_message_id=gmail.message_id)
    await deliver(world)
    forged = await reported(world, gmail_message_id=gmail.message_id, subject="Forged")
    await asked_late(world, forged)
    assert "Not found in Gmail:" in await page_of(alice, forged)
    assert "and confirmed by Gmail" in await page_of(alice, genuine)
    assert (await GmailMessage.get(message_id=forged.id)).verified_at is None


async def test_a_forged_report_cannot_use_a_mail_from_before_its_lease(world: World, alice: Walker) -> None:
    gmail = await sent_in_gmail(world, alice)
    forged = await reported(world, gmail_message_id=gmail.message_id, subject="Forged")
    await Message.filter(id=forged.id).update(sent_at=gmail.date + timedelta(days=2))
    await asked_late(world, forged)
    assert "Not found in Gmail:" in await page_of(alice, forged)


async def test_a_mail_that_turns_up_in_gmail_is_confirmed_after_all(world: World, alice: Walker) -> None:
    gmail = await sent_in_gmail(world, alice)
    extension = await pair(world, world.alice)
    (lease,) = await extension.leases()
    report = report_of(lease, gmail_message_id="abc123def")
    await extension.reports(report)
    message = await Message.get(id=lease["id"])
    await asked_late(world, message)
    assert "Not found in Gmail:" in await page_of(alice, message)
    later = (clock.now() + timedelta(seconds=1)).isoformat()
    await extension.reports({**report, "gmail_message_id": gmail.message_id, "observed_at": later})
    await deliver(world)
    assert "and confirmed by Gmail" in await page_of(alice, message)


async def test_a_busy_gmail_does_not_make_a_mail_look_forged(
    world: World, alice: Walker, google: RunningSandbox
) -> None:
    gmail = await sent_in_gmail(world, alice)
    message = await reported(world, gmail_message_id=gmail.message_id)
    await google.post("/sandbox/faults", json={"path_prefix": "/gmail/v1", "status": 503, "times": 3})
    assert isinstance(await asked_late(world, message), Transient)
    assert "not-confirmed" not in await page_of(alice, message)
