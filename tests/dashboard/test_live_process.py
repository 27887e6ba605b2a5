"""The event stream of a real server process gets changes from another process and does not delay exit."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

import httpx
import pytest

from server.lib import clock
from tests.serving import Server
from tests.world import World, opened_world


@pytest.fixture
def server(tmp_path: Path) -> Server:
    """A server that is not started yet."""
    return Server(tmp_path / "data", {"SANDBOX_URL": "http://127.0.0.1:9"})


async def test_a_real_server_sends_another_process_changes_and_stops_despite_a_live_page(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TEST_DATABASE_URL", raising=False)
    server.data.mkdir()
    with server:
        async with (
            opened_world(server.data) as world,
            httpx.AsyncClient(base_url=server.url, timeout=60) as client,
        ):
            cookies = await _signed_in(world)
            async with client.stream("GET", "/live", headers={"Cookie": cookies}) as answer:
                assert answer.status_code == 200
                lines = answer.aiter_lines()
                message = await world.sends(world.alice, updated_at=clock.now())
                async with asyncio.timeout(60):
                    async for line in lines:
                        if line == f"event: message-{message.id}":
                            break
                assert await asyncio.to_thread(server.stop, signal.SIGTERM) == 0


async def _signed_in(world: World) -> str:
    visitor = await world.browser_of(world.alice)
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in visitor.client.cookie_jar or ())
