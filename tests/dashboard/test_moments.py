"""Times are written for people, in the viewer's time zone."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.lib.web.datetimes import ago_words, full_words, moment_words, zone_called

NOW = datetime(2025, 11, 4, 13, 5, tzinfo=UTC)
BERLIN = zone_called("Europe/Berlin")


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (datetime(2025, 11, 4, 13, 5, tzinfo=UTC), "today, 14:05"),
        (datetime(2025, 11, 3, 23, 30, tzinfo=UTC), "today, 00:30"),
        (datetime(2025, 11, 3, 8, 12, tzinfo=UTC), "yesterday, 09:12"),
        (datetime(2025, 11, 5, 8, 0, tzinfo=UTC), "tomorrow, 09:00"),
        (datetime(2025, 10, 3, 8, 12, tzinfo=UTC), "3 Oct, 10:12"),
        (datetime(2024, 11, 3, 8, 12, tzinfo=UTC), "3 Nov 2024, 09:12"),
    ],
)
def test_a_moment_is_shown_as_day_and_minute(at: datetime, said: str) -> None:
    assert moment_words(at, NOW, BERLIN) == said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "just now"),
        (-20, "just now"),
        (59, "just now"),
        (60, "1 minute ago"),
        (3599, "59 minutes ago"),
        (7200, "2 hours ago"),
        (86_400, "1 day ago"),
        (86_400 * 6.9, "6 days ago"),
        (86_400 * 7, "28 Oct, 14:05"),
        (-86_400, "tomorrow, 14:05"),
    ],
)
def test_the_time_since_a_moment_is_shown_in_words(seconds: float, said: str) -> None:
    assert ago_words(NOW - timedelta(seconds=seconds), NOW, BERLIN) == said


@given(st.integers(0, 4_000_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC)))
def test_any_date_and_time_can_be_shown(at: datetime) -> None:
    assert at.astimezone(BERLIN).strftime("%H:%M") in moment_words(at, NOW, BERLIN)
    assert ago_words(at, NOW, BERLIN)


@pytest.mark.parametrize("name", ["", "Nowhere/Atlantis", "Europe", "../etc/passwd", "\0"])
def test_an_invalid_time_zone_is_replaced_by_utc(name: str) -> None:
    assert zone_called(name) is UTC


def test_the_tooltip_contains_the_full_date_and_time() -> None:
    assert full_words(NOW, BERLIN) == "4 Nov 2025, 14:05:00 CET"
