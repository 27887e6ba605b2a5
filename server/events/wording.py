"""Words events in the current language, the same for the dashboard, the extension and alerts. Pure.

The sentences for evidence are in evidence_wording.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from server.events.evidence_wording import PROXY_NAMES, evidence_sentences
from server.events.models import Event, VerdictChange
from server.lib.i18n import gettext, gettext_noop, pgettext
from server.messages.kinds import EventKind, VerdictKind
from server.messages.models import Link

_MOST_CHANGES = 20
_VERDICTS: Mapping[str, str] = {
    VerdictKind.PERSON: gettext_noop("A person"),
    VerdictKind.LIKELY_PERSON: gettext_noop("Likely a person"),
    VerdictKind.UNKNOWN_TIME: gettext_noop("Apple Mail, automatically"),
    VerdictKind.PREFETCH: gettext_noop("A machine, before anyone read it"),
    VerdictKind.SCANNER: gettext_noop("A mail filter"),
    VerdictKind.CRAWLER: gettext_noop("A bot or tool"),
    VerdictKind.BEFORE_SENDING: gettext_noop("Before it was sent"),
    VerdictKind.YOU: gettext_noop("You"),
    VerdictKind.MAYBE_YOU: gettext_noop("Perhaps you"),
    VerdictKind.REPEAT: gettext_noop("A repeat"),
}
_MACHINE = gettext_noop("A machine")

_LOADED_BY: Mapping[str, str] = {
    VerdictKind.UNKNOWN_TIME: gettext_noop("Apple Mail automatically loaded the image in %(mail)s"),
    VerdictKind.SCANNER: gettext_noop("A mail filter loaded the image in %(mail)s"),
    VerdictKind.CRAWLER: gettext_noop("A bot loaded the image in %(mail)s"),
}
_LOADED_BY_MACHINE = gettext_noop("A machine loaded the image in %(mail)s")
_CLIENTS: Mapping[str, str] = {  # by the stored name of the client
    **{name: name for name in PROXY_NAMES.values()},
    "Gmail, ahead of the reader": gettext_noop("Gmail, in advance"),
    "Apple’s privacy protection": gettext_noop("Apple’s privacy protection"),
}
_YOURS = frozenset({VerdictKind.BEFORE_SENDING, VerdictKind.YOU})
_FETCHED: Mapping[str, str] = {
    VerdictKind.UNKNOWN_TIME: gettext_noop("Delivered"),
    VerdictKind.SCANNER: gettext_noop("Checked by a mail filter"),
}


def sentence(event: Event) -> str:
    """Describe an event in a line without its time: "Opened", "Clicked the menu". Its link must be loaded."""
    title, name = title_of(event), link_of(event)
    return gettext("%(what)s %(link)s", what=title, link=name) if name else title


def why(event: Event, seconds: int = 0) -> str:
    """Say who caused the event and how we know: "Likely a person. Gmail’s image proxy loaded the image, …".

    `seconds`: how long the mail stayed open; 0 means not measured.
    """
    read = [f"{stay_words(seconds)}."] if seconds else []
    return " ".join([f"{verdict_words(event.verdict)}.", *reasons_of(event), *read])


def reasons_of(event: Event) -> list[str]:
    """Return sentences that say how we know who caused the event, and whether its send was undone."""
    undone = [gettext("You undid the send, so this doesn’t count.")] if event.undone_at else []
    return [*evidence_sentences(event.evidence), *undone]


def stay_words(seconds: int) -> str:
    """Say how long a message stayed open: "Open for about 2 min 10 s"."""
    return gettext("Open for about %(span)s", span=span_words(seconds))


def span_words(seconds: int) -> str:
    """Format a span of time in units that read alike in every language: "40 s", "2 min 10 s", "1 h 5 min"."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "h"), (minutes, "min"), (rest if not hours else 0, "s"))
    return " ".join(f"{number} {unit}" for number, unit in parts if number)


def kind_of(event: Event) -> str:
    """Return the kind of the event: open | click | decoy."""
    return "decoy" if event.is_decoy else event.kind


