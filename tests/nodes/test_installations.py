"""Two installations use the same Redis: each stores the hits of its own readers, and only those."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from server.ingest import redis_earlier
from server.ingest.losses import Losses
from server.ingest.redis_earlier import DROPPED, STREAM
from server.lib import clock
from server.verdicts.hits import encode, new_id
from tests.events.test_digest import hit_on
from tests.faults import table
from tests.faults.conftest import UNLIMITED, marked
from tests.faults.load import Load
from tests.faults.visitor import PASSWORD
from tests.nodes.cluster import streams
from tests.nodes.redis_server import RedisServer
from tests.pipeline import opened_pipeline
from tests.serving import Server
from tests.world import opened_world


async def test_each_of_two_installations_on_one_redis_stores_its_own_hits(
    redis: RedisServer, tmp_path: Path
) -> None:
    each = table.amount(500, 2000)
    shared = UNLIMITED | {"SPOOL_URL": redis.url, "VAULT_KEY": "copied", "SESSION_SECRET": "copied"}
    with Server(tmp_path / "alice", shared) as alice, Server(tmp_path / "bob", shared) as bob:
        for server in (alice, bob):
            await asyncio.to_thread(server.run, "user", "add", "a@example.org", "--password", PASSWORD)
        loads = [Load((await asyncio.to_thread(marked, server, 10))[0]) for server in (alice, bob)]
        await asyncio.gather(*(load.run(each) for load in loads))
        found = [await _stored(server, each) for server in (alice, bob)]
        with redis.client as client:
            assert len(streams(client)) == 2
    table.record("two installations on one Redis", f"{each} opens each", f"stored {found}")
    assert found == [each, each]


async def _stored(server: Server, wanted: int) -> int:
    """The events of the server, once there are as many as wanted, and a little later."""

    def look() -> int:
        with sqlite3.connect(server.data / "sightline.db") as database:
            [(number,)] = database.execute("SELECT count(*) FROM event")
        return int(number)

    async with asyncio.timeout(60):
        while await asyncio.to_thread(look) < wanted:  # noqa: ASYNC110 - another process stores them
            await asyncio.sleep(0.05)
    await asyncio.sleep(0.5)
    return look()


async def test_hits_left_by_an_earlier_version_are_taken_by_the_installation_that_knows_their_messages(
    redis: RedisServer, tmp_path: Path
) -> None:
    async with opened_world(tmp_path, SPOOL_URL=redis.url) as world:
        mail = await world.sends(world.alice)
        now, stranger = int(clock.unix() * 1_000_000), UUID(int=99)
        ours = [hit_on(mail, id=new_id(now + number), at=now + number) for number in range(3)]
        not_ours = replace(
            hit_on(mail, id=new_id(now + 10), at=now + 10), message=stranger
        )  # her id is theirs, too
        late = now - 25 * 3_600_000_000
        unreported = replace(
            hit_on(mail, id=new_id(late), at=late), message=UUID(int=7)
        )  # or of others who are off
        with redis.client as client:
            client.xadd(STREAM, {"other": b"field"})
            for hit in (not_ours, unreported, *ours):
                client.xadd(STREAM, {"h": encode(hit)})
            client.set(DROPPED, 5)
            async with opened_pipeline(world) as pipeline:
                async with asyncio.timeout(60):
                    while client.xlen(STREAM) > 3:  # noqa: ASYNC110 - Redis tells no other way
                        await asyncio.sleep(0.05)
                await pipeline.digest.catch_up()
                stored = {event.id for event in await pipeline.events()}
                assert pipeline.spool.dropped == 5
            assert stored == {hit.id for hit in ours}
            left = [fields for _, fields in client.xrange(STREAM)]
            assert left == [{b"other": b"field"}, {b"h": encode(not_ours)}, {b"h": encode(unreported)}]


async def test_what_earlier_versions_left_is_looked_through_in_parts_and_again_from_the_beginning(
    redis: RedisServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redis_earlier, "_PAGE", 2)
    monkeypatch.setattr(redis_earlier, "PAGES", 2)
    monkeypatch.setattr(redis_earlier, "EVERY", 0.0)
    looked: list[int] = []

    async def nobodys(entries: Sequence[redis_earlier.Entry]) -> list[redis_earlier.Entry]:
        looked.append(len(entries))
        return []

    monkeypatch.setattr(redis_earlier, "own", nobodys)
    losses = Losses(tmp_path / "losses")
    earlier = redis_earlier.EarlierHits(redis.url, losses)
    with redis.client as client:
        for number in range(5):
            client.xadd(STREAM, {"h": b"%d" % number})
        seen = []
        for _ in range(3):
            await earlier.move(len)
            seen.append(sum(looked))
        client.delete(STREAM)
    earlier.close()
    losses.close()
    assert seen == [4, 5, 9]
