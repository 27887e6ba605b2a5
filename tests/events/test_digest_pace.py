"""The pace of the digest: full batches follow each other; after a smaller one, hits gather for a moment."""

from __future__ import annotations

import asyncio

import pytest

from server.events.storing import digest as digesting
from tests.events.test_digest import hit_on, spooled
from tests.pipeline import Pipeline


async def test_the_digest_looks_again_immediately_after_a_full_batch(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(digesting, "BATCH", 2)
    mail = await pipeline.world.sends(pipeline.world.alice)
    await spooled(pipeline, hit_on(mail), hit_on(mail), hit_on(mail))
    pipeline.digest._arrived.set()
    assert (await pipeline.digest._step(), pipeline.digest._gathering) == (0.0, False)
    assert not pipeline.digest._arrived.is_set()
    assert await pipeline.digest._step() <= digesting.GATHER_SECONDS
    assert pipeline.digest._gathering
    assert (await pipeline.digest._step(), pipeline.digest._gathering) == (digesting.LOOK_SECONDS, False)
    pipeline.digest._lock.give_back()


async def test_after_a_batch_that_is_not_full_hits_gather_for_a_moment_although_more_arrive(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(digesting, "GATHER_SECONDS", 0.3)
    mail, stop = await pipeline.world.sends(pipeline.world.alice), asyncio.Event()
    await spooled(pipeline, hit_on(mail))
    rests: list[tuple[float, bool]] = []
    rest = pipeline.digest._rest

    async def noted(stop: asyncio.Event, seconds: float, *, awaited: bool) -> None:
        pipeline.digest.look()
        rests.append((seconds, awaited))
        await rest(stop, seconds, awaited=awaited)
        if len(rests) == 2:
            stop.set()

    monkeypatch.setattr(pipeline.digest, "_rest", noted)
    await asyncio.wait_for(pipeline.digest.run(stop), 60)
    assert [awaited for _, awaited in rests] == [False, True]
    assert rests[0][0] <= 0.3
