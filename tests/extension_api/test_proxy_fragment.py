"""The canary logs when Gmail's proxy shows own pictures without the URL that the blocking rule needs."""

from __future__ import annotations

import pytest

from tests.extension_api.paired import pair
from tests.world import World


async def test_the_log_warns_the_owner_of_a_lost_url_and_not_of_a_kept_one(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    await world.sends(world.alice, gmail_id="a1")
    extension = await pair(world, world.alice)
    assert (await extension.post("/viewing", {"messages": ["a1"], "fragment": "kept"})).status_code == 204
    assert "own address" not in caplog.text
    assert (await extension.post("/viewing", {"messages": ["a1"], "fragment": "lost"})).status_code == 204
    assert "hides the source of images" in caplog.text


async def test_any_other_value_is_refused(world: World) -> None:
    """S4."""
    extension = await pair(world, world.alice)
    for word in ("gone", None, 1, ["lost"]):
        answer = await extension.post("/viewing", {"messages": ["a1"], "fragment": word})
        assert answer.status_code == 400
