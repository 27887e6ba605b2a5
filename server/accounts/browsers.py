"""Browsers in words, for the list of places where a person is signed in."""

from __future__ import annotations

from ua_parser import parse

from server.lib.i18n import gettext


def in_words(user_agent: str) -> str:
    """For instance "Firefox on Windows", from a User-Agent header; versions say nothing to a person."""
    found = parse(user_agent) if user_agent else None
    if found is None or found.user_agent is None:
        return gettext("Unknown browser")
    name = found.user_agent.family.removesuffix(" Mobile")
    if not found.os:
        return name
    return gettext("%(browser)s on %(system)s", browser=name, system=found.os.family)
