"""A server on Redis whose worker has a process of its own: live pages hear of what the worker has stored."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import httpx

from tests.faults.visitor import PASSWORD, sign_in
from tests.nodes.redis_server import RedisServer
from tests.serving import Server


async def test_a_server_on_redis_tells_its_pages_what_its_worker_has_stored(
    redis: RedisServer, tmp_path: Path
) -> None:
    with Server(tmp_path / "data", {"SPOOL_URL": redis.url}) as server:
        owner = ("alice@sandbox.example", "--role", "owner", "--password", PASSWORD)
        await asyncio.to_thread(server.run, "user", "add", *owner)
        mail = json.loads(await asyncio.to_thread(server.run, "mark"))
        async with httpx.AsyncClient(base_url=server.url, timeout=60) as alice:
            await sign_in(alice)
            async with alice.stream("GET", "/live") as live:
                await alice.get(mail["pixel_url"])
                async with asyncio.timeout(60):
                    async for line in live.aiter_lines():
                        if line == f"event: message-{mail['id']}":
                            break
        shown = json.loads(await asyncio.to_thread(server.run, "show", mail["id"]))
        assert len(shown["events"]) == 1
        assert "Traceback" not in server.log
