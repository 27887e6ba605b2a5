"""Ends loops that would otherwise wait forever, such as event streams, when the process shuts down.

A server waits for its open connections before it exits, and an event stream would stay open. So a signal
handler sets an Event that such loops watch, then calls the handler that the server had installed.
"""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any
from weakref import WeakKeyDictionary

_SIGNALS = (signal.SIGTERM, signal.SIGINT)
_events: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Event] = WeakKeyDictionary()


def stopping() -> asyncio.Event:
    """Return the running event loop's Event, which is set when the process is asked to end."""
    return _events.setdefault(asyncio.get_running_loop(), asyncio.Event())


async def first(*waits: Coroutine[Any, Any, object]) -> None:
    """Wait until one of these has ended, and cancel the others."""
    tasks = [asyncio.create_task(each) for each in waits]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        task.cancel()


async def ended_before(stop: asyncio.Event, work: Coroutine[Any, Any, None]) -> bool:
    """Run `work` until it ends or `stop` is set. Returns whether it has ended; raises its error."""
    working = asyncio.create_task(work)
    await first(stop.wait(), asyncio.wait({working}))
    has_ended = working.done()
    working.cancel()
    await asyncio.gather(working, return_exceptions=not has_ended)
    return has_ended


@contextmanager
def watched() -> Iterator[asyncio.Event]:
    """Set `stopping()` on SIGTERM or SIGINT inside the block, and at the end of the block.

    Enter the block in the event loop, after the server has set its own handlers. Outside the main thread
    signals cannot be watched: there the Event is set only at the end of the block.
    """
    event = stopping()
    chained = _chain(asyncio.get_running_loop(), event) if _in_main_thread() else {}
    try:
        yield event
    finally:
        event.set()
        for number, handler in chained.items():
            signal.signal(number, handler)


def _chain(loop: asyncio.AbstractEventLoop, event: asyncio.Event) -> dict[int, signal.Handlers]:
    before = {number: signal.getsignal(number) for number in _SIGNALS}

    def handle(number: int, frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(event.set)
        earlier = before[signal.Signals(number)]
        if callable(earlier):
            earlier(number, frame)

    for number in _SIGNALS:
        signal.signal(number, handle)
    return before  # type: ignore[return-value]


def _in_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()
