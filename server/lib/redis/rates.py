"""Adds up the rates of several nodes through Redis, without making a caller wait for Redis.

Each node has its own counts. Once the count of a key reaches a tenth of the limit, the node adds its uses of
the key to a total in Redis ten times a second, and reads the total of all nodes. So the nodes together admit
the limit plus the uses between two exchanges. While Redis is unreachable, each node limits only by its own
counts.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b

from redis import RedisError
from redis.asyncio import Redis

from server.lib.installation import installation_once_known
from server.lib.log_throttle import ThrottledLogger
from server.lib.rates import MINUTE, Rate
from server.lib.redis.names import Names
from server.lib.redis.reasons import advice_on

log = logging.getLogger(__name__)

EVERY = 0.1  # seconds
MOST = 10_000  # keys at a time; further ones are counted on this node only
_TIMEOUT = 1.0
_KEPT = int(2 * MINUTE)

_Key = tuple[str, Hashable]  # name of the rate, key


@dataclass(slots=True)
class _Minute:
    minute: int = -1
    announced: set[_Key] = field(default_factory=set)  # keys whose counts this node shares
    unsent: dict[_Key, int] = field(default_factory=dict)


class SharedRates:
    """Adds up `rates` with those of the same names on other nodes, while `tend` runs.

    Without `names`, `tend` asks the database for the names in Redis.
    """

    def __init__(self, url: str, rates: Mapping[str, Rate], names: Names | None = None) -> None:
        self._names = names
        self._url = url
        self._rates = rates
        self._now = _Minute()
        self._warning = ThrottledLogger(log)
        for name, rate in rates.items():
            rate.share = partial(self._hear, name)

    async def tend(self) -> None:
        """Exchange counts ten times a second until cancelled."""
        self._names = self._names or Names(await installation_once_known())
        redis = Redis.from_url(
            self._url, protocol=2, socket_timeout=_TIMEOUT, socket_connect_timeout=_TIMEOUT
        )
        try:
            while True:
                await asyncio.sleep(EVERY)
                try:
                    await self.exchange(redis)
                except (RedisError, OSError, TimeoutError) as error:
                    self._warning.warn(
                        "Redis is unreachable, so this node counts rates on its own: %s",
                        advice_on(error) or error,
                    )
        finally:
            await redis.aclose()

    async def exchange(self, redis: Redis) -> None:
        """Send this node's new counts and receive the totals.

        Counts that could not be sent are sent by the next exchange.
        """
        present = self._now
        if not present.unsent or not self._names:
            return
        unsent, present.unsent = present.unsent, {}
        try:
            numbers = await self._add(redis, self._names, present.minute, unsent)
        except BaseException:
            for each, number in unsent.items():
                present.unsent[each] = present.unsent.get(each, 0) + number
            raise
        for (name, key), number in zip(unsent, numbers, strict=True):
            waiting = present.unsent.get((name, key), 0)  # counted during the exchange
            self._rates[name].raise_to(key, present.minute, number + waiting)

    def _hear(self, name: str, key: Hashable, minute: int, counted: int) -> None:
        if minute != self._now.minute:
            self._now = _Minute(minute)
        present, whose = self._now, (name, key)
        if whose in present.announced:
            present.unsent[whose] = present.unsent.get(whose, 0) + 1
        elif len(present.announced) < MOST:
            present.announced.add(whose)
            present.unsent[whose] = counted

    @staticmethod
    async def _add(redis: Redis, names: Names, minute: int, unsent: Mapping[_Key, int]) -> list[int]:
        async with redis.pipeline(transaction=False) as pipeline:
            for (name, key), number in unsent.items():
                place = names.rate(minute, name, _digest(key))
                pipeline.incrby(place, number)
                pipeline.expire(place, _KEPT)
            return [int(number) for number in (await pipeline.execute())[::2]]


def _digest(key: Hashable) -> str:
    return blake2b(repr(key).encode(), digest_size=16).hexdigest()
