"""Holds what is known of a mail that is judged, and answers what several rules ask. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from server.inbound import programs
from server.inbound.subjects import Subject
from server.mail.addresses import Mailbox
from server.mail.fields import Fields, first

LONGEST: Final = 1000  # characters that are read of one value
_MOST_VALUES = 20  # that are read of one field
_LISTS: Final = tuple(name.lower() for name in programs.LISTS)


@dataclass(frozen=True, slots=True)
class Answered:
    """The mail of ours that a mail may answer. `recipients`: their addresses, in lower case."""

    subject: str
    recipients: Collection[str]


@dataclass(frozen=True, slots=True)
class JudgedMail:
    """A received mail, as far as it is read for that."""

    fields: Fields
    sender: Mailbox | None
    subject: Subject
    media: str  # the media type, with its parameters, in lower case
    text: str  # how it begins, folded
    parts: tuple[str, ...]  # like `media`
    answered: Answered | None

    def has(self, table: Mapping[str, re.Pattern[str]]) -> bool:
        """Whether a field of the table has a value that matches."""
        return any(
            pattern.match(value[:LONGEST].strip().lower())
            for name, pattern in table.items()
            for value in [*self.fields.get(name, ())][:_MOST_VALUES]
        )

    def says(self, name: str, pattern: str) -> bool:
        """Whether a field's first value matches."""
        return bool(re.match(pattern, first(self.fields, name)[:LONGEST].strip().lower()))

    @property
    def from_address(self) -> str:
        """The address in From, or what stands there instead, such as "MAILER-DAEMON"."""
        said = first(self.fields, "from")[:LONGEST]
        return self.sender.address if self.sender else said.rpartition("<")[2].strip("> ")

    @property
    def names_a_mail(self) -> bool:
        """Whether the mail says itself that it answers one."""
        return any("<" in first(self.fields, name) for name in ("in-reply-to", "references"))

    @property
    def is_formed_as_answer(self) -> bool:
        """Whether a person's mail program made it as an answer: "Re:", and the mail that it answers."""
        return self.subject.answers and self.names_a_mail

    @property
    def is_list_mail(self) -> bool:
        """Whether a list, a group or a program for many recipients passed it on."""
        return any(name in self.fields for name in _LISTS) or self.says("precedence", "bulk|list")
