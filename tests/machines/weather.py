"""A day's weather: what may happen to a machine, in random order, to be repeated from a seed.

Each trouble has a beginning and an end. While one or several last, readers keep coming; what they were
answered is remembered here and not on the machine.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tests.faults.pace import Pace

PROXIED = 10_000_000  # the number of the first hit through the proxy
RATE = 20  # hits a second, of readers who come directly and of those who come through the proxy


def nothing() -> None:
    """Nothing has to be put right."""


@dataclass(frozen=True)
class Trouble:
    """What may happen. `begin` and `end` may take seconds; `lasts`: it goes on until `end` is called."""

    name: str
    begin: Callable[[], object]
    end: Callable[[], object] = nothing
    lasts: bool = True


@dataclass
class Weather:
    """The troubles of one machine, and which of them last just now. `pause`: seconds between two changes."""

    troubles: Sequence[Trouble]
    seed: int
    pause: tuple[float, float]
    happened: Counter[str] = field(default_factory=Counter)
    story: list[str] = field(default_factory=list)
    lasting: list[Trouble] = field(default_factory=list)

    async def blow(self, changes: int, seconds: float) -> None:
        """Begin and end troubles in the order that the seed gives; then end those that last.

        Goes on for this number of changes, and this time.
        """
        chance, began = random.Random(self.seed), time.monotonic()
        try:
            while len(self.story) < changes or time.monotonic() - began < seconds:
                trouble = chance.choice(self.troubles)
                await self._change(trouble, time.monotonic() - began)
                await asyncio.sleep(chance.uniform(*self.pause))
        finally:
            for trouble in list(self.lasting):
                await self._change(trouble, time.monotonic() - began)

    async def _change(self, trouble: Trouble, at: float) -> None:
        ends = trouble in self.lasting
        self.story.append(f"{at:7.1f} s  {trouble.name}{' ends' if ends else ''}")
        if ends:
            self.lasting.remove(trouble)
        else:
            self.happened[trouble.name] += 1
            if trouble.lasts:
                self.lasting.append(trouble)
        await asyncio.to_thread(trouble.end if ends else trouble.begin)


@dataclass
class Readers:
    """Those who come directly, and those who come through the proxy on `proxy`."""

    urls: Sequence[str]
    port: int
    proxy: int
    asked: set[int] = field(default_factory=set)
    answered: set[int] = field(default_factory=set)
    refused: list[str] = field(default_factory=list)  # by the server itself: neither image nor target

    async def come(self, over: asyncio.Event) -> None:
        """Let them come at a steady pace until it is over, and wait for the last of them."""
        through = [url.replace(f":{self.port}/", f":{self.proxy}/") for url in self.urls]
        second = 0
        async with asyncio.TaskGroup() as seconds:
            while not over.is_set():
                for urls, first in ((self.urls, 0), (through, PROXIED)):
                    seconds.create_task(self._second(urls, first + second * RATE))
                second += 1
                await asyncio.sleep(1)

    async def _second(self, urls: Sequence[str], first: int) -> None:
        self.asked |= set(range(first, first + RATE))
        pace = Pace(urls, RATE, first)
        await pace.run(1)
        self.answered |= pace.answered
        if first < PROXIED:
            self.refused += [head for head in pace.failed if head.startswith("HTTP/")]
