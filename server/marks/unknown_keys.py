"""Counts opens and clicks whose tokens name a key that this process does not have.

So a lost key looks: the tokens are well formed, and the mails are ours. Anybody can forge such tokens, so the
memory is bounded, and whoever reads the counts looks whether there are such mails.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from uuid import UUID

from server.marks.tokens import TokenError

MOST_KEYS, MOST_MAILS = 32, 20
OTHERS = "others"  # the key of what came when there was no room for another key


@dataclass(slots=True)
class KeyRefusals:
    """How many hits named a key, and some of the mails that they named."""

    hits: int = 0
    mails: set[UUID] = field(default_factory=set)


_refused: dict[str, KeyRefusals] = {}


def note(error: TokenError) -> None:
    """Count a refused hit, if it was refused because of its key."""
    if error.reason != "key" or error.message is None:
        return
    _add(error.key_id.hex(), 1, {error.message})


def take() -> dict[str, KeyRefusals]:
    """Return what was counted since the last call, by key id (hex)."""
    taken = dict(_refused)
    _refused.clear()
    return taken


def put_back(name: str, refused: KeyRefusals) -> None:
    """Count again what was taken, and could not be stored, within the same bounds."""
    _add(name, refused.hits, refused.mails)


def _add(name: str, hits: int, mails: set[UUID]) -> None:
    if name not in _refused and len(_refused) >= MOST_KEYS:
        name = OTHERS
    found = _refused.setdefault(name, KeyRefusals())
    found.hits += hits
    found.mails.update(islice(mails, MOST_MAILS - len(found.mails)))
