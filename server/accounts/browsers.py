"""Describes browsers in words for the list of a person's sessions."""

from __future__ import annotations

from ua_parser import parse

from server.lib.i18n import gettext
from server.lib.plain_text import plain_line

LONGEST = 60


def in_words(user_agent: str) -> str:
    """Describe a User-Agent header, for instance "Firefox on Windows", without version numbers."""
    found = parse(user_agent) if user_agent else None
    if found is None or found.user_agent is None:
        return gettext("Unknown browser")
    name = plain_line(found.user_agent.family.removesuffix(" Mobile"), LONGEST)
    if not found.os:
        return name
    system = plain_line(found.os.family, LONGEST)  # both may contain words that the browser made up
    return gettext("%(browser)s on %(system)s", browser=name, system=system)
