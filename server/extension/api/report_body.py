"""Defines the JSON of a report and its limits, and converts it to a SignedReport. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated, Final
from uuid import UUID

from msgspec import UNSET, Meta, Struct, UnsetType, field

from server.extension.api.fields import CONTROL, WORD, GmailId, Moment, line, utc
from server.extension.reports import SignedReport
from server.lib.web.request_input import WrongField
from server.marks.tokens import MAX_TOKEN_CHARS, MAX_URL_BYTES
from server.messages.report import Correspondent, Report, ReportedLink, ReportedRecipient, State

MOST_REPORTS: Final = 50
MOST_RECIPIENTS: Final = 500
MOST_LINKS: Final = 2000
MOST_SUBJECT: Final = 1000
MOST_NAME: Final = 300
MOST_TEXT: Final = 500
_MAILBOX: Final = re.compile(rf"(?=.{{3,254}}\Z)[^@\s{CONTROL}]+@[^@\s{CONTROL}]+")


class PersonBody(Struct):
    """One correspondent."""

    address: Annotated[str, Meta(max_length=254, pattern=WORD)]
    name: str

    def __post_init__(self) -> None:
        self.name = line(self.name, MOST_NAME)


class LinkBody(Struct):
    """One link of the mail."""

    url: Annotated[str, Meta(pattern=WORD)]
    text: str


PersonBodies = Annotated[list[PersonBody], Meta(max_length=MOST_RECIPIENTS)]


class ReportBody(Struct):
    """One report. A value that is not known yet is null."""

    lease: UUID
    pixel_token: Annotated[str, Meta(max_length=MAX_TOKEN_CHARS, pattern=WORD)]
    state: State
    sender: PersonBody = field(name="from")
    to: PersonBodies
    cc: PersonBodies
    bcc: PersonBodies
    links: Annotated[list[LinkBody], Meta(max_length=MOST_LINKS)]
    subject: str
    sent_at: Moment
    observed_at: Moment
    draft_id: Annotated[str, Meta(max_length=80, pattern=WORD)] | None
    gmail_message_id: GmailId | None
    gmail_thread_id: GmailId | None
    rfc822_message_id: (
        Annotated[str, Meta(max_length=500, pattern=r"\A<[^<>\s\x00-\x1f\x7f-\x9f]+>\Z")] | None
    )
    view_time: bool | UnsetType = UNSET
    mailbox: str | None = None

    def __post_init__(self) -> None:
        if self.mailbox and not _MAILBOX.fullmatch(self.mailbox):
            self.mailbox = None  # as if it were not known: the rest of the report matters more
        self.sent_at = utc("sent_at", self.sent_at)
        self.observed_at = utc("observed_at", self.observed_at)
        if len(self.to) + len(self.cc) + len(self.bcc) > MOST_RECIPIENTS:
            raise WrongField("to", f"Expected `to`, `cc` and `bcc` of length <= {MOST_RECIPIENTS} together")


class ReportsBody(Struct):
    """The body of POST /reports."""

    reports: Annotated[list[ReportBody], Meta(min_length=1, max_length=MOST_REPORTS)]


def signed_report(body: ReportBody) -> SignedReport:
    """Convert a body into a report, with each text cut to the length of its column."""
    report = Report(
        lease=body.lease,
        state=body.state,
        sender=Correspondent(body.sender.address, body.sender.name),
        recipients=(*_recipients("to", body.to), *_recipients("cc", body.cc), *_recipients("bcc", body.bcc)),
        links=_links(body.links),
        subject=line(body.subject, MOST_SUBJECT),
        sent_at=body.sent_at,
        observed_at=body.observed_at,
        draft_id=body.draft_id,
        gmail_message_id=body.gmail_message_id,
        gmail_thread_id=body.gmail_thread_id,
        rfc822_message_id=body.rfc822_message_id,
        mailbox=body.mailbox or None,
        view_time=None if body.view_time is UNSET else body.view_time,
    )
    return SignedReport(report, body.pixel_token)


def _recipients(kind: str, people: Sequence[PersonBody]) -> list[ReportedRecipient]:
    return [ReportedRecipient(kind, each.address, each.name) for each in people]


def _links(links: Sequence[LinkBody]) -> tuple[ReportedLink, ...]:
    """Convert the links, except those too long to be tracked, which the mail contains unchanged."""
    short = (each for each in links if len(each.url.encode()) <= MAX_URL_BYTES)
    return tuple(ReportedLink(each.url, line(each.text, MOST_TEXT)) for each in short)
