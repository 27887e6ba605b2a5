"""Judges the hits of one mail together: collects for the rules what came before and after each hit. Pure.

There are two passes. The first judges each hit from its own data and from the hits close to it in time. The
second pass judges a hit again if the first found a person before or after it. So a machine's hits can only
lower the scores of other hits.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from server.messages.kinds import CLICK, OPEN, VerdictKind
from server.verdicts.classify import LOOK_AROUND, classify
from server.verdicts.context import Context, LaterSign
from server.verdicts.hits import Hit
from server.verdicts.networks import neighbourhood
from server.verdicts.rules.sender import VIEWING_SECONDS
from server.verdicts.signatures import program_of
from server.verdicts.verdict import Verdict

HEAD_MARK = "sightline-head"  # a header that the edge adds to a hit: seconds since the address sent HEAD
LINKS_SECONDS = 3
QUICK_SECONDS = 1
BURST_SECONDS = 60
MANY_LINKS = 3
MOST_CLIENTS = 1000
_MICRO = 1_000_000

Like = tuple[str, str]  # neighbourhood, user agent: to people, hits with the same pair look the same


@dataclass(frozen=True, slots=True)
class OwnView:
    """A time at which the sender had the mail on screen."""

    at: datetime
    address: str
    user_agent: str


@dataclass(frozen=True, slots=True)
class MailContext:
    """What is known about a mail and its account, which is the same for all hits of the mail.

    `own`: clients with which only this sender signs in. `learned`: causes that corrections gave, by client.
    """

    sent_at: datetime | None = None
    bounced_at: datetime | None = None
    replied_at: datetime | None = None
    opened_at: datetime | None = None  # the first open by a person among the hits that are not judged now
    own: frozenset[Like] = frozenset()
    viewings: tuple[OwnView, ...] = ()
    learned: Mapping[Like, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ObservedHit:
    """A hit, with what is stored about it. All but `hit` are as in Context."""

    hit: Hit
    mails: int = 0
    hosting: str = ""
    correction: str = ""
    exit: str = ""


@dataclass(slots=True)
class LaterSigns:
    """The earliest signs of people after the current hits: by anybody, and by each of some clients."""

    anybody: tuple[str, int] | None = None  # kind, time
    same: dict[str, tuple[str, int]] = field(default_factory=dict)

    def note(self, hit: Hit, verdict: Verdict) -> None:
        """Note a hit, which must be older than all noted before; a person's hit is a sign for older hits."""
        if verdict.counts and (hit.kind == CLICK or verdict.kind == VerdictKind.PERSON):
            who = _who(hit)
            self.anybody = hit.kind, hit.at
            if who in self.same or len(self.same) < MOST_CLIENTS:
                self.same[who] = hit.kind, hit.at


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
    contexts = _close(sorted_hits, about, nearby)
    strict = [classify(each.hit, context) for each, context in zip(sorted_hits, contexts, strict=True)]
    found: list[Verdict | None] = [None] * len(hits)
    wider = _wider(sorted_hits, contexts, strict, about, _copy(later_signs))
    for place, each, context, first, second in zip(order, sorted_hits, contexts, strict, wider, strict=True):
        found[place] = first if second == context else classify(each.hit, second)
    return [verdict for verdict in found if verdict]


def like_of(hit: Hit) -> Like | None:
    """Return what identifies hits that look the same; None if that identifies nobody, as for proxies."""
    program = program_of(hit.user_agent)
    network = neighbourhood(hit.address)
    if not network or not hit.user_agent or program.proxy or program.prefetch or program.apple:
        return None
    return network, hit.user_agent


def _close(hits: Sequence[ObservedHit], about: MailContext, nearby: Sequence[Hit]) -> list[Context]:
    """Return the contexts for the first pass, which assumes no open before a hit and no sign after it."""
    near = [observed.hit for observed in hits]
    if nearby:
        near = sorted([*near, *nearby], key=lambda hit: (hit.at, hit.id.int))
    clicks = [hit for hit in near if hit.kind == CLICK]
    links = _different_within(clicks, LINKS_SECONDS) if len(clicks) > 1 else {}
    quick = _different_within(clicks, QUICK_SECONDS) if len(clicks) > 1 else {}
    bursts, decoys = _bursts(clicks, links, quick), _decoys(hits, about)
    since_same = _since_same(near, about)
    found = []
    for observed in hits:
        hit = observed.hit
        found.append(
            Context(
                sent_at=about.sent_at,
                bounced_at=about.bounced_at,
                links=links.get(hit.id.int, 0),
                quick_links=quick.get(hit.id.int, 0),
                in_burst=bool(bursts) and _is_near(hit, bursts),
                by_decoy=bool(decoys) and _is_near(hit, decoys),
                since_same=since_same.get(hit.id.int),
                opened=False if hit.kind == CLICK else None,
                correction=observed.correction,
                mails=observed.mails,
                hosting=observed.hosting,
                exit=observed.exit,
                head=_head(hit),
                **_of_account(hit, about),
            )
        )
    return found


def _since_same(hits: Sequence[Hit], about: MailContext) -> dict[int, float]:
    """Return, by hit id, the seconds since the same client fetched the same pixel or link."""
    last: dict[tuple[str, str, str], int] = {}
    found = {}
    for hit in hits:
        same = (hit.kind, hit.url, _who(hit))
        if same in last:
            found[hit.id.int] = (hit.at - last[same]) / _MICRO
        if about.sent_at is None or hit.moment >= about.sent_at:  # earlier hits are the sender's
            last[same] = hit.at
    return found


