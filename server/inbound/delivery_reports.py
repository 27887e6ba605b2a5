"""Reads delivery reports of any form: which mail they are about, and which recipients it did not reach. Pure.

An order of readers, of which the first that finds recipients decides: the fields of RFC 3464, then the
library flufl.bounce, then a header, then our own reading of the text, then the returned mail's To. Each has a
code, which stands in the report's evidence. A mail is read only if its headers can be those of a report,
because people write about lost mails, too, and quote reports.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from server.inbound import delivery_status, report_signs, returned
from server.inbound.mail_parts import Mail, parse
from server.inbound.phrases import any_of
from server.inbound.report_library import recipients_by_library
from server.inbound.report_text import ReportText, recipients_in_text, with_words, without_recipient
from server.inbound.report_wording import action_in
from server.inbound.reported import ADDRESS, DELAYED, FAILED, MOST_RECIPIENTS, DeliveryReport, RecipientStatus
from server.inbound.returned import SplitText, split_text
from server.lib.mail.addresses import people
from server.lib.mail.fields import Fields, fields_of, first

_MOST_TEXTS = 4
_MOST_VALUES = 20  # of one field
_LONGEST_VALUE = 5000
_AS_SENT = frozenset({"message-id", "received"})
_WRAPPING = "message/rfc822"
_SURE = frozenset({report_signs.REPORT_TYPE, report_signs.FAILED_RECIPIENTS})
_REJECTED = any_of(r"\b(rejected|refused|quota)\b")
_QUOTED = re.compile(
    r"^>(?!>>).*$", re.MULTILINE
)  # three of them begin the lines that one server said to another


@dataclass(frozen=True)
class PossibleReport:
    """A mail that may be a report, as its readers see it."""

    mail: Mail
    signs: tuple[str, ...]

    @cached_property
    def texts(self) -> list[SplitText]:
        """The mail's texts, each without the mail that it returns."""
        parts = [part for part in self.mail.parts if part.kind.startswith("text/")]
        readable = [part for part in parts if part.kind not in returned.PARTS]
        return [split_text(part.text) for part in readable[:_MOST_TEXTS]]

    @cached_property
    def words(self) -> ReportText:
        """The report's own words, without what it quotes."""
        return ReportText("\n".join(_QUOTED.sub("", each.report) for each in self.texts))

    @property
    def text(self) -> str:
        """The report's own words as text."""
        return self.words.text

    @cached_property
    def action(self) -> str:
        """FAILED, DELAYED, or "" if neither the text nor the subject says so."""
        return self.words.action or action_in(first(self.mail.fields, "subject"))

    @cached_property
    def groups(self) -> list[Fields]:
        """The groups of fields of RFC 3464."""
        return delivery_status.groups_of(self.mail)

    @cached_property
    def returned_fields(self) -> list[Fields]:
        """The header fields of the returned mail, from its own part or from the text."""
        blocks = [
            fields_of(returned.first_block(each.returned).encode()) for each in self.texts if each.returned
        ]
        return [*returned.returned_fields(self.mail), *blocks]

    @cached_property
    def own(self) -> frozenset[str]:
        """The addresses to which the report went, and from which it came."""
        names = ("to", "from", "delivered-to")
        return frozenset(one for name in names for one in _addresses(self.mail.fields.get(name, ())))

    @cached_property
    def proves(self) -> bool:
        """Whether the text says what became of a mail, and shows a server's reply or the mail as sent.

        People's programs quote From, Date and the like, too.
        """
        returns = any(_AS_SENT & fields.keys() for fields in self.returned_fields)
        return bool(self.action and (returns or self.words.reply))


Reader = Callable[[PossibleReport], tuple[RecipientStatus, ...]]


def read_bytes(raw: bytes) -> DeliveryReport | None:
    """Return what the bytes of a whole mail report; see `read`."""
    return read(parse(raw))


def read(mail: Mail, *, wrapped: bool = False) -> DeliveryReport | None:
    """Return what a mail reports; None if it is not a delivery report. Never raises.

    `wrapped`: the mail was found within another one, where no further ones are sought.
    """
    report = PossibleReport(mail, report_signs.signs(mail.fields))
    if not _can_be(report):
        return None
    return _by(READERS, report) or (None if wrapped else _wrapped(report)) or _by(LAST_READERS, report)


def _by(readers: Sequence[tuple[str, Reader]], report: PossibleReport) -> DeliveryReport | None:
    for code, reader in readers:
        if recipients := reader(report):
            return DeliveryReport(recipients, _message_ids(report), (code, *report.signs))
    return None


def _by_fields(report: PossibleReport) -> tuple[RecipientStatus, ...]:
    found = delivery_status.recipients_in(report.groups, report.words)
    return tuple(each if each.words else _with_text(each, report) for each in found)


def _with_text(recipient: RecipientStatus, report: PossibleReport) -> RecipientStatus:
    """Return a recipient of whom the fields do not give the server's words with those in the text."""
    [told] = with_words(recipient.addresses[-1:], report.words, recipient.action)
    permanent = recipient.permanent if recipient.status else told.permanent
    return replace(recipient, words=told.words, permanent=permanent)


