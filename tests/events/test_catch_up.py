"""A command waits until the hits that the server has answered are stored."""

from __future__ import annotations

import asyncio
import logging

import pytest

from server.events.models import Event
from server.events.storing.catch_up import catch_up
from server.ingest.settings import IngestSettings
from server.verdicts.hits import encode
from tests.events.test_digest import hit_on
from tests.pipeline import Pipeline, opened_pipeline
from tests.world import World


async def test_without_a_spool_the_catch_up_command_does_not_wait(world: World) -> None:
    assert await catch_up(world.runtime.settings)
    assert not world.runtime[IngestSettings].spool_path.exists()


async def test_without_a_server_the_catch_up_command_stores_the_spooled_hits(world: World) -> None:
    mail = await world.sends(world.alice)
    async with opened_pipeline(world) as pipeline:
        for _ in range(3):
            await pipeline.spool.append(encode(hit_on(mail)))
    assert await Event.all().count() == 0
    assert await catch_up(world.runtime.settings)
    assert await Event.all().count() == 3


async def test_the_catch_up_command_stops_waiting_with_a_message_if_the_server_makes_no_progress(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    mail = await world.sends(world.alice)
    async with opened_pipeline(world) as pipeline:
        await pipeline.spool.append(encode(hit_on(mail)))
        assert pipeline.spool.lock.take()
        with caplog.at_level(logging.WARNING):
            assert not await catch_up(world.runtime.settings, 0.3)
        assert "1 hits are still waiting" in caplog.text
        pipeline.spool.lock.give_back()
    assert await Event.all().count() == 0


async def test_a_catch_up_ends_as_soon_as_the_waiting_hits_are_stored(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    await pipeline.spool.append(encode(hit_on(mail)))
    catching_up = asyncio.create_task(pipeline.digest.catch_up(30))
    assert await catching_up
    assert await Event.all().count() == 1
    await pipeline.spool.append(encode(hit_on(mail)))
    assert await pipeline.digest.catch_up(30)
    assert (await Event.all().count(), pipeline.spool.waiting()) == (2, 0)
    monkeypatch.setattr(pipeline.digest, "once", _nothing_to_digest)
    assert await pipeline.digest.catch_up(30)


async def _nothing_to_digest() -> int:
    raise AssertionError("a catch-up without waiting hits digests no batch, and so waits for nothing")
