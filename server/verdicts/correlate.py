"""Judges the hits of one mail together: collects for the rules what came before and after each hit. Pure.

There are three passes. The first judges each hit from its own data and from the hits close to it in time. The
second taints what came from the same networks and clients as a scanner that gave itself away. The third
judges a hit again if the passes before it found a person before or after the hit. So a machine's hits can
only lower the scores of other hits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from server.messages.kinds import CLICK, OPEN, Cause, VerdictKind
from server.verdicts import guilt, vicinity
from server.verdicts.classify import LOOK_AROUND, classify
from server.verdicts.context import Context, LaterSign
from server.verdicts.hits import Hit
from server.verdicts.observed import MailContext, ObservedHit
from server.verdicts.programs import holds_up
from server.verdicts.rules.behaviour import MANY_LINKS, SOON_TO_SHOW
from server.verdicts.rules.people import PACE_SECONDS, RETURN_SECONDS
from server.verdicts.rules.self_identified import announced_prefetch
from server.verdicts.rules.sender import VIEWING_SECONDS
from server.verdicts.signatures import program_of
from server.verdicts.verdict import Verdict
from server.verdicts.vicinity import MICRO, is_near, like_of, neighbours, system_of

HEAD_MARK = "sightline-head"  # a header that the edge adds to a hit: seconds since the address sent HEAD
LINKS_SECONDS = 3
QUICK_SECONDS = 1
BURST_SECONDS = 60
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
        if program_of(hit.user_agent).proxy:
            return  # one proxy serves many people
        who = _who(hit)
        if who in self.same or len(self.same) < MOST_CLIENTS:
            self.same[who] = hit.kind, hit.at, self.same[who][2] if who in self.same else hit.at


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
    first = [classify(each.hit, context) for each, context in zip(sorted_hits, contexts, strict=True)]
    tainted = _tainted(sorted_hits, contexts, first, about)
    strict = [
        before if context == changed else classify(each.hit, changed)
        for each, before, context, changed in zip(sorted_hits, first, contexts, tainted, strict=True)
    ]
    found: list[Verdict | None] = [None] * len(hits)
    wider = _wider(sorted_hits, tainted, strict, about, _copy(later_signs))
    for place, each, context, before, last in zip(order, sorted_hits, tainted, strict, wider, strict=True):
        found[place] = before if last == context else classify(each.hit, last)
    return [verdict for verdict in found if verdict]


def _close(hits: Sequence[ObservedHit], about: MailContext, nearby: Sequence[Hit]) -> list[Context]:
    """Return the contexts for the first pass, which assumes no open before a hit and no sign after it."""
    near = [observed.hit for observed in hits]
    if nearby:
        near = sorted([*near, *nearby], key=lambda hit: (hit.at, hit.id.int))
    clicks = [hit for hit in near if hit.kind == CLICK]
    links = vicinity.different_links(clicks, LINKS_SECONDS) if len(clicks) > 1 else {}
    quick = vicinity.different_links(clicks, QUICK_SECONDS) if len(clicks) > 1 else {}
    swept = vicinity.links_of_networks(clicks, BURST_SECONDS) if len(clicks) > 2 else {}
    bursts, decoys = _bursts(clicks, links, quick), _decoys(hits, about)
    since_same = _since_same(near, about)
    pictures, networks, systems, paces = _neighbouring(hits, about)
    return [
        Context(
            sent_at=about.sent_at,
            bounced_at=about.bounced_at,
            links=links.get(hit.id.int, 0),
            quick_links=quick.get(hit.id.int, 0),
            in_burst=bool(bursts) and is_near(hit, bursts, neighbours(hit), BURST_SECONDS),
            by_decoy=bool(decoys) and is_near(hit, decoys, neighbours(hit), BURST_SECONDS),
            since_same=since_same.get(hit.id.int),
            picture_and_link=pictures.get(hit.id.int),
            pace=paces.get(hit.id.int),
            other_network=networks.get(hit.id.int),
            other_system=systems.get(hit.id.int),
            swept=swept.get(hit.id.int, 0),
            correction=observed.correction,
            mails=observed.mails,
            hosting=observed.hosting,
            exit=observed.exit,
            filter=observed.filter,
            provider=observed.provider,
            head=_head(hit),
            **_of_account(hit, about),
        )
        for observed in hits
        for hit in (observed.hit,)
    ]


def _neighbouring(hits: Sequence[ObservedHit], about: MailContext) -> tuple[dict[int, float], ...]:
    """Return how near related hits are, as vicinity.py finds them.

    Left out is what came before the mail was sent, what the sender said who it was, and what a browser loads
    ahead while it shows the mail. Behind a shared exit people meet by chance.
    """
    after = [each for each in hits if about.sent_at is None or each.hit.moment >= about.sent_at]
    direct = [each for each in after if like_of(each.hit) and not _is_explained(each)]
    if len(direct) < 2:
        return {}, {}, {}, {}
    near = [each.hit for each in direct if not each.exit]
    hosted = {each.hit.id.int for each in direct if each.hosting or each.filter or each.provider}
    own = [each.hit for each in direct]
    systems = vicinity.other_system([hit for hit in near if hit.id.int not in hosted])
    return vicinity.picture_and_link(own), vicinity.other_network(near, hosted), systems, vicinity.paces(own)


def _is_explained(observed: ObservedHit) -> bool:
    if observed.correction in (Cause.SENDER, Cause.RECIPIENT):
        return True
    return announced_prefetch(observed.hit, Context()) is not None


def _tainted(
    hits: Sequence[ObservedHit], contexts: Sequence[Context], first: Sequence[Verdict], about: MailContext
) -> list[Context]:
    """Return the contexts for the second pass: with the scanners that gave themselves away.

    They also say of clicks that no open came before. The first pass does not, because an open that a scanner
    taints would no longer be there to show that the click was a person's.
    """
    found = guilt.guilt_of(hits, first, about.sent_at)
    tainted = []
    for each, context in zip(hits, contexts, strict=True):
        known: dict[str, Any] = {"opened": False} if each.hit.kind == CLICK else {}
        if found.moments and like_of(each.hit) and not each.exit:
            known["beside_scanner"], known["caught"] = found.taints(each)
        tainted.append(replace(context, **known) if known else context)
    return tainted


def _since_same(hits: Sequence[Hit], about: MailContext) -> dict[int, float]:
    """Return, by hit id, the seconds since the same client fetched the same pixel or link."""
    last: dict[tuple[str, str, str], int] = {}
    found = {}
    for hit in hits:
        same = (hit.kind, hit.url, _client(hit))
        if same in last:
            found[hit.id.int] = (hit.at - last[same]) / MICRO
        if not _is_early(hit, about):
            last[same] = hit.at
    return found


def _is_early(hit: Hit, about: MailContext) -> bool:
    """Return whether a hit is the sender's, or a proxy's ahead of readers: the next one repeats nothing."""
    if about.sent_at is None:
        return False
    after = (hit.moment - about.sent_at).total_seconds()
    return after < 0 or (after <= SOON_TO_SHOW and program_of(hit.user_agent).proxy is not None)


def _of_account(hit: Hit, about: MailContext) -> dict[str, Any]:
    like = like_of(hit) if about.own or about.own_addresses or about.learned else None
    found: dict[str, Any] = {}
    if like and like in about.learned:
        found["learned"] = about.learned[like]
    if like and like in about.own:
        found["own"] = "client"
    elif like and hit.address in about.own_addresses and _may_be_own(hit.user_agent, about):
        found["own"] = "address"
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


def _may_be_own(user_agent: str, about: MailContext) -> bool:
    """Return whether a program runs on a phone, or on a system that the sender is known to use.

    Senders read their mail in Gmail, so an Outlook is somebody else's.
    """
    system = system_of(user_agent)
    if holds_up(user_agent):
        return False
    return system in vicinity.PHONES or any(system == system_of(agent) for _, agent in about.own)


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
    returned = _returned(hits, strict)
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
                later=_later(hit, about, later_signs),
                opened=opened_before or context.opened,
                returned=hit.id.int in returned,
            )
        later_signs.note(hit, strict[place])
    return wider


def _returned(hits: Sequence[ObservedHit], strict: Sequence[Verdict]) -> set[int]:
    """Return the hits by clients that were here before, at a person's pace."""
    first: dict[tuple[str, str], int] = {}
    found = set()
    for each, verdict in zip(hits, strict, strict=True):
        hit, who = each.hit, _who(each.hit)
        if not verdict.counts:
            continue
        before, seen = first.get((who, "")), first.get((who, OPEN))
        if (before is not None and hit.at - before >= RETURN_SECONDS * MICRO) or (
            hit.kind == CLICK and seen is not None and hit.at - seen >= PACE_SECONDS * MICRO
        ):
            found.add(hit.id.int)
        first.setdefault((who, ""), hit.at)
        first.setdefault((who, hit.kind), hit.at)
    return found


