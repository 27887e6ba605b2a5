"""The log warns when Gmail's proxy shows the sender's own pixels without the URL that blocking needs."""

from __future__ import annotations

import pytest

from tests.extension_api.paired import pair
from tests.world import World


async def test_the_log_warns_if_gmails_image_proxy_loses_the_pixels_url_but_not_if_it_keeps_the_url(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    await world.sends(world.alice, gmail_id="a1")
    extension = await pair(world, world.alice)
    assert (await extension.post("/viewing", {"messages": ["a1"], "fragment": "kept"})).status_code == 204
    assert "hides the source of images" not in caplog.text
    assert (await extension.post("/viewing", {"messages": ["a1"], "fragment": "lost"})).status_code == 204
    assert "hides the source of images" in caplog.text


async def test_any_value_other_than_kept_or_lost_is_refused(world: World) -> None:
    """S4."""
    extension = await pair(world, world.alice)
    for word in ("gone", None, 1, ["lost"]):
        answer = await extension.post("/viewing", {"messages": ["a1"], "fragment": word})
        assert answer.status_code == 400
