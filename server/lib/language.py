"""Evidence in other languages: it is stored in English sentences, and told again from there.

`server/texts/LANGUAGE.json` holds each text in English with its gaps, and the same in that language. What a
table leaves out stays English. All that is not stored is said by gettext, see i18n.py. Pure, but for reading
the tables once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from quart import Quart

from server.lib import i18n

FOLDER = Path(__file__).parents[1] / "texts"
_GAP = re.compile(r"\{(\w+)\}")
_BETWEEN = re.compile(r"(?<=\.) (?=[A-Z])")  # two sentences
TENTHS = "seconds"  # the gap that holds a number with a decimal point

Texts = Mapping[str, str]


class Language:
    """One of them. `decimal`: what stands before a tenth."""

    def __init__(self, evidence: Texts, decimal: str = ".") -> None:
        self._decimal = decimal
        self._evidence = _whole(evidence)
        # What is fixed most is tried first: "It came {seconds} s after sending." before "It {what}."
        fixed = sorted(self._evidence, key=lambda text: -len(_GAP.sub("", text)))
        self._patterns = [(_pattern(text), self._evidence[text]) for text in fixed if _GAP.search(text)]

    def retold(self, sentence: str) -> str:
        """A whole English sentence that was stored, in this language; itself where the table lacks it."""
        if sentence in self._evidence:
            return self._evidence[sentence]
        for pattern, text in self._patterns:
            if found := pattern.fullmatch(sentence):
                values = found.groupdict()
                return _filled(text, {gap: self._value(gap, values[gap]) for gap in values})
        return sentence

    def _value(self, gap: str, value: str) -> str:
        """What stands in a gap: a number, a name that the table knows, or something that stays as it is."""
        if gap == TENTHS:
            return value.replace(".", self._decimal)
        return self._evidence.get(value, value)


def retold(sentence: str) -> str:
    """A stored English sentence in the language that is spoken now."""
    spoken = languages().get(i18n.language())
    return spoken.retold(sentence) if spoken else sentence


def retold_all(text: str) -> str:
    """Several stored English sentences in the language that is spoken now."""
    return " ".join(map(retold, _BETWEEN.split(text)))


def install(app: Quart) -> None:
    """Give the templates of `app` the filter `retold`."""
    app.jinja_env.filters["retold"] = retold_all


@cache
def languages() -> Mapping[str, Language]:
    """All tables by the tags of their languages."""
    return {path.stem: _read(path) for path in sorted(FOLDER.glob("*.json"))}


def gaps(text: str) -> list[str]:
    """The names of the gaps in a text."""
    return sorted(_GAP.findall(text))


def _read(path: Path) -> Language:
    table = json.loads(path.read_text(encoding="utf-8"))
    return Language(table["evidence"], table["decimal"])


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
