"""What Alice sends while Gmail refuses or is disconnected is read from Gmail after the repair."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.accounts.models import Account
from server.events.sends.scheduled_sends import take_for_sent
from server.failures.codes import FailureCode
from server.google import labels
from server.google.access.grants import gmail_for
from server.google.gmail_api.gmail import Gmail
from server.google.models import GmailGrant, SentCopyCheck
from server.lib import clock, outbox
from server.lib.failure import Failure, pack
from server.lib.outbox import Done, OutboxRow, Transient
from server.messages.confirmation import ABSENT, YOUNG
from server.messages.models import GmailMessage, Message
from server.messages.reconcile import look_at_scheduled, read_sent_headers
from tests.accounts.walker import Walker
from tests.extension_api.paired import pair, report_of
from tests.extension_api.reading import opens
from tests.google.conftest import connects
from tests.google.test_features import asks_for
from tests.messages.test_reconcile import reported, sent_in_gmail
from tests.sandbox.driving import RunningSandbox
from tests.world import World

ALL = "?check=yes&labels=yes&replies=yes&send=yes"


async def delivers(world: World) -> None:
    """The worker delivers what is due, and what follows from it."""
    async with world.app.app_context():
        while await outbox.deliver():
            pass


async def refuses(account: Account) -> None:
    """Google refuses what somebody can repair, such as the API that is not enabled."""
    now = clock.now()
    refusal = pack([Failure(FailureCode.SERVER_REFUSED, {"reason": "accessNotConfigured"})])
    await GmailGrant.filter(account_id=account.id).update(
        refusal=refusal, refused_since=now, refusals=1, probe_at=now + timedelta(minutes=1)
    )


async def is_repaired(world: World) -> None:
    """Somebody has repaired it, and the next probe works."""
    async with world.app.app_context():
        gmail = await gmail_for(world.alice.id)
        assert isinstance(gmail, Gmail)
        assert isinstance(await gmail.profile(), dict)
    await delivers(world)


async def waiting() -> set[str]:
    """The listeners of the facts that wait for Alice's Gmail."""
    rows = await OutboxRow.filter(done_at=None, failed_at=None).exclude(waits_for="")
    return {row.listener for row in rows}


@pytest.mark.parametrize("ended", [False, True])
async def test_all_that_waited_for_gmail_is_done_after_the_repair(
    world: World, alice: Walker, google: RunningSandbox, ended: bool
) -> None:
    """It lasts a week: a mail that Gmail is first asked for then is not too old."""
    gmail = await sent_in_gmail(world, alice)
    await asks_for(alice, ALL)
    await delivers(world)
    await (google.delete("/sandbox/grants/alice") if ended else refuses(world.alice))
    message = await reported(world, gmail_message_id=gmail.message_id)
    await opens(world.alice, message.id, clock.now() + timedelta(minutes=5))
    await delivers(world)
    assert {"read_sent_headers", "check_sent_copy", "label_opened"} <= await waiting()
    week_ago = clock.now() - timedelta(days=7)
    await OutboxRow.all().update(created_at=week_ago)
    await Message.all().update(reported_at=week_ago)
    if ended:
        await asks_for(alice, ALL)
        await delivers(world)
    else:
        await is_repaired(world)
    assert await waiting() == set()
    kept = await GmailMessage.get(message_id=message.id)
    assert kept.verified_at
    assert (kept.proof or {}).get("by") == "gmail"
    (mail,) = [each for each in await google.mails("alice") if each["id"] == gmail.message_id]
    row = await labels.of(world.alice.id)
    assert row
    assert row.opened_id in mail["labels"]
    assert await OutboxRow.filter(failed_at__isnull=False).count() == 0


async def test_a_mail_that_was_sent_a_week_ago_is_not_there_at_the_first_answer(
    world: World, alice: Walker
) -> None:
    await sent_in_gmail(world, alice)
    message = await reported(world, gmail_message_id="abc123def")
    week_ago = clock.now() - timedelta(days=7)
    await Message.filter(id=message.id).update(reported_at=week_ago, listed_at=week_ago)
    async with world.app.app_context():
        assert await read_sent_headers({"message": str(message.id)}) == Done()
    assert ABSENT in (await GmailMessage.get(message_id=message.id)).report


