"""Recognises links that act when they are followed, by the words in their URLs and texts. Pure.

The words are in link_signs.json; extension/lib/links/signs.ts uses the same (signs.json).
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Final
from urllib.parse import unquote

Signs = Callable[[str, str], bool]
"""Whether a folded place (path, query and fragment) or a folded text looks like a link of one kind."""

_BEGINNING: Final = "(?:^|[/?&=#;.])"  # of a word: of a segment of the path, a parameter or a value
_QUALIFIER: Final = "(?:[a-z0-9]+[-_])?"
_SOUGHT = re.compile(r"([?&](?:q|query|search|s|keywords?|text|title|subject|utm_[a-z]+)=)[^&#]*")
_TITLE = re.compile("(/wiki/)[^?]*")  # of an article, and of a part of it
_ESCAPED = re.compile(r"(?:%[0-9a-f]{2})+", re.IGNORECASE)
_ACCENTS = re.compile("[\u0300-\u036f]")


@lru_cache(maxsize=64)  # each rule asks for the place of the same link
def place_of(where: str) -> str:
    """Return a URL's path, query and fragment, folded, and without what somebody only names.

    That is what is searched for, a campaign, or an article of a wiki.
    """
    return _TITLE.sub(r"\1", _SOUGHT.sub(r"\1", folded(_ESCAPED.sub(_unescaped, where))), count=1)


def folded(text: str) -> str:
    """Return `text` in lower case and without accents: `Désabonner` and `desabonner` are the same word."""
    low = text.lower()
    if low.isascii():
        return low
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", low)))


def _unescaped(found: re.Match[str]) -> str:
    try:
        return unquote(found[0], errors="strict")
    except UnicodeDecodeError:
        return found[0]


def _all_signs() -> dict[str, Signs]:
    known = json.loads(Path(__file__).with_name("link_signs.json").read_text("utf-8"))
    parts = known.pop("parts")
    return {name: _signs(patterns, parts) for name, patterns in known.items()}


def _signs(patterns: dict[str, list[str]], parts: dict[str, str]) -> Signs:
    places = [
        _begun(f"{_BEGINNING}{_QUALIFIER}", patterns["words"], parts),
        _begun(_BEGINNING, patterns["segments"], parts),
        _begun("[?&#;]", patterns["parameters"], parts),
        _begun("", patterns["anywhere"], parts),
    ]
    shown = _begun("", patterns["text"], parts)
    return lambda where, text: bool(any(place.search(where) for place in places) or shown.search(text))


def _begun(beginning: str, patterns: list[str], parts: dict[str, str]) -> re.Pattern[str]:
    """Return an expression for `patterns` behind `beginning`; one that never matches if there are none."""
    whole = "|".join(patterns) or "(?!)"
    for name, part in parts.items():
        whole = whole.replace(f"<{name}>", part)
    return re.compile(f"{beginning}(?:{whole})", re.ASCII)


SIGNS: Final = _all_signs()
