"""Publishes items over Redis, so that subscribers on every node receive them.

An item waits in its node until Redis has taken it. A node that is not connected to Redis at that time does
not receive the item, so a subscriber that must not miss anything also reads the database.
"""

from __future__ import annotations

import asyncio
import json
import logging
import secrets
from collections import deque

from redis import RedisError
from redis.asyncio import Redis

from server.lib.hub import Hub
from server.lib.installation import installation_once_known
from server.lib.log_throttle import ThrottledLogger
from server.lib.redis.names import Names
from server.lib.redis.reasons import advice_on

log = logging.getLogger(__name__)

_UNSENT = 10_000  # items; beyond that the oldest are dropped
_AGAIN = 0.5  # seconds
_TIMEOUT = 5.0
_PING = 10.0


class RedisHub(Hub):
    """A Hub whose items reach the other nodes while `tend` runs.

    Without `names`, `tend` asks the database for them.
    """

    def __init__(self, url: str, names: Names | None = None) -> None:
        super().__init__()
        self._names = names
        self._url = url
        self._me = secrets.token_hex(8)
        self._unsent: deque[str] = deque(maxlen=_UNSENT)
        self._sendable = asyncio.Event()
        self._warning = ThrottledLogger(log)

    def share(self, topic: str, item: str) -> None:
        """Send `item` to the attached processes and to the other nodes."""
        super().share(topic, item)
        self._send(topic, item)

    def forward(self, topic: str, item: str) -> None:
        """Pass on an item that an attached process has shared, here and to the other nodes."""
        super().forward(topic, item)
        self._send(topic, item)

    def _send(self, topic: str, item: str) -> None:
        self._unsent.append(json.dumps([self._me, topic, item]))
        self._sendable.set()

    async def tend(self) -> None:
        """Exchange items with the other nodes until cancelled."""
        names = self._names or Names(await installation_once_known())
        while True:
            redis = Redis.from_url(self._url, protocol=2, socket_timeout=_TIMEOUT)
            try:
                await self._in_touch(redis, names.hub)
            except (RedisError, OSError, TimeoutError) as error:
                self._warning.warn(
                    "Redis is unreachable, so this node hears nothing from the others: %s",
                    advice_on(error) or error,
                )
            finally:
                await redis.aclose()
            await asyncio.sleep(_AGAIN)

    async def _in_touch(self, redis: Redis, name: str) -> None:
        speaking = asyncio.create_task(self._speak(redis, name))
        try:
            async with redis.pubsub() as channel:
                await channel.subscribe(name)
                while not speaking.done():
                    message = await channel.get_message(ignore_subscribe_messages=True, timeout=1.0)
                    if message:
                        self._heard(message["data"])
            await speaking
        finally:
            speaking.cancel()
            await asyncio.gather(speaking, return_exceptions=True)

    async def _speak(self, redis: Redis, name: str) -> None:
        while True:
            try:
                await asyncio.wait_for(self._sendable.wait(), _PING)
            except TimeoutError:
                await redis.ping()  # this detects a connection that died silently
            self._sendable.clear()
            while self._unsent:
                await redis.publish(name, self._unsent[0])
                self._unsent.popleft()

    def _heard(self, data: bytes) -> None:
        origin, topic, item = json.loads(data)
        if origin != self._me:
            self.deliver(topic, item)
