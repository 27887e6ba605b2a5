"""Verdict: what we think of a hit, how sure we are that a person did it, and what that rests on."""

from __future__ import annotations

from dataclasses import dataclass

PERSON = "person"
LIKELY_PERSON = "likely_person"
UNKNOWN_TIME = "unknown_time"
PREFETCH = "prefetch"
SCANNER = "scanner"
CRAWLER = "crawler"
BEFORE_SENDING = "before_sending"
YOU = "you"
MAYBE_YOU = "maybe_you"
REPEAT = "repeat"
KINDS = (
    *(PERSON, LIKELY_PERSON, UNKNOWN_TIME, PREFETCH, SCANNER, CRAWLER),
    *(BEFORE_SENDING, YOU, MAYBE_YOU, REPEAT),
)
COUNTING = frozenset({PERSON, LIKELY_PERSON})


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence for people, and the fact it rests on: a header, a network, a span of time."""

    sentence: str
    fact: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What we think of a hit. `score` 0-100: how sure that a person did it; `rule`: whose opinion it is."""

    kind: str
    score: int
    rule: str
    evidence: tuple[Evidence, ...]

    @property
    def counts(self) -> bool:
        """Whether it adds to the numbers people see."""
        return self.kind in COUNTING

    @property
    def sentences(self) -> list[str]:
        """The evidence in plain words."""
        return [each.sentence for each in self.evidence]

    @property
    def facts(self) -> list[str]:
        """What each of the sentences rests on."""
        return [each.fact for each in self.evidence]


Opinion = tuple[str, int, tuple[Evidence, ...]]  # kind, score, evidence: what a rule returns
