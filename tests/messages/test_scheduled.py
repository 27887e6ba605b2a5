"""A scheduled mail that cannot be checked counts as sent once a recipient has read it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.accounts.models import Account
from server.events.sends import scheduled_sends as taking
from server.events.sends.scheduled_sends import take_for_sent
from server.lib import clock
from server.lib.outbox import OutboxRow
from server.messages import reconcile
from server.messages.gmail import gmail_of
from server.messages.models import Message
from server.messages.reconcile import look_at_scheduled
from server.messages.wording import is_taken_for_sent
from tests.accounts.walker import Walker
from tests.extension_api.paired import pair, report_of
from tests.extension_api.reading import opens
from tests.google.conftest import connects
from tests.world import World


async def scheduled(world: World, past: timedelta, gmail_id: str | None = None) -> Message:
    """Alice scheduled a mail for a time `past` ago."""
    extension = await pair(world, world.alice)
    (lease,) = await extension.leases()
    assert await extension.reports(report_of(lease, state="scheduled", gmail_message_id=gmail_id)) == [
        "stored"
    ]
    due = clock.now() - past
    await Message.filter(id=lease["id"]).update(sent_at=due, listed_at=due)
    return await Message.get(id=lease["id"])


async def time_comes(world: World) -> None:
    """The worker runs its task, as it does every minute."""
    async with world.app.app_context():
        await take_for_sent()


async def test_a_scheduled_mail_that_was_read_counts_as_sent_and_its_opens_are_announced(
    world: World,
) -> None:
    message = await scheduled(world, timedelta(minutes=5))
    await opens(world.alice, message.id)
    assert await OutboxRow.filter(fact="first_open").count() == 0
    await time_comes(world)
    message, kept = await Message.get(id=message.id), await gmail_of(message.id)
    assert (message.state, message.opens, is_taken_for_sent(message, kept)) == ("sent", 1, True)
    assert await OutboxRow.filter(fact="first_open", listener__contains="alert").count() == 1
    page = await (await world.browser_of(world.alice)).get(f"/messages/{message.id}")
    assert "Sent as scheduled (not verified)" in await page.get_data(as_text=True)


async def test_an_unread_scheduled_mail_stays_scheduled(world: World) -> None:
    message = await scheduled(world, timedelta(days=9))
    await time_comes(world)
    assert (await Message.get(id=message.id)).state == "scheduled"


async def test_a_scheduled_mail_opened_within_a_minute_of_its_time_stays_scheduled(world: World) -> None:
    message = await scheduled(world, timedelta(seconds=30))
    await opens(world.alice, message.id)
    await time_comes(world)
    assert (await Message.get(id=message.id)).state == "scheduled"


async def test_if_gmail_is_connected_an_opened_scheduled_mail_stays_scheduled_until_gmail_answers(
    world: World, alice: Walker
) -> None:
    await connects(alice, "alice")
    message = await scheduled(world, timedelta(minutes=5), "abc123")
    await opens(world.alice, message.id)
    await time_comes(world)
    assert (await Message.get(id=message.id)).state == "scheduled"


async def test_scheduled_mails_of_disabled_people_are_not_checked(world: World, alice: Walker) -> None:
    await connects(alice, "alice")
    message = await scheduled(world, timedelta(days=3), "abc123")
    await Account.filter(id=world.alice.id).update(disabled_at=clock.now())
    async with world.app.app_context():
        await look_at_scheduled()
        await take_for_sent()
    assert (await Message.get(id=message.id)).state == "scheduled"


async def bobs(world: World) -> None:
    """Bob has more scheduled mails than one run checks, some older and some newer than Alice's."""
    for hours in (1, 1, 1, 9, 9, 9):
        at = clock.now() - timedelta(hours=hours)
        await world.sends(
            world.bob, state="scheduled", sent_at=at, gmail_id="b0b", last_activity_at=clock.now()
        )


async def test_bobs_many_scheduled_mails_do_not_delay_the_check_of_alices_mail(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    async def gmail_of(account_id: int) -> None:
        asked.append(account_id)

    monkeypatch.setattr(reconcile, "_SCHEDULED_AT_ONCE", 2)
    monkeypatch.setattr(reconcile, "gmail_for", gmail_of)
    await bobs(world)
    mine = await scheduled(world, timedelta(hours=2))
    await look_at_scheduled()
    assert mine.account_id in asked


async def test_bobs_many_scheduled_mails_do_not_delay_the_moment_when_alices_mail_counts_as_sent(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Gmail answers for Bob's mails."""

    async def gmail_will_tell(message: Message) -> bool:
        return bool(message.account_id == world.bob.id)

    monkeypatch.setattr(taking, "_AT_ONCE", 2)
    monkeypatch.setattr(taking, "_gmail_will_tell", gmail_will_tell)
    await bobs(world)
    mine = await scheduled(world, timedelta(hours=2))
    await opens(world.alice, mine.id, at=clock.now() - timedelta(hours=1))
    await time_comes(world)
    assert (await Message.get(id=mine.id)).state == "sent"
