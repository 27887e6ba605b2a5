"""Prints the scores of mails: python -m tests.verdicts.rounds ROUND|all|draws|FILE… [--wrong]."""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from server.verdicts.sequences import moment_of
from tests.verdicts import rounds
from tests.verdicts.draws import drawn_mails
from tests.verdicts.sight import INSTALLS, Mail, is_assumed, ours, seen_by, sight_of


def main() -> None:
    """Print the table, and with --wrong the mails that were judged wrongly and the rules that spoke."""
    options = argparse.ArgumentParser(prog="python -m tests.verdicts.rounds", description=__doc__)
    options.add_argument("which", nargs="+", help="a round's number, `all` rounds, `draws`, or a file")
    options.add_argument("--wrong", action="store_true", help="list the wrongly judged mails")
    given = options.parse_args()
    mails = [mail for which in given.which for mail in _mails(which)]
    if not mails:
        options.error("no such mails")
    found = {install: ours(seen_by(install, mails)) for install in INSTALLS}
    print("\n".join(_table(mails, found)))
    if given.wrong:
        print("\n".join(_wrong(mails, found)))


def _mails(which: str) -> list[Mail]:
    if which == "draws":
        return [mail | {"file": str(mail["id"]).rpartition("/")[0]} for mail in drawn_mails()]
    if which == "all" or which.isdecimal():
        return rounds.mails(rounds.files("*" if which == "all" else which))
    return rounds.mails([Path(which)])


def _table(mails: list[Mail], found: dict[str, list[Mail]]) -> Iterator[str]:
    groups: dict[str, list[int]] = defaultdict(list)
    for place, mail in enumerate(mails):
        groups["assumed" if is_assumed(mail) else "seen or documented"].append(place)
        groups["all"].append(place)
        groups[mail["file"]].append(place)
    for group, places in groups.items():
        for install in INSTALLS:
            sight = sight_of([mails[each] for each in places], [found[install][each] for each in places])
            events = f"; events {sight.events.precision:.3f} / {sight.events.recall:.3f}"
            yield sight.line(f"{group}, {install}") + events


def _wrong(mails: list[Mail], found: dict[str, list[Mail]]) -> Iterator[str]:
    """Yield the mails judged wrongly by an install, with the verdicts of the first such install."""
    rules: Counter[str] = Counter()
    for place, mail in enumerate(mails):
        wrong = [install for install in INSTALLS if found[install][place]["opened"] != mail["opened"]]
        if not wrong:
            continue
        said = "called opened" if found[wrong[0]][place]["opened"] else "missed"
        yield f"\n{mail['id']}  {said}  ({' and '.join(wrong)}; {mail.get('basis')}, {mail['file']})"
        yield f"    {mail.get('story', '')}\n    {mail.get('source', '')}"
        yield from _events(mail, found[wrong[0]][place])
        rules.update(_to_blame(mail, found[wrong[0]][place]))
    yield ""
    yield from (f"{number:>5} {rule}" for rule, number in rules.most_common())


def _events(mail: Mail, found: Mail) -> Iterator[str]:
    for event, verdict in zip(mail["events"], found["events"], strict=True):
        yield (
            f"  {_after(mail, event):>10} {event['kind']:<5} {event['truth']:<7} -> {verdict['verdict']}"
            f" {verdict['score']} {verdict['rule']}   {event.get('address')} {event.get('network') or ''}"
            f" {event.get('url') or ''}"
        )
        yield f"             {event.get('user_agent')}  {event.get('headers') or ''}"
        yield f"             {' '.join(verdict['evidence'])}"


def _to_blame(mail: Mail, found: Mail) -> Iterator[str]:
    """Yield what decided about the events that count without a person, or do not count though a person's."""
    for event, verdict in zip(mail["events"], found["events"], strict=True):
        person = event["truth"] == "person"
        if verdict["counts"] != person and person == mail["opened"]:
            yield f"{'missed' if person else 'taken'} by {verdict['rule']}"


def _after(mail: Mail, event: Mail) -> str:
    if not mail.get("sent_at"):
        return str(event["at"])
    after = moment_of(event["at"]) - moment_of(mail["sent_at"])
    return f"{after.total_seconds():.1f} s"


if __name__ == "__main__":
    main()