def link_of(event: Event) -> str:
    """Return the name of the clicked link; "" for an open, and for the decoy, which has none."""
    if event.kind != EventKind.CLICK or event.is_decoy:
        return ""
    return link_name(event.link) if event.link else short_url(event.url)


@dataclass(frozen=True, slots=True)
class Change:
    """A change of the verdict, in words: "Was “Likely a person”, now “A mail filter”: …"."""

    text: str
    at: datetime


def changes_of(event: Event) -> list[Change]:
    """Return the newest changes of the event's verdict, newest first. The changes must be loaded."""
    return [
        Change(_change(each), each.at)
        for each in sorted(event.changes, key=lambda change: change.id, reverse=True)[:_MOST_CHANGES]
    ]


def _change(change: VerdictChange) -> str:
    [because] = evidence_sentences([change.because])
    was, now = verdict_words(change.was), verdict_words(change.now)
    if change.was != change.now:
        return gettext("Was “%(was)s”, now “%(now)s”: %(because)s", was=was, now=now, because=because)
    if change.now_score > change.was_score:
        return gettext("%(now)s, more certain than before: %(because)s", now=now, because=because)
    return gettext("%(now)s, less certain than before: %(because)s", now=now, because=because)


def verdict_words(verdict: str) -> str:
    """Say who caused an event with this verdict."""
    return gettext(_VERDICTS.get(verdict, _MACHINE))


def machine_loaded(verdict: str, mail: str) -> str:
    """Say that a machine loaded the image of `mail`, and what kind of machine, if that is known."""
    return gettext(_LOADED_BY.get(verdict, _LOADED_BY_MACHINE), mail=mail)


def title_of(event: Event) -> str:
    """Say in plain words what happened. For a click, callers append the link's name (link_of)."""
    if event.is_decoy:
        yours = event.verdict in _YOURS
        return gettext("You followed the hidden link") if yours else gettext("Hidden link followed")
    return event_title(event.kind, event.verdict, event.counts)


def event_title(kind: str, verdict: str, counts: bool) -> str:
    """Return the title of an open, or of a click on a visible link."""
    if kind == EventKind.CLICK:
        return _click_title(verdict, counts)
    if counts:
        return gettext("Opened")
    if verdict == VerdictKind.MAYBE_YOU:
        return gettext("Perhaps you viewed it")
    if verdict == VerdictKind.REPEAT:
        return gettext("Opened again right away")
    if verdict in _YOURS:
        return gettext("You viewed it")
    return gettext(_FETCHED[verdict]) if verdict in _FETCHED else gettext("Image loaded")


def _click_title(verdict: str, counts: bool) -> str:
    if counts:
        return pgettext("before the name of a link", "Clicked")
    if verdict == VerdictKind.MAYBE_YOU:
        return gettext("Perhaps you clicked")
    if verdict == VerdictKind.REPEAT:
        return gettext("Clicked again right away")
    return gettext("You clicked") if verdict in _YOURS else gettext("Link checked")


def event_icon(kind: str, counts: bool) -> str:
    """Return the name of an event's icon (parts/icon.html)."""
    if not counts:
        return "machine"
    return "link" if kind == EventKind.CLICK else "eye"


def client_name(stored: str) -> str:
    """Translate the stored name of a client, "Firefox 153 on Windows", to the current language."""
    program, on, system = stored.partition(" on ")
    if on:
        return gettext("%(browser)s on %(system)s", browser=program, system=system)
    return gettext(_CLIENTS.get(stored, stored)) if stored else ""


def client_words(client: str, city: str, country: str) -> str:
    """Name the program and its place, as far as they are known: "Firefox on Windows · near Lyon, France"."""
    place = ", ".join(part for part in (city, country) if part)
    where = gettext("near %(place)s", place=place) if city else place
    return " · ".join(part for part in (client_name(client), where) if part)


def link_name(link: Link) -> str:
    """Return what the recipient sees of a link: its text or, without any, the URL without its scheme."""
    return link.text.strip() or short_url(link.url)


def short_url(url: str, most: int = 60) -> str:
    """Return a URL without its scheme and "www.", cut off if it is longer than `most` characters."""
    bare = url.split("://", 1)[-1].removeprefix("www.").removesuffix("/")
    return bare if len(bare) <= most else f"{bare[: most - 1]}…"
