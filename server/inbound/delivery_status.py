"""Parses delivery status notifications (RFC 3464): which recipients a mail did not reach, and why. Pure.

A notification's content is untrusted, so parsing goes line by line, only one level deep and within bounds,
and never raises. The standard library's parser follows nested parts without a limit.
"""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from server.lib.mail.fields import Fields, content_type, fields_of, first, message_ids_in, split

FAILED, DELAYED = "failed", "delayed"
MOST_BYTES = 2_000_000
MOST_RECIPIENTS = 100
MOST_IDS = 20
_MOST_PARTS = 20
# A status code must not be part of a longer number, because the texts also contain IP addresses.
_STATUS = re.compile(r"(?<![\w.])([245])\.(\d{1,3})\.(\d{1,3})(?!\.?\w)", re.ASCII)
_REPLY = re.compile(r"\b([45])\d\d[ -]", re.ASCII)  # an SMTP reply, if there is no enhanced code
# Only printable ASCII, because databases compare other characters differently.
_ADDRESS = re.compile(r"[!#-'*+\--:=?A-~]{1,64}@[!#-'*+\--:=?A-~]{1,189}")
_RETURNED = frozenset({"message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers"})
_STATUSES = frozenset({"message/delivery-status", "message/global-delivery-status"})


@dataclass(frozen=True, slots=True)
class RecipientStatus:
    """The status of one recipient. `addresses`: the original and the final address, in lower case.

    `action`: failed | delayed | delivered | relayed | expanded, or another word from the report. `status`: a
    code of RFC 3463 ("5.1.1"), or "" if the report gives none.
    """

    addresses: tuple[str, ...]
    action: str
    status: str

    @property
    def lasting(self) -> bool:
        """Whether another try would be pointless: delivery failed, and not with a status of class 4."""
        return self.action == FAILED and not self.status.startswith("4")


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """A notification. `message_ids`: the reported mail's Message-IDs, at most MOST_IDS, with brackets."""

    recipients: tuple[RecipientStatus, ...]
    message_ids: tuple[str, ...]


def read(raw: bytes) -> DeliveryReport | None:
    """Parse the bytes of a whole mail; return None if the mail is not a notification. Never raises."""
    head, body = split(raw[:MOST_BYTES])
    kind, boundary = content_type(head)
    if kind != "multipart/report" or not boundary:
        return None
    parts = [split(part) for part in _parts(body, boundary)]
    statuses = [_decoded(fields, text) for fields, text in parts if content_type(fields)[0] in _STATUSES]
    if not statuses:
        return None
    returned = [fields_of(_decoded(own, text)) for own, text in parts if content_type(own)[0] in _RETURNED]
    groups = list(_groups(statuses[0]))
    recipients = [found for group in groups if (found := _recipient(group))]
    ids = [*_ids(returned, "message-id"), *_ids(groups, "x-original-message-id")]
    return DeliveryReport(tuple(recipients[:MOST_RECIPIENTS]), tuple(dict.fromkeys(ids))[:MOST_IDS])


def status_in(text: str) -> str:
    """Return the first status code in a text, else the class of the first SMTP reply ("5.0.0"), else ""."""
    if found := _STATUS.search(text):
        return ".".join(found.groups())
    reply = _REPLY.search(text)
    return f"{reply[1]}.0.0" if reply else ""


def _recipient(group: Fields) -> RecipientStatus | None:
    names = ("original-recipient", "final-recipient")
    values = [value.rpartition(";")[2] for name in names for value in group.get(name, ())]
    addresses = [found[0].lower() for value in values if (found := _ADDRESS.search(value))]
    action = first(group, "action").strip().lower()
    if not addresses or not action:
        return None
    status, said = status_in(first(group, "status")), status_in(first(group, "diagnostic-code"))
    if status.endswith(".0.0") or not status:  # only a class: the other server's text says more
        status = said if said[:1] == status[:1] or not status else status
    return RecipientStatus(tuple(dict.fromkeys(addresses)), action[:20], status)


def _ids(blocks: Sequence[Fields], name: str) -> list[str]:
    return [one for block in blocks for value in block.get(name, ())[:3] for one in message_ids_in(value)]


def _parts(body: bytes, boundary: str) -> Iterator[bytes]:
    mark = re.escape(boundary.encode("utf-8", "replace"))
    pieces = re.split(rb"(?:\A|\r?\n)--" + mark + rb"(?:[ \t]*(?:\r?\n|\Z)|--)", body, maxsplit=_MOST_PARTS)
    yield from pieces[1:]


def _decoded(fields: Fields, body: bytes) -> bytes:
    encoding = first(fields, "content-transfer-encoding").strip().lower()
    try:
        if encoding == "base64":
            return base64.b64decode(re.sub(rb"[^A-Za-z0-9+/=]", b"", body))
        return quopri.decodestring(body) if encoding == "quoted-printable" else body
    except (binascii.Error, ValueError):
        return b""


def _groups(body: bytes) -> Iterator[Fields]:
    """Yield the fields for the whole mail, then those for each recipient; empty lines separate them."""
    for number, block in enumerate(re.split(rb"\r?\n[ \t]*\r?\n", body, maxsplit=MOST_RECIPIENTS + 1)):
        if number <= MOST_RECIPIENTS:
            yield fields_of(block)
