"""Two web nodes and two workers on PostgreSQL and Redis; one of each is killed under load."""

from __future__ import annotations

import asyncio
import signal
import time
from pathlib import Path

import httpx
import pytest

from tests.faults.load import Load
from tests.faults.table import record
from tests.faults.visitor import sign_in
from tests.nodes.cluster import Cluster, cluster


@pytest.mark.timeout(240)
async def test_no_answered_hit_is_lost_or_duplicated_when_a_node_and_a_worker_are_killed(
    tmp_path: Path,
) -> None:
    async with cluster(tmp_path) as all_of_it:
        await _alice_hears_on_one_node_what_the_other_was_asked(all_of_it)
        pixels = await asyncio.to_thread(all_of_it.marked, 50)
        for worker in all_of_it.workers:
            await worker.ready()
        loads = [Load(pixels[0], first=100_000), Load(pixels[1], first=200_000)]
        readers = [asyncio.create_task(load.run(5000)) for load in loads]
        await loads[0].until(300)
        await all_of_it.taken_by(all_of_it.workers[0])
        all_of_it.workers[0].stop(signal.SIGKILL)
        await loads[0].until(900)
        all_of_it.nodes[0].stop(signal.SIGKILL)
        await asyncio.gather(*readers)
        answered = loads[0].answered | loads[1].answered
        await all_of_it.drained()
        found = await all_of_it.store.numbers()
        lost, doubled = len(answered - set(found)), sum(times > 1 for times in found.values())
        result = f"{lost} lost, {doubled} doubled"
        record("two nodes, two workers, one of each killed", f"{len(answered)} answered", result)
        assert 900 <= len(loads[0].answered) < 5000
        assert len(loads[1].answered) == 5000
        assert answered - set(found) == set()
        assert set(found) - {1} <= loads[0].asked | loads[1].asked
        assert set(found.values()) == {1}
        assert await all_of_it.store.counted() == sum(found.values())


async def _alice_hears_on_one_node_what_the_other_was_asked(all_of_it: Cluster) -> None:
    """Alice signs in on the first node and views the second; a pixel is requested from the first."""
    [[there], _] = await asyncio.to_thread(all_of_it.marked, 1)
    async with httpx.AsyncClient(timeout=60) as alice:
        first, second = (node.url for node in all_of_it.nodes)
        await sign_in(alice, first)
        async with alice.stream("GET", f"{second}/live") as live:
            assert live.status_code == 200
            lines = live.aiter_lines()
            async for line in lines:
                if line == "event: list":  # the mail itself was announced; from here on come its events
                    break
            began = time.monotonic()
            await Load([there], readers=1, first=1).run(1)
            async with asyncio.timeout(60):
                async for line in lines:
                    if line.startswith("event: message-"):
                        break
            print(f"heard on the other node after {time.monotonic() - began:.2f} s")
