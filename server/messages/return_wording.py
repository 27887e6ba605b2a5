"""Words replies and bounces, for the dashboard and the extension. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from server.lib.i18n import gettext, gettext_noop
from server.messages.models import Return
from server.messages.replies_and_bounces import AUTOMATIC, BOUNCE, DELAY, REPLY
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
_ICONS: Mapping[str, str] = {REPLY: "reply", AUTOMATIC: "machine", BOUNCE: "danger", DELAY: "clock"}


def returned_title(returned: Return) -> str:
    """Return a title: "Bob replied", "Couldn’t be delivered to bob@…: mailbox not found"."""
    match returned.kind:
        case "reply":
            return gettext("%(who)s replied", who=called(returned))
        case "automatic":
            return gettext("Automatic or mailing-list message from %(who)s", who=called(returned))
        case "delay":
            return gettext("Not delivered to %(address)s yet; Gmail keeps trying", address=returned.address)
        case _:
            return gettext(
                "Couldn’t be delivered to %(address)s: %(reason)s",
                address=returned.address,
                reason=reason_of(returned),
            )


def returned_why(returned: Return) -> str:
    """Return a sentence that says what a reply or bounce means."""
    match returned.kind:
        case "reply":
            return gettext("Someone who replies has read the message.")
        case "automatic":
            return gettext(
                "A machine or a mailing list sent this message, so it doesn’t show that anyone read yours."
            )
        case "delay":
            return gettext(
                "Gmail keeps trying for a few days and sends a report if the message can’t be delivered."
            )
        case _ if returned.lasting:
            return gettext("Sending the message again won’t help.")
        case _:
            return gettext("Gmail has stopped trying. Sending the message again later may work.")


def reason_of(returned: Return) -> str:
    """Say in a few words why the mail was not delivered."""
    _, _, detailed = returned.status.partition(".")
    subject = detailed.partition(".")[0]
    return gettext(_REASONS.get(detailed) or _REASONS.get(subject) or _REFUSED)


def returned_icon(returned: Return) -> str:
    """Return the name of the icon for a reply or bounce (parts/icon.html)."""
    return _ICONS.get(returned.kind, "info")
