"""Decodes the spool's records by version: a hit, overflow, or a view time."""

from __future__ import annotations

from server.ingest.overflow import OverflowRecord, overflow_in
from server.ingest.view_time import ViewTimeRecord, view_time_in
from server.verdicts.hits import OVERFLOW_VERSION, VIEW_TIME_VERSION, Hit, hit_in, unframed

Content = Hit | OverflowRecord | ViewTimeRecord


def content_of(record: bytes) -> Content:
    """Return the content of a record. Raises BadRecord."""
    version, body = unframed(record)
    if version == OVERFLOW_VERSION:
        return overflow_in(body)
    return view_time_in(body) if version == VIEW_TIME_VERSION else hit_in(body)
