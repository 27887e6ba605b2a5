"""Reads delivery reports of any form: which mail they are about, and which recipients it did not reach. Pure.

An order of readers, of which the first that finds recipients decides: the fields of RFC 3464, then the
library flufl.bounce, then a header, then our own reading of the text, then the returned mail's To. Each has a
code, which stands in the report's evidence. A mail is read only if its headers can be those of a report, or
if it returns a mail: people write about lost mails, too, and quote reports, and vacation notes have no return
path.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from server.inbound import delivery_status, report_signs, returned
from server.inbound.automatic import judge
from server.inbound.mail_parts import Mail, parse
from server.inbound.phrases import any_of
from server.inbound.report_library import recipients_by_library
from server.inbound.report_text import ReportText, recipients_in_text, with_words, without_recipient
from server.inbound.report_wording import action_in
from server.inbound.reported import ADDRESS, DELAYED, FAILED, MOST_RECIPIENTS, DeliveryReport, RecipientStatus
from server.inbound.returned import SplitText, split_text
from server.mail.addresses import people
from server.mail.fields import Fields, fields_of, first

_MOST_TEXTS = 4
_MOST_VALUES = 20  # of one field
_LONGEST_VALUE = 5000
_AS_SENT = frozenset({"message-id", "received"})
_WRAPPING = "message/rfc822"
_SURE = frozenset({report_signs.REPORT_TYPE, report_signs.FAILED_RECIPIENTS})
_ANSWERING_PROGRAM = "answering-program"  # the name of a rule
_SERVERS = frozenset({report_signs.DAEMON, report_signs.POSTMASTER})
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
        """FAILED, DELAYED, or "" if neither the text nor a server's subject says so.

        In a vacation note, the subject is Alice's own, and a postmaster goes on vacation, too.
        """
        if said := self.words.action:
            return said
        sure = {report_signs.REPORT_TYPE, report_signs.DAEMON} & {*self.signs}
        known = sure or (report_signs.POSTMASTER in self.signs and self.returned_fields)
        return action_in(first(self.mail.fields, "subject")) if known else ""

    @property
    def likely_action(self) -> str:
        """The action, or FAILED if a server sent the mail, of which another reader knows that it reports."""
        return self.action or (FAILED if self.by_server else "")

    @property
    def by_server(self) -> bool:
        """Whether a server sent the mail, by its sender or its return path."""
        return bool({report_signs.NULL_SENDER, *_SERVERS} & {*self.signs})

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

    @property
    def by_answering_program(self) -> bool:
        """Whether a field marks the mail as an automatic reply; some of these return the whole mail."""
        return _ANSWERING_PROGRAM in judge(self.mail.fields, self.mail.sender).evidence

    @cached_property
    def returns(self) -> bool:
        """Whether it says what became of a mail and shows it as sent, or has the fields of RFC 3464.

        People's programs quote From, Date and the like, too.
        """
        told = any("final-recipient" in group or "original-recipient" in group for group in self.groups)
        as_sent = any(_AS_SENT & fields.keys() for fields in self.returned_fields)
        return told or bool(self.action and as_sent)

    @property
    def proves(self) -> bool:
        """Whether it returns a mail, or says what became of one and shows a server's reply."""
        return self.returns or bool(self.action and self.words.reply)


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
    known = {each: DELAYED if each in waiting else report.likely_action for each in chosen}
    said = {each: action for each, action in known.items() if action}
    return tuple(one for each, action in said.items() for one in with_words((each,), report.words, action))


def _by_header(report: PossibleReport) -> tuple[RecipientStatus, ...]:
    addresses = _addresses(report.mail.fields.get("x-failed-recipients", ()))
    action = report.likely_action
    return with_words(addresses[:MOST_RECIPIENTS], report.words, action) if action else ()


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

    One sign alone proves nothing: a postmaster is a person, too. Vacation notes have no return path, and the
    subject that they answer may be anything, so other senders have to return the mail.
    """
    signs = frozenset(report.signs)
    if not report_signs.may_be_report(report.mail.fields):
        return False
    if report_signs.REPORT_TYPE in signs:
        return _can_be_by_type(report)
    if report_signs.is_answer_by_subject(report.mail.fields):
        return report_signs.FAILED_RECIPIENTS in signs or report.proves
    if signs & {report_signs.FAILED_RECIPIENTS, *_SERVERS}:
        said = report_signs.DAEMON in signs and bool(report.action)
        return said or len(signs) > 1 or report.proves
    return report.returns and not report.by_answering_program


def _can_be_by_type(report: PossibleReport) -> bool:
    content_type = first(report.mail.fields, "content-type").lower()
    if "disposition-notification" in content_type:
        return bool(_REJECTED.search(report.text))  # RFC 5429: a filter refuses the mail
    return "feedback-report" not in content_type


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
    What the report answers is last: that may be another mail in the same thread, and people's programs name
    it, too.
    """
    fields = report.mail.fields
    own = returned.ids_in_fields([fields], "message-id")
    sure = {*report.signs} & (_SURE | _SERVERS)
    answered = (
        returned.without(returned.ids_in_fields([fields], "in-reply-to"), own),
        returned.without(returned.ids_in_fields([fields], "references")[-1:], own),
    )
    places = (
        *(returned.ids_in_fields([block], "message-id") for block in report.returned_fields),
        returned.ids_in_fields(report.groups, "x-original-message-id", "original-message-id", "message-id"),
        returned.without(returned.ids_in_text([report.text]), own),
        returned.without(returned.ids_in_fields([fields], "x-original-message-id"), own),
        *(answered if sure else ()),
    )
    return returned.without(next((ids for ids in places if ids), ()), ())
