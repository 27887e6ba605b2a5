"""A draft as Gmail stores it: what stands in it, and why it cannot go out as individual copies. Pure."""

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
"""Bytes of a whole draft, attachments included; Google takes more only in another way."""
KINDS: Final = ("to", "cc", "bcc")
# Headers stay as they are written: nothing is folded anew, and a break in a new one raises.
POLICY: Final = SMTP.clone(refold_source="none")
_SEALED: Final = {"multipart/encrypted", "multipart/signed", "application/pkcs7-mime"}
_ARMOUR: Final = ("-----BEGIN PGP MESSAGE-----", "-----BEGIN PGP SIGNED MESSAGE-----")
_UNSEEN = re.compile(f"[{SPACE}\u200b-\u200d\u2060]+")


class UnsuitableDraft(Exception):
    """A draft that cannot go out so. `reason`: unreadable | plain | sealed | address."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in a draft. `words`: digest of what is read in it; see `words_digest`."""

    subject: str
    sender: Correspondent
    readers: tuple[ReportedRecipient, ...]
    html: str
    words: str
    is_answer: bool


def parse(raw: bytes) -> EmailMessage:
    """The bytes as a message that is written again as it was."""
    return message_from_bytes(raw, policy=POLICY)


def read(raw: bytes) -> Draft:
    """The draft in these bytes. Raises Unfit."""
    try:
        return _read(parse(raw))
    except UnsuitableDraft:
        raise
    except Exception as error:  # the parser of the standard library raises what it likes for odd headers
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
        readers=tuple(_readers(mail)),
        html=html,
        words=words_digest(html),
        is_answer=bool(mail["In-Reply-To"] or mail["References"]),
    )


def body_of(mail: EmailMessage) -> MIMEPart:
    """The part with the HTML that is shown. Raises Unfit where there is none."""
    part = mail.get_body(preferencelist=("html",))
    if part is None or not scan(text_of(part)).tags:
        raise UnsuitableDraft("plain")
    return part


def text_of(part: MIMEPart) -> str:
    """The text of a part, in whatever way it is written down."""
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes), "a part that is shown has no parts"
    return content.decode(part.get_content_charset("utf-8"), "strict")


def words_digest(html: str) -> str:
    """SHA-256 (hex) of what is read in a body, without spaces: however it is written, the same words.

    extension/page/saved-drafts.ts is its twin; both are held to tests/vectors/rewrite.json.
    """
    return hashlib.sha256(_UNSEEN.sub("", decoded("".join(_between(html)))).encode()).hexdigest()


def one_line(text: str) -> str:
    """`text` on one line, single spaces between its words."""
    return " ".join(text.split())


def _between(html: str) -> Iterator[str]:
    at = 0
    for tag in scan(html).tags:
        yield html[at : tag.start]
        at = tag.end
    yield html[at:]


def _readers(mail: EmailMessage) -> Iterator[ReportedRecipient]:
    """Each reader once, in the order to, cc, bcc."""
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
