"""Tells whether a person wrote a received mail as an answer, or what else it is. Pure.

The mail is judged as if it named a mail of ours. `RULES` is the policy: the first rule that applies decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from server.inbound import own_words, programs, senders, subjects
from server.inbound.judged_mail import LONGEST, Answered, JudgedMail
from server.mail.addresses import Mailbox, people
from server.mail.fields import Fields, first, message_ids_in
from server.mail.same_mailbox import among

Kind = Literal["answer", "automatic", "calendar", "receipt", "feedback"]
HELP_DESK: Final = "help-desk"  # evidence: an answer that came through a help desk
PERSON_AT_DESK: Final = "person-at-desk"  # evidence: and a person there wrote it

_MOST_PARTS = 20  # that are read
_ANY = r"(?!(?:no|none|false|0|dont|don't)\b)."  # a program may also deny it, or leave the field empty
_WORD = re.compile(r"\s*([a-z-]+)")  # comments and parameters may follow
# As in “Nina Example (Support)” or “Nina from Desk”.
_NAMED_AT_DESK = re.compile(r".*\S \([^()]+\)$|.*\S (?:via|from) \S", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a mail is, and the names of the rules that say so, the deciding one first."""

    kind: Kind
    evidence: tuple[str, ...]


def judge(
    fields: Fields,
    sender: Mailbox | None,
    text: str = "",
    parts: Sequence[str] = (),
    answered: Answered | None = None,
) -> Judgement:
    """Return what a mail is, by its header fields and the mailbox in From.

    `text`: how its text begins. `parts`: the Content-Type of its parts. `answered`: our mail, whose subject
    says nothing about the answer. All three may be unknown. All come from anybody: any value is read without
    an error, in a time linear in its size.
    """
    media = first(fields, "content-type")[:LONGEST].lower()
    subject = subjects.read(first(fields, "subject"))
    if answered:
        subject = subjects.without(subject, subjects.read(answered.subject))
    inside = tuple(part[:LONGEST].lower() for part in parts[:_MOST_PARTS])
    mail = JudgedMail(fields, sender, subject, media, own_words.beginning(text), inside, answered)
    decides = next((rule for rule in RULES if rule.applies(mail)), None)
    if decides is None:
        return Judgement("answer", tuple(_why_an_answer(mail)))
    others = (rule.name for rule in RULES if rule.kind == decides.kind and rule.applies(mail))
    evidence = tuple(dict.fromkeys([decides.name, *others]))
    return Judgement(decides.kind, evidence)


def _why_an_answer(mail: JudgedMail) -> list[str]:
    desk = _through_a_desk(mail)
    seen = {
        "names-a-mail": mail.names_a_mail,
        "re-subject": mail.subject.answers,
        "through-a-list": mail.is_list_mail,
        HELP_DESK: desk,
        PERSON_AT_DESK: desk and (not _is_alike(mail) or _is_person_at_desk(mail)),
    }
    return [name for name, applies in seen.items() if applies] or ["no-mark-of-a-machine"]


# What is neither an answer nor an automatic reply


def _is_receipt(mail: JudgedMail) -> bool:
    return "disposition-notification" in mail.media or "smime-type=signed-receipt" in mail.media


def _is_receipt_by_subject(mail: JudgedMail) -> bool:
    untold = mail.media.startswith("multipart/report") and "report-type" not in mail.media
    return (untold or "application/ms-tnef" in mail.media) and subjects.tells_display(mail.subject)


def _is_feedback(mail: JudgedMail) -> bool:
    return "feedback-report" in mail.media or any(name in mail.fields for name in _FEEDBACK)


def _is_calendar(mail: JudgedMail) -> bool:
    """Whether it is for calendars. A file that a person attached says nothing of a method (RFC 6047).

    Somebody who answers a mail with an invitation answers it.
    """
    methods = [part for part in mail.parts if part.startswith("text/calendar") and "method=" in part]
    invites = all(re.search(r"method=\W?(?:request|publish)\b", part) for part in methods)
    return "text/calendar" in mail.media or bool(methods and not (invites and mail.is_formed_as_answer))


def _is_calendar_program(mail: JudgedMail) -> bool:
    by_google = "calendar-notification@google.com" in first(mail.fields, "sender").lower()
    return by_google or "calendarmessage" in first(mail.fields, "content-class").lower()


def _is_calendar_by_subject(mail: JudgedMail) -> bool:
    return mail.media.startswith("multipart/") and subjects.answers_invitation(mail.subject)


# Help desks


def _through_a_desk(mail: JudgedMail) -> bool:
    by_id = programs.DESK_MESSAGE_ID.search(first(mail.fields, "message-id")[:LONGEST].lower())
    return mail.has(_DESKS) or by_id is not None or own_words.is_from_desk(mail.text)


def _is_alike(mail: JudgedMail) -> bool:
    """Whether the desk calls all its mails automatic, also those that its people write."""
    return any(name in mail.fields for name in _ALIKE) or own_words.is_from_desk(mail.text)


def _is_person_at_desk(mail: JudgedMail) -> bool:
    """Whether such a desk names the person who wrote it: "Nina Example (Support)"."""
    return _is_desks_answer(mail) and bool(mail.sender and _NAMED_AT_DESK.match(mail.sender.name))