def _of_account(hit: Hit, about: MailContext) -> dict[str, Any]:
    like = like_of(hit) if about.own or about.learned else None
    found: dict[str, Any] = {}
    if like and like in about.learned:
        found["learned"] = about.learned[like]
    if like and like in about.own:
        found["own"] = "client"
    elif like and any(network == like[0] for network, _ in about.own):
        found["own"] = "network"
    for viewed in about.viewings:
        apart = (hit.moment - viewed.at).total_seconds()
        if abs(apart) > VIEWING_SECONDS:
            continue
        same = (viewed.address, viewed.user_agent) == (hit.address, hit.user_agent)
        if same or "viewing" not in found:
            found |= {"viewing": apart, "viewing_same": same}
    return found


def _wider(
    hits: Sequence[ObservedHit],
    contexts: Sequence[Context],
    strict: Sequence[Verdict],
    about: MailContext,
    later_signs: LaterSigns,
) -> list[Context]:
    """Return the contexts for the second pass: with the opens and later signs that the first pass found."""
    opened = next(
        (each.hit.at for each, verdict in zip(hits, strict, strict=True) if _shows(each, verdict)), None
    )
    wider = list(contexts)
    for place in range(len(hits) - 1, -1, -1):
        hit, context = hits[place].hit, contexts[place]
        if _may_change(hit, strict[place]):
            later = _later(hit, about, later_signs)
            opened_before = hit.kind == CLICK and (
                (opened is not None and opened <= hit.at)
                or (about.opened_at is not None and about.opened_at <= hit.moment)
            )
            if later or opened_before:
                wider[place] = replace(context, later=later, opened=opened_before or context.opened)
        later_signs.note(hit, strict[place])
    return wider


def _may_change(hit: Hit, verdict: Verdict) -> bool:
    """Return whether a person's earlier or later sign may change the verdict; a person's open is final."""
    return verdict.rule in LOOK_AROUND and (hit.kind == CLICK or verdict.kind != VerdictKind.PERSON)


def _shows(observed: ObservedHit, verdict: Verdict) -> bool:
    if observed.hit.kind != OPEN:
        return False
    return verdict.counts or verdict.kind == VerdictKind.UNKNOWN_TIME


def _later(hit: Hit, about: MailContext, later_signs: LaterSigns) -> LaterSign | None:
    same = later_signs.same.get(_who(hit))
    found = same or later_signs.anybody
    if found:
        return LaterSign(found[0], (found[1] - hit.at) / _MICRO, same=same is not None)
    if about.replied_at and about.replied_at > hit.moment:
        return LaterSign("reply", (about.replied_at - hit.moment).total_seconds())
    return None


def _different_within(clicks: Sequence[Hit], seconds: int) -> dict[int, int]:
    """Return, by the id of each click, how many different links were followed within `seconds` of it."""
    span, start, end = seconds * _MICRO, 0, 0
    urls: Counter[str] = Counter()
    found = {}
    for hit in clicks:
        while end < len(clicks) and clicks[end].at <= hit.at + span:
            urls[clicks[end].url] += 1
            end += 1
        while clicks[start].at < hit.at - span:
            urls[clicks[start].url] -= 1
            if not urls[clicks[start].url]:
                del urls[clicks[start].url]
            start += 1
        found[hit.id.int] = len(urls)
    return found


def _bursts(
    clicks: Sequence[Hit], links: Mapping[int, int], quick: Mapping[int, int]
) -> dict[str, list[int]]:
    """Return, for each neighbourhood, the times at which it followed several links at once, in order."""
    found: dict[str, list[int]] = {}
    for hit in clicks:
        if links.get(hit.id.int, 0) >= MANY_LINKS or quick.get(hit.id.int, 0) > 1:
            found.setdefault(_neighbours(hit), []).append(hit.at)
    return found


def _decoys(hits: Sequence[ObservedHit], about: MailContext) -> dict[str, list[int]]:
    """Return, for each neighbourhood, the times at which its machines followed the decoy, in order."""
    found: dict[str, list[int]] = {}
    for observed in hits:
        if observed.hit.is_decoy and _is_machine(observed, about):
            found.setdefault(_neighbours(observed.hit), []).append(observed.hit.at)
    return found


def _is_machine(decoy: ObservedHit, about: MailContext) -> bool:
    """Return whether a click on the decoy is a machine's, judged without the other hits."""
    alone = classify(decoy.hit, Context(sent_at=about.sent_at, correction=decoy.correction))
    return alone.kind in (VerdictKind.SCANNER, VerdictKind.CRAWLER)


def _is_near(hit: Hit, bursts: Mapping[str, Sequence[int]]) -> bool:
    moments = bursts.get(_neighbours(hit), ())
    place = bisect_left(moments, hit.at - BURST_SECONDS * _MICRO)
    return place < len(moments) and moments[place] <= hit.at + BURST_SECONDS * _MICRO


def _neighbours(hit: Hit) -> str:
    return neighbourhood(hit.address) or f"{hit.address} {hit.user_agent}"


def _copy(later_signs: LaterSigns | None) -> LaterSigns:
    return LaterSigns(later_signs.anybody, dict(later_signs.same)) if later_signs else LaterSigns()


def _who(hit: Hit) -> str:
    proxy = program_of(hit.user_agent).proxy
    return proxy.token if proxy else f"{hit.address} {hit.user_agent}"


def _head(hit: Hit) -> float | None:
    mark = hit.headers.get(HEAD_MARK)
    try:
        return float(mark) if mark else None
    except ValueError:
        return None
