"""Waiting for what no page shows by itself."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")
WITHIN_S = 60.0
LOOK_S = 0.25


async def comes(look: Callable[[], Awaitable[T]], good: Callable[[T], bool]) -> T:
    """What `look` gives, as soon as it is good; after a minute whatever it is then, for the test to judge."""
    deadline = asyncio.get_running_loop().time() + WITHIN_S
    while True:
        found = await look()
        if good(found) or asyncio.get_running_loop().time() > deadline:
            return found
        await asyncio.sleep(LOOK_S)
