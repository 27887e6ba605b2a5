"""Waits for conditions that cannot be signalled: docs/decisions/037-tests-wait-for-causes.md."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")
TIMEOUT_S = 60.0  # for what must happen, however busy the machine is
LOOK_S = 0.2


async def until(look: Callable[[], Awaitable[T]], good: Callable[[T], object]) -> T:
    """Return the result of `look` as soon as `good` accepts it. Fails with the last result after a minute."""
    end = time.monotonic() + TIMEOUT_S
    while not good(found := await look()):
        assert time.monotonic() < end, f"it never came to that: {found}"
        await asyncio.sleep(LOOK_S)
    return found
