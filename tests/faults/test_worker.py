"""The background work runs in a separate process while the server runs."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.faults.conftest import marked, stored
from tests.faults.load import Load
from tests.serving import ROOT, Server


@contextmanager
def worker(server: Server) -> Iterator[subprocess.Popen[bytes]]:
    """Run `sightline worker` on the server's data."""
    command, log = [sys.executable, "-m", "server", "worker"], server.data.with_name("worker.log")
    with (
        log.open("wb") as out,
        subprocess.Popen(command, cwd=ROOT, env=server.environment(), stdout=out, stderr=out) as process,
    ):
        try:
            until = time.monotonic() + 60
            while "working with" not in log.read_text():  # before that it would not handle signals
                assert process.poll() is None, log.read_text()
                assert time.monotonic() < until, log.read_text()
                time.sleep(0.05)
            yield process
        finally:
            process.kill()


@pytest.mark.timeout(180)
async def test_a_worker_stores_no_hit_twice_and_continues_after_the_server_is_killed(
    server: Server,
) -> None:
    pixels, _ = marked(server, 20)
    with worker(server) as beside:
        load = Load(pixels)
        await load.run(600)
        assert len(load.answered) == 600
        readers = asyncio.create_task(Load(pixels, first=1000).run(400))
        await asyncio.sleep(0.05)
        server.stop(signal.SIGKILL)
        await readers
        found = await asyncio.to_thread(stored, server)
        assert load.answered - set(found) == set()
        assert set(found.values()) == {1}
        assert beside.poll() is None
        beside.send_signal(signal.SIGTERM)
        assert await asyncio.to_thread(beside.wait, 10) == 0
