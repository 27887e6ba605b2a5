"""Collects what is known about each hit before any is judged: of its mail, account and the hits close to it.

Pure.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from server.lib.net.inside import identifies_nobody
from server.messages.kinds import CLICK, Cause, VerdictKind
from server.verdicts import vicinity
from server.verdicts.classify import classify
from server.verdicts.context import Context
from server.verdicts.hits import Hit
from server.verdicts.observed import MailContext, ObservedHit
from server.verdicts.programs import holds_up
from server.verdicts.rules.behaviour import MANY_LINKS, SOON_TO_SHOW
from server.verdicts.rules.self_identified import announced_prefetch, headless
from server.verdicts.rules.sender import VIEWING_SECONDS
from server.verdicts.signatures import program_of
from server.verdicts.vicinity import MICRO, client_of, is_near, like_of, neighbours, system_of

HEAD_MARK = "sightline-head"  # a header that the edge adds to a hit: seconds since the client sent HEAD
LINKS_SECONDS = 3
QUICK_SECONDS = 1
BURST_SECONDS = 60


def contexts_of(hits: Sequence[ObservedHit], about: MailContext, nearby: Sequence[Hit]) -> list[Context]:
    """Return the contexts for the first pass, which assumes no open before a hit and no sign after it."""
    near = [observed.hit for observed in hits]
    if nearby:
        near = sorted([*near, *nearby], key=lambda hit: (hit.at, hit.id.int))
    clicks = [hit for hit in near if hit.kind == CLICK]
    links = vicinity.different_links(clicks, LINKS_SECONDS) if len(clicks) > 1 else {}
    quick = vicinity.different_links(clicks, QUICK_SECONDS) if len(clicks) > 1 else {}
    shared = {each.hit.id.int for each in hits if each.exit}  # where people meet by chance
    alone = [hit for hit in clicks if hit.id.int not in shared]
    swept = vicinity.links_of_networks(alone, BURST_SECONDS) if len(alone) > 2 else {}
    bursts, decoys = _bursts(clicks, links, quick), _decoys(hits, about)
    since_same = _since_same(near, about, {each.hit.id.int for each in hits if each.provider})
    near_by: dict[str, Any] = {**_neighbouring(hits, about)}
    return [
        Context(
            sent_at=about.sent_at,
            bounced_at=about.bounced_at,
            links=links.get(hit.id.int, 0),
            quick_links=quick.get(hit.id.int, 0),
            in_burst=bool(bursts) and is_near(hit, bursts, neighbours(hit), BURST_SECONDS),
            by_decoy=bool(decoys) and is_near(hit, decoys, neighbours(hit), BURST_SECONDS),
            since_same=since_same.get(hit.id.int),
            swept=swept.get(hit.id.int, 0),
            correction=observed.correction,
            mails=observed.mails,
            hosting=observed.hosting,
            exit=observed.exit,
            filter=observed.filter,
            provider=observed.provider,
            head=_head(hit),
            **{name: spans.get(hit.id.int) for name, spans in near_by.items()},
            **_of_account(hit, about),
        )
        for observed in hits
        for hit in (observed.hit,)
    ]


def _neighbouring(hits: Sequence[ObservedHit], about: MailContext) -> dict[str, dict[int, float]]:
    """Return how near related hits are, as vicinity.py finds them, by the names of the fields of Context.

    Left out is what came before the mail was sent, what the sender said who it was, what a browser loads
    ahead while it shows the mail, and what says that it is a machine. Behind a shared exit people meet by
    chance.
    """
    after = [each for each in hits if about.sent_at is None or each.hit.moment >= about.sent_at]
    direct = [each for each in after if like_of(each.hit) and not _is_explained(each)]
    if len(direct) < 2:
        return {}
    own = [each.hit for each in direct]
    near = [each for each in direct if not each.exit]
    unhosted = [each.hit for each in near if not (each.hosting or each.filter or each.provider)]
    return {
        "picture_and_link": vicinity.picture_and_link(own),
        "pace": vicinity.paces(own),
        "other_network": vicinity.other_network(unhosted),
        "other_network_alike": vicinity.other_network_alike([each.hit for each in near]),
        "other_system": vicinity.other_system(unhosted),
    }


def _is_explained(observed: ObservedHit) -> bool:
    if observed.correction in (Cause.SENDER, Cause.RECIPIENT):
        return True
    hit = observed.hit
    says_so = program_of(hit.user_agent).crawler or headless(hit, Context()) is not None
    return says_so or announced_prefetch(hit, Context()) is not None


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


def _since_same(hits: Sequence[Hit], about: MailContext, provided: Collection[int]) -> dict[int, float]:
    """Return, by hit id, the seconds since the same client fetched the same pixel or link.

    `provided`: ids of hits from the networks of mail providers.
    """
    last: dict[tuple[str, str, str], int] = {}
    found = {}
    for hit in hits:
        same = (hit.kind, hit.url, client_of(hit))
        if same in last:
            found[hit.id.int] = (hit.at - last[same]) / MICRO
        if not _is_early(hit, about, hit.id.int in provided):
            last[same] = hit.at
    return found


def _is_early(hit: Hit, about: MailContext, is_provided: bool) -> bool:
    """Return whether a hit is the sender's, or a proxy's ahead of readers: the next one repeats nothing."""
    if about.sent_at is None:
        return False
    after = (hit.moment - about.sent_at).total_seconds()
    shown = is_provided or program_of(hit.user_agent).proxy is not None
    return after < 0 or (after <= SOON_TO_SHOW and shown)


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
        alike = (viewed.address, viewed.user_agent) == (hit.address, hit.user_agent)
        same = alike and not identifies_nobody(hit.address)
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


def _head(hit: Hit) -> float | None:
    mark = hit.headers.get(HEAD_MARK)
    try:
        return float(mark) if mark else None
    except ValueError:
        return None
