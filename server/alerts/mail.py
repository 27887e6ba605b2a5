"""Builds the server's own mails as RFC 5322 messages: plain text and HTML, without any tracking."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

from server.failures.codes import FailureCode
from server.lib.failure import Failure

SENDER_NAME = "Sightline"
_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


class InvalidAddress(ValueError):
    """The mail cannot be sent from, or to, this address."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.failure = Failure(FailureCode.BAD_ADDRESS, {"address": one_line(address)})


@dataclass(frozen=True, slots=True)
class OutgoingMail:
    """One mail to one person. `message_id` includes the angle brackets; `date` includes the time zone."""

    to: str
    to_name: str
    subject: str
    text: str
    html: str
    message_id: str
    date: datetime

    def as_bytes(self, sender: str, headers: Mapping[str, str] | None = None) -> bytes:
        """Return the message from `sender` (an address, or a name and an address in angle brackets).

        `headers`: further ones. Raises InvalidAddress.
        """
        called, address = parseaddr(sender)
        mail = EmailMessage(policy=SMTP)
        mail["From"] = _address(called or SENDER_NAME, address)
        mail["To"] = _address(self.to_name, self.to)
        mail["Subject"] = one_line(self.subject)
        mail["Date"] = format_datetime(self.date)
        mail["Message-ID"] = one_line(self.message_id)
        mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: prevents automatic replies
        mail["X-Auto-Response-Suppress"] = "All"  # the same for Exchange
        for name, value in (headers or {}).items():
            mail[name] = one_line(value)
        mail.set_content(self.text, cte="quoted-printable")
        mail.add_alternative(self.html, subtype="html", cte="quoted-printable")
        return mail.as_bytes()


def one_line(text: str) -> str:
    """Return `text` without anything that could begin another header line."""
    return _BREAKS.sub(" ", text).strip()


def _address(name: str, address: str) -> Address:
    try:
        return Address(display_name=one_line(name), addr_spec=address)
    except Exception as error:  # the standard library's parser raises all kinds of errors for odd addresses
        raise InvalidAddress(address) from error
