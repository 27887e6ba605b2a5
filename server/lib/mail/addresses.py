"""Reads the mail addresses and the encoded words in header fields (RFC 5322, RFC 2047). Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.errors import MessageError
from email.header import decode_header, make_header
from email.utils import getaddresses

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_MOST_COMMENTS = 50


@dataclass(frozen=True, slots=True)
class Mailbox:
    """One mail address in lower case, and the name that goes with it, which may be empty."""

    address: str
    name: str


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
