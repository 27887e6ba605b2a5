"""Composes the sentences about a message and its events. Pure; the templates fill in the times."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from server.accounts.threshold import LIKELY
from server.lib.i18n import gettext, gettext_noop, ngettext
from server.messages.confirmation import Confirmation
from server.messages.kinds import VerdictKind
from server.messages.models import Message
from server.messages.opened import is_opened
from server.messages.unfinished import UNASKED, UNLABELLED
from server.messages.wording import NO_SIGN, by_whom, is_only_likely, opened_times

_ADDRESSED: Mapping[str, str] = {
    "to": gettext_noop("To"),
    "cc": gettext_noop("Cc"),
    "bcc": gettext_noop("Bcc"),
}

_CERTAINTY: Mapping[str, str] = {
    VerdictKind.PERSON: gettext_noop(
        "A person opened the message: a reader’s own app loaded the image, at a person’s "
        "pace or long after delivery."
    ),
    VerdictKind.LIKELY_PERSON: gettext_noop(
        "A person likely opened the message: the image was loaded through a proxy that hides the "
        "reader, or by an app that is probably a reader’s own but could be a machine’s."
    ),
}

_FIELDS: Mapping[str, str] = {
    "from": gettext_noop("Sender in Gmail"),
    "subject": gettext_noop("Subject in Gmail"),
    "recipients": gettext_noop("Recipients in Gmail"),
    "sent_at": gettext_noop("Time sent in Gmail"),
}

_NOTHING: Mapping[str, str] = {
    "undone": gettext_noop("Not sent"),
    "scheduled": gettext_noop("Scheduled"),
    "unreported": gettext_noop("Not reported yet"),
}
_REPORTED_BY = {
    Confirmation.CONFIRMED: gettext_noop("your browser, and confirmed by Gmail"),
    Confirmation.PENDING: gettext_noop("your browser, and not yet confirmed by Gmail"),
    Confirmation.ABSENT: gettext_noop("your browser only"),
    Confirmation.UNNAMED: gettext_noop("your browser only"),
    Confirmation.UNASKED: gettext_noop("your browser"),
}
_DOUBTS = {
    Confirmation.ABSENT: gettext_noop(
        "Your browser reported this message, but it isn’t in the sent mail of your connected Gmail. "
        "Perhaps you sent it from another account, or deleted it. Otherwise it was never sent, and the "
        "report is wrong."
    ),
    Confirmation.UNNAMED: gettext_noop(
        "Your browser reported this message but not Gmail’s answer to it, so Gmail couldn’t be asked. "
        "If you don’t find the message in your sent mail, it was never sent."
    ),
}


_UNFINISHED = {
    UNASKED: gettext_noop("Gmail couldn’t be asked about this message."),
    UNLABELLED: gettext_noop("Its label in Gmail couldn’t be set."),
}


def headline(
    message: Message, threshold: str = LIKELY, recipient_count: int = 1, *, through_desk: bool = False
) -> str:
    """Say what happened to the message: "Opened twice by one of 3 recipients", "3 link clicks".

    `through_desk`: people answered it, but only through help desks.
    """
    if message.bounced_at and message.state != "undone":
        return gettext("Not delivered")
    answered = gettext("Answered through a help desk") if through_desk else gettext("Answered")
    parts = [answered] if message.replied_at else []
    if message.opens:
        parts.append(_opened(message, threshold))
    elif message.state != "undone" and is_opened(message, threshold):
        parts.append(gettext("Image loaded"))
    if message.clicks:
        parts.append(ngettext("%(num)s link click", "%(num)s link clicks", message.clicks))
    text = " · ".join(parts)
    if message.opens or message.clicks:
        return by_whom(text, recipient_count)
    return text or gettext(_NOTHING.get(message.state, NO_SIGN))


def _opened(message: Message, threshold: str) -> str:
    times = message.opens
    if is_opened(message, threshold):
        return opened_times(times, likely=is_only_likely(message) and not message.replied_at)
    if times == 2:
        return gettext("Perhaps opened twice")
    return ngettext("Perhaps opened once", "Perhaps opened %(num)s times", times)


def explanation(message: Message, verdicts: Collection[str] = ()) -> str:
    """Say in one or two sentences how certain it is that the message was opened, or why nothing counts.

    `verdicts`: the verdicts of the message's events.
    """
    if message.state == "undone":
        return gettext(
            "You undid the send before the message went out. Anything loaded in the meantime doesn’t count."
        )
    if message.bounced_at:
        return gettext("The message came back undelivered. Only you have it, so no reader loaded anything.")
    if message.replied_at:
        return gettext("Someone replied, so the message was read.")
    if message.opens and message.certainty:
        return gettext(_CERTAINTY[message.certainty]) if message.certainty in _CERTAINTY else ""
    if message.clicks:
        return gettext(
            "Someone clicked a link, although no image load was counted. A click also shows that someone "
            "viewed the message."
        )
    return _uncounted(message, verdicts) or _waiting(message)


def _uncounted(message: Message, verdicts: Collection[str]) -> str:
    if VerdictKind.UNKNOWN_TIME in verdicts:
        return gettext(
            "The message arrived: Apple Mail loaded the image automatically. This doesn’t show whether "
            "anyone read the message."
        )
    found = message.raw_opens + message.raw_clicks
    if not found:
        return ""
    return ngettext(
        "%(num)s request by machines or by you, which doesn’t count.",
        "%(num)s requests by machines or by you, which don’t count.",
        found,
    )


def _waiting(message: Message) -> str:
    if message.state == "scheduled":
        return gettext("Gmail will send this message at the time you chose.")
    if message.state == "unreported":
        return gettext(
            "The image in this message was loaded, but the extension hasn’t reported the message yet."
        )
    return gettext(
        "Many mail apps don’t load images, so a message that shows no sign of being opened may still have "
        "been read."
    )


def loads_words(message: Message) -> str:
    """Say how many requests count: "Counted: 2 of 5 image loads, 0 of 3 link requests."."""
    loads = ngettext(
        "%(counted)s of %(num)s image load",
        "%(counted)s of %(num)s image loads",
        message.raw_opens,
        counted=message.opens,
    )
    requests = ngettext(
        "%(counted)s of %(num)s link request",
        "%(counted)s of %(num)s link requests",
        message.raw_clicks,
        counted=message.clicks,
    )
    parts = [text for text, number in ((loads, message.raw_opens), (requests, message.raw_clicks)) if number]
    return gettext("Counted: %(what)s.", what=", ".join(parts))


def overflow_words(message: Message) -> str:
    """Say how many requests were too many to be recorded: "…: 14 image loads, 3 link requests."."""
    loads = ngettext("%(num)s image load", "%(num)s image loads", message.overflow_opens)
    requests = ngettext("%(num)s link request", "%(num)s link requests", message.overflow_clicks)
    counted = ((loads, message.overflow_opens), (requests, message.overflow_clicks))
    what = ", ".join(text for text, number in counted if number)
    return gettext(
        "Not recorded one by one, because too many requests arrived within a minute: %(what)s.", what=what
    )


def alert_words(message: Message, muted: bool, alerts_on: bool, threshold: str = LIKELY) -> str:
    """Say whether an email will be sent at the first open."""
    if muted:
        return gettext("Muted: you won’t get an email when this message is opened.")
    if message.bounced_at:
        return gettext("The message came back undelivered, so nobody can open it.")
    if is_opened(message, threshold):
        return gettext("Already opened. You won’t get an email about later opens.")
    if alerts_on:
        return gettext("You’ll get an email when this message is first opened.")
    return gettext("Alerts are off in Settings, so you won’t get an email when this message is opened.")


def addressed(kind: str) -> str:
    """Return "To", "Cc" or "Bcc"."""
    return gettext(_ADDRESSED[kind]) if kind in _ADDRESSED else kind


def confirmation_words(confirmation: Confirmation) -> str:
    """Say in a few words who reported that the message was sent, and whether Gmail confirms it."""
    return gettext(_REPORTED_BY[confirmation])


def doubt_about(confirmation: Confirmation | None) -> str:
    """Explain why a message may not be what it seems; "" if there is no reason for doubt."""
    return gettext(_DOUBTS[confirmation]) if confirmation in _DOUBTS else ""


def unfinished_words(what: str) -> str:
    """Say in a sentence what could not be done in Gmail for a message."""
    return gettext(_UNFINISHED[what])


def is_web(url: str) -> bool:
    """Return whether our page may link to a URL. URLs of other schemes are shown as text only."""
    return url.lower().startswith(("http://", "https://"))


@dataclass(frozen=True, slots=True)
class HeaderDifference:
    """A difference between Gmail and the extension's report; the template formats times."""

    what: str
    reported: str | datetime
    gmail: str | datetime


def differences_of(found: Mapping[str, Sequence[object]] | None) -> list[HeaderDifference]:
    """Return the differences that matter to a person (GmailMessage.differences); ids are left out."""
    pairs = {name: pair for name, pair in (found or {}).items() if name in _FIELDS and len(pair) == 2}
    return [
        HeaderDifference(gettext(_FIELDS[name]), shown(pair[0]), shown(pair[1]))
        for name, pair in pairs.items()
    ]


def shown(value: object) -> str | datetime:
    """Return a reported value as text, or as a moment if it is one."""
    if isinstance(value, list):
        return ", ".join(str(shown(one)) for one in value) or gettext("nobody")
    text = str(value or gettext("nothing"))
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    return moment if moment.tzinfo else text
