"""Says what a received mail is: an answer, a machine's mail, a report; and which mails it is about. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from server.inbound import delivery_reports, returned
from server.inbound.automatic import judge
from server.inbound.mail_parts import Mail, parse
from server.inbound.reported import DELAYED, FAILED, RecipientStatus
from server.mail.fields import fields_of, first

BOUNCE, DELAY, RECEIPT, FEEDBACK = "bounce", "delay", "receipt", "feedback"
OTHER = "other"
_HEADERS = frozenset(
    {"from", "to", "subject", "date", "return-path", "received", "message-id", "content-type"}
)
_TEXTS = frozenset({"text/plain", "text/html"})
_FEEDBACK, _RECEIPT = "message/feedback-report", "message/disposition-notification"


@dataclass(frozen=True, slots=True)
class ReceivedMail:
    """What a mail is. `about`: the Message-IDs that it names. `evidence`: codes of what decided."""

    kind: str
    about: tuple[str, ...] = ()
    recipients: tuple[RecipientStatus, ...] = ()
    evidence: tuple[str, ...] = ()


def read(raw: bytes) -> ReceivedMail:
    """Read the bytes of a whole mail. Never raises."""
    mail = parse(raw)
    if not _HEADERS & mail.fields.keys():
        return ReceivedMail(OTHER, evidence=("no-headers",))
    kinds = {part.kind for part in mail.parts}
    if _FEEDBACK in kinds:
        return ReceivedMail(FEEDBACK, _named(mail), evidence=("feedback-part",))
    report = delivery_reports.read(mail)
    if report:
        kind = {FAILED: BOUNCE, DELAYED: DELAY}.get(report.action, OTHER)
        return ReceivedMail(kind, report.message_ids, report.recipients, report.evidence)
    if _RECEIPT in kinds:
        return ReceivedMail(RECEIPT, _named(mail), evidence=("disposition-part",))
    text = next((part.text for part in mail.parts if part.kind in _TEXTS), "")
    types = [first(part.fields, "content-type") for part in mail.parts]
    judged = judge(mail.fields, mail.sender, text, types)
    return ReceivedMail(judged.kind, _named(mail), evidence=judged.evidence)


def _named(mail: Mail) -> tuple[str, ...]:
    """Return the Message-IDs of the mails that a mail answers, reports or returns, the nearest first."""
    receipts = [fields_of(part.content) for part in mail.parts if part.kind in {_RECEIPT, _FEEDBACK}]
    ids = [
        *returned.ids_in_fields([mail.fields], "in-reply-to"),
        *reversed(returned.ids_in_fields([mail.fields], "references")),
        *returned.ids_in_fields(receipts, "original-message-id", "message-id"),
        *returned.ids_in_fields(returned.returned_fields(mail), "message-id"),
    ]
    return returned.without(ids, returned.ids_in_fields([mail.fields], "message-id"))
