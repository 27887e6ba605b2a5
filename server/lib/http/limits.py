"""Defines the limits of a connection, and decides which connections to close. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

MAX_HEAD: Final = 32_768  # bytes of a request line and its header fields; more is answered with 431
MAX_FIELDS: Final = 128  # header fields of a request; browsers and mail proxies send about 20
MAX_QUEUED: Final = 8  # requests that wait while an earlier one of the same connection is answered
MAX_DISCARDED: Final = 1_048_576  # bytes read from a client after its connection has been refused
SMALL_PIECES: Final = 256  # pieces of a body that may be tiny; beyond these, PIECE bytes on average are due
PIECE: Final = 64

STALL_SECONDS: Final = 20.0  # a client that reads none of its answer for so long is gone, or means harm
# Between two requests of a connection: longer than proxies wait (nginx and AWS: 60), or they send a request
# while we close the connection, and answer 502.
IDLE_SECONDS: Final = 75

MOST: Final = 4096  # open connections: each may hold a form of 64 kB in memory
_RESERVE: Final = 128  # descriptors for files, the database, Google, mail servers and newly accepted clients
_FEWEST: Final = 16
_BACKLOG: Final = 2048
_BATCH: Final = 16  # one in so many of the connections is closed when there is no room

# The longest useful values of fields that describe a client. Parsing takes time that grows with the length,
# so longer values are cut. Fields that carry a secret or an identity are not listed: a part may be another.
LONGEST: Final[Mapping[bytes, int]] = {
    b"accept": 1024,
    b"accept-charset": 256,
    b"accept-encoding": 256,
    b"accept-language": 256,
    b"cache-control": 256,
    b"content-type": 512,
    b"from": 512,
    b"if-match": 1024,
    b"if-modified-since": 128,
    b"if-none-match": 1024,
    b"if-unmodified-since": 128,
    b"last-event-id": 128,
    b"origin": 512,
    b"range": 256,
    b"referer": 2048,
    b"user-agent": 1024,
    b"via": 512,
}
# Proxies append to this field, so its beginning is cut: what the nearest proxy wrote is at its end.
_APPENDED: Final = {b"x-forwarded-for": 2048}
SHORTEST_CUT: Final = min((*LONGEST.values(), *_APPENDED.values()))  # a value of this length is never cut


class Phase(StrEnum):
    """What a connection waits for."""

    HEAD = "head"
    BODY = "body"
    ANSWER = "answer"
    UNREAD = "unread"  # for its client to read what has been sent
    IDLE = "idle"
    ENDING = "ending"  # a refused client is given time to read why


# How many seconds a connection may stay in a phase. Checked once a second, so a head gets 10 at most. The
# application limits the time of a body itself (BODY_TIMEOUT), uvicorn closes idle connections, and an answer
# may take as long as it needs.
_SECONDS: Final = {Phase.HEAD: 9.0, Phase.BODY: 30.0, Phase.ENDING: 2.0}
_NEW_SECONDS: Final = 0.25
_CLOSED_FOR_ROOM: Final = frozenset({Phase.HEAD, Phase.IDLE, Phase.BODY, Phase.UNREAD, Phase.ENDING})


class Standing(NamedTuple):
    """The state of one connection: its phase, since when (seconds of the loop), and its client's address."""

    phase: Phase
    since: float
    address: str


def capacity(descriptors: int) -> int:
    """Return how many connections may be open in a process that may have so many file descriptors.

    Each takes two: one of its own, and one for the file that is sent on it.
    """
    return max(_FEWEST, min(MOST, (descriptors - max(_RESERVE, descriptors // 8)) // 2))


def backlog(descriptors: int) -> int:
    """Return how many connections the system may complete before they are accepted.

    They are accepted all at once, so they have to fit into the reserve.
    """
    return min(_BACKLOG, max(_RESERVE, descriptors // 8) // 2)


def to_close(standings: Sequence[Standing], room: int, spare: int, now: float) -> list[int]:
    """Return the indexes of the connections to close when more than `room` are open, a batch at a time.

    Only connections on which no answer is due, or whose client doesn't read it, are closed: first those of
    the address that has most of them, of these the idle ones, and of these the ones that have waited longest.
    Behind a proxy, all have the proxy's address. The request of a new connection is about to come, so up to
    `spare` more than `room` stay open before a new one is closed.
    """
    if len(standings) <= room:
        return []
    waiting = [index for index, each in enumerate(standings) if each.phase in _CLOSED_FOR_ROOM]
    if len(standings) <= room + spare:
        waiting = [index for index in waiting if now - standings[index].since >= _NEW_SECONDS]
    of_address = Counter(standings[index].address for index in waiting)
    waiting.sort(key=lambda index: _rank(standings[index], of_address))
    return waiting[: len(standings) - room + room // _BATCH]


def _rank(standing: Standing, of_address: Counter[str]) -> tuple[int, bool, float]:
    return -of_address[standing.address], standing.phase is not Phase.IDLE, standing.since


def is_over(phase: Phase, seconds: float) -> bool:
    """Return whether a connection that has been in `phase` for so long is to be closed."""
    return seconds >= _SECONDS.get(phase, float("inf"))


def cut(name: bytes, value: bytes) -> bytes:
    """Return the value of a header field, cut if it describes the client and is longer than is useful."""
    if (longest := LONGEST.get(name)) and len(value) > longest:
        return value[:longest]
    if (longest := _APPENDED.get(name)) and len(value) > longest:
        return value[-longest:]
    return value


def is_dripped(pieces: int, size: int) -> bool:
    """Return whether a body of `size` bytes has come in so many tiny pieces that it only costs time."""
    return pieces > SMALL_PIECES and size < pieces * PIECE
