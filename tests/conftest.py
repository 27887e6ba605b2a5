"""Fixtures that every test may use."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.async_api import expect

from tests.world import World, world

# What a page shows is waited for as long as a busy machine may need, so that a failure says that it never
# came and not that it came late.
expect.set_options(timeout=30_000)
# How long an example takes says something of the machine. In CI Hypothesis has such a profile of its own.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
if "CI" not in os.environ:
    settings.load_profile("patient")


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[World]:
    """A fresh server with Alice, Bob and Charlie."""
    async with world(tmp_path) as made:
        yield made
