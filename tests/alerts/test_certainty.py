"""The mail about a first open to a sender who wants to hear only of opens that are certain."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.accounts.models import Account
from server.lib import clock
from server.messages.models import Message
from server.verdicts.rules.people import PACE_SECONDS, RETURN_SECONDS
from tests.agents import THUNDERBIRD
from tests.alerts.delivery import deliver, time_passes
from tests.alerts.mail_server import MailServer
from tests.alerts.test_first_open import mail, world
from tests.extension_api.reading import GMAIL_PROXY, clicks, opens
from tests.world import World

__all__ = ["mail", "world"]

URL = "https://example.com/menu"


async def asks_for_certainty(world: World) -> None:
    """Alice wants to hear only of opens that are certainly a person's."""
    await Account.filter(id=world.alice.id).update(threshold="certain")


@pytest.mark.parametrize("confirmed_by", ["a click", "a return"])
async def test_if_alice_asks_for_certainty_the_mail_comes_when_the_open_is_confirmed_and_only_once(
    world: World, mail: MailServer, confirmed_by: str
) -> None:
    await asks_for_certainty(world)
    message, now = await world.sends(world.alice, links=[URL]), clock.now()
    await opens(world.alice, message.id, now)
    await deliver(world)
    assert mail.taken == []
    if confirmed_by == "a click":
        await clicks(world.alice, message.id, URL, now + timedelta(seconds=PACE_SECONDS))
    else:
        await opens(world.alice, message.id, now + timedelta(seconds=RETURN_SECONDS))
    await deliver(world)
    (sent,) = mail.taken
    assert sent["Subject"] == "Bob opened “Lunch on Friday?”"
    body = sent.get_body(("plain",))
    assert body is not None
    text = " ".join(body.get_content().split())
    assert "A person opened the message." in text
    assert "The same app came back later, at a person’s pace." in text
    await opens(world.alice, message.id, now + timedelta(hours=3))
    await time_passes()
    await deliver(world)
    assert len(mail.taken) == 1


async def test_what_does_not_confirm_an_open_sends_no_mail_to_alice_who_asks_for_certainty(
    world: World, mail: MailServer
) -> None:
    """Filters reload and follow links at once, and another reader says nothing about the first one."""
    await asks_for_certainty(world)
    message, now = await world.sends(world.alice, links=[URL]), clock.now()
    await opens(world.alice, message.id, now)
    await opens(world.alice, message.id, now + timedelta(seconds=20))
    await opens(world.alice, message.id, now + timedelta(minutes=5), agent=GMAIL_PROXY)
    await opens(world.alice, message.id, now + timedelta(minutes=6), agent=THUNDERBIRD)
    await deliver(world)
    assert mail.taken == []


async def test_an_open_long_after_sending_is_certain_at_once(world: World, mail: MailServer) -> None:
    await asks_for_certainty(world)
    message = await world.sends(world.alice, sent_at=clock.now() - timedelta(minutes=61))
    await opens(world.alice, message.id)
    await deliver(world)
    assert [sent["Subject"] for sent in mail.taken] == ["Bob opened “Lunch on Friday?”"]


async def test_by_default_the_mail_comes_at_once_and_a_confirmation_sends_no_second_one(
    world: World, mail: MailServer
) -> None:
    message, now = await world.sends(world.alice), clock.now()
    await opens(world.alice, message.id, now)
    await deliver(world)
    assert [sent["Subject"] for sent in mail.taken] == ["Bob most likely opened “Lunch on Friday?”"]
    await opens(world.alice, message.id, now + timedelta(seconds=RETURN_SECONDS))
    await time_passes()
    await deliver(world)
    assert (await Message.get(id=message.id)).certainty == "person"
    assert len(mail.taken) == 1
