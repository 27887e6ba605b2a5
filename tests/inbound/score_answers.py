"""Scores what is read from labelled mails: an answer by a person, or which kind of machine's mail.

    python -m tests.inbound.score_answers FOLDER… [--wrong] [--headers]

A folder holds mails (raw RFC 5322) and either `labels.jsonl` (one object a line: `file`, `kind`) or
`INDEX.tsv` (`file`, "wanted person" or "wanted automatic"). A third of the mails, chosen by their content, is
held back: its figure is printed apart, and `--wrong` never names one of them. `--headers` judges by the
header fields alone, as Gmail returns them. A machine's mail that is read as a report on a delivery is wrong,
too, but no person's.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from server.google.gmail_api import incoming_headers
from server.inbound import received
from server.mail.fields import split

KINDS = ("answer", "automatic", "calendar", "receipt", "feedback")
MACHINES = ("automatic", "calendar", "receipt", "feedback")


@dataclass(frozen=True, slots=True)
class Scored:
    """A labelled mail, with what was read from it. `wanted`: the kinds that are right."""

    path: Path
    wanted: tuple[str, ...]
    found: str
    held_back: bool

    @property
    def right(self) -> bool:
        """Whether the mail was read as what it is."""
        return self.found in self.wanted


def by_whole_mail(raw: bytes) -> str:
    """Return what the product says that the mail is, as `sightline read` does."""
    return received.read(raw).kind


def by_headers(raw: bytes) -> str:
    """Return what the product says when it reads the headers that Gmail returns."""
    fields, _ = split(raw)
    headers = [{"name": name, "value": value} for name, values in fields.items() for value in values]
    resource = {"id": "m1", "threadId": "t1", "internalDate": "0", "payload": {"headers": headers}}
    return incoming_headers.read(resource).judged().kind


def scored(folders: Iterable[Path], read: Callable[[bytes], str]) -> list[Scored]:
    """Read all labelled mails below the folders."""
    return [_scored(path, wanted, read) for folder in folders for path, wanted in _labelled(folder)]


def _scored(path: Path, wanted: tuple[str, ...], read: Callable[[bytes], str]) -> Scored:
    raw = path.read_bytes()
    return Scored(path, wanted, read(raw), sha256(raw).digest()[0] % 3 == 0)


def _labelled(folder: Path) -> Iterator[tuple[Path, tuple[str, ...]]]:
    for index in sorted(folder.rglob("INDEX.tsv")):
        for line in index.read_text("utf-8").splitlines():
            name, wanted, *_ = line.split("\t")
            yield index.parent / name, ("answer",) if wanted == "wanted person" else MACHINES
    for labels in sorted(folder.rglob("labels.jsonl")):
        for line in labels.read_text("utf-8").splitlines():
            label = json.loads(line) if line.strip() else {}
            if label.get("kind") in KINDS:  # reports on the delivery are read by other code
                yield labels.parent / label["file"], (label["kind"],)


def table(mails: Sequence[Scored]) -> Iterator[str]:
    """Return the figures as lines."""
    for name, some in (
        ("all", mails),
        ("open two thirds", [each for each in mails if not each.held_back]),
        ("held-back third", [each for each in mails if each.held_back]),
    ):
        yield f"{name}: {_share(sum(each.right for each in some), len(some))} right"
        yield from _by_kind(some)


def _by_kind(mails: Sequence[Scored]) -> Iterator[str]:
    for wanted in sorted({each.wanted for each in mails}):
        some = [each for each in mails if each.wanted == wanted]
        wrong = Counter(each.found for each in some if not each.right)
        name = "machine" if len(wanted) > 1 else wanted[0]
        told = ", ".join(f"{count} read as {kind}" for kind, count in wrong.most_common())
        yield f"  {name:<10} {_share(len(some) - wrong.total(), len(some))} {told}".rstrip()
    persons = [each.found != "answer" for each in mails if "answer" in each.wanted]
    machines = [each.found == "answer" for each in mails if "answer" not in each.wanted]
    yield f"  persons called machines: {_share(sum(persons), len(persons))}"
    yield f"  machines called persons: {_share(sum(machines), len(machines))}"


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole}" + (f" ({100 * part / whole:.1f} %)" if whole else "")


if __name__ == "__main__":
    asked = [Path(each) for each in sys.argv[1:] if not each.startswith("--")]
    found = scored(asked, by_headers if "--headers" in sys.argv else by_whole_mail)
    print("\n".join(table(found)))
    if "--wrong" in sys.argv:
        for each in found:
            if not each.right and not each.held_back:
                print(f"{each.path}: {each.found}, not {'/'.join(each.wanted)}")
