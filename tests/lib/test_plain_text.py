"""A stranger's text that is shown as a name shows what it is, whatever the stranger put into it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.lib.plain_text import MOST_MARKS, plain_line

NASTY = (
    "\u202e\u2066\u2069\u200b\u200d\u00ad\ufeff"
    "\u061c\u3164\u2800\u034f\ufe0f\U000e0041\x00\x1b\n\t\u2028\u0301\u0489"
)


@pytest.mark.parametrize(
    ("given_text", "shown"),
    [
        ("Chromium on Linux", "Chromium on Linux"),
        ("José Nguyễn-Đặng", "José Nguyễn-Đặng"),
        ("Jose\u0301", "José"),
        ("שָׁלוֹם", "שָׁלוֹם"),
        ("สวัสดี", "สวัสดี"),
        ("李小龍 ☂", "李小龍 ☂"),
        ("your\u202eenihcam\u202c", "yourenihcam"),
        ("\u2066Chrome\u2069", "Chrome"),
        ("علی\u200cرضا", "علی\u200cرضا"),
        ("Zoë 👩\u200d🚀", "Zoë 👩\u200d🚀"),
        ("👩\u200d\u200d🚀\u200d", "👩🚀"),
        ("A\x00l\x1bice", "Alice"),
        ("Chrome\u200b\u200d\ufeff", "Chrome"),
        ("a\r\nb\u2028c\td", "a b c d"),
        ("\u3164\u2800\uffa0", ""),
        ("Z" + "\u0300\u0301\u0302\u0303\u0304" * 20, "Z\u0300\u0301\u0302"),
        ("\ud800x\ue000\U000e0041", "x"),
        ("\u0489Chrome", "Chrome"),
        ("", ""),
    ],
)
def test_a_name_keeps_what_people_read_and_nothing_else(given_text: str, shown: str) -> None:
    assert plain_line(given_text) == unicodedata.normalize("NFC", shown)


@given(st.text(st.one_of(st.characters(), st.sampled_from(NASTY)), max_size=80), st.integers(1, 60))
def test_any_text_becomes_a_short_visible_line(text: str, most: int) -> None:
    line = plain_line(text, most)
    assert len(line) <= most
    assert line == line.strip()
    assert plain_line(line, most) == line
    categories = {unicodedata.category(letter) for letter in line}
    assert not categories & {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}
    assert all(letter in "\u200c\u200d" for letter in line if unicodedata.category(letter) == "Cf")
    assert "  " not in line
    assert set(line) <= {" "} or not line.isspace()
    run = longest = 0
    for letter in line:
        run = run + 1 if unicodedata.category(letter) in {"Mn", "Me"} else 0
        longest = max(longest, run)
    assert longest <= MOST_MARKS
