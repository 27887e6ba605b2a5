"""Keeps the listeners of each fact, as the tables of reactions.py name them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from server.lib.outbox.outcomes import End, Listener

GIVE_UP = timedelta(days=3)
"""A delivery that has failed for so long has ended, unless its listener's patience is shorter."""

_listeners: dict[str, Mapping[str, Listener]] = {}
_ends: dict[str, End] = {}
_patience: dict[str, timedelta] = {}


def install(
    table: Mapping[str, Mapping[str, Listener]],
    ends: Mapping[str, End],
    patience: Mapping[str, timedelta] | None = None,
) -> None:
    """Register the listeners of each fact, by name. Called once at start-up, with the tables of reactions.py.

    By the names of listeners: `ends` are called with the payload when a delivery has failed for good, to end
    what it was for; `patience` is for how long a delivery may fail, if that is not GIVE_UP.
    """
    _listeners.clear()
    _listeners.update(table)
    _ends.clear()
    _ends.update(ends)
    _patience.clear()
    _patience.update(patience or {})


def listeners_of(fact: str) -> Mapping[str, Listener]:
    """Return the listeners of a fact, by name; none for an unknown fact."""
    return _listeners.get(fact, {})


def end_of(listener: str) -> End | None:
    """Return what ends that for which a delivery to this listener was."""
    return _ends.get(listener)


def patience_of(listener: str) -> timedelta:
    """Return for how long a delivery to this listener may fail until it has ended."""
    return _patience.get(listener, GIVE_UP)
