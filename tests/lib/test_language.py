"""Sentences that were stored in English are shown in another language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.lib import i18n
from server.lib.language import Language, retold, retold_all

GERMAN = Language(
    {
        "Google is busy ({status}).": "Google ist überlastet ({status}).",
        "Google could not be reached ({why}).": "Google war nicht zu erreichen ({why}).",
        "“{program}” is no browser.": "„{program}“ ist kein Browser.",
        "Google's sign-in is busy.": "Googles Anmeldung ist überlastet.",
        "{seconds} s late.": "zu spät.",
    }
)

CASES = [
    ("Google's sign-in is busy.", "Googles Anmeldung ist überlastet."),
    ("Google is busy (503).", "Google ist überlastet (503)."),
    ("Google could not be reached (gone (503)).", "Google war nicht zu erreichen (gone (503))."),
    ("“Google is busy (503).” is no browser.", "„Google is busy (503).“ ist kein Browser."),
    ("“two\nlines {program} \\1” is no browser.", "„two\nlines {program} \\1“ ist kein Browser."),
    ("A sentence of a newer server.", "A sentence of a newer server."),
    ("Google is busy (503). And more.", "Google is busy (503). And more."),
    ("3.0 s late.", "3.0 s late."),
    ("", ""),
]


@pytest.mark.parametrize(("english", "german"), CASES)
def test_what_was_stored_in_english_is_told_in_german(english: str, german: str) -> None:
    assert GERMAN.retold(english) == german


def test_what_was_stored_is_told_in_the_language_that_is_spoken() -> None:
    stored = "Google's answer made no sense. Connect Gmail in the settings, then try again."
    assert retold_all(stored) == stored
    with i18n.speaking("de"):
        assert retold_all(stored).startswith("Googles Antwort ergab keinen Sinn. Verbinden Sie Gmail")
        assert retold("A sentence of a newer server.") == "A sentence of a newer server."


@given(st.text())
def test_no_sentence_breaks_it(sentence: str) -> None:
    assert isinstance(GERMAN.retold(sentence), str)


@given(st.text(min_size=1))
def test_a_programs_own_name_is_quoted_as_it_is(name: str) -> None:
    told = GERMAN.retold(f"“{name}” is no browser.")
    assert told.startswith("„")
    assert told.endswith("“ ist kein Browser.")
