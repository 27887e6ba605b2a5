"""What is said of mails that came back: the same on the dashboard and in the extension. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from server.lib.language import ENGLISH, Language
from server.messages.models import Return
from server.messages.replies_and_bounces import AUTOMATIC, BOUNCE, DELAY, REPLY
from server.messages.wording import called

# Subject and detail of a status code (RFC 3463), else its subject.
_REASONS: Mapping[str, str] = {
    "1.1": "mailbox unknown",
    "1.2": "mail server not found",
    "1.3": "the address is not valid",
    "1.6": "the mailbox has moved",
    "1.10": "mailbox unknown",
    "2": "the mailbox takes no mail",
    "2.1": "the mailbox is switched off",
    "2.2": "mailbox full",
    "2.3": "the mail is too large",
    "3.4": "the mail is too large",
    "4": "their mail server could not be reached",
    "6": "their mail server cannot read this kind of mail",
    "7": "their mail server refused it",
}
_REFUSED = "their mail server did not take it"
_ICONS: Mapping[str, str] = {REPLY: "reply", AUTOMATIC: "machine", BOUNCE: "danger", DELAY: "clock"}


def returned_title(came: Return, language: Language = ENGLISH) -> str:
    """In one line, its moment apart: "Bob answered", "Could not be delivered to bob@…: mailbox unknown"."""
    match came.kind:
        case "reply":
            return language.say("{who} answered", who=called(came))
        case "automatic":
            return language.say("An automatic or list mail came from {who}", who=called(came))
        case "delay":
            return language.say(
                "Not delivered to {address} yet; their mail server is tried again", address=came.address
            )
        case _:
            reason = language.say(reason_of(came))
            return language.say(
                "Could not be delivered to {address}: {reason}", address=came.address, reason=reason
            )


def returned_why(came: Return, language: Language = ENGLISH) -> str:
    """What it means, in a sentence."""
    return language.say(_meaning(came))


def _meaning(came: Return) -> str:
    match came.kind:
        case "reply":
            return "Who answers has read it."
        case "automatic":
            return "A machine or a mailing list sent it, so it says nothing about reading."
        case "delay":
            return "Gmail goes on for some days and says so if it fails."
        case _ if came.lasting:
            return "Trying again would not help."
        case _:
            return "Gmail has given up; it may work another day."


def reason_of(came: Return) -> str:
    """Why it came back, in a few words."""
    _, _, detailed = came.status.partition(".")
    subject = detailed.partition(".")[0]
    return _REASONS.get(detailed) or _REASONS.get(subject) or _REFUSED


def returned_icon(came: Return) -> str:
    """The drawing beside it (parts/icon.html)."""
    return _ICONS.get(came.kind, "info")
