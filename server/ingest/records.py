"""What the spool keeps, by the version of its record: a hit, what came in excess, or a reading."""

from __future__ import annotations

from server.ingest.overflow import OverflowRecord, excess_in
from server.ingest.view_time import ViewTimeRecord, reading_in
from server.verdicts.hits import EXCESS_VERSION, READING_VERSION, Hit, hit_in, unframed

Content = Hit | OverflowRecord | ViewTimeRecord


def content_of(record: bytes) -> Content:
    """What a record holds. Raises BadRecord."""
    version, body = unframed(record)
    if version == EXCESS_VERSION:
        return excess_in(body)
    return reading_in(body) if version == READING_VERSION else hit_in(body)
