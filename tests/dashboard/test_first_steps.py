"""What a newcomer reads in place of messages: the steps that are left."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from server.google.models import GmailGrant
from server.lib import clock
from tests.dashboard.test_list import text_of
from tests.dashboard.test_live import connected_gmail
from tests.extension_api.paired import pair
from tests.world import World, opened_world

STEPS = {
    "<strong>Add the extension": "The extension is connected.",
    "<strong>Connect Gmail</strong>": "Gmail is connected.",
}


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A server with credentials of Google."""
    async with opened_world(tmp_path, GOOGLE_CLIENT_ID="id", GOOGLE_CLIENT_SECRET="secret") as made:
        yield made


async def test_a_newcomer_is_not_asked_for_a_step_that_is_done(world: World) -> None:
    browser = await world.browser_of(world.alice)
    before = await text_of(browser, "/")
    await pair(world, world.alice)
    await connected_gmail(world.alice)
    after = await text_of(browser, "/")
    for step, done in STEPS.items():
        assert [step in before, done in before] == [True, False], step
        assert [step in after, done in after] == [False, True], step


async def test_a_newcomer_whose_gmail_google_has_ended_is_asked_to_connect_it(world: World) -> None:
    await connected_gmail(world.alice)
    await GmailGrant.filter(account_id=world.alice.id).update(disconnected_at=clock.now())
    page = await text_of(await world.browser_of(world.alice), "/")
    assert "<strong>Connect Gmail</strong>" in page
    assert "Gmail is connected." not in page
