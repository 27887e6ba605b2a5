"""Reads a received mail's headers: who wrote it, what it answers, and whether a person did. Pure."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from server.inbound import report_signs
from server.inbound.author import author_of
from server.inbound.automatic import Judgement, judge
from server.inbound.judged_mail import Answered
from server.inbound.programs import LISTS
from server.lib import clock
from server.mail.addresses import Mailbox, people
from server.mail.fields import Fields, message_ids_in

MOST_IDS = 20
_MOST_FAILED = 100
_MOST_VALUES = 50  # of one field
_LONGEST = 4000  # characters of one value


@dataclass(frozen=True, slots=True)
class Incoming:
    """A received mail.

    `sender`: the mailbox in From. `author`: who wrote it, if a group or a list put its own address into From.
    `answers`: the Message-IDs of the mails that it answers, the nearest first. `at`: when Gmail received it.
    `from_list`: a list or a group passed it on. `beginning`: the first words of its text.
    `may_be_report`: its content may be a delivery report. `failed`: the addresses that a mail did not reach,
    from a header that some mail servers add.
    """

    gmail_id: str
    thread_id: str
    labels: frozenset[str]
    sender: Mailbox | None
    author: Mailbox | None
    at: datetime
    answers: tuple[str, ...]
    from_list: bool
    may_be_report: bool
    failed: tuple[str, ...]
    size: int  # bytes, estimated by Gmail
    fields: Fields
    beginning: str

    def judged(self, answered: Answered | None = None) -> Judgement:
        """Return what it is, as if it answered a mail of ours: `answered`, if that is known."""
        return judge(self.fields, self.sender, self.beginning, answered=answered)

    @property
    def automatic(self) -> bool:
        """Whether no person wrote it as an answer."""
        return self.judged().kind != "answer"


def read(resource: Mapping[str, Any]) -> Incoming:
    """Read a users.messages resource in its `metadata` form."""
    fields = _fields(resource.get("payload", {}).get("headers", ()))
    senders = people(fields.get("from", []))
    sender = senders[0] if senders else None
    return Incoming(
        gmail_id=str(resource["id"]),
        thread_id=str(resource["threadId"]),
        labels=frozenset(resource.get("labelIds", ())),
        sender=sender,
        author=author_of(fields, sender),
        at=clock.from_unix(int(resource["internalDate"]) / 1000),
        answers=_answers(fields),
        from_list=any(name.lower() in fields for name in LISTS),
        may_be_report=report_signs.may_be_report(fields),
        failed=_failed(fields) if report_signs.names_failed(fields) else (),
        size=int(resource.get("sizeEstimate", 0)),
        fields=fields,
        beginning=html.unescape(str(resource.get("snippet", ""))),
    )


def _fields(headers: Iterable[Mapping[str, Any]]) -> dict[str, list[str]]:
    """Return the fields within bounds, because Gmail takes 500 KB of them from anybody."""
    fields: dict[str, list[str]] = {}
    for header in headers:
        name, value = str(header["name"]).lower(), str(header["value"])
        values = fields.setdefault(name, [])
        if len(values) < _MOST_VALUES:  # the mails nearest to an answer are last in References
            values.append(value[-_LONGEST:] if name == "references" else value[:_LONGEST])
    return fields


def _failed(fields: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    found = (each.address for each in people([*fields.get("x-failed-recipients", ())]))
    return tuple(dict.fromkeys(each for each in found if each.isascii()))[:_MOST_FAILED]


def _answers(fields: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    near = [one for value in fields.get("in-reply-to", ()) for one in message_ids_in(value)]
    far = [one for value in fields.get("references", ()) for one in message_ids_in(value)]
    return tuple(dict.fromkeys([*near, *reversed(far)]))[:MOST_IDS]
