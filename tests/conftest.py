"""Fixtures that every test may use."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.world import World, world


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[World]:
    """A fresh server with Alice, Bob and Charlie."""
    async with world(tmp_path) as made:
        yield made
