"""Verdict: what we think of a hit, how sure we are that a person did it, and what that rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from server.messages.kinds import COUNTING, VerdictKind
from server.verdicts.evidence import Code, Evidence, Value


class Opinion(NamedTuple):
    """What a rule returns. `unsettled`: a person's sign that comes later may change it, or asks for it."""

    kind: VerdictKind
    score: int
    evidence: tuple[Evidence, ...]
    unsettled: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What we think of a hit. `score` 0-100: how sure that a person did it; `rule`: whose opinion it is.

    `unsettled`: as in Opinion.
    """

    kind: VerdictKind
    score: int
    rule: str
    evidence: tuple[Evidence, ...]
    unsettled: bool = False

    @property
    def counts(self) -> bool:
        """Whether it adds to the numbers people see."""
        return self.kind in COUNTING


def opinion(kind: VerdictKind, score: int, code: Code, **values: Value) -> Opinion:
    """One that rests on a single thing."""
    return Opinion(kind, score, (Evidence(code, values),))
