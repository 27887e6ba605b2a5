"""Translates failures, which are stored as English sentences, when they are shown.

`server/texts/LANGUAGE.json` maps each English text with its gaps to the same text in that language. Texts
that a table lacks stay English. Everything that is not stored as a sentence is translated by gettext.
Pure, except that the tables are read once.
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

Texts = Mapping[str, str]


class Language:
    """The sentences of one language, by their English originals."""

    def __init__(self, texts: Texts) -> None:
        self._texts = _whole(texts)
        # The most specific pattern comes first: "Google is busy ({status})." before "Google {what}."
        fixed = sorted(self._texts, key=lambda text: -len(_GAP.sub("", text)))
        self._patterns = [(_pattern(text), self._texts[text]) for text in fixed if _GAP.search(text)]

    def retold(self, sentence: str) -> str:
        """Translate a whole stored English sentence; one that the table lacks is returned unchanged."""
        if sentence in self._texts:
            return self._texts[sentence]
        for pattern, text in self._patterns:
            if found := pattern.fullmatch(sentence):
                return _filled(text, found.groupdict())
        return sentence


def retold(sentence: str) -> str:
    """Translate a stored English sentence to the current language."""
    spoken = languages().get(i18n.language())
    return spoken.retold(sentence) if spoken else sentence


def retold_all(text: str) -> str:
    """Translate several stored English sentences to the current language."""
    return " ".join(map(retold, _BETWEEN.split(text)))


def install(app: Quart) -> None:
    """Give the templates of `app` the filter `retold`."""
    app.jinja_env.filters["retold"] = retold_all


@cache
def languages() -> Mapping[str, Language]:
    """Return all tables, by language tag."""
    tables = sorted(FOLDER.glob("*.json"))
    return {path.stem: Language(json.loads(path.read_text(encoding="utf-8"))) for path in tables}


def gaps(text: str) -> list[str]:
    """Return the names of the gaps in a text."""
    return sorted(_GAP.findall(text))


def _whole(texts: Texts) -> Texts:
    """Drop translations that are empty or whose gaps differ from the English: they would say less."""
    return {text: other for text, other in texts.items() if other and gaps(text) == gaps(other)}


def _pattern(text: str) -> re.Pattern[str]:
    parts = _GAP.split(text)
    return re.compile("".join(_part(place, part) for place, part in enumerate(parts)), re.DOTALL)


def _part(place: int, part: str) -> str:
    return f"(?P<{part}>.+?)" if place % 2 else re.escape(part)


def _filled(text: str, values: Mapping[str, str]) -> str:
    return _GAP.sub(lambda gap: values.get(gap[1], gap[0]), text)
