"""Alice sets a reminder on a message's page, and removes it."""

from __future__ import annotations

from typing import Any

import pytest

from server.lib import clock
from server.messages.models import Message, Reminder
from tests.extension_api.reading import opens
from tests.world import World


async def test_alice_sets_a_reminder_and_removes_it(world: World) -> None:
    message = await world.sends(world.alice)
    alice = await world.browser_of(world.alice)
    path = f"/messages/{message.id}"
    assert "Remind me in 2 days" in await (await alice.get(path)).get_data(as_text=True)
    answer = await alice.post(f"{path}/reminder")
    assert (answer.status_code, answer.headers["Location"]) == (303, path)
    page = await (await alice.get(path)).get_data(as_text=True)
    assert "Reminder set: " in page
    part = await alice.post(f"{path}/reminder/removal", headers={"HX-Request": "true"})
    text = await part.get_data(as_text=True)
    assert "Remind me in 2 days" in text
    assert "<html" not in text
    assert await Reminder.all().count() == 0


async def test_an_opened_or_undone_mail_offers_no_reminder(world: World) -> None:
    opened, undone = await world.sends(world.alice), await world.sends(world.alice)
    await opens(world.alice, opened.id)
    await Message.filter(id=undone.id).update(state="undone")
    alice = await world.browser_of(world.alice)
    for message in (opened, undone):
        page = await (await alice.get(f"/messages/{message.id}")).get_data(as_text=True)
        assert "Remind me" not in page
        assert (await alice.post(f"/messages/{message.id}/reminder")).status_code == 404


@pytest.mark.parametrize("came", ["replied_at", "bounced_at"])
async def test_an_answered_or_bounced_mail_offers_no_reminder(world: World, came: str) -> None:
    values: dict[str, Any] = {came: clock.now()}
    message = await world.sends(world.alice, **values)
    alice = await world.browser_of(world.alice)
    page = await (await alice.get(f"/messages/{message.id}")).get_data(as_text=True)
    assert "Remind me" not in page
    assert (await alice.post(f"/messages/{message.id}/reminder")).status_code == 404


async def test_bob_cannot_set_a_reminder_on_alices_mail(world: World) -> None:
    """S6."""
    message = await world.sends(world.alice)
    bob = await world.browser_of(world.bob)
    for path in ("reminder", "reminder/removal"):
        assert (await bob.post(f"/messages/{message.id}/{path}")).status_code == 404
    assert await Reminder.all().count() == 0
