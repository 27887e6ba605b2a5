"""Evaluates new hits together with the stored events of the same mails, whose verdicts may change.

The amount of work is bounded: see history_window.py. reevaluate.py judges all events of one mail.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient

from server.events.evaluation import history_window, mass_access, network_files
from server.events.evaluation.history_window import HistoryWindow
from server.events.evaluation.sender_clients import SenderHistory, sender_histories, viewings
from server.events.rows import event_rows, mail_state
from server.events.rows.counts import recount_held
from server.events.rows.event_rows import Revision, with_verdict
from server.events.rows.mail_state import MailState
from server.lib.net.geoip import GeoLookup
from server.messages.models import Message, Source
from server.verdicts.correlate import judge
from server.verdicts.evidence import Code
from server.verdicts.guilt import is_guilty
from server.verdicts.hits import Hit, moment_of
from server.verdicts.observed import MailContext, ObservedHit, OwnView, observed
from server.verdicts.verdict import Verdict

# Evidence that rests on events of any age, which may have left the window since.
_OF_THE_PAST = frozenset({Code.CAUGHT, Code.PACE, Code.SAME_BEFORE, Code.DISPLAYED_BEFORE})
_AT_A_TIME = 50  # mails that are judged before other tasks get a chance to run
ArrivedHit = tuple[Hit, MailState]


@dataclass(slots=True)
class Evaluation:
    """The verdicts that an evaluation has reached.

    `verdicts` and `observed`: the new hits' verdicts and observations, by the id of the hit. `revised`:
    stored events with new verdicts.
    """

    verdicts: dict[UUID, Verdict] = field(default_factory=dict)
    observed: dict[UUID, ObservedHit] = field(default_factory=dict)
    revised: list[Revision] = field(default_factory=list)


async def evaluate_arrived(
    arrived: Sequence[ArrivedHit], geo: GeoLookup, db: BaseDBAsyncClient
) -> Evaluation:
    """Judge new hits and the stored events that they affect.

    Call this in the transaction that has locked the hits' mails.
    """
    evaluation = Evaluation()
    if not arrived:
        return evaluation
    await network_files.watched.look()
    mails_at_once = await mass_access.around([(hit, mail.account_id) for hit, mail in arrived], db)
    by_mail: dict[UUID, list[ObservedHit]] = defaultdict(list)
    mails = {mail.id: mail for _, mail in arrived}
    for hit, mail in arrived:
        owner = geo.network_owner(hit.address)
        seen = evaluation.observed[hit.id] = observed(hit, owner, mails_at_once.get(hit.id, 0))
        by_mail[mail.id].append(seen)
    hits = {message: [seen.hit for seen in each] for message, each in by_mail.items()}
    windows = await history_window.known_of(db, mails, hits)
    known = await sender_histories(db, {mail.account_id for mail in mails.values()})
    lowered = await _evaluate_mails(by_mail, mails, windows, known, evaluation, db)
    if lowered:
        windows = await history_window.whole(db, lowered)
        await _evaluate_mails(
            {each: by_mail[each] for each in lowered}, mails, windows, known, evaluation, db
        )
    return evaluation


async def _evaluate_mails(
    by_mail: Mapping[UUID, Sequence[ObservedHit]],
    mails: Mapping[UUID, MailState],
    windows: Mapping[UUID, HistoryWindow],
    known: Mapping[int, SenderHistory],
    evaluation: Evaluation,
    db: BaseDBAsyncClient,
) -> list[UUID]:
    """Judge the new hits of each mail. Return the mails whose older events have to be judged too.

    In these mails, a stored event is now less likely a person's, or a scanner gave itself away. So events
    that were made more certain, or that are close to the scanner's, may change, or what made an event more
    certain is not loaded.
    """
    views = await viewings(db, by_mail.keys(), *_span(by_mail, windows))
    lowered = []
    for number, (message, now) in enumerate(by_mail.items(), 1):
        mail = mails[message]
        about = mail_context(mail, known[mail.account_id], views.get(message, ()))
        window, has_history = windows.get(message) or HistoryWindow(), bool(mail.raw_opens + mail.raw_clicks)
        if not _evaluate_mail(now, window, about, evaluation, has_history):
            lowered.append(message)
        if number % _AT_A_TIME == 0:
            await asyncio.sleep(0)
    return lowered


def mail_context(mail: MailState | Message, known: SenderHistory, viewed: tuple[OwnView, ...]) -> MailContext:
    """Return what is known about a mail. The time at which a manual message was sent is unknown."""
    return MailContext(
        sent_at=None if mail.source == Source.MANUAL else mail.sent_at,
        replied_at=mail.replied_at,
        bounced_at=mail.bounced_at,
        opened_at=mail.first_open_at,
        own=known.own,
        own_addresses=known.own_addresses,
        learned=known.learned,
        viewings=viewed,
    )


def without_judged(about: MailContext, since: datetime) -> MailContext:
    """Return what is known about a mail if all of its hits since `since` are judged now.

    Its first open may be one of them, and its verdict may change.
    """
    if about.opened_at is None or about.opened_at < since:
        return about
    return replace(about, opened_at=None)


async def save_revised(evaluation: Evaluation, db: BaseDBAsyncClient) -> Collection[MailState]:
    """Store the revised verdicts. Recounts and returns the mails in which the kind of a verdict changed.

    Call this after the new events and counts are stored.
    """
    await event_rows.revise(db, evaluation.revised)
    moved = {
        each.event.message_id for each in evaluation.revised if each.event.row["verdict"] != each.verdict.kind
    }
    mails = await mail_state.hold(db, moved, moved) if moved else {}
    await recount_held(mails, db)
    return mails.values()


def _evaluate_mail(
    now: Sequence[ObservedHit],
    known: HistoryWindow,
    about: MailContext,
    evaluation: Evaluation,
    has_history: bool,
) -> bool:
    """Judge the new hits of one mail. Return False if events that are not loaded have to be judged too."""
    older = known.events
    if known.whole and older:
        since = max(min(event.observed.hit.at for event in older), known.cut + 1)
        about = without_judged(about, moment_of(since))
    verdicts = judge([*(event.observed for event in older), *now], about, nearby=known.nearby)
    revised = [
        with_verdict(event, verdict)
        for event, verdict in zip(older, verdicts, strict=False)
        if event.observed.hit.at > known.cut
        and event.differs(verdict)
        and not (known.cut and _rests_on_the_past(event.verdict, verdict))
    ]
    lowered = any(each.verdict.score < each.event.verdict.score for each in revised)
    found = verdicts[len(older) :]
    gave_itself_away = any(map(is_guilty, found)) and has_history
    is_sign_after_all = known.without_unsettled and any(verdict.counts for verdict in found)
    if not known.whole and (lowered or gave_itself_away or is_sign_after_all):
        return False
    evaluation.revised += revised
    for seen, verdict in zip(now, found, strict=True):
        evaluation.verdicts[seen.hit.id] = verdict
    return True


def _span(
    by_mail: Mapping[UUID, Sequence[ObservedHit]], windows: Mapping[UUID, HistoryWindow]
) -> tuple[datetime, datetime]:
    """Return the times of the oldest and the newest hit to be judged."""
    moments = [seen.hit.moment for each in by_mail.values() for seen in each]
    stored = [event.at for message in by_mail if message in windows for event in windows[message].events]
    return min(moments + stored), max(moments + stored)


def _rests_on_the_past(before: Verdict, now: Verdict) -> bool:
    """Return whether what decided before is no longer loaded, and nothing new was found."""
    lost = {each.code for each in before.evidence} - {each.code for each in now.evidence}
    return bool(lost & _OF_THE_PAST) and not is_guilty(now) and now.rule != "beside_a_scanner"
