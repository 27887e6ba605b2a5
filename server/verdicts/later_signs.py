"""Collects the signs of people that came after a hit, by which rules become more certain. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

from server.lib.net.inside import identifies_nobody
from server.messages.kinds import CLICK, VerdictKind
from server.verdicts.context import LaterSign
from server.verdicts.hits import Hit
from server.verdicts.observed import MailContext
from server.verdicts.signatures import program_of
from server.verdicts.verdict import Verdict
from server.verdicts.vicinity import MICRO, client_of, like_of

MOST_CLIENTS = 1000


@dataclass(slots=True)
class LaterSigns:
    """The signs of people after the current hits: the earliest by anybody, and those of some clients.

    Each is a kind and a time; those of a client also have the time of its last sign.
    """

    anybody: tuple[str, int] | None = None
    same: dict[str, tuple[str, int, int]] = field(default_factory=dict)

    def note(self, hit: Hit, verdict: Verdict) -> None:
        """Note a hit, which must be older than all noted before; a person's hit is a sign for older hits."""
        if not verdict.counts:
            return
        if hit.kind == CLICK or verdict.kind == VerdictKind.PERSON:
            self.anybody = hit.kind, hit.at
        who = who_of(hit)
        if who is None or program_of(hit.user_agent).proxy:
            return  # one proxy serves many people
        if who in self.same or len(self.same) < MOST_CLIENTS:
            self.same[who] = hit.kind, hit.at, self.same[who][2] if who in self.same else hit.at

    def after(self, hit: Hit, about: MailContext) -> LaterSign | None:
        """Return the sign after a hit: by the same client, else by anybody, else a reply, else None."""
        replied = about.replied_at is not None and about.replied_at > hit.moment
        who = who_of(hit)
        same = self.same.get(who) if who else None
        if same:
            what, at, last = same
            return LaterSign(what, (at - hit.at) / MICRO, True, (last - hit.at) / MICRO, replied)
        if self.anybody:
            what, at = self.anybody
            return LaterSign(what, (at - hit.at) / MICRO, replied=replied)
        if about.replied_at and replied:
            return LaterSign("reply", (about.replied_at - hit.moment).total_seconds(), replied=True)
        return None

    def copy(self) -> LaterSigns:
        """Return a copy, in which hits can be noted without changing this one."""
        return LaterSigns(self.anybody, dict(self.same))


def who_of(hit: Hit) -> str | None:
    """Return whom a hit is from, over days: a home's addresses change within its network. None: unknown."""
    like = like_of(hit)
    if like is None and identifies_nobody(hit.address) and not program_of(hit.user_agent).proxy:
        return None
    return " ".join(like or (client_of(hit),))
