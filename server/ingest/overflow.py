"""Counts overflow, the hits beyond a rate limit. The counts are on disk before the answer; the hits are not.

The overflow of one mail within 10 ms becomes one record in the spool. The record holds a running total: how
many hits on the mail this process has counted as overflow in this minute. So a record that is stored twice,
or after a newer one, changes nothing. The spool grows by at most 100 records of a kind per second and mail.

A record is the version (2), a CRC-32 and a JSON array, framed as the record of a hit is.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

import msgspec

from server.lib import clock
from server.marks.tokens import TokenClaims
from server.verdicts.hits import OVERFLOW_VERSION, BadRecord, framed

MINUTE = 60
GATHER = 0.01  # seconds that a hit beyond the limit waits for others, to share a record with them
MOST = 10_000  # totals at a time; beyond that, counting restarts under another origin


class OverflowRecord(NamedTuple):
    """How many hits on a mail the process `origin` has counted as overflow in a minute (unix time / 60)."""

    origin: str
    minute: int
    kind: str  # open | click
    account: int
    message: UUID
    number: int

    @property
    def at(self) -> int:
        """The start of the minute in unix microseconds."""
        return self.minute * MINUTE * 1_000_000

    @property
    def moment(self) -> datetime:
        """The start of the minute, as an aware datetime in UTC."""
        return clock.from_unix(self.minute * MINUTE)


_to_json = msgspec.json.Encoder(uuid_format="hex").encode
_from_json = msgspec.json.Decoder(tuple[str, int, str, int, UUID, int]).decode


def encode(overflow: OverflowRecord) -> bytes:
    """Return the spool's record of this overflow."""
    return framed(OVERFLOW_VERSION, _to_json(tuple(overflow)))


def overflow_in(body: bytes) -> OverflowRecord:
    """Return the overflow in the body of a record. Raises BadRecord."""
    try:
        return OverflowRecord(*_from_json(body))
    except msgspec.MsgspecError as error:
        raise BadRecord(f"not an overflow: {error}") from None


@dataclass(slots=True)
class _Total:
    origin: str
    minute: int
    number: int = 0
    written: asyncio.Future[bool] | None = None  # resolved by the record that will contain the current number


class OverflowCounter:
    """Counts hits beyond the limits. `append` is the spool's method."""

    def __init__(self, append: Callable[[bytes], asyncio.Future[bool]]) -> None:
        self._append = append
        self._me = secrets.token_hex(8)
        self._epoch = 0
        self._minute = -1
        self._totals: dict[tuple[str, int, UUID], _Total] = {}
        self._unwritten: set[asyncio.Future[bool]] = set()

    def count(self, kind: str, claims: TokenClaims, now: float) -> asyncio.Future[bool]:
        """Count one more hit at `now` (unix seconds).

        The future returns True once the new count is on disk.
        """
        total = self._total((kind, claims.account, claims.message), int(now // MINUTE))
        total.number += 1
        if total.written is None:
            loop = asyncio.get_running_loop()
            total.written = loop.create_future()
            self._unwritten.add(total.written)
            loop.call_later(GATHER, self._write, total, kind, claims)
        return asyncio.shield(total.written)  # other hits wait for the same future

    async def settle(self) -> None:
        """Wait until the spool has answered for all hits counted so far."""
        await asyncio.gather(*self._unwritten, return_exceptions=True)

    def _total(self, key: tuple[str, int, UUID], minute: int) -> _Total:
        if minute != self._minute or len(self._totals) >= MOST:
            self._minute, self._totals = minute, {}
            self._epoch += 1  # a returning mail counts from 0: that must not look like an older record
        return self._totals.setdefault(key, _Total(f"{self._me}{self._epoch:08x}", minute))

    def _write(self, total: _Total, kind: str, claims: TokenClaims) -> None:
        written, total.written = total.written, None
        assert written
        overflow = OverflowRecord(
            total.origin, total.minute, kind, claims.account, claims.message, total.number
        )
        self._append(encode(overflow)).add_done_callback(lambda kept: self._tell(written, kept))

    def _tell(self, written: asyncio.Future[bool], kept: asyncio.Future[bool]) -> None:
        self._unwritten.discard(written)
        if not written.done():
            written.set_result(not kept.cancelled() and kept.result())
