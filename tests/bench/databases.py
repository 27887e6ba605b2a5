"""Runs a measurement on each kind of database, each time with a folder and a server of its own."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

from tortoise.backends.base.executor import EXECUTOR_CACHE

from tests.migrations import databases

Measure = Callable[[str, str, Path], Awaitable[None]]  # kind, URL of an empty database, folder


def on_each(kinds: Sequence[str], measure: Measure) -> None:
    """Run `measure` on the kinds named on the command line, or on all of `kinds`."""
    for kind in sys.argv[1:] or kinds:
        EXECUTOR_CACHE.clear()  # Tortoise would reuse the SQL of one dialect for the next
        with ExitStack() as stack:
            server = "" if kind == "sqlite" else stack.enter_context(getattr(databases, kind)())
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            asyncio.run(_measure(measure, kind, server, folder))


async def _measure(measure: Measure, kind: str, server: str, folder: Path) -> None:
    url = f"{server}/mail" if server else f"sqlite://{folder / 'mail.db'}"
    if server:
        await databases.create(url)
    await measure(kind, url, folder)
