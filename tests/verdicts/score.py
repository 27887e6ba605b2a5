"""Computes the accuracy of the rules on the corpus: precision and recall, one line each."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass

from server.messages.kinds import COUNTING, VerdictKind
from server.verdicts.correlate import judge
from tests.verdicts.corpus import HERE, Case

PERSON = "a person opened it"
BY_PERSON = "a person's"  # verdicts that count: a person certainly or likely
CERTAIN = "certain"  # of a person's hits, how many are called so, and of those called so, how many are


@dataclass
class Score:
    """The counts for one kind of verdict."""

    right: int = 0
    wrong: int = 0  # false positives
    missed: int = 0  # false negatives

    @property
    def precision(self) -> float:
        """Return the precision: the share of correct verdicts among the hits that got this verdict."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """Return the recall: the share of the hits of this kind that got this verdict."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    def count(self, called: bool, true: bool) -> None:
        """Count one more hit."""
        self.right += called and true
        self.wrong += called and not true
        self.missed += true and not called


def scores(cases: Iterable[Case]) -> dict[str, Score]:
    """The scores by kind, and for whether a person opened or clicked the mail of a sequence."""
    kinds = [kind for kind in VerdictKind if kind not in COUNTING]
    found = {name: Score() for name in (PERSON, CERTAIN, BY_PERSON, *kinds)}
    for case in cases:
        verdicts = judge(case.observed, case.about)
        found[PERSON].count(any(verdict.counts for verdict in verdicts), case.person)
        for verdict, wanted in zip(verdicts, case.wanted, strict=True):
            found[CERTAIN].count(verdict.kind == VerdictKind.PERSON, wanted in COUNTING)
            called, true = who(verdict.kind), who(wanted)
            for kind in {called, true}:
                found[kind].count(called == kind, true == kind)
    return found


def who(kind: str) -> str:
    """Return a kind of verdict, or BY_PERSON: how sure it is depends on more than who it was."""
    return BY_PERSON if kind in COUNTING else kind


def too_low(found: dict[str, Score]) -> list[str]:
    """Return a line for each figure that is below the committed figure."""
    committed = tomllib.loads((HERE / "figures.toml").read_text(encoding="utf-8"))
    return [
        f"{name}: {what} is {getattr(found[name], what):.4f}, committed is {least}"
        for name, figures in committed["verdicts"].items()
        for what, least in figures.items()
        if getattr(found[name], what) < least
    ]


def lines(found: dict[str, Score]) -> list[str]:
    """The lines of the table."""
    rows = [
        f"{name:<20} {each.precision:>9.3f} {each.recall:>9.3f} {each.right + each.missed:>6}"
        for name, each in found.items()
    ]
    return [f"{'verdict':<20} {'precision':>9} {'recall':>9} {'cases':>6}", *rows]