def _by_library(report: PossibleReport) -> tuple[RecipientStatus, ...]:
    texts = [_QUOTED.sub("", each.report) for each in report.texts]
    waiting, lost = recipients_by_library(report.mail, texts)
    others = tuple(each for each in (*waiting, *lost) if each not in report.own)
    chosen = others or (*waiting, *lost)  # people write to themselves, too
    known = {each: DELAYED if each in waiting else report.action or FAILED for each in chosen}
    return tuple(one for each, action in known.items() for one in with_words((each,), report.words, action))


def _by_header(report: PossibleReport) -> tuple[RecipientStatus, ...]:
    addresses = _addresses(report.mail.fields.get("x-failed-recipients", ()))
    return with_words(addresses[:MOST_RECIPIENTS], report.words, report.action or FAILED)


def _by_text(report: PossibleReport) -> tuple[RecipientStatus, ...]:
    return recipients_in_text(report.words, report.action, report.own) if report.action else ()


def _by_returned_mail(report: PossibleReport) -> tuple[RecipientStatus, ...]:
    """Return the only recipient of the returned mail, if the report itself names none."""
    for fields in report.returned_fields if report.action else ():
        found = _addresses(fields.get("to", ()))
        if len(found) == 1 and "cc" not in fields:
            return with_words(found, report.words, report.action)
    return ()


def _without_address(report: PossibleReport) -> tuple[RecipientStatus, ...]:
    signs = {*report.signs}
    known = signs & _SURE or len(signs) > 1 or report.returned_fields
    if report.action and known:
        return (without_recipient(report.words, report.action),)
    empty = not report.groups and not report.text.strip()
    return (without_recipient(ReportText(""), FAILED),) if empty and len(signs) > 2 else ()


READERS: tuple[tuple[str, Reader], ...] = (
    ("rfc3464", _by_fields),
    ("library", _by_library),
    ("failed-recipients", _by_header),
    ("text", _by_text),
)
LAST_READERS: tuple[tuple[str, Reader], ...] = (  # for reports that do not name whom they are about
    ("returned-to", _by_returned_mail),
    ("no-recipient", _without_address),
)


def _can_be(report: PossibleReport) -> bool:
    """Return whether a mail server sent the mail as a report, and not a person or another machine.

    One sign alone proves nothing: a postmaster is a person, too, and vacation notes have no return path.
    """
    signs = frozenset(report.signs)
    content_type = first(report.mail.fields, "content-type").lower()
    if report_signs.REPORT_TYPE in signs and "feedback-report" in content_type:
        return False
    if report_signs.REPORT_TYPE in signs and "disposition-notification" in content_type:
        return bool(_REJECTED.search(report.text))  # RFC 5429: a filter refuses the mail
    if signs & _SURE:
        return True
    if report_signs.is_answer_by_subject(report.mail.fields):
        return {report_signs.DAEMON, report_signs.NULL_SENDER} <= signs and report.proves
    if signs == {report_signs.SUBJECT}:
        return report_signs.is_unattended(report.mail.fields) and report.proves
    machine = report_signs.DAEMON in signs and bool(report.action)
    return machine or len(signs) > 1 or (len(signs) == 1 and report.proves)


def _addresses(values: Sequence[str]) -> tuple[str, ...]:
    """Return the addresses in a header's values, each once; only those in ASCII."""
    found = people([value[:_LONGEST_VALUE] for value in values[:_MOST_VALUES]])
    return tuple(dict.fromkeys(each.address for each in found if ADDRESS.fullmatch(each.address)))


def _wrapped(report: PossibleReport) -> DeliveryReport | None:
    """Read a report that a gateway has put into another mail."""
    for part in report.mail.parts:
        if part.kind == _WRAPPING and report_signs.REPORT_TYPE in report_signs.signs(fields_of(part.content)):
            found = read(parse(part.content), wrapped=True)
            return found and replace(found, evidence=("wrapped", *found.evidence))
    return None


def _message_ids(report: PossibleReport) -> tuple[str, ...]:
    """Return the Message-IDs by which the report names the mail: from the surest place that has any.

    The report's own counts only where it stands in the returned mail, as from servers that use it for both.
    What the report answers is last: that may be another mail in the same thread.
    """
    fields = report.mail.fields
    own = returned.ids_in_fields([fields], "message-id")
    places = (
        *(returned.ids_in_fields([block], "message-id") for block in report.returned_fields),
        returned.ids_in_fields(report.groups, "x-original-message-id", "original-message-id", "message-id"),
        returned.without(returned.ids_in_text([report.text]), own),
        returned.without(returned.ids_in_fields([fields], "x-original-message-id", "in-reply-to"), own),
        returned.without(returned.ids_in_fields([fields], "references")[-1:], own),
    )
    return returned.without(next((ids for ids in places if ids), ()), ())
