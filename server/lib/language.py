"""Languages for the server's sentences: English stands in the code, the others are tables beside it.

`server/texts/LANGUAGE.json` is a language: each text in English with its gaps, and the same in that language.
`words` are said when they are asked for; `failures` are stored in English and told again from there. What a
table leaves out is said in English. Pure, but for reading the tables once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "texts"
_GAP = re.compile(r"\{(\w+)\}")

Texts = Mapping[str, str]


class Language:
    """One of them. `tag`: as in Accept-Language; `decimal`: what stands before a tenth."""

    def __init__(
        self, tag: str, words: Texts | None = None, failures: Texts | None = None, decimal: str = "."
    ) -> None:
        self.tag = tag
        self._decimal = decimal
        self._words = _whole(words or {})
        self._failures = _whole(failures or {})
        # What is fixed most is tried first: "Google is busy ({status})." before "Google {what}."
        fixed = sorted(self._failures, key=lambda text: -len(_GAP.sub("", text)))
        self._patterns = [(_pattern(text), self._failures[text]) for text in fixed if _GAP.search(text)]

    def say(self, text: str, /, **values: object) -> str:
        """`text`, as it stands in the code, in this language, its gaps filled with `values` as they are."""
        return _filled(self._words.get(text, text), {name: str(value) for name, value in values.items()})

    def retold(self, sentence: str) -> str:
        """A whole English sentence that was stored, in this language; itself where the table lacks it."""
        if sentence in self._failures:
            return self._failures[sentence]
        for pattern, text in self._patterns:
            if found := pattern.fullmatch(sentence):
                return _filled(text, found.groupdict())
        return sentence

    def tenths(self, number: float) -> str:
        """A number with one digit after the point."""
        return f"{number:.1f}".replace(".", self._decimal)


@cache
def languages() -> Mapping[str, Language]:
    """All languages by their tags: English, and a table each."""
    tables = [_read(path) for path in sorted(FOLDER.glob("*.json"))]
    return {language.tag: language for language in (ENGLISH, *tables)}


def gaps(text: str) -> list[str]:
    """The names of the gaps in a text."""
    return sorted(_GAP.findall(text))


def _read(path: Path) -> Language:
    table = json.loads(path.read_text(encoding="utf-8"))
    return Language(path.stem, table["words"], table["failures"], table["decimal"])


def _whole(texts: Texts) -> Texts:
    """Without those that are empty, or whose gaps are others than in English: they would say less."""
    return {text: other for text, other in texts.items() if other and gaps(text) == gaps(other)}


def _pattern(text: str) -> re.Pattern[str]:
    parts = _GAP.split(text)
    return re.compile("".join(_part(place, part) for place, part in enumerate(parts)), re.DOTALL)


def _part(place: int, part: str) -> str:
    return f"(?P<{part}>.+?)" if place % 2 else re.escape(part)


def _filled(text: str, values: Mapping[str, str]) -> str:
    return _GAP.sub(lambda gap: values.get(gap[1], gap[0]), text)


ENGLISH = Language("en")
