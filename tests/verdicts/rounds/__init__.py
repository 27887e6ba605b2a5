"""The rounds: mails described by people who had not read the rules, one or more files for each round.

../rounds.md keeps the first scores. Once scored, a file is changed only to mend its own mistakes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from tests.verdicts.sight import Mail

HERE = Path(__file__).parent


def files(number: str = "*") -> list[Path]:
    """Return the files of this round, or of all rounds."""
    return sorted(HERE.glob(f"round{number}-*.jsonl"))


def mails(paths: Iterable[Path]) -> list[Mail]:
    """Return the mails of these files, each with the name of its file."""
    return [
        json.loads(line) | {"file": path.name}
        for path in paths
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
