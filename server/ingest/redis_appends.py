"""Hands records from the event loop to the thread that writes to Redis, and the answers back."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_HAND_OVER = 2.0  # seconds


@dataclass(frozen=True, slots=True)
class Append:
    """A record, and the future that says whether it was kept."""

    record: bytes
    kept: asyncio.Future[bool]

    def answer_like(self, other: asyncio.Future[bool]) -> None:
        """Pass on the answer of another spool, unless nobody waits any more."""
        if not self.kept.done():
            self.kept.set_result(not other.cancelled() and other.result())


def in_loop(
    appends: Sequence[Append], work: Callable[[Sequence[Append]], None], *, wait: bool = False
) -> None:
    """Do `work` in the event loop of these records; `wait` until it is done, but not for ever."""
    done = threading.Event()

    def do() -> None:
        work(appends)
        done.set()

    if appends:
        with contextlib.suppress(RuntimeError):  # the loop has ended: nobody is waiting
            appends[0].kept.get_loop().call_soon_threadsafe(do)
            if wait:
                done.wait(_HAND_OVER)
