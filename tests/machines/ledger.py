"""The account of one case: what was asked, answered, stored, and told as lost."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.faults.load import Load
from tests.faults.table import record


@dataclass
class Ledger:
    """The hits of one row of the table. `row`: its number in the list of machines, and what happens."""

    row: str
    first: int = 0  # the number of its first hit
    asked: set[int] = field(default_factory=set)
    answered: set[int] = field(default_factory=set)
    refused: list[str] = field(default_factory=list)  # answers that no reader should get

    def read(self, urls: Sequence[str], number: int, readers: int = 20) -> None:
        """Let this many readers send `number` hits, and note what became of each."""
        load = Load(urls, readers, first=max(self.asked, default=self.first - 1) + 1)
        asyncio.run(load.run(number))
        self.note(load)

    def note(self, load: Load) -> None:
        """Note what another one has sent."""
        self.asked |= load.asked
        self.answered |= load.answered
        self.refused += load.failed

    def close(self, stored: Counter[int], told: int = 0, seen: str = "") -> None:
        """Add the row to the table. What was answered must be stored once, or told as lost."""
        missing = self.answered - stored.keys()
        perhaps = len(self.asked - self.answered - stored.keys())  # readers that saw no complete answer
        text = f"{len(self.answered)} answered, {len(stored)} stored, {told} told as lost"
        record(self.row, f"{len(self.asked)} asked", f"{text}{'; ' if seen else ''}{seen}")
        assert self.refused == []
        assert stored.keys() <= self.asked
        assert set(stored.values()) <= {1}
        assert len(missing) <= told <= len(missing) + perhaps, f"{len(missing)} are missing, {told} told"
