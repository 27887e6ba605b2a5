"""What Sightline has stopped trying to do in Gmail is said on the message's page, with a button."""

from __future__ import annotations

import re

import pytest

from server import reactions
from server.failures.codes import FailureCode
from server.lib.failure import Failure
from server.lib.outbox import OutboxRow
from server.messages.models import GmailMessage, Message
from tests.world import Visitor, World

BUSY = Failure(FailureCode.GOOGLE_BUSY, {"status": 503})


async def ended(world: World, message: Message, *listeners: str) -> None:
    """The deliveries about a message to `listeners` have failed for good."""
    async with world.app.app_context():
        for name in listeners:
            await reactions.ENDS[name]({"message": str(message.id)}, BUSY)


async def page_of(visitor: Visitor, message: Message) -> str:
    text = await (await visitor.get(f"/messages/{message.id}")).get_data(as_text=True)
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


@pytest.mark.parametrize(
    ("listener", "words"),
    [
        ("read_sent_headers", "Gmail couldn’t be asked about this message."),
        ("check_sent_copy", "Gmail couldn’t be asked about this message."),
        ("look_in_thread", "Gmail couldn’t be asked about this message."),
        ("label_opened", "Its label in Gmail couldn’t be set."),
        ("settle_labels", "Its label in Gmail couldn’t be set."),
    ],
)
async def test_the_page_says_what_could_not_be_done_and_why(world: World, listener: str, words: str) -> None:
    message = await world.sends(world.alice, gmail_id="18c0ffee")
    alice = await world.browser_of(world.alice)
    assert "Ask Gmail again" not in await page_of(alice, message)
    await ended(world, message, listener)
    text = await page_of(alice, message)
    assert f"{words} Google was busy (503)." in text
    assert "Ask Gmail again" in text


async def test_alice_asks_again_and_everything_is_tried_anew(world: World) -> None:
    message = await world.sends(world.alice, gmail_id="18c0ffee")
    await ended(world, message, "read_sent_headers", "label_opened")
    alice = await world.browser_of(world.alice)
    answer = await alice.post(f"/messages/{message.id}/gmail-request")
    assert (answer.status_code, answer.location) == (303, f"/messages/{message.id}")
    assert "Ask Gmail again" not in await page_of(alice, message)
    names = {row.listener for row in await OutboxRow.all()}
    assert names == {"read_sent_headers", "check_sent_copy", "settle_labels"}
    assert (await alice.post(f"/messages/{message.id}/gmail-request")).status_code == 404


async def test_what_was_reported_stays(world: World) -> None:
    message = await world.sends(world.alice, report={"fields": {"subject": ["", "Lunch"]}})
    await ended(world, message, "read_sent_headers")
    await (await world.browser_of(world.alice)).post(f"/messages/{message.id}/gmail-request")
    assert (await GmailMessage.get()).report == {"fields": {"subject": ["", "Lunch"]}}


async def test_bob_cannot_ask_about_alices_message(world: World) -> None:
    """S6."""
    message = await world.sends(world.alice, gmail_id="18c0ffee")
    await ended(world, message, "read_sent_headers")
    bob = await world.browser_of(world.bob)
    assert (await bob.post(f"/messages/{message.id}/gmail-request")).status_code == 404
    assert await OutboxRow.all().count() == 0


async def test_the_end_of_a_delivery_about_a_deleted_message_is_quiet(world: World) -> None:
    message = await world.sends(world.alice)
    await Message.filter(id=message.id).delete()
    await ended(world, message, *(set(reactions.ENDS) - {"alert_again", "send_copy"}))
    assert await GmailMessage.all().count() == 0
