"""Browsers in words, for the list of places where a person is signed in."""

from __future__ import annotations

from ua_parser import parse

UNKNOWN = "Unknown browser"


def in_words(user_agent: str) -> str:
    """For instance "Firefox on Windows", from a User-Agent header; versions say nothing to a person."""
    found = parse(user_agent) if user_agent else None
    if found is None or found.user_agent is None:
        return UNKNOWN
    name = found.user_agent.family.removesuffix(" Mobile")
    return f"{name} on {found.os.family}" if found.os else name
