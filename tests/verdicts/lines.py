"""Writes the own corpus as lines of `sightline judge`, with the truth: see sight.py."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from server.messages.kinds import COUNTING, MACHINES
from server.verdicts.recording import recorded_mail, recorded_requests
from server.verdicts.sequences import METHOD
from tests.verdicts.corpus import Case, cases
from tests.verdicts.sight import ASSUMED, Mail

_ADDRESS = re.compile(r"https?://|\b[\w-]+(\.[\w-]+)*\.(com|org|net|io|dev|app|ru|cz)/")  # where it was seen


@cache
def own_mails() -> tuple[Mail, ...]:
    """Return the own corpus as lines."""
    return tuple(map(line_of, cases()))


def line_of(case: Case) -> Mail:
    """Return a case as a line. A hit that follows a HEAD request has one more event before it."""
    events = [
        (request, wanted)
        for observed, wanted in zip(case.observed, case.wanted, strict=True)
        for request in recorded_requests(observed)
    ]
    line = msgspec.to_builtins(recorded_mail(case.about, [request for request, _ in events], case.name))
    for event, (_, wanted) in zip(line["events"], events, strict=True):
        event["truth"] = "machine" if METHOD in event.get("headers", ()) else _truth(wanted)
    basis = "documented" if _ADDRESS.search(case.source) else ASSUMED
    return {**line, "source": case.source, "basis": basis, "opened": case.person}


def _truth(wanted: str) -> str:
    if wanted in COUNTING or wanted == "repeat":
        return "person"
    return "machine" if wanted in MACHINES else "sender"
