"""What is said about an event: the same on the dashboard, in the extension and in notices. Pure.

In English, as the dashboard is, or in the language that is given. server/texts/ holds the other languages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from server.events.evidence_wording import evidence_sentences
from server.events.models import Event
from server.lib.language import ENGLISH, Language
from server.messages.kinds import EventKind, VerdictKind
from server.messages.models import Link

_VERDICTS: Mapping[str, str] = {
    VerdictKind.PERSON: "A person",
    VerdictKind.LIKELY_PERSON: "Likely a person",
    VerdictKind.UNKNOWN_TIME: "Apple Mail, by itself",
    VerdictKind.PREFETCH: "A machine, ahead of the reader",
    VerdictKind.SCANNER: "A mail filter",
    VerdictKind.CRAWLER: "A robot or tool",
    VerdictKind.BEFORE_SENDING: "Before it was sent",
    VerdictKind.YOU: "You",
    VerdictKind.MAYBE_YOU: "Perhaps you",
    VerdictKind.REPEAT: "The same once more",
}

_MACHINES: Mapping[str, str] = {
    VerdictKind.UNKNOWN_TIME: "Apple Mail, by itself,",
    VerdictKind.SCANNER: "A mail filter",
    VerdictKind.CRAWLER: "A robot",
}
_YOURS = frozenset({VerdictKind.BEFORE_SENDING, VerdictKind.YOU})
_FETCHED: Mapping[str, str] = {
    VerdictKind.UNKNOWN_TIME: "Delivered",
    VerdictKind.SCANNER: "Checked by a mail filter",
}


def sentence(event: Event, language: Language = ENGLISH) -> str:
    """An event in one line, its moment apart: "Opened", "Clicked the menu". Its link has to be loaded."""
    title = language.say(title_of(event))
    name = link_of(event)
    return language.say("{what} {link}", what=title, link=name) if name else title


def why(event: Event, language: Language = ENGLISH, seconds: int = 0) -> str:
    """Who it was and how we know, in sentences: "Likely a person. Google's image proxy: …".

    `seconds`: how long it stayed open; 0: not measured.
    """
    who = language.say(verdict_words(event.verdict))
    read = [f"{stay_words(seconds, language)}."] if seconds else []
    return " ".join([f"{who}.", *reasons(event, language), *read])


def reasons(event: Event, language: Language = ENGLISH) -> list[str]:
    """How we know who it was, a sentence each, and why it does not count if it was undone."""
    undone = [language.say("The send was undone, so it does not count.")] if event.undone_at else []
    return [*evidence_sentences(event.evidence, language), *undone]


def stay_words(seconds: int, language: Language = ENGLISH) -> str:
    """How long a mail stayed open: "Open for about 2 min 10 s"."""
    return language.say("Open for about {span}", span=span_words(seconds))


def span_words(seconds: int) -> str:
    """ "40 s", "2 min 10 s", "1 h 5 min": units that read the same in every language."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "h"), (minutes, "min"), (rest if not hours else 0, "s"))
    return " ".join(f"{number} {unit}" for number, unit in parts if number)


def kind_of(event: Event) -> str:
    """What was fetched: open | click | decoy."""
    return "decoy" if event.is_decoy else event.kind


def link_of(event: Event) -> str:
    """The name of the link that was followed; "" for an open, and for the hidden link, which has none."""
    if event.kind != EventKind.CLICK or event.is_decoy:
        return ""
    return link_name(event.link) if event.link else short_url(event.url)


@dataclass(frozen=True, slots=True)
class Change:
    """That a verdict was another before: "Was likely a person, now a mail filter: …"."""

    said: str
    at: datetime


def changes_of(event: Event) -> list[Change]:
    """How the verdict came to be what it is, newest change first."""
    return [
        Change(_change(entry), datetime.fromisoformat(entry["at"])) for entry in reversed(event.history or [])
    ]


def _change(entry: Mapping[str, Any]) -> str:
    [because] = evidence_sentences([entry["because"]])
    was, now = verdict_words(entry["was"]), verdict_words(entry["now"])
    if entry["was"] == entry["now"]:
        surer = "surer" if entry["now_score"] > entry["was_score"] else "less sure"
        return f"{now}, {surer} than before: {because}"
    return f"Was “{was.lower()}”, now “{now.lower()}”: {because}"


def verdict_words(verdict: str) -> str:
    """Who did it."""
    return _VERDICTS.get(verdict, "A machine")


def machine_called(verdict: str) -> str:
    """Who fetched it, to begin a sentence with, where it was no person."""
    return _MACHINES.get(verdict, "A machine")


def title_of(event: Event) -> str:
    """What happened, in plain words; a click is told with its link after it."""
    if event.is_decoy:
        return "You followed the hidden link" if event.verdict in _YOURS else "Hidden link followed"
    return event_title(event.kind, event.verdict, event.counts)


def event_title(kind: str, verdict: str, counts: bool) -> str:
    """The same of an open, or of a click on a link that people see."""
    if counts:
        return "Opened" if kind == EventKind.OPEN else "Clicked"
    if verdict == VerdictKind.MAYBE_YOU:
        return "Perhaps you looked at it" if kind == EventKind.OPEN else "Perhaps you clicked"
    if verdict == VerdictKind.REPEAT:
        return "Opened again at once" if kind == EventKind.OPEN else "Clicked again at once"
    if kind == EventKind.CLICK:
        return "You clicked" if verdict in _YOURS else "Link checked"
    return "You looked at it" if verdict in _YOURS else _FETCHED.get(verdict, "Picture fetched")


def event_icon(kind: str, counts: bool) -> str:
    """The drawing beside an event (parts/icon.html)."""
    if not counts:
        return "machine"
    return "link" if kind == EventKind.CLICK else "eye"


def client_words(client: str, city: str, country: str) -> str:
    """With what and where: "Firefox on Windows, near Lyon, France"; whatever is known of it."""
    place = ", ".join(part for part in (city, country) if part)
    return " · ".join(part for part in (client, f"near {place}" if city else place) if part)


def link_name(link: Link) -> str:
    """What the reader sees of a link: its text; an image or empty link is named by its address."""
    return link.text.strip() or short_url(link.url)


def short_url(url: str, most: int = 60) -> str:
    """An address without scheme and "www.", cut in the middle of nothing: the end is left out."""
    bare = url.split("://", 1)[-1].removeprefix("www.").removesuffix("/")
    return bare if len(bare) <= most else f"{bare[: most - 1]}…"
