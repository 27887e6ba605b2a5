"""Judges the hits of one mail together: collects for the rules what came before and after each hit. Pure.

There are three passes. The first judges each hit from its own data and from the hits close to it in time. The
second taints what came from the same networks and clients as a scanner that gave itself away. The third
judges a hit again if the passes before it found a person before or after the hit. So a machine's hits can
only lower the scores of other hits.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from server.messages.kinds import CLICK, OPEN, VerdictKind
from server.verdicts import guilt
from server.verdicts.classify import LOOK_AROUND, classify
from server.verdicts.context import Context
from server.verdicts.guilt import is_guilty
from server.verdicts.hits import Hit
from server.verdicts.later_signs import LaterSigns, who_of
from server.verdicts.observed import MailContext, ObservedHit
from server.verdicts.rules.people import PACE_SECONDS, RETURN_SECONDS
from server.verdicts.surroundings import contexts_of
from server.verdicts.verdict import Verdict
from server.verdicts.vicinity import MICRO, like_of


def judge(
    hits: Sequence[ObservedHit],
    about: MailContext,
    later_signs: LaterSigns | None = None,
    nearby: Sequence[Hit] = (),
) -> list[Verdict]:
    """Return one verdict for each of `hits`, in the same order, which need not be the order of time.

    `later_signs`: signs of people after all hits. `nearby`: hits judged before, which are no signs of people.
    """
    if not hits:
        return []
    order = sorted(range(len(hits)), key=lambda place: (hits[place].hit.at, hits[place].hit.id.int))
    sorted_hits = [hits[place] for place in order]
    contexts = contexts_of(sorted_hits, about, nearby)
    first = last = [classify(each.hit, context) for each, context in zip(sorted_hits, contexts, strict=True)]
    if not _are_settled(sorted_hits, first):
        later = later_signs or LaterSigns()
        last = _later_passes(sorted_hits, contexts, first, first, about, later)
        if any(is_guilty(one) and not is_guilty(other) for one, other in zip(first, last, strict=True)):
            # What came before or after cleared a hit, so it must not taint others.
            last = _later_passes(sorted_hits, contexts, first, last, about, later)
    found: list[Verdict | None] = [None] * len(hits)
    for place, verdict in zip(order, last, strict=True):
        found[place] = verdict
    return [verdict for verdict in found if verdict]


def _are_settled(hits: Sequence[ObservedHit], first: Sequence[Verdict]) -> bool:
    """Return whether the later passes would change nothing, as in a flood of repeated opens."""
    return not any(
        each.hit.kind == CLICK or is_guilty(verdict) or _may_change(verdict)
        for each, verdict in zip(hits, first, strict=True)
    )


def _later_passes(
    hits: Sequence[ObservedHit],
    contexts: Sequence[Context],
    first: Sequence[Verdict],
    guilty: Sequence[Verdict],
    about: MailContext,
    later_signs: LaterSigns,
) -> list[Verdict]:
    """Return the verdicts of the second and third pass. `guilty`: by which scanners are known."""
    tainted = _tainted(hits, contexts, guilty, about)
    strict = [
        before if changed is context or changed == context else classify(each.hit, changed)
        for each, before, context, changed in zip(hits, first, contexts, tainted, strict=True)
    ]
    wider = _wider(hits, tainted, strict, about, later_signs.copy())
    return [
        before if last is context or last == context else classify(each.hit, last)
        for each, context, before, last in zip(hits, tainted, strict, wider, strict=True)
    ]


def _tainted(
    hits: Sequence[ObservedHit], contexts: Sequence[Context], guilty: Sequence[Verdict], about: MailContext
) -> list[Context]:
    """Return the contexts for the second pass: with the scanners that gave themselves away.

    They also say of clicks that no open came before. The first pass does not, because an open that a scanner
    taints would no longer be there to show that the click was a person's. What the sender did taints nobody.
    """
    others = [
        (each, verdict)
        for each, context, verdict in zip(hits, contexts, guilty, strict=True)
        if context.own not in ("client", "address")
    ]
    found = guilt.guilt_of(others, about.sent_at)
    tainted = []
    for each, context in zip(hits, contexts, strict=True):
        known: dict[str, Any] = {"opened": False} if each.hit.kind == CLICK else {}
        if found.moments and like_of(each.hit) and not each.exit:
            known["beside_scanner"], known["caught"] = found.taints(each)
        tainted.append(replace(context, **known) if known else context)
    return tainted


def _wider(
    hits: Sequence[ObservedHit],
    contexts: Sequence[Context],
    strict: Sequence[Verdict],
    about: MailContext,
    later_signs: LaterSigns,
) -> list[Context]:
    """Return the contexts for the third pass: with the opens, returns and later signs found before it."""
    opened = next(
        (each.hit.at for each, verdict in zip(hits, strict, strict=True) if _shows(each, verdict)), None
    )
    returned, displayed = _returned(hits, strict), _displayed_at(hits, strict)
    wider = list(contexts)
    for place in range(len(hits) - 1, -1, -1):
        hit, context = hits[place].hit, contexts[place]
        if _may_change(strict[place]):
            opened_before = hit.kind == CLICK and (
                (opened is not None and opened <= hit.at)
                or (about.opened_at is not None and about.opened_at <= hit.moment)
            )
            wider[place] = replace(
                context,
                later=later_signs.after(hit, about),
                opened=opened_before or context.opened,
                returned=hit.id.int in returned,
                displayed=displayed is not None and hit.at - displayed >= PACE_SECONDS * MICRO,
            )
        later_signs.note(hit, strict[place])
    return wider


def _returned(hits: Sequence[ObservedHit], strict: Sequence[Verdict]) -> set[int]:
    """Return the hits by clients that were here before, at a person's pace."""
    first: dict[tuple[str, str], int] = {}
    found = set()
    for each, verdict in zip(hits, strict, strict=True):
        hit, who = each.hit, who_of(each.hit)
        if who is None or not verdict.counts:
            continue
        before, seen = first.get((who, "")), first.get((who, OPEN))
        if (before is not None and hit.at - before >= RETURN_SECONDS * MICRO) or (
            hit.kind == CLICK and seen is not None and hit.at - seen >= PACE_SECONDS * MICRO
        ):
            found.add(hit.id.int)
        first.setdefault((who, ""), hit.at)
        first.setdefault((who, hit.kind), hit.at)
    return found


def _displayed_at(hits: Sequence[ObservedHit], strict: Sequence[Verdict]) -> int | None:
    """Return when a mail service first showed the mail to somebody."""
    return next(
        (
            each.hit.at
            for each, verdict in zip(hits, strict, strict=True)
            if verdict.counts and verdict.rule in ("proxy_on_display", "provider_display")
        ),
        None,
    )


def _may_change(verdict: Verdict) -> bool:
    """Return whether a person's earlier or later sign may change the verdict."""
    return verdict.rule in LOOK_AROUND


def _shows(observed: ObservedHit, verdict: Verdict) -> bool:
    if observed.hit.kind != OPEN:
        return False
    return verdict.counts or verdict.kind == VerdictKind.UNKNOWN_TIME
