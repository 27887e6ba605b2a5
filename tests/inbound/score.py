"""Scores the reading of mails over folders of labelled ones: `python -m tests.inbound.score FOLDER…`.

A folder holds one mail per file and `labels.jsonl`, one JSON object per file: `file`, `kind` (as `sightline
read` prints it), `permanent` (true, false or null), `recipients` that were not reached, and `ids` of the mail
that the report is about. `--wrong` lists what was read wrongly. A third of the files, chosen by the hash of
their name, is held back: it has a line of its own in the table and is never listed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from server.inbound import received

REPORTS = frozenset({"bounce", "delay"})
LABELS = "labels.jsonl"
COLUMNS = ("recognised", "recipient right", "joined", "permanent right", "false alarms")


@dataclass(frozen=True, slots=True)
class Read:
    """What the reader says about a mail. `permanent`: of any recipient; None: it does not say."""

    kind: str
    about: frozenset[str]
    recipients: frozenset[str]
    permanent: bool | None


@dataclass(frozen=True, slots=True)
class Case:
    """One labelled mail, and what was read from it."""

    suite: str
    label: dict[str, Any]
    read: Read

    @property
    def name(self) -> str:
        """The file's name."""
        return str(self.label["file"])

    @property
    def is_report(self) -> bool:
        """Whether the mail says that another one was not delivered, or not yet."""
        return self.label["kind"] in REPORTS

    @property
    def is_held_back(self) -> bool:
        """Whether the file is in the third whose content nobody looks at."""
        return hashlib.sha256(self.name.encode()).digest()[0] % 3 == 0


def cases(folders: Iterable[Path]) -> Iterator[Case]:
    """Yield each labelled mail of the folders, with what was read from it."""
    for folder in folders:
        for line in (folder / LABELS).read_text().splitlines():
            label = json.loads(line)
            yield Case(folder.name, label, _read((folder / label["file"]).read_bytes()))


def faults(case: Case) -> list[str]:
    """Return what was read wrongly: recognised, recipient, joined, permanent, false alarm."""
    read, label = case.read, case.label
    if not case.is_report:
        return ["false alarm"] if read.kind in REPORTS else []
    found = [] if read.kind in REPORTS else ["recognised"]
    expected = {each.lower().strip("<>") for each in label["recipients"]}
    if not found and expected and not expected & read.recipients:
        found.append("recipient")
    if label["ids"] and not read.about & {_bare(each) for each in label["ids"]}:
        found.append("joined")
    if label["permanent"] is not None and read.permanent != label["permanent"] and "recognised" not in found:
        found.append("permanent")
    return found


def row(name: str, some: Sequence[Case]) -> str:
    """Return one line of the table."""
    reports = [each for each in some if each.is_report]
    named = [each for each in reports if each.label["ids"]]
    known = [each for each in reports if each.read.kind in REPORTS]
    meant = [each for each in known if each.label["recipients"]]
    told = [each for each in known if each.label["permanent"] is not None]
    others = [each for each in some if not each.is_report]
    cells = [
        _share("recognised", reports),
        _share("recipient", meant),
        _share("joined", named),
        _share("permanent", told),
        f"{sum('false alarm' in faults(each) for each in others):>4} of {len(others):<4}",
    ]
    return f"{name:<26}" + "".join(f"{cell:>18}" for cell in cells)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--wrong", action="store_true", help="list what was read wrongly")
    parser.add_argument("--sure", action="store_true", help="only files whose label is sure")
    asked = parser.parse_args()
    found = [each for each in cases(asked.folders) if each.label.get("sure", True) or not asked.sure]
    print(" " * 26 + "".join(f"{each:>18}" for each in COLUMNS))
    for suite in dict.fromkeys(each.suite for each in found):
        _print_rows(suite, [each for each in found if each.suite == suite])
    _print_rows("together", found)
    for case in found if asked.wrong else ():
        if not case.is_held_back and (wrong := faults(case)):
            said = f"(read: {case.read.kind}, {case.read.permanent})"
            print(f"{case.suite}/{case.name}: {', '.join(wrong)} {said}")


def _print_rows(name: str, some: Sequence[Case]) -> None:
    print(row(name, [each for each in some if not each.is_held_back]))
    print(row(f"{name}, held back", [each for each in some if each.is_held_back]))


def _share(fault: str, some: Sequence[Case]) -> str:
    right = sum(fault not in faults(each) for each in some)
    return f"{right} of {len(some)} ({right / len(some):4.0%})" if some else "-"


def _bare(message_id: str) -> str:
    return message_id.strip().strip("<>")


def _read(raw: bytes) -> Read:
    mail = received.read(raw)
    told = [each.permanent for each in mail.recipients]
    about = frozenset(_bare(each) for each in mail.about)
    addresses = frozenset(one for each in mail.recipients for one in each.addresses)
    permanent = True if True in told else False if False in told else None
    return Read(mail.kind, about, addresses, permanent)


if __name__ == "__main__":
    main()
