"""How the numbers of a message come about: its events by verdict, which of them count, and why. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from server.events.counts import Happened
from server.events.wording import verdict_words
from server.messages.kinds import COUNTING, EventKind, VerdictKind
from server.messages.wording import plural

WHY: Mapping[str, str] = {
    VerdictKind.PERSON: "A reader’s own mail program or browser fetched it.",
    VerdictKind.LIKELY_PERSON: "Fetched as somebody does who looks at the mail: by a proxy that fetches "
    "on display, or by a reader with small doubts.",
    VerdictKind.UNKNOWN_TIME: "Apple Mail loads pictures for everybody, whether the mail is read or not.",
    VerdictKind.PREFETCH: "Fetched ahead by a machine, before anybody looked.",
    VerdictKind.SCANNER: "A mail filter looks at pictures and links before the reader does.",
    VerdictKind.CRAWLER: "A robot, a script or a tool, not a mail program.",
    VerdictKind.BEFORE_SENDING: "Fetched while you were writing.",
    VerdictKind.YOU: "Your own look at the mail is no reader’s.",
    VerdictKind.MAYBE_YOU: "It may have been you; what may be yours is not counted.",
    VerdictKind.REPEAT: "The same program fetched it again within seconds: one look, counted once.",
}

_ORDER: tuple[str, ...] = tuple(VerdictKind)


@dataclass(frozen=True, slots=True)
class Row:
    """The events of one verdict: how many of each kind, whether they count, and why."""

    verdict: str
    who: str
    opens: int
    clicks: int
    counts: bool
    why: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """The rows, strongest sign first, and their sums: what counts, and all there was."""

    rows: tuple[Row, ...]

    @property
    def opens(self) -> int:
        """What counts as opened."""
        return sum(row.opens for row in self.rows if row.counts)

    @property
    def clicks(self) -> int:
        """What counts as clicked."""
        return sum(row.clicks for row in self.rows if row.counts)

    @property
    def loads(self) -> int:
        """All fetches of the picture."""
        return sum(row.opens for row in self.rows)

    @property
    def requests(self) -> int:
        """All fetches of links."""
        return sum(row.clicks for row in self.rows)

    @property
    def formulas(self) -> list[str]:
        """The sums in words, of what there is: "2 opens = 1 by a person + 1 by likely a person"."""
        told: list[str] = []
        if self.loads:
            told += _formula(self.opens, "open", self._by("opens"), self.loads, "load")
        if self.requests:
            told += _formula(self.clicks, "click", self._by("clicks"), self.requests, "link request")
        return told

    def _by(self, what: str) -> tuple[int, int]:
        found = {row.verdict: int(getattr(row, what)) for row in self.rows}
        return found.get(VerdictKind.PERSON, 0), found.get(VerdictKind.LIKELY_PERSON, 0)


def numbers_of(happened: Iterable[Happened]) -> Numbers:
    """The numbers of one message, from all that happened to it and was not undone."""
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


def _row(verdict: str, opens: int, clicks: int) -> Row:
    why = WHY.get(verdict, "A machine fetched it.")
    return Row(verdict, verdict_words(verdict), opens, clicks, verdict in COUNTING, why)


def _place(verdict: str) -> tuple[int, str]:
    return (_ORDER.index(verdict) if verdict in _ORDER else len(_ORDER)), verdict


def _formula(counted: int, one: str, by: tuple[int, int], everything: int, load: str) -> list[str]:
    person, likely = by
    left = everything - counted
    return [
        f"{plural(counted, one)} = {person} by a person + {likely} by likely a person.",
        f"{plural(everything, load)} in all = {counted} counted + {left} not counted.",
    ]
