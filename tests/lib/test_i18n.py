"""The language of a request, and its texts, numbers and dates."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from server.lib import i18n
from server.lib.web.datetimes import ago_words, full_words, moment_words, zone_called

NOW = datetime(2025, 11, 4, 13, 5, tzinfo=UTC)
BERLIN = zone_called("Europe/Berlin")


def test_each_language_calls_itself_by_its_own_name() -> None:
    assert i18n.languages() == {"en": "English", "de": "Deutsch", "fr": "Français"}


def test_english_is_the_language_before_another_language_is_chosen_and_after_that_choice_ends() -> None:
    assert i18n.gettext("just now") == "just now"
    with i18n.speaking("de"):
        assert i18n.gettext("just now") == "gerade eben"
        with i18n.speaking("fr"):
            assert i18n.gettext("just now") == "à l’instant"
        assert i18n.language() == "de"
    assert i18n.language() == "en"


def test_an_unsupported_language_is_replaced_by_english() -> None:
    with i18n.speaking("tlh"):
        assert i18n.language() == "en"


def test_an_untranslated_text_is_shown_in_english() -> None:
    with i18n.speaking("de"):
        assert i18n.gettext("%(who)s is 100%% new", who="Bob") == "Bob is 100% new"


@pytest.mark.parametrize(
    ("language", "at", "said"),
    [
        ("de", datetime(2025, 11, 4, 8, 12, tzinfo=UTC), "heute, 09:12"),
        ("de", datetime(2025, 10, 3, 8, 12, tzinfo=UTC), "3. Okt., 10:12"),
        ("de", datetime(2024, 11, 3, 8, 12, tzinfo=UTC), "3. Nov. 2024, 09:12"),
        ("fr", datetime(2025, 11, 3, 8, 12, tzinfo=UTC), "hier, 09:12"),
        ("fr", datetime(2024, 8, 3, 8, 12, tzinfo=UTC), "3 août 2024, 10:12"),
    ],
)
def test_day_and_minute_are_in_alices_time_zone(language: str, at: datetime, said: str) -> None:
    with i18n.speaking(language):
        assert moment_words(at, NOW, BERLIN) == said


@pytest.mark.parametrize(
    ("language", "past", "said"),
    [
        ("de", timedelta(minutes=1), "vor 1 Minute"),
        ("de", timedelta(days=2), "vor 2 Tagen"),
        ("fr", timedelta(hours=23, minutes=59), "il y a 23 heures"),
        ("fr", timedelta(seconds=3), "à l’instant"),
    ],
)
def test_the_time_since_a_moment_is_worded_in_each_language(
    language: str, past: timedelta, said: str
) -> None:
    with i18n.speaking(language):
        assert ago_words(NOW - past, NOW, BERLIN).replace("\N{NO-BREAK SPACE}", " ") == said


def test_a_full_date_and_time_is_written_in_the_german_way() -> None:
    with i18n.speaking("de"):
        assert full_words(NOW, BERLIN) == "04.11.2025, 14:05:00 CET"
