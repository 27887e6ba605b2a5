"""A report as it comes over the wire, read strictly and within bounds. Pure."""

from __future__ import annotations

from server.extension.api.body import Part
from server.extension.reports import SignedReport
from server.marks.tokens import MAX_TOKEN_CHARS, MAX_URL_BYTES
from server.messages.report import STATES, Person, Reader, Report, ReportedLink

MOST_REPORTS = 50
MOST_READERS = 500
MOST_LINKS = 2000
MOST_SUBJECT = 1000
MOST_NAME = 300
MOST_TEXT = 500


def read_reports(body: Part) -> list[SignedReport]:
    """All reports of a request. Raises Problem with the exact place of what is wrong."""
    return [_report(part) for part in body.field("reports").items(1, MOST_REPORTS)]


def _report(part: Part) -> SignedReport:
    report = Report(
        lease=part.field("lease").uuid(),
        state=part.field("state").one_of(STATES),
        sender=_person(part.field("from")),
        readers=_readers(part),
        links=_links(part.field("links")),
        subject=part.field("subject").line(MOST_SUBJECT),
        sent_at=part.field("sent_at").moment(),
        observed_at=part.field("observed_at").moment(),
        draft_id=part.field("draft_id").exact_or_none(80),
        gmail_message_id=part.field("gmail_message_id").exact_or_none(32, "[0-9a-f]+"),
        gmail_thread_id=part.field("gmail_thread_id").exact_or_none(32, "[0-9a-f]+"),
        rfc822_message_id=part.field("rfc822_message_id").exact_or_none(500, r"<[^<>\s]+>"),
        reading_time=part.field("reading_time").yes_or_no() if part.has("reading_time") else None,
    )
    return SignedReport(report, part.field("pixel_token").exact(MAX_TOKEN_CHARS))


def _person(part: Part) -> Person:
    return Person(part.field("address").exact(254), part.field("name").line(MOST_NAME))


def _readers(report: Part) -> tuple[Reader, ...]:
    found = [
        Reader(kind, person.address, person.name)
        for kind in ("to", "cc", "bcc")
        for person in map(_person, report.field(kind).items(0, MOST_READERS))
    ]
    if len(found) > MOST_READERS:
        report.refuse(f"to, cc and bcc together must have at most {MOST_READERS} entries")
    return tuple(found)


def _links(part: Part) -> tuple[ReportedLink, ...]:
    """The links; those too long to be tracked were left alone in the mail, and are left out here."""
    links = [
        ReportedLink(link.field("url").exact(1_000_000), link.field("text").line(MOST_TEXT))
        for link in part.items(0, MOST_LINKS)
    ]
    return tuple(link for link in links if len(link.url.encode()) <= MAX_URL_BYTES)
