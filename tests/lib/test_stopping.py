"""Code that waits without a limit is notified when the process shuts down."""

from __future__ import annotations

import asyncio
import os
import signal
import threading

from server.lib.shutdown import stopping, watched


async def test_a_signal_sets_the_shutdown_event_and_still_reaches_the_previous_handler() -> None:
    heard: list[int] = []
    before = signal.signal(signal.SIGTERM, lambda number, _: heard.append(number))
    try:
        with watched() as stop:
            assert stop is stopping()
            os.kill(os.getpid(), signal.SIGTERM)
            await asyncio.wait_for(stop.wait(), 60)
        assert heard == [signal.SIGTERM]
        os.kill(os.getpid(), signal.SIGTERM)
        assert heard == [signal.SIGTERM] * 2
    finally:
        signal.signal(signal.SIGTERM, before)


async def test_leaving_the_block_that_watches_for_signals_sets_the_shutdown_event() -> None:
    assert not stopping().is_set()
    with watched():
        assert not stopping().is_set()
    assert stopping().is_set()


def test_each_event_loop_has_its_own_shutdown_event() -> None:
    ended: list[bool] = []

    async def wait() -> None:
        with watched():
            ended.append(stopping().is_set())

    for _ in range(2):
        thread = threading.Thread(target=lambda: asyncio.run(wait()))
        thread.start()
        thread.join()
    assert ended == [False, False]
