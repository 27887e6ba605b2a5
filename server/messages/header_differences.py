"""Compares the headers that Gmail stores with the extension's report, and corrects the report. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from server.google.gmail_api.sent_headers import SentHeaders
from server.messages.report import (
    Correspondent,
    ReportedRecipient,
    moment_of,
    recipients_of,
    stamp,
    value_of,
)

CLOSE = timedelta(minutes=1)  # smaller differences between the browser's clock and Gmail's are ignored


@dataclass(frozen=True, slots=True)
class HeaderDifferences:
    """What to store about a mail. `sender`: None if unknown.

    `differences`: field -> [reported, read from Gmail].
    """

    subject: str
    sender: Correspondent | None
    recipients: tuple[ReportedRecipient, ...]
    sent_at: datetime
    gmail_id: str
    thread_id: str
    rfc822_message_id: str
    differences: dict[str, list[Any]]


def corrections(report: Mapping[str, Any], headers: SentHeaders) -> HeaderDifferences:
    """Return the mail as Gmail stores it. Names that its headers lack come from `report`."""
    fields = report.get("fields", {})
    reported = recipients_of(fields)
    recipients = _recipients(headers, {one.address.lower(): one.name for one in reported}) or tuple(reported)
    return HeaderDifferences(
        subject=headers.subject[:1000],
        sender=_sender(fields, headers),
        recipients=recipients,
        sent_at=headers.date,
        gmail_id=headers.message_id,
        thread_id=headers.thread_id,
        rfc822_message_id=headers.rfc822_message_id[:500],
        differences=_differences(fields, headers, recipients) if fields else {},
    )


def _sender(fields: Mapping[str, Any], headers: SentHeaders) -> Correspondent | None:
    """Return the sender in Gmail, which replaces an alias that it does not know."""
    read = headers.sender
    if read is None or len(read.address) > 254:
        return None
    address, name = value_of(fields, "from") or ("", "")
    if address.lower() == read.address:
        return Correspondent(address, (read.name or name)[:300])
    return Correspondent(read.address, read.name[:300])


def _recipients(headers: SentHeaders, names: Mapping[str, str]) -> tuple[ReportedRecipient, ...]:
    return tuple(
        ReportedRecipient(kind, one.address, (one.name or names.get(one.address, ""))[:300])
        for kind, people in (("to", headers.to), ("cc", headers.cc), ("bcc", headers.bcc))
        for one in people
        if len(one.address) <= 254
    )


def _differences(
    fields: Mapping[str, Any], headers: SentHeaders, recipients: Iterable[ReportedRecipient]
) -> dict[str, list[Any]]:
    pairs: dict[str, tuple[Any, Any]] = {
        "from": _senders(fields, headers),
        "subject": (_plain(value_of(fields, "subject")), _plain(headers.subject)[:1000].strip()),
        "recipients": (_addresses(recipients_of(fields)), _addresses(recipients)),
        "gmail_message_id": (value_of(fields, "gmail_message_id"), headers.message_id),
        "gmail_thread_id": (value_of(fields, "gmail_thread_id"), headers.thread_id),
        "rfc822_message_id": (value_of(fields, "rfc822_message_id"), headers.rfc822_message_id),
    }
    found = {
        name: [reported_value, read]
        for name, (reported_value, read) in pairs.items()
        if reported_value and reported_value != read
    }
    reported_at = moment_of(fields, "sent_at")
    if abs(reported_at - headers.date) > CLOSE:
        found["sent_at"] = [stamp(reported_at), stamp(headers.date)]
    return found


def _senders(fields: Mapping[str, Any], headers: SentHeaders) -> tuple[str, str]:
    reported, read = (value_of(fields, "from") or ("",))[0].lower(), headers.sender
    return (reported, read.address) if read else ("", "")


def _plain(text: str | None) -> str:
    return " ".join((text or "").split())


def _addresses(recipients: Iterable[ReportedRecipient]) -> list[str]:
    return sorted(f"{one.kind} {one.address.lower()}" for one in recipients)
