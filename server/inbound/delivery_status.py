"""Reads the fields of delivery status notifications (RFC 3464): which recipients a mail did not reach. Pure.

A notification's content is untrusted, so reading stays within bounds and never raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from server.inbound.mail_parts import Mail
from server.inbound.report_text import ReportText
from server.inbound.report_wording import permanence
from server.inbound.reported import (
    ADDRESS,
    DELAYED,
    FAILED,
    MOST_RECIPIENTS,
    RecipientStatus,
    shortened,
    status_in,
)
from server.mail.fields import Fields, fields_of, first

_MOST_BYTES = 200_000
_STATUSES = frozenset(
    {"message/delivery-status", "message/global-delivery-status", "message/xdelivery-status"}
)
_RECEIPTS = frozenset({"message/disposition-notification"})  # as which filters refuse mails (RFC 5429)
_FIELDS = ("original-recipient", "final-recipient", "x-actual-recipient")
_IN_TEXT = re.compile(
    r"^(?:reporting-mta|final-recipient|original-recipient|action) ?:", re.IGNORECASE | re.MULTILINE
)
_ACTION = re.compile(r"[a-z-]{1,20}")
_FAILURES = re.compile(r"(fail|error|undeliver|expired|bounce|reject)")


def groups_of(mail: Mail) -> list[Fields]:
    """Return the groups of fields: that about the whole mail, and one for each recipient.

    They stand in a part of their own, or, from some mail servers, in a text.
    """
    for kinds in (_STATUSES, _RECEIPTS):
        parts = [part for part in mail.parts if part.kind in kinds]
        if parts:
            return list(_groups(parts[0].content[:_MOST_BYTES]))
    texts = (part.text for part in mail.parts if part.kind.startswith("text/"))
    blocks = (text[found.start() :] for text in texts if (found := _IN_TEXT.search(text)))
    some = next((block for block in blocks if "recipient" in block[:5000].lower()), "")
    return list(_groups(some.encode())) if some else []


def recipients_in(groups: list[Fields], words: ReportText) -> tuple[RecipientStatus, ...]:
    """Return what the groups say about each recipient. `words`: the report's own."""
    found = [each for group in groups if (each := _recipient(group, words))]
    return tuple(found[:MOST_RECIPIENTS])


def _recipient(group: Fields, text: ReportText) -> RecipientStatus | None:
    values = [value.rpartition(";")[2] for name in _FIELDS for value in group.get(name, ())]
    addresses = [found[0].lower() for value in values if (found := ADDRESS.search(value))]
    if not addresses:
        return None
    words = first(group, "diagnostic-code").partition(";")[2].strip() or first(group, "diagnostic-code")
    status = _status(first(group, "status"), words)
    action = _action(first(group, "action").lower(), status, text)
    if not action:
        return None
    permanent = permanence(action, status, words, stated=text.states_permanence)
    return RecipientStatus(tuple(dict.fromkeys(addresses)), action, status, permanent, shortened(words))


def _status(status: str, words: str) -> str:
    own, said = status_in(status), status_in(words)
    if own.endswith(".0.0") or not own:  # only a class: the other server's text says more
        return said if said[:1] == own[:1] or not own else own
    return own


def _action(value: str, status: str, text: ReportText) -> str:
    if _FAILURES.search(value):
        return FAILED
    if value.strip().startswith("delay"):
        return DELAYED
    if named := _ACTION.search(value):
        return named[0]
    if status.startswith("5"):  # the field is missing
        return FAILED
    return text.action if status.startswith("4") or not status else ""


def _groups(body: bytes) -> Iterator[Fields]:
    """Yield the fields for the whole mail, then those for each recipient; empty lines separate them."""
    for number, block in enumerate(re.split(rb"\r?\n[ \t]*\r?\n", body, maxsplit=MOST_RECIPIENTS + 1)):
        if number <= MOST_RECIPIENTS:
            yield fields_of(block)
