"""Fixtures: a server, its Google, and a clock that stands still until the test moves it."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from types import SimpleNamespace

import googleapiclient.http
import pytest

from tests.google.conftest import google, google_process, world
from tests.pipeline import opened_pipeline
from tests.sandbox.driving import RunningSandbox
from tests.weeks.life import Life
from tests.world import World, hold_still

__all__ = ["google", "google_process", "world"]


@pytest.fixture
async def life(world: World, google: RunningSandbox, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Life]:
    """Nobody has connected yet, and the clock stands still."""
    still = hold_still(monkeypatch)
    # Google's libraries have clocks of their own, and pause between tries.
    monkeypatch.setattr("google.auth._helpers.utcnow", lambda: still.at.replace(tzinfo=None))
    patient = SimpleNamespace(sleep=lambda _: None, time=time.time)
    monkeypatch.setattr(googleapiclient.http, "time", patient)
    monkeypatch.setattr("google.auth._exponential_backoff.time", patient)
    async with opened_pipeline(world) as pipeline:
        made = Life(world, google, pipeline, still, still.at)
        await google.post("/sandbox/clock", json={"at": still.unix()})
        yield made
