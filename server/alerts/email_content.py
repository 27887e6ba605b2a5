"""What the mails of alerts say, in words. Pure: rows in, texts out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from server.events.models import Event
from server.events.wording import machine_called, reasons
from server.lib.language import ENGLISH, Language
from server.lib.web.datetimes import zone_called
from server.messages.kinds import VerdictKind
from server.messages.models import Message, Recipient
from server.messages.wording import called, reader, subject_line

_LONGEST_SUBJECT = 150
_VERBS: Mapping[str, str] = {VerdictKind.PERSON: "opened", VerdictKind.LIKELY_PERSON: "most likely opened"}
_BY_MACHINE = "fetched the picture of"
_SURE: Mapping[str, str] = {
    VerdictKind.PERSON: "A person opened it.",
    VerdictKind.LIKELY_PERSON: "Most likely a person opened it.",
}


@dataclass(frozen=True, slots=True)
class Story:
    """One opened mail for its sender."""

    who: str  # Bob | Someone of 3 | Someone | A mail filter
    verb: str  # opened | most likely opened | fetched the picture of
    what: str  # “Lunch on Friday?”
    to: str
    when: str
    sure: str
    reasons: tuple[str, ...]
    client: str
    place: str
    sent: str

    @property
    def title(self) -> str:
        """One line: who did what."""
        return f"{self.who} {self.verb} {self.what}"


def story_of(message: Message, readers: Sequence[Recipient], event: Event, zone_name: str) -> Story:
    """The story of the first open of `message`, with times in the sender's zone."""
    zone = zone_called(zone_name)
    return Story(
        who=_who(readers) if event.verdict in _VERBS else machine_called(event.verdict),
        verb=_VERBS.get(event.verdict, _BY_MACHINE),
        what=titled(message),
        to=_to(readers),
        when=_when(event.at, zone),
        sure=_SURE.get(
            event.verdict, "No person, as far as can be told: you asked to hear of machines, too."
        ),
        reasons=tuple(reasons(event)),
        client=event.client,
        place=", ".join(part for part in (event.city, event.country) if part),
        sent=_when(message.sent_at, zone) if message.sent_at else "",
    )


@dataclass(frozen=True, slots=True)
class Waiting:
    """One mail that nobody has opened, for its sender."""

    who: str
    what: str
    to: str
    sent: str

    @property
    def title(self) -> str:
        """One line: that there is no sign yet."""
        return f"No sign yet that {self.who} opened {self.what}"


def reminder_of(message: Message, readers: Sequence[Recipient], zone_name: str) -> Waiting:
    """What a reminder about `message` says, with times in the sender's zone."""
    return Waiting(
        who=called(readers[0]) if len(readers) == 1 else "anybody",
        what=titled(message),
        to=_to(readers),
        sent=_when(message.sent_at, zone_called(zone_name)) if message.sent_at else "",
    )


def titled(message: Message, language: Language = ENGLISH) -> str:
    """The mail by its subject, in quotes and not too long."""
    if not message.reported_at:
        return language.say("a mail that was not reported yet")
    subject = subject_line(message.subject, language)
    shown = subject if len(subject) <= _LONGEST_SUBJECT else f"{subject[:_LONGEST_SUBJECT]}…"
    return language.say("“{subject}”", subject=shown)


def _who(readers: Sequence[Recipient]) -> str:
    who = reader(readers)
    return who if len(readers) == 1 else who.capitalize()


def _to(readers: Sequence[Recipient]) -> str:
    shown = [called(one) for one in readers[:3]]
    more = len(readers) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def _when(moment: datetime, zone: tzinfo) -> str:
    local = moment.astimezone(zone)
    return f"{local:%A}, {local.day} {local:%B %Y, %H:%M} ({zone})"
