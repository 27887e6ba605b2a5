"""Hits that go through Redis are judged and counted like others."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.ingest.redis_spool import RedisSpool
from server.messages.models import Message
from tests.events_evaluation.test_decoy import a_mail_with_a_filter_and_bob, counts_stay_the_same
from tests.nodes.redis_server import RedisServer
from tests.pipeline import opened_pipeline
from tests.world import opened_world


@pytest.mark.timeout(120)
async def test_hits_from_the_network_that_followed_the_decoy_stop_counting_with_a_redis_spool(
    redis: RedisServer, tmp_path: Path
) -> None:
    async with opened_world(tmp_path, SPOOL_URL=redis.url) as world, opened_pipeline(world) as pipeline:
        assert isinstance(pipeline.spool, RedisSpool)
        await a_mail_with_a_filter_and_bob(pipeline)
        await counts_stay_the_same(await Message.get())
