"""Reads a draft as Gmail stores it, and rejects one that is unsuitable for individual copies. Pure."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.headerregistry import Address
from email.message import EmailMessage, MIMEPart
from email.policy import SMTP
from typing import Final

from server.marks.html_tags import SPACE, decoded, scan
from server.messages.report import Correspondent, ReportedRecipient

LARGEST: Final = 5_000_000
"""The largest draft with attachments, in bytes; Google accepts more only by another kind of upload."""
KINDS: Final = ("to", "cc", "bcc")
# Headers stay as they were written: nothing is refolded, and a line break in a new header raises an error.
POLICY: Final = SMTP.clone(refold_source="none")
_SEALED: Final = {"multipart/encrypted", "multipart/signed", "application/pkcs7-mime"}
_ARMOUR: Final = ("-----BEGIN PGP MESSAGE-----", "-----BEGIN PGP SIGNED MESSAGE-----")
_UNSEEN = re.compile(f"[{SPACE}\u200b-\u200d\u2060]+")


class UnsuitableDraft(Exception):
    """The draft cannot go out as individual copies. `reason`: unreadable | plain | sealed | address."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Draft:
    """The contents of a draft. `text_digest` is the digest of the body (see the function of that name)."""

    subject: str
    sender: Correspondent
    recipients: tuple[ReportedRecipient, ...]
    html: str
    text_digest: str
    is_answer: bool


def parse(raw: bytes) -> EmailMessage:
    """Parse the bytes into a message that serialises to the same bytes."""
    return message_from_bytes(raw, policy=POLICY)


def read(raw: bytes) -> Draft:
    """Read the draft in these bytes. Raises UnsuitableDraft."""
    try:
        return _read(parse(raw))
    except UnsuitableDraft:
        raise
    except Exception as error:  # the standard library's parser raises all kinds of errors for odd headers
        raise UnsuitableDraft("unreadable") from error


def _read(mail: EmailMessage) -> Draft:
    if mail.get_content_type() in _SEALED:
        raise UnsuitableDraft("sealed")
    html = text_of(body_of(mail))
    if any(line in html for line in _ARMOUR):
        raise UnsuitableDraft("sealed")
    senders = list(_addresses(mail, "from"))
    if len(senders) != 1:
        raise UnsuitableDraft("unreadable")
    return Draft(
        subject=one_line(str(mail["Subject"] or "")),
        sender=Correspondent(senders[0].addr_spec, one_line(senders[0].display_name)),
        recipients=tuple(_recipients(mail)),
        html=html,
        text_digest=text_digest(html),
        is_answer=bool(mail["In-Reply-To"] or mail["References"]),
    )


def body_of(mail: EmailMessage) -> MIMEPart:
    """Return the part with the HTML that is shown. Raises UnsuitableDraft if there is none."""
    part = mail.get_body(preferencelist=("html",))
    if part is None or not scan(text_of(part)).tags:
        raise UnsuitableDraft("plain")
    return part


def text_of(part: MIMEPart) -> str:
    """Return the text of a part, decoded from any encoding."""
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes), "a part that is shown has no parts"
    return content.decode(part.get_content_charset("utf-8"), "strict")


def text_digest(html: str) -> str:
    """Return the SHA-256 (hex) of a body's visible text without spaces, so that spacing does not matter.

    extension/gmail/sending/saved-drafts.ts computes the same digest; tests/vectors/rewrite.json tests both.
    """
    return hashlib.sha256(_UNSEEN.sub("", decoded("".join(_between(html)))).encode()).hexdigest()


def one_line(text: str) -> str:
    """Return `text` on one line, with single spaces between its words."""
    return " ".join(text.split())


def _between(html: str) -> Iterator[str]:
    at = 0
    for tag in scan(html).tags:
        yield html[at : tag.start]
        at = tag.end
    yield html[at:]


def _recipients(mail: EmailMessage) -> Iterator[ReportedRecipient]:
    """Yield each recipient once, in the order to, cc, bcc. Raises UnsuitableDraft for an unusable address."""
    known: set[str] = set()
    for kind in KINDS:
        for address in _addresses(mail, kind):
            if not address.addr_spec.isascii() or "@" not in address.addr_spec:
                raise UnsuitableDraft("address")
            if address.addr_spec.lower() not in known:
                known.add(address.addr_spec.lower())
                yield ReportedRecipient(kind, address.addr_spec, one_line(address.display_name)[:300])


def _addresses(mail: EmailMessage, name: str) -> Iterator[Address]:
    for header in mail.get_all(name, []):
        yield from header.addresses
