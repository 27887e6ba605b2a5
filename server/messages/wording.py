"""Describes a message in a few words, for the dashboard, the extension and alerts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from server.accounts.threshold import LIKELY
from server.lib.i18n import gettext, gettext_noop, ngettext
from server.messages.kinds import VerdictKind
from server.messages.models import GmailMessage, Message, Recipient
from server.messages.opened import OpenCounts, is_opened
from server.messages.report import value_of

NO_SIGN = gettext_noop("No sign yet")
_SILENT: Mapping[str, str] = {
    "scheduled": gettext_noop("Scheduled"),
    "unreported": gettext_noop("Not reported yet"),
}


class MessageFields(OpenCounts, Protocol):
    """The fields of a message that the words depend on; Message has them."""

    state: str
    clicks: int
    replied_at: datetime | None
    bounced_at: datetime | None
    bounces: int


class RecipientFields(Protocol):
    """The fields of a recipient that the words depend on; Recipient has them."""

    name: str
    address: str


def clicks_words(count: int) -> str:
    """Return a number of clicks in words: "1 click", "3 clicks"."""
    return ngettext("%(num)s click", "%(num)s clicks", count)


def called(recipient: RecipientFields) -> str:
    """Return a recipient's name, or the address if no name is known."""
    return recipient.name or recipient.address


def recipients_of(message: Message) -> list[Recipient]:
    """Return the recipients that were loaded with `message`, for templates.

    In a template, `message.recipients` would run another query for each message, without an order.
    """
    return list(message.recipients.related_objects)


def recipients_line(recipients: Sequence[RecipientFields]) -> str:
    """Return recipients in words: "Bob", "Bob and 2 more"; "Recipient not known yet" before the report."""
    return first_and_more(called(recipients[0]) if recipients else "", len(recipients))


def first_and_more(first: str, count: int) -> str:
    """Return what `recipients_line` does, from the first recipient's name and the number of recipients."""
    if not count:
        return gettext("Recipient not known yet")
    if count == 1:
        return first
    return ngettext("%(name)s and %(num)s more", "%(name)s and %(num)s more", count - 1, name=first)


def opener(recipients: Sequence[RecipientFields]) -> str:
    """Say who may have opened a mail, as `opener_called` does."""
    return opener_called(called(recipients[0]) if recipients else "", len(recipients))


def opener_called(first: str, count: int) -> str:
    """Say who may have opened a mail: the only recipient's name, or "One of 3 recipients".

    All recipients share one image. The result can begin a sentence.
    """
    if count == 1:
        return first
    if not count:
        return gettext("Someone")
    return gettext("One of %(count)s recipients", count=count)


def subject_line(subject: str) -> str:
    """Return the subject, or words for a message without one."""
    return subject.strip() or gettext("(no subject)")


def state_words(message: MessageFields, threshold: str = LIKELY, recipient_count: int = 1) -> str:
    """Say what happened to the mail: "No sign yet", "Opened 3 times", "Link clicked", "Answered" etc."""
    if message.state == "undone":
        return gettext("Not sent (undone)")
    if message.bounced_at:
        return gettext("Not delivered")
    signs = _signs_words(message, threshold, recipient_count)
    if not message.bounces:
        return signs
    return gettext(
        "%(what)s; not delivered to %(count)s of %(all)s",
        what=signs,
        count=message.bounces,
        all=recipient_count,
    )


def _signs_words(message: MessageFields, threshold: str, recipient_count: int) -> str:
    if message.replied_at:
        return gettext("Answered")
    if message.clicks:
        return by_whom(_clicked_words(message.clicks), recipient_count)
    if is_opened(message, threshold):
        return by_whom(opened_words(message), recipient_count if message.opens else 1)
    if message.opens:
        return gettext("Perhaps opened")
    return gettext(_SILENT.get(message.state, NO_SIGN))


def _clicked_words(count: int) -> str:
    if count == 2:
        return gettext("Links clicked twice")
    return ngettext("Link clicked", "Links clicked %(num)s times", count)


def by_whom(what: str, recipient_count: int) -> str:
    """Return "Opened by one of 3 recipients" for "Opened"; if there is only one recipient, return `what`.

    All recipients share one image.
    """
    if recipient_count < 2:
        return what
    return gettext("%(what)s by one of %(count)s recipients", what=what, count=recipient_count)


def opened_words(message: OpenCounts) -> str:
    """Say how often a message was opened, or that its image was loaded, if only machines did so."""
    if not message.opens:
        return gettext("Image loaded")
    if message.opens == 1:
        return gettext("Likely opened") if is_only_likely(message) else gettext("Opened")
    return opened_times(message.opens, likely=is_only_likely(message))


def is_only_likely(message: OpenCounts) -> bool:
    """Return whether it is likely, but not certain, that one of the message's opens was a person's."""
    return message.certainty == VerdictKind.LIKELY_PERSON


def opened_times(count: int, likely: bool = False) -> str:
    """Return a number of opens in words: "Opened once", "Opened twice", "Likely opened 3 times"."""
    if likely:
        if count == 2:
            return gettext("Likely opened twice")
        return ngettext("Likely opened once", "Likely opened %(num)s times", count)
    if count == 2:
        return gettext("Opened twice")
    return ngettext("Opened once", "Opened %(num)s times", count)


def is_taken_for_sent(message: Message, gmail: GmailMessage | None) -> bool:
    """Return whether a scheduled mail counts as sent only because it was read, unconfirmed by Gmail."""
    if gmail is None or gmail.verified_at is not None:
        return False
    return message.state == "sent" and value_of(gmail.report.get("fields", {}), "state") == "scheduled"


def state_kind(message: MessageFields, threshold: str = LIKELY) -> str:
    """Return the state of the mail in one word, for styling.

    undone | returned | answered | clicked | opened | scheduled | unreported | waiting.
    """
    if message.state == "undone":
        return "undone"
    if message.bounced_at or message.replied_at:
        return "returned" if message.bounced_at else "answered"
    if message.clicks or is_opened(message, threshold):
        return "clicked" if message.clicks else "opened"
    return message.state if message.state in {"scheduled", "unreported"} else "waiting"
