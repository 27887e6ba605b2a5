"""Loads the stored events that may affect new hits of the same mails, or be affected by them.

New hits are usually the newest of their mail, and the only client's. Then two kinds of stored events matter:
the client's last hit, which the new one may repeat, and events that a person's later sign would make more
certain. If there are several links, or several clients of one network, or if machines were there before, the
newest WINDOW events of the mail are judged again, as they are if some of them are newer than the new hits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient

from server.events.rows import event_rows
from server.events.rows.event_rows import WINDOW, StoredEvent
from server.events.rows.mail_state import MailState
from server.lib import clock
from server.messages.kinds import CLICK, OPEN
from server.verdicts.hits import Hit
from server.verdicts.rules.behaviour import NEAR_SECONDS, REPEAT_SECONDS, SOON_TO_SHOW
from server.verdicts.signatures import program_of
from server.verdicts.surroundings import LINKS_SECONDS
from server.verdicts.vicinity import client_of, like_of

_EVER = clock.from_unix(0)
_MICRO = 1_000_000
REACH = (
    int(NEAR_SECONDS + LINKS_SECONDS) * _MICRO
)  # how far apart hits can be that affect each other directly

HitsByMessage = Mapping[UUID, Sequence[Hit]]  # mail -> new hits


@dataclass(slots=True)
class HistoryWindow:
    """The part of one mail's history that is loaded.

    `events`: those later than `cut` (unix microseconds) may get new verdicts. `nearby`: hits that only help
    to judge other hits: the last of each client on each image or link. `whole`: whether the newest WINDOW
    events are loaded. `without_unsettled`: whether events that a person's sign may change were left out,
    because the new hits seemed to be repeats or machines'.
    """

    events: list[StoredEvent] = field(default_factory=list)
    nearby: list[Hit] = field(default_factory=list)
    cut: int = 0
    whole: bool = False
    without_unsettled: bool = False


async def known_of(
    db: BaseDBAsyncClient, mails: Mapping[UUID, MailState], arrived: HitsByMessage
) -> dict[UUID, HistoryWindow]:
    """Return mail -> history, for mails with new hits for which events are already stored."""
    old = {each for each in arrived if mails[each].raw_opens + mails[each].raw_clicks}
    if not old:
        return {}
    found: dict[UUID, HistoryWindow] = defaultdict(HistoryWindow)
    entangled = {each for each in old if mails[each].raw_clicks > mails[each].clicks}
    for last in await event_rows.last_of_clients(db, old, _since(arrived, old)):
        found[last.hit.message].nearby.append(last.hit)
        if last.is_machine:
            entangled.add(last.hit.message)
    entangled |= {each for each in old if _is_entangled(found[each].nearby, arrived[each])}
    signs = set()
    for each in old - entangled:
        if _has_sign(arrived[each], found[each].nearby, mails[each].sent_at):
            signs.add(each)
        else:
            found[each].without_unsettled = True
    await _unsettled(db, signs, found)
    return found | await whole(db, entangled)


async def whole(db: BaseDBAsyncClient, mails: Collection[UUID]) -> dict[UUID, HistoryWindow]:
    """Return the newest WINDOW events of each mail, to be judged again.

    If there may be older events, those near the start of the window keep their verdicts.
    """
    found: dict[UUID, HistoryWindow] = defaultdict(lambda: HistoryWindow(whole=True))
    for event in await event_rows.newest_of_each(db, mails):
        found[event.message_id].events.append(event)
    for window in found.values():
        if len(window.events) >= WINDOW:
            window.cut = min(event.observed.hit.at for event in window.events) + REACH
    return dict(found)


async def _unsettled(
    db: BaseDBAsyncClient, signs: Collection[UUID], found: dict[UUID, HistoryWindow]
) -> None:
    """Load the events that a person's sign may change, in mails where a new hit may be such a sign."""
    for event in await event_rows.unsettled(db, signs):
        window = found[event.message_id]
        if all(event.id != each.id for each in window.events):
            window.events.append(event)
            window.nearby = [hit for hit in window.nearby if not _is_same(hit, event.observed.hit)]


def _has_sign(hits: Sequence[Hit], nearby: Sequence[Hit], sent_at: datetime | None) -> bool:
    """Return whether one of the new hits may be a person's sign. A repeated open, as in a flood, is none.

    What came before, or as soon as a proxy that loads ahead, is no hit that others repeat. A repeated click
    may be judged by the opens before it.
    """
    early = _EVER if sent_at is None else sent_at + timedelta(seconds=SOON_TO_SHOW)
    last = {_fetched(hit): hit.at for hit in nearby if hit.moment > early}
    for hit in sorted(hits, key=lambda hit: hit.at):
        before = last.get(_fetched(hit))
        if hit.moment > early:
            last[_fetched(hit)] = hit.at
        is_repeat = hit.kind == OPEN and before is not None and hit.at - before <= REPEAT_SECONDS * _MICRO
        if not is_repeat and _may_be_a_person(hit):
            return True
    return False


def _fetched(hit: Hit) -> tuple[str, str, str]:
    return hit.kind, hit.url, client_of(hit)


def _may_be_a_person(hit: Hit) -> bool:
    """Guess whether a hit is a person's sign, which may change the verdicts on other events.

    An open by a proxy or by a self-declared machine is no such sign.
    """
    program = program_of(hit.user_agent)
    if hit.is_decoy:
        return False
    return hit.kind == CLICK or bool(hit.user_agent.strip() and not (program.crawler or program.proxy))


def _is_entangled(nearby: Sequence[Hit], hits: Sequence[Hit]) -> bool:
    """Return whether new hits may change the verdicts on nearby ones, or need to be judged with them.

    That is so if they were overtaken, if there are several links, an image and a link, or several clients of
    a link or of one network. Clients of one image in different networks say nothing about each other.
    """
    first = min(hit.at for hit in hits)
    if any(hit.at >= first for hit in nearby):
        return True
    near = [hit for hit in nearby if hit.at >= first - REACH]
    if not near:
        return False
    together = {(like_of(hit), hit.kind, hit.url) for hit in (*near, *hits)}
    if any(kind == CLICK for _, kind, _ in together):
        return len({each for each in together if each[0] or each[1] == CLICK}) > 1
    networks = [like[0] for like, _, _ in together if like]
    return len(networks) > len(set(networks))


def _is_same(hit: Hit, other: Hit) -> bool:
    return (hit.at, hit.kind, hit.address, hit.user_agent) == (
        *(other.at, other.kind, other.address, other.user_agent),
    )


def _since(arrived: HitsByMessage, these: Collection[UUID]) -> datetime:
    """Return since when hits matter: a hit that is affected may itself affect others."""
    first = min(hit.at for each in these for hit in arrived[each])
    return max(_EVER, _EVER + timedelta(microseconds=first - 2 * REACH))
