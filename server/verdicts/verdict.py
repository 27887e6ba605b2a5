"""Defines a verdict: who caused a hit, how certain it is that it was a person, and on what evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from server.messages.kinds import COUNTING, VerdictKind
from server.verdicts.evidence import Code, Evidence, Value


class Opinion(NamedTuple):
    """What a rule returns. `unsettled`: a later hit may change it, or the hit supports a later click."""

    kind: VerdictKind
    score: int
    evidence: tuple[Evidence, ...]
    unsettled: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """Who caused a hit. `score`: the likelihood of a person (0 to 100); `rule`: the rule that decided.

    `unsettled`: as in Opinion.
    """

    kind: VerdictKind
    score: int
    rule: str
    evidence: tuple[Evidence, ...]
    unsettled: bool = False

    @property
    def counts(self) -> bool:
        """Whether the hit adds to the counts that people see."""
        return self.kind in COUNTING


def opinion(kind: VerdictKind, score: int, code: Code, **values: Value) -> Opinion:
    """Return an opinion that rests on a single piece of evidence."""
    return Opinion(kind, score, (Evidence(code, values),))
