"""Defines what the extension reports about one mail, and merges several reports. Pure.

Reports may arrive late, twice and out of order. So each field of a mail is stored with its value and the time
at which the browser observed it, and the newest observation of each field wins (a last-writer-wins map). The
result does not depend on the order of the reports or on repeats. A field that a report lacks is not changed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal
from uuid import UUID

from server.messages.models import Source

State = Literal["sent", "scheduled", "undone"]
GMAIL_IDS: Mapping[str, str] = {  # name in a report -> name in GmailMessage
    "draft_id": "draft_id",
    "gmail_message_id": "gmail_id",
    "gmail_thread_id": "thread_id",
    "mailbox": "mailbox",
}
IDS = (*GMAIL_IDS, "rfc822_message_id")

Fields = Mapping[str, Any]  # field -> [time observed, value]; stored as JSON in GmailMessage.report


@dataclass(frozen=True, slots=True)
class Correspondent:
    """An address with its name, as the extension reported it."""

    address: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class ReportedRecipient:
    """One recipient, as the extension reported it; `kind` is to, cc or bcc."""

    kind: str
    address: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class ReportedLink:
    """One link of the mail, with its visible text, as the extension reported it."""

    url: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One report, parsed and within the limits of the tables. A field is None if it is not known yet.

    `sent_at` and `observed_at` are from the browser's clock (aware, UTC).
    """

    lease: UUID
    state: State
    sender: Correspondent
    recipients: tuple[ReportedRecipient, ...]
    links: tuple[ReportedLink, ...]
    subject: str
    sent_at: datetime
    observed_at: datetime
    draft_id: str | None = None
    gmail_message_id: str | None = None
    gmail_thread_id: str | None = None
    rfc822_message_id: str | None = None
    mailbox: str | None = None  # the address of the Gmail account, which may not be the sender's: aliases
    view_time: bool | None = None  # whether the mail was sent with the view-time image
    source: Source = Source.GMAIL


@dataclass(frozen=True, slots=True)
class Merged:
    """The result of a merge: the `fields` to store, and the names of those whose value has changed."""

    fields: dict[str, Any]
    changed: frozenset[str]


def merge(known: Fields, report: Report) -> Merged:
    """Return the known fields merged with those of `report`. The order of reports does not matter."""
    seen = stamp(report.observed_at)
    fields = dict(known)
    for name, value in _said(report).items():
        fields[name] = max(fields.get(name, ["", None]), [seen, value], key=_precedence)
    changed = {name for name in fields if name not in known or known[name][1] != fields[name][1]}
    return Merged(fields, frozenset(changed))


def value_of(fields: Fields, name: str) -> Any:
    """Return the reported value of one field; None if it was never reported."""
    return fields[name][1] if name in fields else None


def recipients_of(fields: Fields) -> list[ReportedRecipient]:
    """Return the reported recipients in the order to, cc, bcc."""
    return [ReportedRecipient(*entry) for entry in value_of(fields, "recipients") or ()]


def links_of(fields: Fields) -> list[ReportedLink]:
    """Return the reported links in the order of the mail."""
    return [ReportedLink(*entry) for entry in value_of(fields, "links") or ()]


def moment_of(fields: Fields, name: str) -> datetime:
    """Return the reported value of one field, which is a time."""
    return datetime.fromisoformat(value_of(fields, name))


def has_view_time(kept: Mapping[str, Any]) -> bool:
    """Return whether a mail (its GmailMessage.report) was sent with the view-time image."""
    return value_of(kept.get("fields", {}), "view_time") is True


def observed(fields: Fields, name: str) -> datetime:
    """Return when a field was last observed."""
    return datetime.fromisoformat(fields[name][0])


def stamp(moment: datetime) -> str:
    """Return a time as text; such texts sort in the order of their times."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def _said(report: Report) -> dict[str, Any]:
    """Return the report's fields as JSON values, without those that are not known."""
    said: dict[str, Any] = {name: getattr(report, name) for name in IDS}
    said |= {
        "state": report.state,
        "subject": report.subject,
        "from": [report.sender.address, report.sender.name],
        "recipients": [[one.kind, one.address, one.name] for one in report.recipients] or None,
        "links": [[link.url, link.text] for link in report.links],
        "sent_at": stamp(report.sent_at),
        "view_time": report.view_time,
    }
    return {name: value for name, value in said.items() if value is not None}


def _precedence(entry: list[Any]) -> tuple[str, str]:
    """Return a sort key: the newer observation is higher; at equal times, the values decide."""
    seen, value = entry
    return seen, json.dumps(value, sort_keys=True)
