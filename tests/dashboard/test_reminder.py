"""Alice sets a reminder on a message's page, and removes it."""

from __future__ import annotations

from typing import Any

import pytest

from server.lib import clock
from server.messages.models import Message, Reminder
from tests.extension_api.reading import opens
from tests.world import World


async def test_alice_sets_a_reminder_and_removes_it(place: World) -> None:
    message = await place.sends(place.alice)
    alice = await place.browser_of(place.alice)
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


async def test_an_opened_or_undone_mail_offers_no_reminder(place: World) -> None:
    opened, undone = await place.sends(place.alice), await place.sends(place.alice)
    await opens(place.alice, opened.id)
    await Message.filter(id=undone.id).update(state="undone")
    alice = await place.browser_of(place.alice)
    for message in (opened, undone):
        page = await (await alice.get(f"/messages/{message.id}")).get_data(as_text=True)
        assert "Remind me" not in page
        assert (await alice.post(f"/messages/{message.id}/reminder")).status_code == 404


@pytest.mark.parametrize("came", ["replied_at", "bounced_at"])
async def test_an_answered_or_bounced_mail_offers_no_reminder(place: World, came: str) -> None:
    values: dict[str, Any] = {came: clock.now()}
    message = await place.sends(place.alice, **values)
    alice = await place.browser_of(place.alice)
    page = await (await alice.get(f"/messages/{message.id}")).get_data(as_text=True)
    assert "Remind me" not in page
    assert (await alice.post(f"/messages/{message.id}/reminder")).status_code == 404


async def test_bob_cannot_set_a_reminder_on_alices_mail(place: World) -> None:
    """S6."""
    message = await place.sends(place.alice)
    bob = await place.browser_of(place.bob)
    for path in ("reminder", "reminder/removal"):
        assert (await bob.post(f"/messages/{message.id}/{path}")).status_code == 404
    assert await Reminder.all().count() == 0
