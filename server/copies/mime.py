"""Builds one recipient's copy from the draft and from HTML that is already marked. Pure."""

from __future__ import annotations

import base64
import re
from datetime import datetime
from email.headerregistry import Address
from email.utils import format_datetime
from typing import Final

from server.copies.draft import body_of, parse
from server.messages.report import Correspondent

COPY_HEADER: Final = "X-Copy-Id"
"""The header by which a sent copy is found, because Gmail replaces the Message-ID with its own."""
_NOT_OURS = re.compile(
    r"to|cc|bcc|date|message-id|return-path|delivered-to|received|x-received|x-copy-id|x-google-.*|x-gm-.*"
    r"|resent-.*|dkim-signature|authentication-results|arc-.*",
    re.IGNORECASE,
)


def copy_for(raw: bytes, recipient: Correspondent, html: str, copy_id: str, date: datetime) -> bytes:
    """Return the draft `raw` as a mail to one recipient, with `html` as its body, in RFC 5322 bytes."""
    mail = parse(raw)
    for name in {name for name in mail.keys() if _NOT_OURS.fullmatch(name)}:  # noqa: SIM118 - not a mapping
        del mail[name]
    part = body_of(mail)
    del part["Content-Transfer-Encoding"]
    part["Content-Transfer-Encoding"] = "base64"
    part.set_param("charset", "utf-8")
    part.set_payload(base64.encodebytes(html.encode()).decode("ascii").replace("\n", "\r\n"))
    mail["To"] = Address(display_name=recipient.name, addr_spec=recipient.address)
    mail["Date"] = format_datetime(date)
    mail[COPY_HEADER] = copy_id
    return mail.as_bytes()
