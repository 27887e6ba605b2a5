"""Failures are stored as codes with values, and shown as sentences in the person's language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.failures.codes import FailureCode
from server.failures.wording import TEXTS, failure_sentence, failure_text
from server.lib import i18n
from server.lib.failure import LONGEST, Failure, Value, other, pack, unpack

TAGS = sorted(set(i18n.languages()) - {i18n.ENGLISH})
VALUES: dict[str, Value] = {
    "address": "bob@example.com",
    "code": 550,
    "days": 45,
    "error": "100% (gone)",
    "port": 25,
    "reason": "invalidArgument",
    "seconds": 90,
    "server": "mail.example.com",
    "status": 503,
    "text": "no %(such)s “user”",
}
WORDED: dict[str, Value] = {"duration": 7200, "until": "2026-11-30T08:00:00+00:00"}


def test_every_failure_code_has_a_sentence() -> None:
    assert set(TEXTS) == set(FailureCode) - {FailureCode.OTHER}


@pytest.mark.parametrize("code", TEXTS)
def test_the_sentence_of_each_failure_ends_with_a_full_stop_and_contains_the_failures_values(
    code: FailureCode,
) -> None:
    sentence = failure_sentence(Failure(code, VALUES | WORDED))
    assert sentence.endswith(".")
    for name, value in VALUES.items():
        assert (f"%({name})s" in TEXTS[code]) == (str(value) in sentence)


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("code", TEXTS)
def test_the_sentence_of_each_failure_exists_in_every_language(code: FailureCode, tag: str) -> None:
    failure = Failure(code, VALUES | WORDED)
    english = failure_sentence(failure)
    with i18n.speaking(tag):
        assert failure_sentence(failure) != english


def test_what_google_says_and_its_link_follow_the_sentence_in_the_readers_language() -> None:
    told: dict[str, Value] = {"said": "Enable it", "link": "https://console.cloud.google.com/apis"}
    failure = Failure(FailureCode.API_DISABLED, told)
    assert failure_sentence(failure).endswith(
        "Google says: “Enable it”. See Google’s page: https://console.cloud.google.com/apis"
    )
    with i18n.speaking("de"):
        assert "Google sagt: „Enable it“. Siehe die Seite" in failure_sentence(failure)


def test_several_failures_become_several_sentences() -> None:
    stored = pack([Failure(FailureCode.GOOGLE_BUSY, {"status": 503}), Failure(FailureCode.GIVEN_UP)])
    assert stored == [["google_busy", {"status": 503}], "given_up"]
    assert failure_text(stored) == "Google was busy (503). Sightline stopped trying after a day."
    assert failure_text(None) == ""


def test_a_sentence_stored_before_failures_had_codes_is_shown_unchanged() -> None:
    with i18n.speaking("de"):
        assert failure_text([["other", {"text": "A 100% odd sentence."}]]) == "A 100% odd sentence."


def test_the_log_contains_the_code_and_the_values_of_a_failure() -> None:
    assert (
        str(Failure(FailureCode.GMAIL_REFUSED, {"status": 400, "reason": "x"}))
        == "gmail_refused status=400 reason=x"
    )
    assert str(other("the listener is gone")) == "the listener is gone"


def test_a_failure_with_a_code_that_never_existed_causes_an_error() -> None:
    with pytest.raises(ValueError, match="never_was"):
        failure_text(["never_was"])


@given(st.text())
def test_text_from_another_server_is_stored_up_to_a_limit(said: str) -> None:
    """S5. PostgreSQL cannot store a null character."""
    (found,) = unpack(pack([Failure(FailureCode.SMTP_ANSWERED, {"text": said})]))
    assert found.values["text"] == said[:LONGEST].replace("\x00", "")
