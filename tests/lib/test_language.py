"""A sentence that was stored in English, told again in another language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.lib import i18n
from server.lib.language import Language, retold, retold_all

GERMAN = Language(
    {
        "It came {seconds} s after sending.": "Es kam {seconds} s nach dem Senden.",
        "It came from the network of a mail filter ({name}).": "Es kam aus dem Netz von {name}.",
        "“{program}” is no browser.": "„{program}“ ist kein Browser.",
        "{name}: somebody looked.": "{name}: Jemand sah hin.",
        "Gmail’s image proxy": "Bildproxy von Gmail",
        "You said: that was you.": "Sie sagten: Das waren Sie.",
        "{seconds} s late.": "zu spät.",
    },
    decimal=",",
)

CASES = [
    ("You said: that was you.", "Sie sagten: Das waren Sie."),
    ("It came 2.5 s after sending.", "Es kam 2,5 s nach dem Senden."),
    ("It came from the network of a mail filter (Mimecast).", "Es kam aus dem Netz von Mimecast."),
    ("Gmail’s image proxy: somebody looked.", "Bildproxy von Gmail: Jemand sah hin."),
    ("“It came 1.0 s after sending.” is no browser.", "„It came 1.0 s after sending.“ ist kein Browser."),
    ("“two\nlines {program} \\1” is no browser.", "„two\nlines {program} \\1“ ist kein Browser."),
    ("A sentence of a newer server.", "A sentence of a newer server."),
    ("It came 2.5 s after sending. And more.", "It came 2.5 s after sending. And more."),
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
