"""Defines Parts, a container that is indexed by class: the base class of Runtime and Settings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

Part = TypeVar("Part")


class Parts:
    """A container in which `parts[Hub]` is the part that is a Hub."""

    def __init__(self, *parts: object) -> None:
        self._parts = parts

    def __getitem__(self, kind: type[Part]) -> Part:
        """Return the part of this class or of a subclass. Raises LookupError if there is none."""
        for part in self._parts:
            if isinstance(part, kind):
                return part
        raise LookupError(f"there is no {kind.__name__} here")

    def __iter__(self) -> Iterator[object]:
        return iter(self._parts)
