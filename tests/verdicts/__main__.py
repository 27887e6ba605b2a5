"""Prints how accurate the rules are: python -m tests.verdicts. Exits with 1 below a committed figure."""

from __future__ import annotations

import sys

from tests.verdicts.corpus import cases
from tests.verdicts.score import PERSON, lines, scores, too_low


def main() -> int:
    """Print the table, the figures that are too low, and a closing line. Returns the exit status."""
    found = scores(cases())
    low = too_low(found)
    print("\n".join([*lines(found), *low]))
    all_of_them, person = len(cases()), found[PERSON]
    print(
        f"verdicts: {all_of_them} sequences; a person opened it: precision {person.precision:.3f}, "
        f"recall {person.recall:.3f}; {len(low)} figures too low"
    )
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
