"""Defines a failure as a code with values, which becomes a sentence only when somebody sees it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Value = str | int
OTHER, UNEXPECTED = "other", "unexpected"
LONGEST = 500  # characters of one value that are stored: the text of a foreign server may have any length


@dataclass(frozen=True, slots=True)
class Failure:
    """One reason why something did not work."""

    code: str
    values: Mapping[str, Value] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return the failure as text for the log: `google_busy status=503`."""
        if self.code == OTHER:
            return str(self.values["text"])
        return " ".join([self.code, *(f"{name}={value}" for name, value in self.values.items())])


Packed = str | list[str | dict[str, Value]]  # a code, or a code and its values


def other(text: str) -> Failure:
    """Return a failure that has only this text, for the log."""
    return Failure(OTHER, {"text": text})


def unexpected(error: Exception) -> Failure:
    """Return the failure for an error that nobody expected."""
    return Failure(UNEXPECTED, {"error": type(error).__name__})


def pack(failures: Iterable[Failure]) -> list[Packed]:
    """Return the failures as JSON values, to be stored."""
    return [[str(each.code), _stored(each.values)] if each.values else str(each.code) for each in failures]


def unpack(stored: Iterable[Packed]) -> tuple[Failure, ...]:
    """Return the failures that `pack` made into JSON values."""
    return tuple(_unpacked(each) for each in stored)


def _stored(values: Mapping[str, Value]) -> dict[str, Value]:
    return {name: value if isinstance(value, int) else _plain(value) for name, value in values.items()}


def _plain(text: str) -> str:
    return text[:LONGEST].replace("\x00", "")  # PostgreSQL's JSON cannot contain this character


def _unpacked(stored: Packed) -> Failure:
    if isinstance(stored, str):
        return Failure(stored)
    code, values = stored
    return Failure(str(code), values if isinstance(values, dict) else {})
