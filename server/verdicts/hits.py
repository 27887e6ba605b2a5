"""Defines a hit, one load of a pixel or one request for a link, and its record in the spool.

A record is the version (1 byte), the CRC-32 of the JSON (4 bytes, big-endian), and a JSON array in UTF-8.
"""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from uuid import UUID

import msgspec

from server.lib import clock

VERSION = 1
OVERFLOW_VERSION = 2  # see overflow.py
VIEW_TIME_VERSION = 3  # see view_time.py
_VERSIONS = (VERSION, OVERFLOW_VERSION, VIEW_TIME_VERSION)
DECOY_URL = "sightline:decoy"  # of a click on the decoy: not a web address, so no link of a mail has it
UNKNOWN_ACCOUNT = 0  # for the pixel of a manual message, whose URL names only the message
MAX_AGENT = 1024
MAX_REFERER = 2048
MAX_VALUE = 256
MAX_CLIENT_HINTS = 12
HEADERS = frozenset(
    {
        *("accept", "accept-encoding", "accept-language", "dnt", "from", "range", "save-data", "via"),
        *("purpose", "sec-purpose", "x-purpose", "x-moz", "x-requested-with"),
        *("sec-fetch-dest", "sec-fetch-mode", "sec-fetch-site", "sec-fetch-user"),
    }
)
_HINTS = "sec-ch-ua"
_FRAME = struct.Struct(">BI")
_noise = random.Random().getrandbits  # noqa: S311 - ids have to be unique, not secret
_EPOCH = clock.from_unix(0)


class BadRecord(Exception):
    """Bytes that are not a valid record: cut off, damaged, or of an unknown version."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One request for a pixel or link.

    `at` is in unix microseconds; `recipient` is 0 if unknown; the names in `headers` are in lower case.
    """

    id: UUID
    at: int
    kind: str  # open | click
    account: int
    message: UUID
    recipient: int
    url: str
    address: str
    user_agent: str
    referer: str
    method: str
    headers: dict[str, str]

    @property
    def moment(self) -> datetime:
        """When the hit was received, as an aware datetime in UTC, to the microsecond."""
        return moment_of(self.at)

    @property
    def is_decoy(self) -> bool:
        """Whether the hit is a click on the decoy: see docs/tokens.md."""
        return self.url == DECOY_URL


Fields = tuple[UUID | str, int, str, int, UUID | str, int, str, str, str, str, str, dict[str, str]]
_to_json = msgspec.json.Encoder(uuid_format="hex").encode
_from_json = msgspec.json.Decoder(
    tuple[UUID, int, str, int, UUID, int, str, str, str, str, str, dict[str, str]]
).decode


@lru_cache(maxsize=8192)
def moment_of(at: int) -> datetime:
    """Convert unix microseconds to a datetime. Cached, because digesting a hit needs it a dozen times."""
    return _EPOCH + timedelta(microseconds=at)


def new_id(at: int) -> UUID:
    """Return a new id that sorts by time: UUID version 7 (RFC 9562) for `at` in unix microseconds."""
    return UUID(new_hex(at))


def new_hex(at: int) -> str:
    """Return a new id, as `new_id` does, but as 32 hex digits, which are enough for a record."""
    milliseconds, micros = divmod(at, 1000)
    value = (milliseconds & 0xFFFF_FFFF_FFFF) << 80 | 0x7 << 76 | (micros * 4096 // 1000) << 64
    return f"{value | 0b10 << 62 | _noise(62):032x}"


def wanted_headers(received: Mapping[str, str]) -> dict[str, str]:
    """Return the headers that help to tell people from machines, truncated. Names are in lower case."""
    if not received:
        return {}
    kept = {name: value[:MAX_VALUE] for name, value in received.items() if name in HEADERS}
    hints = [name for name in received if name.startswith(_HINTS) and len(name) <= 40]
    if hints:
        kept |= {name: received[name][:MAX_VALUE] for name in hints[:MAX_CLIENT_HINTS]}
    return kept


def encode(hit: Hit) -> bytes:
    """Return the record of a hit."""
    return record(
        (
            hit.id, hit.at, hit.kind, hit.account, hit.message, hit.recipient,
            hit.url, hit.address, hit.user_agent, hit.referer, hit.method, hit.headers,
        )
    )  # fmt: skip


def record(fields: Fields) -> bytes:
    """Return the record of a hit, given as the fields of Hit in order; ids may be 32 hex digits."""
    return framed(VERSION, _to_json(fields))


def decode(record: bytes) -> Hit:
    """Return the hit of a record. Raises BadRecord."""
    version, body = unframed(record)
    if version != VERSION:
        raise BadRecord("not a hit")
    return hit_in(body)


def hit_in(body: bytes) -> Hit:
    """Return the hit in the body of a record. Raises BadRecord."""
    try:
        return Hit(*_from_json(body))
    except msgspec.MsgspecError as error:
        raise BadRecord(f"not a hit: {error}") from None


def framed(version: int, body: bytes) -> bytes:
    """Return a record that consists of the version, the checksum and `body`."""
    return _FRAME.pack(version, zlib.crc32(body)) + body


def unframed(record: bytes) -> tuple[int, bytes]:
    """Return the version and the body of a record. Raises BadRecord if the record is damaged."""
    if len(record) < _FRAME.size:
        raise BadRecord("cut off")
    version, checksum = _FRAME.unpack_from(record)
    body = record[_FRAME.size :]
    if version not in _VERSIONS:
        raise BadRecord(f"version {version} is not known")
    if zlib.crc32(body) != checksum:
        raise BadRecord("damaged: the checksum differs")
    return version, body
