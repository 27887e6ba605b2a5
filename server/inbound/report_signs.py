"""Tells by a mail's header fields whether it may be a delivery report: by sender, form and subject. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from server.inbound import report_subjects, senders, subjects
from server.mail.addresses import decoded
from server.mail.fields import Fields, content_type, first

# Each sign is also a code in the evidence of a report.
REPORT_TYPE = "multipart-report"
FAILED_RECIPIENTS = "x-failed-recipients"
NULL_SENDER = "null-return-path"
DAEMON = "daemon"
POSTMASTER = "postmaster"
ADMINISTRATOR = "administrator"  # or a name that people and lists use as well
SUBJECT = "subject"

# By what a search in a mailbox finds reports, besides their subjects.
SEARCHED_SENDERS = ("mailer-daemon", "postmaster", "mdaemon", "mail-daemon", "maildaemon")

_LONGEST = 500  # characters of a field that are read
# Local parts, with words before and after: mailer-daemon+7@.
_DAEMONS = re.compile(
    r"(?:mdaemon|mail-?(?:delivery|system)|daemon|imss|[\w-]*smtp[\w-]*gateways?|e500_smtp\w*"
    r"|(?:.*[._+=-])?mail(?:er)?[._-]?daemon)(?:[._+=-].*)?"
)
_POSTMASTERS = re.compile(r"(?:.*[._+=-])?p?oo?st[_-]?master(?:[._+=\\-].*)?")
# Persons and lists use these, too.
_ADMINISTRATORS = re.compile(r"mail-?admin\w*|system-?administrator|mailer|bounces?|ndr")
# Whole display names: people and companies may have the words in theirs.
_DAEMON_NAMES = re.compile(
    r"mail(?:er)?[ _-]?daemon|internet mail delivery|mail delivery (?:service|agent)"
    r"|(?:internet )?(?:e-?)?mail delivery? (?:sub)?system\b.*"
)
_POSTMASTER_NAMES = re.compile(r"postmaster")
_ADMINISTRATOR_NAMES = re.compile(r"mail(?:er)? administrator|system administrator")
_ADDRESS = re.compile(r"<?([^\s<>@()\"',;]{1,100})@[^\s<>()\"',;]+>?")
_NO_NAME = " \t\"'()<>"
_NO_RETURN = re.compile(r"\s*<\s*(>|mailer-daemon[@>])", re.IGNORECASE)
_OF_SERVERS = frozenset({NULL_SENDER, DAEMON, POSTMASTER})


def signs(fields: Fields) -> tuple[str, ...]:
    """Return the codes of what suggests that the mail is a delivery report."""
    return tuple(_signs(fields))


def may_be_report(fields: Fields) -> bool:
    """Return whether the mail is worth reading as a delivery report. Most mails are not."""
    found = frozenset(signs(fields))
    if not found or REPORT_TYPE in found:
        return bool(found)
    if is_answer_by_subject(fields):
        by = found & {DAEMON, NULL_SENDER}
        return by == {DAEMON, NULL_SENDER} or (FAILED_RECIPIENTS in found and bool(by))
    if found == {SUBJECT}:
        return is_unattended(fields)
    return found != {ADMINISTRATOR}


def names_failed(fields: Fields) -> bool:
    """Return whether a server wrote the header X-Failed-Recipients. Anybody can write one."""
    found = frozenset(signs(fields))
    return FAILED_RECIPIENTS in found and bool(found & _OF_SERVERS) and may_be_report(fields)


def is_answer_by_subject(fields: Fields) -> bool:
    """Return whether the subject begins like that of an answer, a machine's answer or a forwarded mail."""
    subject = subjects.read(first(fields, "subject"))
    if subject.answers or subjects.is_automatic(subject) or report_subjects.FORWARDED.match(subject.text):
        return True
    # "Your message to Bob could not be delivered" begins like a desk's acknowledgement.
    return subjects.acknowledges(subject) and _sign_of_sender(_from(fields)) not in {DAEMON, POSTMASTER}


def is_unattended(fields: Fields) -> bool:
    """Return whether the mail says that nobody reads answers to it, or that a machine sent it."""
    submitted = first(fields, "auto-submitted").strip().lower()
    address = _ADDRESS.search(_from(fields))
    nobody = address is not None and senders.is_nobody(address[0].strip("<>"))
    return nobody or bool(submitted and not submitted.startswith("no"))


def _signs(fields: Fields) -> Iterator[str]:
    if content_type(fields)[0] == "multipart/report":
        yield REPORT_TYPE
    if "x-failed-recipients" in fields:
        yield FAILED_RECIPIENTS
    if _NO_RETURN.match(first(fields, "return-path")):
        yield NULL_SENDER
    if sign := _sign_of_sender(_from(fields)):
        yield sign
    if report_subjects.REPORTS.search(_subject(fields)) and not is_answer_by_subject(fields):
        yield SUBJECT


def _sign_of_sender(sender: str) -> str:
    address = _ADDRESS.search(sender)
    local = address[1] if address else ""
    names = [each.strip(_NO_NAME) for each in _ADDRESS.split(sender)[::2]]
    if not address or _DAEMONS.fullmatch(local) or any(map(_DAEMON_NAMES.fullmatch, names)):
        return DAEMON
    if _POSTMASTERS.fullmatch(local) or any(map(_POSTMASTER_NAMES.fullmatch, names)):
        return POSTMASTER
    known = _ADMINISTRATORS.fullmatch(local) or any(map(_ADMINISTRATOR_NAMES.fullmatch, names))
    return ADMINISTRATOR if known else ""


def _from(fields: Fields) -> str:
    return decoded(first(fields, "from")[:_LONGEST]).lower()


def _subject(fields: Fields) -> str:
    return decoded(first(fields, "subject")[:_LONGEST])
