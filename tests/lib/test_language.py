"""A sentence in another language: made there, or told again from what was stored in English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.lib.language import ENGLISH, Language

GERMAN = Language(
    "de",
    words={"{who} opened {mail}": "{who} hat {mail} geöffnet", "Someone": "Jemand", "Opened": ""},
    failures={
        "Google is busy ({status}).": "Google ist überlastet ({status}).",
        "Google could not be reached ({error}).": "Google war nicht zu erreichen ({error}).",
        "“{program}” is no browser.": "„{program}“ ist kein Browser.",
        "Google's sign-in is busy.": "Googles Anmeldung ist überlastet.",
        "{seconds} s late.": "zu spät.",
    },
    decimal=",",
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
    assert ENGLISH.retold(english) == english


def test_a_text_is_filled_and_what_fills_it_stays_as_it_is() -> None:
    names = {"who": "Opened", "mail": "“{who} & Someone”"}
    assert GERMAN.say("{who} opened {mail}", **names) == "Opened hat “{who} & Someone” geöffnet"
    assert ENGLISH.say("{who} opened {mail}", **names) == "Opened opened “{who} & Someone”"


def test_a_number_has_the_languages_own_point() -> None:
    assert (GERMAN.tenths(2.46), ENGLISH.tenths(2.46), GERMAN.tenths(100)) == ("2,5", "2.5", "100,0")


def test_what_a_table_leaves_out_is_said_in_english() -> None:
    assert GERMAN.say("{who} clicked", who="Bob") == "Bob clicked"
    assert GERMAN.say("Opened") == "Opened", "an empty text is none"


@given(st.text())
def test_no_sentence_breaks_it(sentence: str) -> None:
    assert isinstance(GERMAN.retold(sentence), str)
    assert isinstance(GERMAN.say(sentence, who="Bob"), str)


@given(st.text(min_size=1))
def test_a_programs_own_name_is_quoted_as_it_is(name: str) -> None:
    told = GERMAN.retold(f"“{name}” is no browser.")
    assert told.startswith("„")
    assert told.endswith("“ ist kein Browser.")
