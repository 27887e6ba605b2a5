"""Scores mails with a known truth through `sightline judge`, as a stranger would run it, for both installs.

A mail is a line of `sightline judge` with more fields: `opened` (whether a person opened it or followed a
link), `basis` (seen | documented | assumed), `source`, and in each event `truth` (person | machine | sender).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from server.ops.judge import judge_lines
from tests.verdicts.score import Score

DEFAULT, ASN = "default install", "with an ASN database"
INSTALLS = (DEFAULT, ASN)
ASSUMED = "assumed"
Mail = dict[str, Any]
Judge = Callable[[Sequence[Mail]], list[Mail]]  # returns what `sightline judge` prints for each mail


@dataclass
class Sight:
    """How mails were judged. `machines`: those that only machines touched; `taken`: those called opened."""

    mails: Score = field(default_factory=Score)
    events: Score = field(default_factory=Score)
    number: int = 0
    machines: int = 0
    taken: int = 0

    @property
    def taken_share(self) -> float:
        """Return the share of the mails touched by machines only that are called opened."""
        return self.taken / self.machines if self.machines else 0.0

    def add(self, mail: Mail, found: Mail) -> None:
        """Count a mail and its verdicts."""
        self.number += 1
        self.mails.count(found["opened"], mail["opened"])
        for event, verdict in zip(mail["events"], found["events"], strict=True):
            self.events.count(verdict["counts"], event["truth"] == "person")
        if is_machines(mail):
            self.machines += 1
            self.taken += found["opened"]

    def line(self, title: str) -> str:
        """Return the line of a table."""
        return (
            f"{title:<48} precision {self.mails.precision:.3f}  recall {self.mails.recall:.3f}  "
            f"machine-only called opened {self.taken_share:.1%} ({self.taken} of {self.machines})  "
            f"{self.number} mails"
        )


def is_machines(mail: Mail) -> bool:
    """Return whether only machines touched the mail."""
    return bool(mail["events"]) and all(event["truth"] == "machine" for event in mail["events"])


def sight_of(mails: Iterable[Mail], found: Iterable[Mail]) -> Sight:
    """Return how these mails were judged."""
    sight = Sight()
    for mail, each in zip(mails, found, strict=True):
        sight.add(mail, each)
    return sight


def ours(mails: Sequence[Mail]) -> list[Mail]:
    """Return what `sightline judge` prints. Raises ValueError for a line that it cannot read."""
    printed: list[bytes] = []
    complaints: list[str] = []
    judge_lines((json.dumps(mail).encode() for mail in mails), "likely", printed.append, complaints.append)
    if complaints:
        raise ValueError("\n".join(complaints))
    return [json.loads(line) for line in printed]


def seen_by(install: str, mails: Iterable[Mail]) -> list[Mail]:
    """Return the mails as this install sees them: without an ASN database, no owner of a network is known."""
    if install == ASN:
        return list(mails)
    return [
        mail | {"events": [{k: v for k, v in event.items() if k != "network"} for event in mail["events"]]}
        for mail in mails
    ]


def is_assumed(mail: Mail) -> bool:
    """Return whether nobody has seen or documented what the mail describes."""
    return mail.get("basis", ASSUMED) == ASSUMED or not mail.get("source")