async def test_a_mail_that_was_sent_anew_gets_time_to_appear_although_its_first_report_is_old(
    world: World, alice: Walker
) -> None:
    await sent_in_gmail(world, alice)
    message = await reported(world, gmail_message_id="abc123def")
    await Message.filter(id=message.id).update(reported_at=clock.now() - timedelta(days=7))
    async with world.app.app_context():
        assert isinstance(await read_sent_headers({"message": str(message.id)}), Transient)
    assert ABSENT not in (await GmailMessage.get(message_id=message.id)).report


async def scheduled(world: World, gmail_id: str) -> Message:
    """Alice scheduled a mail an hour ago, and it has been read."""
    extension = await pair(world, world.alice)
    (lease,) = await extension.leases()
    assert await extension.reports(report_of(lease, state="scheduled", gmail_message_id=gmail_id)) == [
        "stored"
    ]
    ago = clock.now() - timedelta(hours=1)
    await Message.filter(id=lease["id"]).update(sent_at=ago, listed_at=ago, reported_at=ago)
    await opens(world.alice, lease["id"])
    return await Message.get(id=lease["id"])


async def time_comes(world: World) -> None:
    """The worker runs both tasks about scheduled mails."""
    async with world.app.app_context():
        await look_at_scheduled()
        await take_for_sent()


async def test_a_scheduled_mail_that_was_read_while_google_refused_is_confirmed_after_the_repair(
    world: World, alice: Walker
) -> None:
    gmail = await sent_in_gmail(world, alice)
    await refuses(world.alice)
    message = await scheduled(world, gmail.message_id)
    await time_comes(world)
    assert (await Message.get(id=message.id)).state == "sent"
    await delivers(world)
    assert (await GmailMessage.get(message_id=message.id)).verified_at is None
    await is_repaired(world)
    assert (await GmailMessage.get(message_id=message.id)).verified_at
    message = await Message.get(id=message.id)
    assert (message.state, message.sent_at, message.subject) == ("sent", gmail.date, "Lunch on Saturday?")


async def test_a_scheduled_mail_that_gmail_has_sent_while_it_refused_us_is_noticed_after_the_repair(
    world: World, alice: Walker
) -> None:
    gmail = await sent_in_gmail(world, alice)
    await refuses(world.alice)
    message = await reported(world, gmail_message_id=gmail.message_id, state="scheduled")
    await time_comes(world)
    assert (await Message.get(id=message.id)).state == "scheduled"
    await is_repaired(world)
    await time_comes(world)
    assert (await Message.get(id=message.id)).state == "sent"


async def test_a_scheduled_mail_that_gmail_no_longer_has_does_not_stay_scheduled_once_it_was_read(
    world: World, alice: Walker
) -> None:
    """Gmail answers for the id that the mail had before it was sent."""
    await connects(alice, "alice")
    message = await scheduled(world, "abc123")
    await time_comes(world)
    assert (await Message.get(id=message.id)).state == "sent"
    kept = await GmailMessage.get(message_id=message.id)
    assert ABSENT not in kept.report, "it was not to be found before it was sent, which says nothing"
    await delivers(world)
    assert ABSENT not in (await GmailMessage.get(message_id=message.id)).report, "it may still appear"
    ago = clock.now() - YOUNG
    await Message.filter(id=message.id).update(loaded_at=ago)
    await OutboxRow.filter(done_at=None).update(due_at=clock.now())
    await delivers(world)
    assert ABSENT in (await GmailMessage.get(message_id=message.id)).report


async def test_a_mail_that_was_wrongly_taken_for_sent_is_scheduled_again(
    world: World, alice: Walker, google: RunningSandbox
) -> None:
    await connects(alice, "alice")
    draft = await google.post("/sandbox/drafts/alice", content=b"To: bob@sandbox.example\r\n\r\nHi")
    await refuses(world.alice)
    message = await scheduled(world, draft["id"])
    await time_comes(world)
    assert (await Message.get(id=message.id)).state == "sent"
    await is_repaired(world)
    assert (await Message.get(id=message.id)).state == "scheduled"
    await time_comes(world)
    assert (await Message.get(id=message.id)).state == "scheduled", "Gmail will tell"


async def test_mails_of_older_releases_are_read_when_gmail_is_connected_again(
    world: World, alice: Walker
) -> None:
    """Their facts were done with at once while Gmail was disconnected."""
    gmail = await sent_in_gmail(world, alice)
    message = await reported(world, gmail_message_id=gmail.message_id)
    await OutboxRow.all().update(done_at=clock.now(), payload={})
    await SentCopyCheck.all().delete()
    await connects(alice, "alice")
    await delivers(world)
    assert (await Message.get(id=message.id)).subject == "Lunch on Saturday?"