def _may_change(verdict: Verdict) -> bool:
    """Return whether a person's earlier or later sign may change the verdict."""
    return verdict.rule in LOOK_AROUND


def _shows(observed: ObservedHit, verdict: Verdict) -> bool:
    if observed.hit.kind != OPEN:
        return False
    return verdict.counts or verdict.kind == VerdictKind.UNKNOWN_TIME


def _later(hit: Hit, about: MailContext, later_signs: LaterSigns) -> LaterSign | None:
    same = later_signs.same.get(_who(hit))
    if same:
        what, at, last = same
        return LaterSign(what, (at - hit.at) / MICRO, same=True, until=(last - hit.at) / MICRO)
    if later_signs.anybody:
        what, at = later_signs.anybody
        return LaterSign(what, (at - hit.at) / MICRO)
    if about.replied_at and about.replied_at > hit.moment:
        return LaterSign("reply", (about.replied_at - hit.moment).total_seconds())
    return None


def _bursts(
    clicks: Sequence[Hit], links: Mapping[int, int], quick: Mapping[int, int]
) -> dict[str, list[int]]:
    """Return, for each neighbourhood, the times at which it followed several links at once, in order."""
    found: dict[str, list[int]] = {}
    for hit in clicks:
        if links.get(hit.id.int, 0) >= MANY_LINKS or quick.get(hit.id.int, 0) > 1:
            found.setdefault(neighbours(hit), []).append(hit.at)
    return found


