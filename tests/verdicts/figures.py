"""Scores the own corpus and the rounds for both installs, and compares them with the committed figures.

*regression* is the own corpus, which was written beside the rules. *first sight* are the rounds: mails that
people described who had not read the rules. In both, what names no public address is apart, as assumed.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence

from tests.verdicts import rounds
from tests.verdicts.corpus import HERE
from tests.verdicts.draws import drawn_mails
from tests.verdicts.lines import own_mails
from tests.verdicts.peers import PEERS, judged_by
from tests.verdicts.sight import INSTALLS, Mail, Sight, is_assumed, ours, seen_by, sight_of

REGRESSION, FIRST_SIGHT, DRAWS = "regression", "first sight", "draws"
CLOSING = tuple(f"{name}, {install}" for name in (REGRESSION, FIRST_SIGHT) for install in INSTALLS)


def sights() -> dict[str, Sight]:
    """Return how the mails of each group were judged, by the title of its line. Empty groups are left out."""
    return dict(_sights(groups()))


def groups() -> dict[str, list[Mail]]:
    """Return the mails of each group."""
    own, told = list(own_mails()), rounds.mails(rounds.files())
    return {
        REGRESSION: [mail for mail in own if not is_assumed(mail)],
        f"{REGRESSION}, assumed": [mail for mail in own if is_assumed(mail)],
        FIRST_SIGHT: [mail for mail in told if not is_assumed(mail)],
        f"{FIRST_SIGHT}, assumed": [mail for mail in told if is_assumed(mail)],
        DRAWS: list(drawn_mails()),
    }


def _sights(grouped: Mapping[str, Sequence[Mail]]) -> Iterator[tuple[str, Sight]]:
    for name, mails in grouped.items():
        for install in INSTALLS if mails else ():
            yield f"{name}, {install}", sight_of(mails, ours(seen_by(install, mails)))


def peers() -> dict[str, Sight]:
    """Return how the peers' rules judge the mails of the rounds that were seen or documented."""
    mails = groups()[FIRST_SIGHT]
    return {name: sight_of(mails, judged_by(rule, mails)) for name, rule in PEERS.items() if mails}


def missed(seen: Mapping[str, Sight]) -> list[str]:
    """Return a line for each missed figure: a committed `taken_share` is the most, all others the least."""
    committed = tomllib.loads((HERE / "figures.toml").read_text(encoding="utf-8"))["mails"]
    found = []
    for title, figures in committed.items():
        for name, figure in figures.items():
            reached = _figure(seen[title], name)
            if reached > figure if name == "taken_share" else reached < figure:
                found.append(f"{title}: {name} is {reached:.4f}, committed is {figure}")
    return found


def _figure(sight: Sight, name: str) -> float:
    return float(getattr(sight if name == "taken_share" else sight.mails, name))
