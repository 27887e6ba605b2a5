"""Defines a mail in a person's mailbox, its thread, and a draft."""

import json
import sqlite3
from dataclasses import dataclass
from typing import Self

from sandbox.ids import received_id
from sandbox.mailboxes.letter import Letter, letter_from


@dataclass(frozen=True, slots=True)
class Thread:
    """The two ids of a conversation: the page's perm id and the API's legacy id."""

    gid: str
    id: str

    @classmethod
    def begun_by(cls, legacy_id: str) -> Self:
        """Return the thread that a received mail starts."""
        return cls(received_id("thread", legacy_id), legacy_id)


@dataclass(frozen=True, slots=True)
class Draft:
    """A mail that the page saves. The page chooses the perm ids.

    `label` is DRAFT, SENT or SCHEDULED. `due_ms` is when the mail is sent (Unix milliseconds; None for a
    draft).
    """

    owner: str
    gid: str
    thread_gid: str
    label: str
    due_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail in a person's mailbox.

    `id` and `thread_id` are the Gmail API's legacy hex ids, `gid` and `thread_gid` the page's perm ids.
    `due_ms` is when the mail will be sent (Unix milliseconds); None for a draft, or once the mail was sent.
    """

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
        """Make a mail from a row of the store."""
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
        """Return the values for the store, in the order of its columns."""
        names = (self.owner, self.gid, self.id, self.thread_gid, self.thread_id, self.message_id)
        return (*names, self.raw, json.dumps(self.labels), self.date_ms, self.history_id, self.due_ms)
