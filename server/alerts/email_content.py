"""Writes the variable parts of an alert email, such as its title. Fixed sentences are in templates/mail.

Pure: turns rows into texts in the current language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from babel.dates import format_date, format_time
from babel.lists import format_list

from server.events.models import Event
from server.events.wording import client_name, machine_loaded, reasons_of
from server.lib.i18n import gettext, gettext_noop, locale, ngettext
from server.lib.web.datetimes import zone_called
from server.messages.kinds import VerdictKind
from server.messages.models import Message, Recipient
from server.messages.wording import called, opener, subject_line

_LONGEST_SUBJECT = 150
_TITLES: Mapping[str, str] = {
    VerdictKind.PERSON: gettext_noop("%(who)s opened %(mail)s"),
    VerdictKind.LIKELY_PERSON: gettext_noop("%(who)s most likely opened %(mail)s"),
}
_SURE: Mapping[str, str] = {
    VerdictKind.PERSON: gettext_noop("A person opened the message."),
    VerdictKind.LIKELY_PERSON: gettext_noop("Most likely, a person opened the message."),
}
_NOBODY = gettext_noop("Probably not a person. You asked to hear about machines too.")


@dataclass(frozen=True, slots=True)
class OpenedEmail:
    """The variable parts of the email about a first open. `title` says in one line who did what."""

    title: str
    to: str
    when: str
    sure: str
    reasons: tuple[str, ...]
    client: str
    place: str
    sent: str


def opened_email(
    message: Message, recipients: Sequence[Recipient], event: Event, zone_name: str
) -> OpenedEmail:
    """Describe the first open of `message`, with times in the sender's zone."""
    zone = zone_called(zone_name)
    return OpenedEmail(
        title=_title(message, recipients, event),
        to=_to(recipients),
        when=_when(event.at, zone),
        sure=gettext(_SURE.get(event.verdict, _NOBODY)),
        reasons=tuple(reasons_of(event)),
        client=client_name(event.client),
        place=", ".join(part for part in (event.city, event.country) if part),
        sent=_when(message.sent_at, zone) if message.sent_at else "",
    )


@dataclass(frozen=True, slots=True)
class ReminderEmail:
    """The variable parts of the email about an unopened message. `title` says that there is no sign yet."""

    title: str
    to: str
    sent: str


def reminder_email(message: Message, recipients: Sequence[Recipient], zone_name: str) -> ReminderEmail:
    """Describe the reminder about `message`, with times in the sender's zone."""
    if len(recipients) == 1:
        title = gettext(
            "No sign yet that %(who)s opened %(mail)s", who=called(recipients[0]), mail=titled(message)
        )
    else:
        title = gettext("No sign yet that anyone opened %(mail)s", mail=titled(message))
    return ReminderEmail(
        title=title,
        to=_to(recipients),
        sent=_when(message.sent_at, zone_called(zone_name)) if message.sent_at else "",
    )


def titled(message: Message) -> str:
    """Return the message's subject in quotes, shortened if it is long.

    If the message has not been reported yet, its subject is unknown, and the returned words say so.
    """
    if not message.reported_at:
        return gettext("a message that the extension hasn’t reported yet")
    subject = subject_line(message.subject)
    shown = subject if len(subject) <= _LONGEST_SUBJECT else f"{subject[:_LONGEST_SUBJECT]}…"
    return gettext("“%(subject)s”", subject=shown)


def _title(message: Message, recipients: Sequence[Recipient], event: Event) -> str:
    if event.verdict not in _TITLES:
        return machine_loaded(event.verdict, titled(message))
    return gettext(_TITLES[event.verdict], who=opener(recipients), mail=titled(message))


def _to(recipients: Sequence[Recipient]) -> str:
    shown = [called(one) for one in recipients[:3]]
    more = len(recipients) - len(shown)
    if more:
        names = ", ".join(shown)
        return ngettext("%(names)s and %(num)s more", "%(names)s and %(num)s more", more, names=names)
    return format_list(shown, locale=locale()) if shown else ""


def _when(moment: datetime, zone: tzinfo) -> str:
    """Format a moment to the minute: "Monday 3 November 2025, 09:12 (Europe/Berlin)"."""
    local = moment.astimezone(zone)
    day = format_date(local, "full", locale=locale())
    return f"{day}, {format_time(local, 'short', tzinfo=zone, locale=locale())} ({zone})"
