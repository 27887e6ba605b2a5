"""Decode the spool's records by version: a hit, overflow, or a view time."""

from __future__ import annotations

from server.ingest.overflow import OverflowRecord, excess_in
from server.ingest.view_time import ViewTimeRecord, reading_in
from server.verdicts.hits import EXCESS_VERSION, READING_VERSION, Hit, hit_in, unframed

Content = Hit | OverflowRecord | ViewTimeRecord


def content_of(record: bytes) -> Content:
    """Return the content of a record. Raises BadRecord."""
    version, body = unframed(record)
    if version == EXCESS_VERSION:
        return excess_in(body)
    return reading_in(body) if version == READING_VERSION else hit_in(body)
