"""One mail in one person's box."""

import json
import sqlite3
from dataclasses import dataclass
from typing import Self

from sandbox.ids import received_id
from sandbox.letter import Letter, letter_from


@dataclass(frozen=True, slots=True)
class Thread:
    """The two names of a conversation: the page's perm id and the API's legacy id."""

    gid: str
    id: str

    @classmethod
    def begun_by(cls, legacy_id: str) -> Self:
        """The thread that a received mail begins."""
        return cls(received_id("thread", legacy_id), legacy_id)


@dataclass(frozen=True, slots=True)
class Draft:
    """What the page saves: the perm ids it chose, `label` one of DRAFT, SENT, SCHEDULED, and when it leaves
    (`due_ms`, Unix milliseconds; None for a draft)."""

    owner: str
    gid: str
    thread_gid: str
    label: str
    due_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Mail:
    """`id` and `thread_id` are the legacy hex ids that the Gmail API uses, `gid` and `thread_gid` those of
    the page. `due_ms`: when it leaves (Unix milliseconds); None once it has left."""

    owner: str
    gid: str
    id: str
    thread_gid: str
    thread_id: str
    message_id: str
    raw: bytes
    labels: tuple[str, ...]
    date_ms: int
    history_id: int = 0
    due_ms: int | None = None

    @classmethod
    def from_row(cls, row: sqlite3.Row) -> Self:
        """The mail as the store keeps it."""
        values = dict(row)
        return cls(**{**values, "labels": tuple(json.loads(values["labels"]))})

    @property
    def thread(self) -> Thread:
        return Thread(self.thread_gid, self.thread_id)

    @property
    def letter(self) -> Letter:
        return letter_from(self.raw)

    @property
    def row(self) -> tuple[object, ...]:
        """The values for the store, in the order of its columns."""
        names = (self.owner, self.gid, self.id, self.thread_gid, self.thread_id, self.message_id)
        return (*names, self.raw, json.dumps(self.labels), self.date_ms, self.history_id, self.due_ms)
