"""Reads the headers of a sent mail from the Gmail API's `metadata` form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from server.lib import clock
from server.mail.addresses import Mailbox, decoded, people

WANTED = ("Message-ID", "Subject", "From", "To", "Cc", "Bcc")


@dataclass(frozen=True, slots=True)
class SentHeaders:
    """What Gmail says about a sent mail. `date` is when Gmail received the mail (aware, UTC)."""

    message_id: str
    thread_id: str
    labels: frozenset[str]
    rfc822_message_id: str
    subject: str
    sender: Mailbox | None
    to: tuple[Mailbox, ...]
    cc: tuple[Mailbox, ...]
    bcc: tuple[Mailbox, ...]
    date: datetime


def read(resource: Mapping[str, Any]) -> SentHeaders:
    """Read a resource (developers.google.com/gmail/api/reference/rest/v1/users.messages)."""
    values: dict[str, list[str]] = {}
    for header in resource.get("payload", {}).get("headers", ()):
        values.setdefault(str(header["name"]).lower(), []).append(str(header["value"]))
    senders = people(values.get("from", []))
    return SentHeaders(
        message_id=str(resource["id"]),
        thread_id=str(resource["threadId"]),
        labels=frozenset(resource.get("labelIds", ())),
        rfc822_message_id=values.get("message-id", [""])[0].strip(),
        subject=decoded(values.get("subject", [""])[0]),
        sender=senders[0] if senders else None,
        to=people(values.get("to", [])),
        cc=people(values.get("cc", [])),
        bcc=people(values.get("bcc", [])),
        date=clock.from_unix(int(resource["internalDate"]) / 1000),
    )
