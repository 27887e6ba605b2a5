"""The months into which events are partitioned begin at midnight, UTC."""

from __future__ import annotations

from datetime import UTC, datetime

from server.events.rows.partitions import months


def test_the_months_to_partition_are_consecutive_and_start_with_the_current_month() -> None:
    start = datetime(2026, 11, 30, 23, 59, tzinfo=UTC)
    assert [each.isoformat() for each in months(start, 4)] == [
        "2026-11-01T00:00:00+00:00",
        "2026-12-01T00:00:00+00:00",
        "2027-01-01T00:00:00+00:00",
        "2027-02-01T00:00:00+00:00",
    ]
    assert list(months(start, 0)) == []
