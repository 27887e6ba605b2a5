"""Defines what an attack is: what it sends on each of its connections, and what the server must not allow."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from tests.attacks.place import Place, Streams

RATE = 20e6  # bytes a second that one attacking connection sends at most


@dataclass(frozen=True)
class Known:
    """What an attacker knows: a pixel of a mail that reached them, what the sign-in page says, a session."""

    pixel: str = "/p/x/x.gif"  # its path
    token: str = ""  # of the form on the sign-in page
    visitor: str = ""  # the cookies that belong to the token
    cookie: str = ""  # the cookies of a session


@dataclass
class Tally:
    """What the attacker's connections saw; `oldest`: the age in seconds that a connection reached."""

    opened: int = 0
    refused: int = 0
    oldest: float = 0.0
    sent: int = 0  # bytes
    answers: dict[str, int] = field(default_factory=dict)  # by status


@dataclass
class Scene:
    """One attack under way, until `ends` on the monotonic clock."""

    place: Place
    known: Known
    ends: float
    tally: Tally = field(default_factory=Tally)

    @property
    def left(self) -> float:
        """Seconds until the attack ends."""
        return self.ends - time.monotonic()

    def head(self, start: str, *lines: str) -> bytes:
        """The head of a request with these lines, not closed by an empty line."""
        return "".join(f"{line}\r\n" for line in (start, f"Host: {self.place.host}", *lines)).encode(
            "latin-1"
        )

    async def send(self, streams: Streams, piece: bytes) -> None:
        """Send bytes, no faster than RATE. Raises OSError once the server has closed."""
        began = time.monotonic()
        streams[1].write(piece)
        await streams[1].drain()
        self.tally.sent += len(piece)
        await asyncio.sleep(max(0.0, len(piece) / RATE - (time.monotonic() - began)))

    async def stream(self, streams: Streams, piece: bytes) -> None:
        """Send this piece again and again, until the server closes or the time is over."""
        while self.left > 0:
            await self.send(streams, piece)

    async def drip(self, streams: Streams, piece: bytes, every: float = 0.5) -> None:
        """Send this piece every half second."""
        while self.left > 0:
            await self.send(streams, piece)
            await asyncio.sleep(every)


Act = Callable[[Scene, Streams], Awaitable[None]]


@dataclass(frozen=True)
class Attack:
    """One kind of attack. `act` sends what it sends on one connection; the attacker then reads until the end.

    `at_once`: connections at a time, in a short and in a full run; a connection that the server closes is
    opened again after `pause` seconds. `closed_within`: the age in seconds at which the server must have
    closed a connection; None if requests are answered. `reads`: whether the attacker reads answers.
    """

    label: str
    act: Act
    at_once: tuple[int, int] = (1, 1)
    closed_within: float | None = None
    reads: bool = True
    pause: float = 0.0
    small_buffer: bool = False  # receive into a tiny buffer, so that the server cannot get rid of its answer
