"""A view time that waited in Redis is stored once, even if it arrived there twice."""

from __future__ import annotations

from pathlib import Path

from server.events.models import ViewTime
from server.events.storing.digest import Digest
from server.ingest.view_time import encode
from server.lib.net.geoip import GeoLookup
from tests.ingest.test_view_time import a_view_time
from tests.nodes.redis_server import RedisServer
from tests.nodes.test_redis_spool import node, put
from tests.world import World


async def test_a_view_time_that_is_twice_in_redis_is_stored_once(
    redis: RedisServer, world: World, tmp_path: Path
) -> None:
    mail = await world.sends(world.alice)
    record = encode(a_view_time(mail))
    async with node(redis, tmp_path / "a") as spool:
        assert await put(spool, record, record) == [True, True]
        digest = Digest(world.hub, spool, GeoLookup(None))
        while await digest.once():
            pass
        assert spool.waiting() == 0
    assert [row.seconds for row in await ViewTime.all()] == [40]
