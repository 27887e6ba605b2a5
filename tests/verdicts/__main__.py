"""Prints how accurate the rules are: python -m tests.verdicts. Exits with 1 below a committed figure."""

from __future__ import annotations

import sys

from tests.verdicts.corpus import cases
from tests.verdicts.figures import CLOSING, missed, peers, sights
from tests.verdicts.score import lines, scores, too_low


def main() -> int:
    """Print the table, how mails were judged, the figures that are missed, and closing lines.

    Returns the exit status.
    """
    found, seen = scores(cases()), sights()
    low = [*too_low(found), *missed(seen)]
    print("\n".join([*lines(found), "", *(sight.line(title) for title, sight in seen.items())]))
    print(
        "\n".join(
            ["", "first sight by the rules of others:", *(each.line(name) for name, each in peers().items())]
        )
    )
    print("\n".join(["", *low, f"verdicts: {len(low)} figures missed"]))
    print("\n".join(seen[title].line(title) for title in CLOSING if title in seen))
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
