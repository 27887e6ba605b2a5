"""Words replies and bounces, for the dashboard and the extension. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from server.lib.i18n import gettext, gettext_noop
from server.messages.models import Return
from server.messages.replies_and_bounces import (
    AUTOMATIC,
    BOUNCE,
    CALENDAR,
    DELAY,
    DESK,
    DESK_NOTE,
    FEEDBACK,
    RECEIPT,
    REPLY,
)
from server.messages.wording import called

# By the subject and detail of a status code (RFC 3463), or only by its subject.
_REASONS: Mapping[str, str] = {
    "1.1": gettext_noop("mailbox not found"),
    "1.2": gettext_noop("mail server not found"),
    "1.3": gettext_noop("invalid address"),
    "1.6": gettext_noop("the mailbox has moved"),
    "1.10": gettext_noop("mailbox not found"),
    "2": gettext_noop("the mailbox doesn’t accept messages"),
    "2.1": gettext_noop("the mailbox is disabled"),
    "2.2": gettext_noop("mailbox full"),
    "2.3": gettext_noop("the message is too large"),
    "3.4": gettext_noop("the message is too large"),
    "4": gettext_noop("their mail server couldn’t be reached"),
    "6": gettext_noop("their mail server can’t read this kind of message"),
    "7": gettext_noop("their mail server rejected it"),
}
_REFUSED = gettext_noop("their mail server didn’t accept it")
_ICONS: Mapping[str, str] = {
    REPLY: "reply",
    DESK: "reply",
    DESK_NOTE: "question",
    AUTOMATIC: "machine",
    CALENDAR: "clock",
    RECEIPT: "eye",
    FEEDBACK: "warning",
    BOUNCE: "danger",
    DELAY: "clock",
}
_TITLES: Mapping[str, str] = {
    REPLY: gettext_noop("%(who)s replied"),
    DESK: gettext_noop("%(who)s answered through a help desk"),
    DESK_NOTE: gettext_noop("The help desk %(who)s wrote back"),
    AUTOMATIC: gettext_noop("Automatic or mailing-list message from %(who)s"),
    CALENDAR: gettext_noop("%(who)s answered an invitation"),
    RECEIPT: gettext_noop("Read receipt from %(who)s"),
    FEEDBACK: gettext_noop("Spam report from %(who)s"),
}
_MEANINGS: Mapping[str, str] = {
    REPLY: gettext_noop("Someone who replies has read the message."),
    DESK: gettext_noop("A person at a help desk wrote this answer, so the message was read there."),
    DESK_NOTE: gettext_noop(
        "A person at the help desk may have written it, or the desk by itself. Both look the same, so it "
        "doesn’t show that anyone read yours."
    ),
    AUTOMATIC: gettext_noop(
        "A machine or a mailing list sent this message, so it doesn’t show that anyone read yours."
    ),
    CALENDAR: gettext_noop(
        "A calendar sent this answer. Rooms and some calendars accept by themselves, so it doesn’t show that "
        "anyone read your message."
    ),
    RECEIPT: gettext_noop(
        "A mail program reports that it displayed or deleted your message. Some do so by themselves, so this "
        "counts neither as an open nor as a reply."
    ),
    FEEDBACK: gettext_noop(
        "A mail provider reports that someone marked a message of yours as spam. It may not be this one."
    ),
    DELAY: gettext_noop(
        "Gmail keeps trying for a few days and sends a report if the message can’t be delivered."
    ),
}


def returned_title(returned: Return) -> str:
    """Return a title: "Bob replied", "Couldn’t be delivered to bob@…: mailbox not found"."""
    if returned.kind in _TITLES:
        return gettext(_TITLES[returned.kind], who=called(returned))
    if returned.kind == DELAY:
        return gettext("Not delivered to %(address)s yet; Gmail keeps trying", address=returned.address)
    return gettext(
        "Couldn’t be delivered to %(address)s: %(reason)s",
        address=returned.address,
        reason=reason_of(returned),
    )


def returned_why(returned: Return) -> str:
    """Return a sentence that says what a reply or bounce means."""
    if returned.kind in _MEANINGS:
        return gettext(_MEANINGS[returned.kind])
    if returned.lasting:
        return gettext("Sending the message again won’t help.")
    return gettext("Gmail has stopped trying. Sending the message again later may work.")


def reason_of(returned: Return) -> str:
    """Say in a few words why the mail was not delivered."""
    _, _, detailed = returned.status.partition(".")
    subject = detailed.partition(".")[0]
    return gettext(_REASONS.get(detailed) or _REASONS.get(subject) or _REFUSED)


def returned_icon(returned: Return) -> str:
    """Return the name of the icon for a reply or bounce (parts/icon.html)."""
    return _ICONS.get(returned.kind, "info")
