"""Scores what is made of labelled answers of Google: whether it passes, who repairs it, and what is said.

    python -m tests.google.score_answers FOLDER [--wrong] [--explained FILE]

FOLDER holds `answers.jsonl` (what `sightline google explain` reads) and `labels.jsonl` (one object a line:
`id`, `kind`, `who`, `names`: facts that the words must contain, and `sure`: whether the source says what
followed). A third of the answers, chosen by their ids, is held back: its figures are printed apart, and
`--wrong` never names one of them. `--explained`: score these lines, which another version printed.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from server.ops.google_explain import explain_lines

HELD_BACK = 85  # of the 256 values of the first byte of an id's SHA-256


@dataclass(frozen=True, slots=True)
class Scored:
    """A labelled answer, with what the product printed about it."""

    label: Mapping[str, Any]
    found: Mapping[str, Any]

    @property
    def held_back(self) -> bool:
        """Whether nobody may look at this answer."""
        return sha256(str(self.label["id"]).encode()).digest()[0] < HELD_BACK

    @property
    def kind(self) -> bool:
        """Whether the kind is right."""
        return bool(self.found["kind"] == self.label["kind"])

    @property
    def both(self) -> bool:
        """Whether kind and who are right."""
        return self.kind and bool(self.found["who"] == self.label["who"])

    @property
    def missing(self) -> list[str]:
        """The facts that the words do not contain: not all words of a fact occur."""
        words = self.found["words"].casefold()
        told = (all(word in words for word in fact.casefold().split()) for fact in self.label["names"])
        return [fact for fact, is_told in zip(self.label["names"], told, strict=True) if not is_told]


async def explained(answers: Path) -> list[dict[str, Any]]:
    """Return what the product prints."""
    lines: list[bytes] = []
    with answers.open("rb") as file:
        bad = await explain_lines(file, lines.append, print)
    assert not bad
    return [json.loads(line) for line in lines]


def scored(folder: Path, printed: Sequence[Mapping[str, Any]]) -> list[Scored]:
    """Return the labelled answers with what was printed about them."""
    by_id = {each["id"]: each for each in printed}
    labels = map(json.loads, (folder / "labels.jsonl").read_text("utf-8").splitlines())
    return [Scored(label, by_id[label["id"]]) for label in labels]


def table(answers: Sequence[Scored]) -> Iterator[str]:
    """Return the figures as lines."""
    for name, some in (
        ("all", answers),
        ("open two thirds", [each for each in answers if not each.held_back]),
        ("held-back third", [each for each in answers if each.held_back]),
    ):
        sure = [each for each in some if each.label["sure"]]
        yield f"{name}: {_share([each.both for each in some])} kind and who"
        yield f"  where the source says what followed: {_share([each.both for each in sure])}"
        yield f"  kind {_share([each.kind for each in some])}"
        yield f"  words {_share([not each.missing for each in some if each.label['names']])}"
        yield from _by_kind(some)


def _by_kind(answers: Sequence[Scored]) -> Iterator[str]:
    for kind in sorted({each.label["kind"] for each in answers}):
        some = [each for each in answers if each.label["kind"] == kind]
        wrong = Counter(f"{each.found['kind']} ({each.found['who']})" for each in some if not each.both)
        told = ", ".join(f"{count} {found}" for found, count in wrong.most_common())
        yield f"  {kind:<16} {_share([each.both for each in some])} {told}".rstrip()


def _share(right: Sequence[bool]) -> str:
    return f"{sum(right)} of {len(right)}" + (f" ({100 * sum(right) / len(right):.1f} %)" if right else "")


def _wrong(answers: Sequence[Scored]) -> Iterator[str]:
    for each in answers:
        if not each.held_back and (not each.both or each.missing):
            wanted = f"{each.label['kind']} ({each.label['who']})"
            found = f"{each.found['kind']} ({each.found['who']}, {each.found['wait_s']})"
            yield f"{each.label['id']}: {found}, not {wanted}; missing {each.missing}; {each.found['words']}"


def main(arguments: Sequence[str]) -> None:
    """Print the figures."""
    folder = Path(arguments[0])
    if "--explained" in arguments:
        lines = Path(arguments[arguments.index("--explained") + 1]).read_text("utf-8").splitlines()
        printed = [json.loads(line) for line in lines]
    else:
        printed = asyncio.run(explained(folder / "answers.jsonl"))
    answers = scored(folder, printed)
    print("\n".join([*table(answers), *(_wrong(answers) if "--wrong" in arguments else ())]))


if __name__ == "__main__":
    main(sys.argv[1:])
