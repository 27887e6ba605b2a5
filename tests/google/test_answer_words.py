"""How long Google asks to wait, and which of its words are told."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from server.failures.codes import FailureCode as Code
from server.lib.outbox import Transient
from tests.google.googles_answers import (
    CONSOLE,
    at_api,
    at_token,
    newer,
    oauth,
    older,
    words,
)


@pytest.mark.parametrize(
    ("headers", "body", "seconds"),
    [
        ({"retry_after": "7"}, "", 7),
        ({"retry_after": "7", "date": "nonsense"}, "", 7),
        ({"retry_after": "999999999"}, "", 600),
        ({"retry_after": "99999999999999"}, "", None),
        ({"retry_after": "-5"}, "", None),
        ({"retry_after": "0"}, "", None),
        ({"retry_after": "Mon, 30 Nov 2026 12:01:30 GMT"}, "", 90),
        ({"retry_after": "Mon, 30 Nov 2026 11:00:00 GMT"}, "", None),
        # A clock of ours that is an hour slow: Google's own counts.
        ({"retry_after": "Mon, 30 Nov 2026 13:00:30 GMT", "date": "Mon, 30 Nov 2026 13:00:00 GMT"}, "", 30),
        ({}, newer(503, "UNAVAILABLE", "", {"@type": "x/google.rpc.RetryInfo", "retryDelay": "4.5s"}), 4.5),
        ({}, "<p>Please try again in 30 seconds.", 30),
    ],
)
def test_the_pause_that_google_asks_for_is_kept(
    headers: dict[str, str], body: Any, seconds: float | None
) -> None:
    failure = at_api(503, body, **headers)
    assert isinstance(failure, Transient)
    assert failure.wait == (None if seconds is None else timedelta(seconds=seconds))


@pytest.mark.parametrize("time", ["2026-12-01T08:00:00.000Z", "2026-12-01T09:00:00+01:00"])
def test_the_limit_of_sent_mails_lasts_until_the_time_that_gmail_names(time: str) -> None:
    text = f"User-rate limit exceeded.  Retry after {time} (Mail sending)"
    failure = at_api(429, older(429, "rateLimitExceeded", text))
    assert isinstance(failure, Transient)
    assert (failure.reason.code, failure.wait) == (Code.SENDING_LIMIT, timedelta(hours=20))
    assert failure.reason.values["until"] == "2026-12-01T08:00:00+00:00"


def test_a_limit_of_sent_mails_without_a_time_is_tried_again_in_an_hour_and_one_far_off_in_a_day() -> None:
    for text, hours in (
        ("Daily user sending limit exceeded", 1),
        ("Rate limit exceeded. Retry after 2099-01-01T00:00:00Z (Mail sending)", 24),
        ("Rate limit exceeded. Retry after 2020-01-01T00:00:00Z (Mail sending)", 1),
    ):
        failure = at_api(429, older(429, "rateLimitExceeded", text))
        assert isinstance(failure, Transient)
        assert (failure.reason.code, failure.wait) == (Code.SENDING_LIMIT, timedelta(hours=hours))


def test_a_limit_on_reading_with_a_time_does_not_stop_sending() -> None:
    failure = at_api(429, older(429, "rateLimitExceeded", "Retry after 2026-11-30T15:00:00.5Z"))
    assert isinstance(failure, Transient)
    assert (failure.reason.code, failure.wait) == (Code.RATE_LIMIT, timedelta(hours=3, seconds=0.5))


def test_googles_link_and_sentence_are_told() -> None:
    text = f"Gmail API has not been used in project 123 before or it is disabled. Enable it at {CONSOLE} then"
    said = words(at_api(403, older(403, "accessNotConfigured", text)))
    assert said.endswith(f"See Google’s page: {CONSOLE}")
    assert "Google says: “Gmail API has not been used in project 123 before" in said


@pytest.mark.parametrize(
    "link",
    [
        "https://console.developers.google.com.evil.example/x",
        "https://evil.example/console.developers.google.com",
        "http://console.developers.google.com/x",
        "https://console.developers.google.com@evil.example/",
        "https://user:secret@console.developers.google.com/",
        "https://console.developers.google.com:8443/",
        "https://www.google.com/url?q=https://evil.example/",
        "https://sites.google.com/view/evil",
        "https://accounts.google.com/ServiceLogin?continue=https://evil.example/",
        "https://console.developers.google.com\\@evil.example/",
        "https://сonsole.developers.google.com/",  # a Cyrillic letter
        "javascript:alert(1)",
    ],
)
def test_a_link_that_may_lead_elsewhere_is_never_shown(link: str) -> None:
    body = newer(403, "PERMISSION_DENIED", f"Blocked, see {link}", {"links": [{"url": link}]})
    said = words(at_api(403, body | {"error_uri": link}))
    assert "evil" not in said
    assert "://" not in said


def test_a_link_loses_what_could_lead_elsewhere() -> None:
    link = (
        "https://console.cloud.google.com/apis?project=my1&continue=https://evil.example/#https://evil.test"
    )
    said = words(at_api(403, older(403, "accessNotConfigured", f"Visit {link}.")))
    assert said.endswith("https://console.cloud.google.com/apis?project=my1")


@pytest.mark.parametrize(
    "secret",
    [
        "ya29.a0AfB_byC3x",
        "1//0gAbCdEf-xyz",
        "4/0AY0e-g7abcdef",
        "GOCSPX-aBcDeFgH",
        "eyJhbGciOiJSUzI1NiJ9",
        "AIzaSyA1234567890abcdefghijklmnopqrstu",
        "a" * 40,
    ],
)
@pytest.mark.parametrize("status", [400, 403])
def test_a_secret_in_an_answer_is_not_told(secret: str, status: int) -> None:
    at = (
        at_api(status, older(status, "odd", f"Bad token {secret}!")),
        at_token(status, oauth("odd_error", secret)),
    )
    for failure in at:
        assert secret not in words(failure)
        assert secret not in str(failure.reason)


def test_markup_in_an_answer_is_not_told() -> None:
    said = words(at_api(403, older(403, "<b>x</b>", "<script>alert(1)</script>Come <b>here</b>\r\n\x00 now")))
    assert "<" not in said
    assert "alert(1)Come" not in said
    assert "Come here now" in said
