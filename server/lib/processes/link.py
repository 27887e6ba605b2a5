"""Connects two processes of a server by a socket: they exchange the Hub's items, and tell what has happened.

Each frame is a line of JSON. What is sent never waits for the other process: if that one does not read,
items are dropped, and it is told so later. Then, and after a restart, its subscribers look for themselves.
"""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Callable, Mapping
from typing import Any, cast

import msgspec

from server.lib import metrics
from server.lib.hub import Hub

log = logging.getLogger(__name__)

MOST_UNSENT = 1 << 18  # bytes
ARRIVALS_EVERY = 0.02  # seconds: one word about hits stands for all that came since the last
COUNTS_EVERY = 0.5
_ITEMS_A_FRAME = 200  # so that the other process does not stop for long to read them
_LONGEST = 1 << 20

_ITEMS, _ARRIVED, _COUNTS, _READY, _MISSED = "items", "arrived", "counts", "ready", "missed"
_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(tuple[str, Any]).decode


class Link(asyncio.Protocol):
    """One end of the socket. Items that are shared on `hub` go to the other end, and are delivered there.

    `on_arrival` is called when the other process says that hits have arrived, `on_ready` when it is ready.
    """

    def __init__(
        self,
        hub: Hub,
        on_arrival: Callable[[], None] | None = None,
        on_ready: Callable[[], None] | None = None,
    ) -> None:
        self._hub = hub
        self._on_arrival, self._on_ready = on_arrival or _nothing, on_ready or _nothing
        self._loop = asyncio.get_running_loop()
        self._transport: asyncio.Transport | None = None
        self._items: list[tuple[str, str]] = []
        self._full = self._missed = False
        self._arrivals: asyncio.TimerHandle | None = None
        self._more_arrived = False
        self._rest = b""
        self._counted: Mapping[str, int] = metrics.snapshot()
        self.ended = asyncio.Event()  # set when the other process has ended, or `close` was called

    @property
    def unsent(self) -> int:
        """How many bytes wait for the other process to read them."""
        return self._transport.get_write_buffer_size() if self._transport else 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to exchange items."""
        self._transport = cast("asyncio.Transport", transport)
        self._transport.set_write_buffer_limits(MOST_UNSENT)
        self._hub.attach(self._share)

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop exchanging items."""
        self._hub.detach(self._share)
        self._transport = None
        self.ended.set()

    def pause_writing(self) -> None:
        """Drop what is to be sent from now on."""
        self._full = True

    def resume_writing(self) -> None:
        """Tell the other process if it missed something."""
        self._full = False
        if self._missed:
            self._missed = False
            self._send(_MISSED)

    def ready(self) -> None:
        """Tell the other process that this one is ready."""
        self._send(_READY)

    def arrived(self) -> None:
        """Tell the other process that hits have arrived, at most once in ARRIVALS_EVERY."""
        if self._arrivals is not None:
            self._more_arrived = True
            return
        self._send(_ARRIVED)
        self._arrivals = self._loop.call_later(ARRIVALS_EVERY, self._arrivals_again)

    async def tell_counts(self) -> None:
        """Add what this process counts to the counts of the other one, until cancelled."""
        while True:
            await asyncio.sleep(COUNTS_EVERY)
            now = metrics.snapshot()
            grown = {name: number - self._counted.get(name, 0) for name, number in now.items()}
            grown = {name: number for name, number in grown.items() if number}
            if grown and self._send(_COUNTS, grown):
                self._counted = now

    def close(self) -> None:
        """Close the socket, by which the other process learns that it is to end."""
        if self._transport:
            self._transport.close()

    def data_received(self, data: bytes) -> None:
        """Take in what the other process has sent."""
        *frames, self._rest = (self._rest + data).split(b"\n")
        for frame in frames:
            self._take(frame)
        if len(self._rest) > _LONGEST:
            log.error("the other process sends what cannot be read")
            self.close()

    def _take(self, frame: bytes) -> None:
        kind, value = _decode(frame)
        if kind == _ITEMS:
            for topic, item in value:
                self._hub.forward(topic, item)
        elif kind == _ARRIVED:
            self._on_arrival()
        elif kind == _COUNTS:
            for name, number in value.items():
                metrics.count(name, number)
        else:
            self._hub.stir()
            if kind == _READY:
                self._on_ready()

    def _share(self, topic: str, item: str) -> None:
        if not self._items:
            self._loop.call_soon(self._send_items)  # together with what else is shared in this turn
        self._items.append((topic, item))

    def _send_items(self) -> None:
        items, self._items = self._items, []
        for start in range(0, len(items), _ITEMS_A_FRAME):
            self._missed |= not self._send(_ITEMS, items[start : start + _ITEMS_A_FRAME])

    def _arrivals_again(self) -> None:
        self._arrivals = None
        if self._more_arrived:
            self._more_arrived = False
            self.arrived()

    def _send(self, kind: str, value: object = None) -> bool:
        if self._full or self._transport is None:
            return False
        self._transport.write(_encode((kind, value)) + b"\n")
        return True


async def linked(link: Link, end: socket.socket) -> None:
    """Connect a link to its end of the socket."""
    end.setblocking(False)
    await asyncio.get_running_loop().create_unix_connection(lambda: link, sock=end)


def _nothing() -> None:
    """Stand in for a listener."""
