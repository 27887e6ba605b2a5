"""Reading a JSON body strictly: every value is asked for by name and kind, and an error says where."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NoReturn
from uuid import UUID

from quart import request

from server.extension.api.problem import Problem, invalid

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_MISSING = object()


@dataclass(frozen=True, slots=True)
class Part:
    """One value of the body and where it stands, like `reports[0].to[1].address`."""

    value: Any
    place: str = ""

    def field(self, name: str) -> Part:
        """A field of this object. One that is not there is only complained of when it is read."""
        if not isinstance(self.value, dict):
            self.refuse("must be an object")
        return Part(self.value.get(name, _MISSING), f"{self.place}.{name}" if self.place else name)

    def has(self, name: str) -> bool:
        """Whether this object has such a field."""
        return isinstance(self.value, dict) and name in self.value

    def items(self, least: int, most: int) -> list[Part]:
        """The entries of this list."""
        if not isinstance(self.value, list) or not least <= len(self.value) <= most:
            self.refuse(f"must be a list of {least} to {most}")
        return [Part(value, f"{self.place}[{number}]") for number, value in enumerate(self.value)]

    def integer(self, least: int, most: int) -> int:
        """A whole number."""
        if type(self.value) is not int or not least <= self.value <= most:
            self.refuse(f"must be a whole number from {least} to {most}")
        return int(self.value)

    def yes_or_no(self) -> bool:
        """True or false."""
        if not isinstance(self.value, bool):
            self.refuse("must be true or false")
        return self.value

    def line(self, most: int) -> str:
        """A text for one line: control characters become spaces, and it is cut after `most` characters."""
        return _CONTROL.sub(" ", self._text())[:most].strip()

    def exact(self, most: int, shape: str = r"\S+") -> str:
        """A text that must not be altered: 1 to `most` printable characters, the whole of it like `shape`."""
        text = self._text()
        if not 0 < len(text) <= most or _CONTROL.search(text):
            self.refuse(f"must be a text of 1 to {most} printable characters")
        if not re.fullmatch(shape, text):
            self.refuse("is not in the form it must have")
        return text

    def exact_or_none(self, most: int, shape: str = r"\S+") -> str | None:
        """The same, or null."""
        return None if self.value is None else self.exact(most, shape)

    def one_of(self, words: Iterable[str]) -> str:
        """One of these words."""
        if self.value not in tuple(words):
            self.refuse(f"must be one of {', '.join(words)}")
        return str(self.value)

    def uuid(self) -> UUID:
        """A UUID in its usual form."""
        try:
            return UUID(self._text())
        except ValueError:
            self.refuse("must be a UUID")

    def moment(self) -> datetime:
        """A moment in ISO 8601 with its zone, between 2000 and 2100."""
        moment = _moment(self._text())
        if moment is None:
            self.refuse("must be a time like 2026-03-01T09:30:00.000Z")
        return moment

    def refuse(self, why: str) -> NoReturn:
        """Complain of this value."""
        raise invalid(f"{self.place or 'body'}: {'is missing' if self.value is _MISSING else why}")

    def _text(self) -> str:
        if not isinstance(self.value, str):
            self.refuse("must be a text")
        return self.value.encode("utf-8", "replace").decode()  # a lone surrogate has no place in a database


async def read_body() -> Part:
    """The JSON body of the present request. Raises Problem: 415 for another type, 400 for no JSON."""
    if request.mimetype != "application/json":
        raise Problem(415, "unsupported_media_type", "Send JSON, with Content-Type: application/json.")
    try:
        return Part(json.loads(await request.get_data(), parse_constant=_no_constant))
    except (ValueError, RecursionError):
        raise invalid("body: is not JSON") from None


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
        usual = moment.tzinfo is not None and 2000 <= moment.year < 2100
        return moment.astimezone(UTC) if usual else None
    except (ValueError, OverflowError):
        return None


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)
