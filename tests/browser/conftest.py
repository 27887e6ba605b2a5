"""Fixtures: the stage, with Alice set up and her browser paired."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.browser.driving.stage import Stage, alice_sets_up, stage


@pytest.fixture
async def on(tmp_path: Path) -> AsyncIterator[Stage]:
    """The running stage: Alice owns the server and her extension is paired."""
    async with stage(tmp_path) as made:
        await alice_sets_up(made)
        yield made
