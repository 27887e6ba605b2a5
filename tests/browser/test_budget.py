"""Gmail stays fast with a hundred rows and five compose windows; the idle extension does nothing."""

from __future__ import annotations

from pathlib import Path

from tests.browser.driving.measure import BUDGET, measure
from tests.browser.driving.stage import alice_sets_up, stage


async def test_the_extension_stays_within_its_performance_budget(tmp_path: Path) -> None:
    """The budget applies to a quiet machine (`make bench`); here each figure may be three times as large."""
    async with stage(tmp_path) as on:
        await alice_sets_up(on)
        found = await measure(on)
    assert found.idle == BUDGET.idle
    assert found.start <= BUDGET.start * 3, found
    assert found.list_render <= BUDGET.list_render * 3, found
    assert found.longest_task <= BUDGET.longest_task, found
