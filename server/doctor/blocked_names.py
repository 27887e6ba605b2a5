"""Knows which names of a server lists of content blockers block, whoever owns them.

Seen in EasyPrivacy and EasyList of 13 August 2026, and in uBlock Origin's list "privacy" of the same month.
Lists that name single hosts may contain any other name.
"""

from __future__ import annotations

from typing import NamedTuple

from httpx import URL

from server.doctor.diagnosis import Diagnosis
from server.lib.settings import Settings
from server.ops.served import served_url


class BlockedName(NamedTuple):
    """How a host's name begins, what is blocked there, and by which rule of which list."""

    beginning: str
    what: str
    rule: str


BLOCKED = (
    *(
        BlockedName(f"{word}.email.", "the images", f"EasyPrivacy: /{word}.email.$image")
        for word in ("track", "click", "clicks")
    ),
    *(
        BlockedName(f"{word}.", "the images and links", f"EasyPrivacy: /{word}.")
        for word in ("sptracking", "trcksp")
    ),
    BlockedName("ads.", "the images and links", "EasyList: ://ads."),
    BlockedName("t.", "the image for reading time", "uBlock Origin: /t.*/r/*$image"),
)


def blocked_name(host: str) -> BlockedName | None:
    """Return the rule that blocks a server with this name, or None."""
    return next((each for each in BLOCKED if host.lower().startswith(each.beginning)), None)


async def name(settings: Settings) -> list[Diagnosis]:
    """Check that no common blocker knows the server by its name."""
    host = URL(served_url(settings)).host
    found = blocked_name(host)
    if found is None:
        return []
    example = host.removeprefix(found.beginning)
    text = (
        f"Content blockers block {found.what} of every server whose name begins with {found.beginning!r} "
        f"({found.rule}). Choose another name, such as hello.{example}, and set PUBLIC_URL."
    )
    return [Diagnosis("yellow", "name", text)]
