"""Finds which networks and clients gave themselves away as scanners, and which hits that taints. Pure.

Only what a scanner did itself spreads, not what was concluded from it, and nothing spreads to or from the
shared exits through which many people browse.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from server.messages.kinds import VerdictKind
from server.verdicts.hits import Hit
from server.verdicts.observed import ObservedHit
from server.verdicts.rules.behaviour import NEAR_SECONDS
from server.verdicts.verdict import Verdict
from server.verdicts.vicinity import Like, is_near, like_of, neighbours

# Rules by which a scanner gives itself away.
GUILTY = frozenset(
    {
        *("decoy", "links_at_once", "head_before_get", "mails_at_once", "too_soon", "small_signs"),
        *("data_centre", "scanner_by_network"),
    }
)
_DELIVERY = timedelta(minutes=10)  # after sending: a person who comes this early does not follow all links


@dataclass(slots=True)
class Guilt:
    """When each network had a scanner, and which clients were caught."""

    moments: dict[str, list[int]] = field(default_factory=dict)
    caught: set[Like] = field(default_factory=set)

    def taints(self, observed: ObservedHit) -> tuple[bool, bool]:
        """Return whether a scanner was near the hit, and whether the hit's client was caught."""
        hit = observed.hit
        beside = any(is_near(hit, self.moments, place, NEAR_SECONDS) for place in _places(observed))
        return beside, like_of(hit) in self.caught


def is_guilty(verdict: Verdict) -> bool:
    """Return whether a scanner gave itself away by what it did."""
    return verdict.rule in GUILTY and verdict.kind == VerdictKind.SCANNER


def guilt_of(found: Sequence[tuple[ObservedHit, Verdict]], sent_at: datetime | None) -> Guilt:
    """Return the guilt that these hits, in order, bring about by their verdicts."""
    guilt = Guilt()
    for observed, verdict in found:
        if observed.exit or not is_guilty(verdict):
            continue
        for place in _places(observed):
            guilt.moments.setdefault(place, []).append(observed.hit.at)
        like = like_of(observed.hit)
        if like and _is_sure(observed.hit, verdict, sent_at):
            guilt.caught.add(like)
    return guilt


def _places(observed: ObservedHit) -> list[str]:
    """Return where a machine's other hits come from: its network, or all of its data centre's."""
    return [neighbours(observed.hit), *([f"of {observed.hosting}"] if observed.hosting else [])]


def _is_sure(hit: Hit, verdict: Verdict, sent_at: datetime | None) -> bool:
    """Return whether the client is never to be believed again: scanners come back after hours."""
    if verdict.rule == "links_at_once":
        return sent_at is not None and hit.moment - sent_at <= _DELIVERY
    return verdict.rule == "decoy"
