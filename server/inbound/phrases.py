"""Builds a pattern from phrases, each of which stands on a line of its own in the code. Pure."""

from __future__ import annotations

import re


def any_of(*phrases: str) -> re.Pattern[str]:
    """Return a pattern that finds any of the phrases, each a regular expression, in any case of letters."""
    return re.compile("|".join(phrases), re.IGNORECASE)
