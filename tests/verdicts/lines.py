"""Writes the own corpus as lines of `sightline judge`, with the truth: see sight.py."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from typing import Any

from server.messages.kinds import COUNTING, MACHINES, OPEN
from server.verdicts.correlate import HEAD_MARK
from server.verdicts.observed import ObservedHit
from server.verdicts.vicinity import Like
from tests.verdicts.corpus import Case, cases
from tests.verdicts.sight import ASSUMED, Mail

_ADDRESS = re.compile(r"https?://|\b[\w-]+(\.[\w-]+)*\.(com|org|net|io|dev|app|ru|cz)/")  # where it was seen


@cache
def own_mails() -> tuple[Mail, ...]:
    """Return the own corpus as lines."""
    return tuple(map(line_of, cases()))


def line_of(case: Case) -> Mail:
    """Return a case as a line. A hit that follows a HEAD request has one more event before it."""
    about = case.about
    return {
        "id": case.name,
        "source": case.source,
        "basis": "documented" if _ADDRESS.search(case.source) else ASSUMED,
        "opened": case.person,
        "sent_at": about.sent_at and about.sent_at.isoformat(),
        "about": {
            "own": [_client(like) for like in sorted(about.own)],
            "learned": [_client(like) | {"cause": cause} for like, cause in about.learned.items()],
            "viewed": [
                {"at": each.at.isoformat(), "address": each.address, "user_agent": each.user_agent}
                for each in about.viewings
            ],
            "replied_at": about.replied_at and about.replied_at.isoformat(),
            "bounced_at": about.bounced_at and about.bounced_at.isoformat(),
        },
        "events": [
            event
            for observed, wanted in zip(case.observed, case.wanted, strict=True)
            for event in _events(observed, wanted)
        ],
    }


def _client(like: Like) -> dict[str, Any]:
    network, user_agent = like
    return {"address": network.split("/", maxsplit=1)[0], "user_agent": user_agent}


def _events(observed: ObservedHit, wanted: str) -> Iterator[Mail]:
    hit = observed.hit
    event = {
        "at": hit.moment.isoformat(),
        "kind": hit.kind if hit.kind == OPEN or not hit.is_decoy else "decoy",
        "url": hit.url,
        "address": hit.address,
        "user_agent": hit.user_agent,
        "headers": {name: value for name, value in hit.headers.items() if name != HEAD_MARK},
        "network": observed.hosting,
        "mails": observed.mails,
        "correction": observed.correction or None,
        "truth": _truth(wanted),
    }
    if HEAD_MARK in hit.headers:
        before = hit.moment - timedelta(seconds=float(hit.headers[HEAD_MARK]))
        yield event | {"at": before.isoformat(), "headers": {":method": "HEAD"}, "truth": "machine"}
    yield event


def _truth(wanted: str) -> str:
    if wanted in COUNTING or wanted == "repeat":
        return "person"
    return "machine" if wanted in MACHINES else "sender"