def _decoys(hits: Sequence[ObservedHit], about: MailContext) -> dict[str, list[int]]:
    """Return, for each neighbourhood, the times at which its machines followed the decoy, in order."""
    found: dict[str, list[int]] = {}
    for observed in hits:
        if observed.hit.is_decoy and _is_machine(observed, about):
            found.setdefault(neighbours(observed.hit), []).append(observed.hit.at)
    return found


def _is_machine(decoy: ObservedHit, about: MailContext) -> bool:
    """Return whether a click on the decoy is a machine's, judged without the other hits."""
    alone = classify(decoy.hit, Context(sent_at=about.sent_at, correction=decoy.correction))
    return alone.kind in (VerdictKind.SCANNER, VerdictKind.CRAWLER)


def _copy(later_signs: LaterSigns | None) -> LaterSigns:
    return LaterSigns(later_signs.anybody, dict(later_signs.same)) if later_signs else LaterSigns()


def _client(hit: Hit) -> str:
    proxy = program_of(hit.user_agent).proxy
    return proxy.token if proxy else f"{hit.address} {hit.user_agent}"


def _who(hit: Hit) -> str:
    """Return whom a hit is from, over days: a home's addresses change within its network."""
    return " ".join(like_of(hit) or (_client(hit),))


def _head(hit: Hit) -> float | None:
    mark = hit.headers.get(HEAD_MARK)
    try:
        return float(mark) if mark else None
    except ValueError:
        return None
