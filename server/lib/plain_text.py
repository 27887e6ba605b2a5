"""Cleans a text from a stranger that is shown as a name, such as the name of a browser or of a person. Pure.

A person decides by such a name, so it must read as what it is: no control, no bidirectional override ("Trojan
Source", CVE-2021-42574), nothing invisible, and no pile of combining marks that covers the lines around it.
"""

from __future__ import annotations

import re
import unicodedata

MOST_MARKS = 3  # on one letter; Hebrew and Vietnamese names need two
_SPACES = {"Zs", "Zl", "Zp"}
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
_MARKS = {"Mn", "Me"}
# Letters and marks that show nothing, although their category says otherwise (Unicode: Default_Ignorable):
# grapheme joiner, Hangul fillers, Khmer inherent vowels, variation selectors, blank Braille
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
# Joiners are invisible too, but words in Arabic and Indic scripts and compound emoji need them
_JOINERS = "\u200c\u200d"
_JOINED = "[\u0600-\u06ff\u0750-\u077f\u0900-\u0dff\u2600-\u27bf\U0001f000-\U0001faff]"
_STRAY = re.compile(f"(?<!{_JOINED})[{_JOINERS}]|[{_JOINERS}](?!{_JOINED})")


def plain_line(text: str, most: int | None = None) -> str:
    """Return `text` on one line, composed (NFC), without what is invisible, cut after `most` characters."""
    text = text[: 10 * most] if most else text  # more would only cost time
    while (line := _pass(text)) != text:  # what one rule removes may bring together what another removes
        text = line
    return text if most is None or len(text) <= most else plain_line(text[:most])


def _pass(text: str) -> str:
    seen = _BLANK.sub("", "".join(_visible(letter) for letter in text))
    composed = unicodedata.normalize("NFC", _STRAY.sub("", seen))
    return " ".join(_without_piles(composed).split())


def _visible(letter: str) -> str:
    category = unicodedata.category(letter)
    if category in _SPACES or letter.isspace():
        return " "
    return "" if category in _HIDDEN and letter not in _JOINERS else letter


def _without_piles(text: str) -> str:
    kept, marks = [], MOST_MARKS  # a mark at the start would sit on whatever stands before the name
    for letter in text:
        marks = marks + 1 if unicodedata.category(letter) in _MARKS else 0
        if marks <= MOST_MARKS:
            kept.append(letter)
    return "".join(kept)
