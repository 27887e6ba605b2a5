"""The owner of the server is told if the background work keeps stopping; nobody else is."""

from __future__ import annotations

from server.dashboard import problems
from server.lib.processes.restarts import OFTEN, Restarts
from tests.dashboard.test_list import text_of
from tests.world import World

NOTICE = "The background work keeps stopping"


async def test_alice_owns_the_server_and_reads_that_its_background_work_keeps_stopping(world: World) -> None:
    alice, bob = await world.browser_of(world.alice), await world.browser_of(world.bob)
    async with world.app.app_context():
        before = problems.mark_of(await problems.of(world.alice, 0))
        assert NOTICE not in await text_of(alice, "/problems")
        for _ in range(OFTEN):
            world.runtime[Restarts].pause_after(60.0)
        assert problems.mark_of(await problems.of(world.alice, 0)) != before
    for page in ("/problems", "/"):
        assert NOTICE in await text_of(alice, page)
        assert NOTICE not in await text_of(bob, page)
