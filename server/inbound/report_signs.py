"""Tells by a mail's header fields whether it may be a delivery report: by sender, form and subject. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from server.inbound import report_subjects
from server.lib.mail.addresses import decoded
from server.lib.mail.fields import Fields, content_type, first

# Each sign is also a code in the evidence of a report.
REPORT_TYPE = "multipart-report"
FAILED_RECIPIENTS = "x-failed-recipients"
NULL_SENDER = "null-return-path"
DAEMON = "daemon"
POSTMASTER = "postmaster"
SUBJECT = "subject"

# By what a search in a mailbox finds reports, besides their subjects.
SEARCHED_SENDERS = ("mailer-daemon", "postmaster", "mdaemon", "mail-daemon", "maildaemon")

_LONGEST = 500  # characters of a field that are read
_DAEMONS = re.compile(
    r"(?<![\w.+-])(mdaemon|mail-?(delivery|system)|daemon|ndr|[\w-]*smtp[\w-]*gateways?|e500_smtp\w*)@|"
    r"mail(er)?[ _-]?daemon|(e-?)?mail deliver(y)? (sub)?system|mail delivery (service|agent)|"
    r"internet mail delivery|interscan|\bimss\b"
)
# Persons use these, too.
_ADMINISTRATORS = re.compile(
    r"(?<![\w.+-])(p?oo?st[_-]?master|mail-?admin\w*|system-?administrator|mailer|bounces?)@|"
    r"mail(er)? administrator|system administrator|postmaster"
)
_NOBODY = re.compile(r"(?<![\w.])(no|do-?not)[._-]?reply\b")
_NO_RETURN = re.compile(r"\s*<\s*(>|mailer-daemon[@>])", re.IGNORECASE)


def signs(fields: Fields) -> tuple[str, ...]:
    """Return the codes of what suggests that the mail is a delivery report."""
    return tuple(_signs(fields))


def may_be_report(fields: Fields) -> bool:
    """Return whether the mail is worth reading as a delivery report. Most mails are not."""
    return bool(signs(fields))


def is_answer_by_subject(fields: Fields) -> bool:
    """Return whether the subject begins like that of an answer, a vacation note or a forwarded mail."""
    return bool(report_subjects.ANSWERS.match(_subject(fields)))


def is_unattended(fields: Fields) -> bool:
    """Return whether the mail says that nobody reads answers to it, or that a machine sent it."""
    submitted = first(fields, "auto-submitted").strip().lower()
    return bool(_NOBODY.search(_sender(fields)) or (submitted and not submitted.startswith("no")))


def _signs(fields: Fields) -> Iterator[str]:
    sender = _sender(fields)
    if content_type(fields)[0] == "multipart/report":
        yield REPORT_TYPE
    if "x-failed-recipients" in fields:
        yield FAILED_RECIPIENTS
    if _NO_RETURN.match(first(fields, "return-path")):
        yield NULL_SENDER
    if "@" not in sender or _DAEMONS.search(sender):
        yield DAEMON
    elif _ADMINISTRATORS.search(sender):
        yield POSTMASTER
    if report_subjects.REPORTS.search(_subject(fields)) and not is_answer_by_subject(fields):
        yield SUBJECT


def _sender(fields: Fields) -> str:
    return decoded(first(fields, "from")[:_LONGEST]).lower()


def _subject(fields: Fields) -> str:
    return decoded(first(fields, "subject")[:_LONGEST])
