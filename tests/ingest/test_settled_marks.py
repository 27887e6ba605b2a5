"""Marks end by the settled time, so a clock that jumps costs no open."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.lib.settled import SettledClock
from tests.pipeline import Pipeline
from tests.world import hold_still


async def test_while_the_clock_is_a_year_ahead_opens_and_clicks_are_kept_and_links_lead_on(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice, links=["https://example.com/"])
    pixel, link = pipeline.marks(mail).pixel_url, pipeline.marks(mail).tracked("https://example.com/")
    still = hold_still(monkeypatch)
    await pipeline.world.runtime[SettledClock].follow()
    still.is_set(still.at + timedelta(days=365))
    pipeline.edge = pipeline.edge_with()
    await pipeline.get(pixel)
    assert (await pipeline.get(link)).status_code == 302
    assert sorted(each.kind for each in await pipeline.events()) == ["click", "open"]
