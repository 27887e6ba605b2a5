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
COUNTS_EVERY = 0.5  # seconds
_ITEMS_A_FRAME = 200  # so that the other process does not stop for long to read them
_LONGEST = 1 << 20

_ITEMS, _COUNTS, _MISSED = "items", "counts", "missed"
_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(tuple[str, Any]).decode

Handler = Callable[[Any], None]


class ProcessLink(asyncio.Protocol):
    """One end of the socket. Items that are shared on `hub` go to the other end, and are delivered there."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._handlers: dict[str, Handler] = {
            _ITEMS: self._forward,
            _COUNTS: _count,
            _MISSED: lambda _: hub.stir(),
        }
        self._transport: asyncio.Transport | None = None
        self._items: list[tuple[str, str]] = []
        self._full = self._missed = False
        self._rest = b""
        self.received = 0  # grows with all that the other process sends
        self._counted: Mapping[str, int] = metrics.snapshot()
        self.ended = asyncio.Event()  # set when the other process has ended, or `close` was called

    @property
    def unsent(self) -> int:
        """How many bytes wait for the other process to read them."""
        return self._transport.get_write_buffer_size() if self._transport else 0

    def handle(self, name: str, handler: Handler) -> None:
        """Call `handler` with what the other process tells under this name. Call this before `linked`."""
        self._handlers[name] = handler

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
            self.tell(_MISSED)

    def tell(self, name: str, value: object = None) -> bool:
        """Tell the other process something. Returns False if it does not read, or has ended."""
        if self._full or self._transport is None:
            return False
        self._transport.write(_encode((name, value)) + b"\n")
        return True

    async def tell_counts(self) -> None:
        """Add what this process counts to the counts of the other one, until cancelled.

        It also sends if nothing has grown: by that, the other process knows that this one lives.
        """
        while True:
            await asyncio.sleep(COUNTS_EVERY)
            now = metrics.snapshot()
            grown = {name: number - self._counted.get(name, 0) for name, number in now.items()}
            grown = {name: number for name, number in grown.items() if number}
            if self.tell(_COUNTS, grown):
                self._counted = now

    def close(self) -> None:
        """Close the socket, by which the other process learns that it is to end."""
        if self._transport:
            self._transport.close()

    def data_received(self, data: bytes) -> None:
        """Take in what the other process has sent."""
        self.received += len(data)
        *frames, self._rest = (self._rest + data).split(b"\n")
        for frame in frames:
            self._take(frame)
        if len(self._rest) > _LONGEST:
            log.error("the other process sends what cannot be read")
            self.close()

    def _take(self, frame: bytes) -> None:
        name, value = _decode(frame)
        self._handlers[name](value)

    def _forward(self, items: list[tuple[str, str]]) -> None:
        for topic, item in items:
            self._hub.forward(topic, item)

    def _share(self, topic: str, item: str) -> None:
        if not self._items:
            # Together with what else is shared in this turn of the loop.
            asyncio.get_running_loop().call_soon(self._send_items)
        self._items.append((topic, item))

    def _send_items(self) -> None:
        items, self._items = self._items, []
        for start in range(0, len(items), _ITEMS_A_FRAME):
            self._missed |= not self.tell(_ITEMS, items[start : start + _ITEMS_A_FRAME])


async def linked(link: ProcessLink, end: socket.socket) -> None:
    """Connect a link to its end of the socket."""
    end.setblocking(False)
    await asyncio.get_running_loop().create_unix_connection(lambda: link, sock=end)


def _count(grown: Mapping[str, int]) -> None:
    for name, number in grown.items():
        metrics.count(name, number)
