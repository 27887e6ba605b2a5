"""Loads the stored events that may affect new hits of the same mails, or be affected by them.

New hits are usually the newest of their mail. Two kinds of stored events then matter: events from shortly
before the new hits (bursts, repeats), and events that a person's later sign would make more certain. The
newest WINDOW events of a mail are judged again if some of them are newer than the new hits, or if an event
turns out not to be a person's.
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
from server.messages.kinds import CLICK
from server.verdicts.correlate import BURST_SECONDS, LINKS_SECONDS
from server.verdicts.hits import DECOY_URL, Hit
from server.verdicts.rules.behaviour import REPEAT_SECONDS
from server.verdicts.signatures import program_of

_EVER = clock.from_unix(0)
_MICRO = 1_000_000
_REPEAT = int(REPEAT_SECONDS * _MICRO)
_BURST = (BURST_SECONDS + LINKS_SECONDS) * _MICRO  # how far apart hits affected by one burst can be

HitsByMessage = Mapping[UUID, Sequence[Hit]]  # mail -> new hits


@dataclass(slots=True)
class HistoryWindow:
    """The part of one mail's history that is loaded.

    `events`: those later than `cut` (unix microseconds) may get new verdicts. `nearby`: hits that only help
    to judge other hits. `whole`: whether the newest WINDOW events are loaded.
    """

    events: list[StoredEvent] = field(default_factory=list)
    nearby: list[Hit] = field(default_factory=list)
    cut: int = 0
    whole: bool = False


async def known_of(
    db: BaseDBAsyncClient, mails: Mapping[UUID, MailState], arrived: HitsByMessage
) -> dict[UUID, HistoryWindow]:
    """Return mail -> history, for mails with new hits for which events are already stored."""
    old = {each for each in arrived if mails[each].raw_opens + mails[each].raw_clicks}
    if not old:
        return {}
    found: dict[UUID, HistoryWindow] = defaultdict(HistoryWindow)
    await _close(db, mails, {each: arrived[each] for each in old}, found)
    overtaken = {each for each in old if _is_overtaken(found[each], arrived[each])}
    current = {each: arrived[each] for each in old - overtaken}
    await _in_bursts(db, current, found)
    await _unsettled(db, current, found)
    return found | await whole(db, overtaken)


async def whole(db: BaseDBAsyncClient, mails: Collection[UUID]) -> dict[UUID, HistoryWindow]:
    """Return the newest WINDOW events of each mail, to be judged again.

    If there may be older events, those near the start of the window keep their verdicts.
    """
    found: dict[UUID, HistoryWindow] = defaultdict(lambda: HistoryWindow(whole=True))
    for event in await event_rows.newest_of_each(db, mails):
        found[event.message_id].events.append(event)
    for window in found.values():
        if len(window.events) >= WINDOW:
            window.cut = min(event.observed.hit.at for event in window.events) + _BURST
    return dict(found)


async def _close(
    db: BaseDBAsyncClient,
    mails: Mapping[UUID, MailState],
    arrived: HitsByMessage,
    found: dict[UUID, HistoryWindow],
) -> None:
    """Load the hits from shortly before the new ones. In a mail without any clicks, only repeats matter."""
    clicked = {each for each, hits in arrived.items() if mails[each].raw_clicks or _has_click(hits)}
    for these, span, read in (
        (arrived.keys() - clicked, _REPEAT, event_rows.last_of_clients),
        (clicked, 2 * _BURST, event_rows.close),
    ):
        if these:
            for hit in await read(db, these, _since(arrived, these, span)):
                found[hit.message].nearby.append(hit)


async def _in_bursts(db: BaseDBAsyncClient, arrived: HitsByMessage, found: dict[UUID, HistoryWindow]) -> None:
    """Load the events close to new clicks, to judge them again: they may turn out to belong to a burst."""
    again = {hit.id: message for message, hits in arrived.items() for hit in _doubtful(found[message], hits)}
    for event in await event_rows.events(db, again):
        found[event.message_id].events.append(event)
    for message in set(again.values()):
        nearby = found[message].nearby
        found[message].nearby = [hit for hit in nearby if hit.id not in again]


def _doubtful(window: HistoryWindow, hits: Sequence[Hit]) -> list[Hit]:
    clicks = [hit for hit in hits if hit.kind == CLICK]
    links = {hit.url for hit in (*clicks, *window.nearby) if hit.kind == CLICK}
    decoys = [
        hit for hit in window.nearby if hit.is_decoy
    ]  # their verdicts depend on more than the hits close to them
    if not clicks or (len(links) < 2 and DECOY_URL not in links):
        return decoys
    full = len(window.nearby) >= WINDOW  # some hits around the oldest of these are not loaded
    edge = min(hit.at for hit in window.nearby) + _BURST if full else 0
    since = max(min(hit.at for hit in clicks) - _BURST, edge)
    return [hit for hit in window.nearby if hit.at > since or hit.is_decoy]


async def _unsettled(db: BaseDBAsyncClient, arrived: HitsByMessage, found: dict[UUID, HistoryWindow]) -> None:
    """Load the events that a person's sign may change, in mails where a new hit may be such a sign."""
    signs = [each for each, hits in arrived.items() if any(map(_may_be_a_person, hits))]
    for event in await event_rows.unsettled(db, signs):
        window = found[event.message_id]
        if all(event.id != each.id for each in window.events):
            window.events.append(event)
            window.nearby = [hit for hit in window.nearby if not _is_same(hit, event.observed.hit)]


def _may_be_a_person(hit: Hit) -> bool:
    """Guess whether a hit is a person's sign, which may change the verdicts on other events.

    An open by a proxy or by a self-declared machine is no such sign.
    """
    program = program_of(hit.user_agent)
    return not hit.is_decoy and (hit.kind == CLICK or (program.client and not program.proxy))


def _is_overtaken(window: HistoryWindow, hits: Sequence[Hit]) -> bool:
    first = min(hit.at for hit in hits)
    return any(hit.at >= first for hit in window.nearby)


def _is_same(hit: Hit, other: Hit) -> bool:
    return (hit.at, hit.kind, hit.address, hit.user_agent) == (
        *(other.at, other.kind, other.address, other.user_agent),
    )


def _has_click(hits: Sequence[Hit]) -> bool:
    return any(hit.kind == CLICK for hit in hits)


def _since(arrived: HitsByMessage, these: Collection[UUID], span: int) -> datetime:
    first = min(hit.at for each in these for hit in arrived[each])
    return max(_EVER, _EVER + timedelta(microseconds=first - span))
