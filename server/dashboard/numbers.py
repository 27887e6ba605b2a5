"""Explains the numbers of a message: its events by verdict, which of them count, and why. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from server.events.rows.counts import EventCount
from server.events.wording import verdict_words
from server.lib.i18n import gettext, gettext_noop, ngettext
from server.messages.kinds import COUNTING, EventKind, VerdictKind

WHY: Mapping[str, str] = {
    VerdictKind.PERSON: gettext_noop(
        "A reader’s own app or browser, at a person’s pace or long after delivery."
    ),
    VerdictKind.LIKELY_PERSON: gettext_noop(
        "A proxy that waits until someone views the message, or an app that is probably a reader’s own but "
        "could be a machine’s."
    ),
    VerdictKind.UNKNOWN_TIME: gettext_noop(
        "Apple Mail loads images whether or not anyone reads the message."
    ),
    VerdictKind.PREFETCH: gettext_noop("Loaded in advance by a machine, before anyone viewed the message."),
    VerdictKind.SCANNER: gettext_noop("A mail filter checks images and links before the reader sees them."),
    VerdictKind.CRAWLER: gettext_noop("A bot, a script or a tool, not a mail app."),
    VerdictKind.BEFORE_SENDING: gettext_noop("Loaded while you were writing the message."),
    VerdictKind.YOU: gettext_noop("You viewed your own message."),
    VerdictKind.MAYBE_YOU: gettext_noop("This may have been you, so it doesn’t count."),
    VerdictKind.REPEAT: gettext_noop(
        "The same app came back within seconds, so the two requests count as one."
    ),
}
_MACHINE = gettext_noop("Loaded by a machine.")

_ORDER: tuple[str, ...] = tuple(VerdictKind)


@dataclass(frozen=True, slots=True)
class VerdictCount:
    """The events of one verdict: how many of each kind, whether they count, and why."""

    verdict: str
    who: str
    opens: int
    clicks: int
    counts: bool
    why: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """The rows, strongest sign first, with the sums of events that count and of all events."""

    rows: tuple[VerdictCount, ...]

    @property
    def opens(self) -> int:
        """The number of opens that count."""
        return sum(row.opens for row in self.rows if row.counts)

    @property
    def clicks(self) -> int:
        """The number of clicks that count."""
        return sum(row.clicks for row in self.rows if row.counts)

    @property
    def loads(self) -> int:
        """The number of all pixel loads."""
        return sum(row.opens for row in self.rows)

    @property
    def requests(self) -> int:
        """The number of all link requests."""
        return sum(row.clicks for row in self.rows)

    @property
    def formulas(self) -> list[str]:
        """The sums that are not empty, in words: "2 opens = 1 by a person + 1 likely by a person."."""
        formulas: list[str] = []
        if self.loads:
            formulas += self._of_opens()
        if self.requests:
            formulas += self._of_clicks()
        return formulas

    def _of_opens(self) -> tuple[str, str]:
        person, likely = self._by("opens")
        opens = ngettext(
            "%(num)s open = %(person)s by a person + %(likely)s likely by a person.",
            "%(num)s opens = %(person)s by a person + %(likely)s likely by a person.",
            self.opens,
            person=person,
            likely=likely,
        )
        loads = ngettext(
            "%(num)s image load in total = %(counted)s counted + %(left)s not counted.",
            "%(num)s image loads in total = %(counted)s counted + %(left)s not counted.",
            self.loads,
            counted=self.opens,
            left=self.loads - self.opens,
        )
        return opens, loads

    def _of_clicks(self) -> tuple[str, str]:
        person, likely = self._by("clicks")
        clicks = ngettext(
            "%(num)s click = %(person)s by a person + %(likely)s likely by a person.",
            "%(num)s clicks = %(person)s by a person + %(likely)s likely by a person.",
            self.clicks,
            person=person,
            likely=likely,
        )
        requests = ngettext(
            "%(num)s link request in total = %(counted)s counted + %(left)s not counted.",
            "%(num)s link requests in total = %(counted)s counted + %(left)s not counted.",
            self.requests,
            counted=self.clicks,
            left=self.requests - self.clicks,
        )
        return clicks, requests

    def _by(self, what: str) -> tuple[int, int]:
        found = {row.verdict: int(getattr(row, what)) for row in self.rows}
        return found.get(VerdictKind.PERSON, 0), found.get(VerdictKind.LIKELY_PERSON, 0)


def numbers_of(happened: Iterable[EventCount]) -> Numbers:
    """Compute the numbers of one message from all of its events that were not undone."""
    found: dict[tuple[str, str], int] = {}
    for some in happened:
        found[some.verdict, some.kind] = found.get((some.verdict, some.kind), 0) + some.number
    verdicts = sorted({verdict for verdict, _ in found}, key=_place)
    return Numbers(
        tuple(
            _row(each, found.get((each, EventKind.OPEN), 0), found.get((each, EventKind.CLICK), 0))
            for each in verdicts
        )
    )


def _row(verdict: str, opens: int, clicks: int) -> VerdictCount:
    why = gettext(WHY.get(verdict, _MACHINE))
    return VerdictCount(verdict, verdict_words(verdict), opens, clicks, verdict in COUNTING, why)


def _place(verdict: str) -> tuple[int, str]:
    return (_ORDER.index(verdict) if verdict in _ORDER else len(_ORDER)), verdict