def _is_desks_answer(mail: JudgedMail) -> bool:
    """Whether such a desk passes on an answer: it names a person, or answers our subject or its own mail."""
    if not _is_alike(mail) or mail.says("auto-submitted", "auto-replied"):
        return False
    named = bool(mail.sender and _NAMED_AT_DESK.match(mail.sender.name))
    return named or mail.subject.answers or _continues_at_desk(mail)


def _continues_at_desk(mail: JudgedMail) -> bool:
    known = message_ids_in(
        " ".join(first(mail.fields, name) for name in ("in-reply-to", "references")).lower()
    )
    return any(programs.DESK_MESSAGE_ID.search(each) for each in known)


def _acknowledges(mail: JudgedMail) -> bool:
    return subjects.acknowledges(mail.subject)


def _tells_watchers(mail: JudgedMail) -> bool:
    """Whether Jira tells those who watch an issue; what it writes to a customer has no such tag."""
    return "jira" in mail.subject.tags and mail.has(_DESKS)


# Automatic mails


def _says_so_itself(mail: JudgedMail) -> bool:
    return own_words.says_automatic(mail.text, first=mail.is_formed_as_answer)


def _says_automatic(mail: JudgedMail) -> bool:
    said = _WORD.match(first(mail.fields, "auto-submitted").lower())
    return said is not None and said[1] != "no"


def _suppresses_answers(mail: JudgedMail) -> bool:
    """Whether it asks Exchange not to answer.

    Exchange and some gateways ask so in people's mails to lists; Exchange's rules add a field of their own.
    """
    if not mail.says("x-auto-response-suppress", r".*\b(?:all|oof|autoreply)\b"):
        return False
    usual = mail.is_list_mail or any(name in mail.fields for name in _EXCHANGE)
    return "x-ms-exchange-inbox-rules-loop" in mail.fields or not usual


def _returns_nowhere(mail: JudgedMail) -> bool:
    return mail.says("return-path", r"<\s*>|<?mailer-daemon\b")


def _is_nobodys(mail: JudgedMail) -> bool:
    return senders.is_nobody(mail.from_address)


def _is_servers(mail: JudgedMail) -> bool:
    by = [each.address for each in people([first(mail.fields, "sender")[:LONGEST]])]
    return any(map(senders.is_server, [mail.from_address, *by]))


def _is_programs(mail: JudgedMail) -> bool:
    """Whether From is a program's address. In Sender, a list's address stands before people's mails, too.

    Whoever answers a mail that went to such an address is a person there.
    """
    asked = mail.answered is None or bool(among(mail.from_address, mail.answered.recipients))
    likely = senders.is_program(mail.from_address) and not (asked and mail.is_formed_as_answer)
    return likely or senders.is_software(mail.from_address)


def _has_no_sender(mail: JudgedMail) -> bool:
    return not mail.from_address and not mail.subject.answers


def _is_from_a_list(mail: JudgedMail) -> bool:
    """Whether a list sent it to all, rather than passing on an answer."""
    return mail.is_list_mail and not mail.names_a_mail and not mail.subject.answers


@dataclass(frozen=True, slots=True)
class Rule:
    """One reason to take a mail for something."""

    name: str
    kind: Kind
    applies: Callable[[JudgedMail], bool]


def _table(patterns: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
    return {name.lower(): re.compile(pattern or _ANY) for name, pattern in patterns.items()}


_ANSWERING: Final = _table(programs.ANSWERING)
_NOTIFYING: Final = _table(programs.NOTIFYING)
_DESKS: Final = _table(programs.DESKS)
_ALIKE: Final = tuple(name.lower() for name in programs.ALIKE)
_EXCHANGE: Final = tuple(name.lower() for name in programs.EXCHANGE)
_FEEDBACK: Final = ("feedback-type", "x-arf", "x-xarf")

RULES: Final = (
    Rule("receipt-type", "receipt", _is_receipt),
    Rule("receipt-subject", "receipt", _is_receipt_by_subject),
    Rule("receipt-text", "receipt", lambda mail: own_words.says_displayed(mail.text)),
    Rule("feedback-type", "feedback", _is_feedback),
    Rule("feedback-subject", "feedback", lambda mail: subjects.reports_spam(mail.subject)),
    Rule("calendar-type", "calendar", _is_calendar),
    Rule("calendar-program", "calendar", _is_calendar_program),
    Rule("calendar-subject", "calendar", _is_calendar_by_subject),
    Rule("acknowledgement-subject", "automatic", _acknowledges),
    Rule("watchers-subject", "automatic", _tells_watchers),
    Rule("automatic-text", "automatic", _says_so_itself),
    Rule(PERSON_AT_DESK, "answer", _is_person_at_desk),
    Rule(HELP_DESK, "answer", _is_desks_answer),
    Rule("auto-submitted", "automatic", _says_automatic),
    Rule("answering-program", "automatic", lambda mail: mail.has(_ANSWERING)),
    Rule("away-subject", "automatic", lambda mail: subjects.is_automatic(mail.subject)),
    Rule("suppresses-answers", "automatic", _suppresses_answers),
    Rule("notifying-program", "automatic", lambda mail: mail.has(_NOTIFYING)),
    Rule("empty-return-path", "automatic", _returns_nowhere),
    Rule("report", "automatic", lambda mail: mail.media.startswith("multipart/report")),
    Rule("nobodys-address", "automatic", _is_nobodys),
    Rule("servers-address", "automatic", _is_servers),
    Rule("programs-address", "automatic", _is_programs),
    Rule("no-sender", "automatic", _has_no_sender),
    Rule("list-mail", "automatic", _is_from_a_list),
)
