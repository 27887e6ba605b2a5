"""Reads the headers of a sent mail from the Gmail API's `metadata` form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.errors import MessageError
from email.header import decode_header, make_header
from email.utils import getaddresses
from typing import Any

from server.lib import clock

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_MOST_COMMENTS = 50
WANTED = ("Message-ID", "Subject", "From", "To", "Cc", "Bcc")


@dataclass(frozen=True, slots=True)
class Mailbox:
    """One mail address in lower case, and the name that goes with it, which may be empty."""

    address: str
    name: str


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


def people(values: list[str]) -> tuple[Mailbox, ...]:
    """Return the mailboxes in a header's values, in order; leave out the rest, such as a group's name."""
    # The parser recurses into nested comments, and a stranger's header may nest them very deeply.
    unfolded = [" ".join(value.split()) for value in values if value.count("(") <= _MOST_COMMENTS]
    return tuple(
        Mailbox(address.lower(), decoded(name))
        for name, address in getaddresses(unfolded)
        if "@" in address and not _CONTROL.search(address)
    )


def decoded(value: str) -> str:
    """Decode the encoded words (RFC 2047) in a header's text; broken ones stay as they are.

    The result is one line without control characters, which encoded words may contain.
    """
    unfolded = " ".join(value.split())
    try:
        read = str(make_header(decode_header(unfolded))) or unfolded
    except (MessageError, LookupError, ValueError):
        read = unfolded
    return " ".join(_CONTROL.sub(" ", read).split())
