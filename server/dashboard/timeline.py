"""Builds the timeline of a message: what happened to it, newest first, in plain words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from tortoise.queryset import QuerySet

from server.accounts.threshold import LIKELY
from server.alerts.models import Alert
from server.copies.group import Member, group_of
from server.dashboard import wording
from server.events import wording as event_wording
from server.events.forwarding import Forwarding, perhaps_forwarded, sight_of
from server.events.models import Event
from server.events.storing.view_time_rows import seconds_on_screen
from server.google.access.grants import reads_headers_since
from server.lib import clock
from server.lib.database.connection import read_only
from server.lib.i18n import gettext
from server.messages import return_wording
from server.messages.confirmation import Confirmation, confirmation_of
from server.messages.gmail import gmail_of
from server.messages.models import GmailMessage, Link, Message, Mute, Return
from server.messages.queries.related import remind_at
from server.messages.reminders import is_answered
from server.messages.replies_and_bounces import SIGNS, ReturnSummary, outcome, returns_of
from server.messages.report import has_view_time
from server.messages.unfinished import Unfinished, unfinished_of
from server.messages.wording import is_taken_for_sent, recipients_of

MOST_EVENTS = 200


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing that happened. `quiet`: it is no sign of a recipient. `icon`: a name in parts/icon.html."""

    at: datetime
    icon: str
    title: str
    quiet: bool = False
    who: str = ""
    where: str = ""
    reasons: Sequence[str] = ()
    link: str = ""
    event: Event | None = None
    why: str = ""  # only for entries that are not events
    changes: Sequence[event_wording.Change] = ()  # changes of the verdict, newest first
    seconds: int = 0  # view time; 0: not measured


@dataclass(frozen=True, slots=True)
class Timeline:
    """What the page of a message shows."""

    message: Message
    entries: list[TimelineEntry]
    links: list[Link]
    differences: list[wording.HeaderDifference]
    muted: bool
    alert: Alert | None
    remind_at: datetime | None = None
    forwarding: Forwarding | None = None
    copies: Sequence[Member] = ()  # all copies of the mail, if this is an individual copy
    threshold: str = LIKELY
    returned: ReturnSummary = field(default_factory=ReturnSummary)
    left_out: int = 0  # events beyond MOST_EVENTS
    view_time: bool = False  # whether the mail was sent with the view-time image
    confirmation: Confirmation | None = None  # how far Gmail has confirmed the browser's report
    unfinished: tuple[Unfinished, ...] = ()  # what could not be done in Gmail

    @property
    def may_remind(self) -> bool:
        """Whether it makes sense to set a reminder about the message."""
        return self.message.state in {"sent", "scheduled"} and not is_answered(self.message, self.threshold)

    @property
    def seconds(self) -> int:
        """The total view time in seconds, as far as it was measured."""
        return sum(entry.seconds for entry in self.entries)

    @property
    def verdicts(self) -> set[str]:
        """The verdicts of the events shown."""
        return {entry.event.verdict for entry in self.entries if entry.event}


async def load_timeline(message: Message, threshold: str = LIKELY) -> Timeline:
    """Load the timeline of `message`, whose recipients must be loaded."""
    db = read_only()
    mine = Event.filter(message_id=message.id).using_db(db)
    events = await _newest(mine)
    returns = await returns_of(message.id, MOST_EVENTS)
    gmail = await gmail_of(message.id, db)
    asked_since = await reads_headers_since(message.account_id)
    return Timeline(
        message=message,
        entries=timeline_entries(message, events, await seconds_on_screen(events), returns, gmail),
        links=await Link.filter(message_id=message.id).using_db(db).order_by("number"),
        differences=wording.differences_of(gmail.differences if gmail else None),
        muted=await Mute.filter(message_id=message.id).using_db(db).exists(),
        alert=await Alert.filter(message_id=message.id, kind="first_open").using_db(db).first(),
        remind_at=(await remind_at([message.id])).get(message.id),
        forwarding=_forwarding(message, events),
        copies=await group_of(message.id, threshold),
        threshold=threshold,
        returned=outcome([each.address for each in recipients_of(message)], returns),
        left_out=max(message.raw_opens + message.raw_clicks - len(events), 0),
        view_time=gmail is not None and has_view_time(gmail.report),
        confirmation=confirmation_of(message, gmail, asked_since, clock.now()),
        unfinished=unfinished_of(gmail),
    )


async def load_events_of_verdict(message: Message, verdict: str) -> Timeline:
    """Load the timeline of `message` with nothing but the events that have this verdict."""
    with_verdict = Event.filter(message_id=message.id, verdict=verdict).using_db(read_only())
    events = await _newest(with_verdict)
    left_out = await with_verdict.count() - len(events) if len(events) == MOST_EVENTS else 0
    entries = [_event(event) for event in events]
    return Timeline(message, entries, [], [], muted=False, alert=None, left_out=left_out)


async def _newest(events: QuerySet[Event]) -> list[Event]:
    with_links = events.order_by("-at", "-id").limit(MOST_EVENTS).select_related("link")
    return await with_links.prefetch_related("changes")


def _forwarding(message: Message, events: Sequence[Event]) -> Forwarding | None:
    if message.state == "undone":
        return None
    sights = [sight_of(event) for event in events if event.counts]
    return perhaps_forwarded(sights, len(recipients_of(message)))


def timeline_entries(
    message: Message,
    events: Sequence[Event],
    seconds: Mapping[UUID, int],
    returns: Sequence[Return] = (),
    gmail: GmailMessage | None = None,
) -> list[TimelineEntry]:
    """Return the entries, newest first: sending, undoing, replies and bounces, and events with view times."""
    entries = [_event(event, seconds.get(event.id, 0)) for event in events] + [
        _returned(each) for each in returns
    ]
    if message.sent_at:
        entries.append(_sent(message, message.sent_at, gmail))
    if message.undone_at:
        entries.append(TimelineEntry(message.undone_at, "undo", gettext("You undid the send"), quiet=True))
    return sorted(entries, key=lambda entry: entry.at, reverse=True)


def _sent(message: Message, at: datetime, gmail: GmailMessage | None) -> TimelineEntry:
    if message.state == "scheduled":
        return TimelineEntry(at, "clock", gettext("To be sent"), quiet=True)
    if is_taken_for_sent(message, gmail):
        return TimelineEntry(at, "clock", gettext("Sent as scheduled (not verified)"))
    return TimelineEntry(at, "sent", gettext("You sent it"), quiet=message.state == "undone")


def _returned(item: Return) -> TimelineEntry:
    quiet = item.kind not in SIGNS
    title, why = return_wording.returned_title(item), return_wording.returned_why(item)
    return TimelineEntry(item.at, return_wording.returned_icon(item), title, quiet=quiet, why=why)


def _event(event: Event, seconds: int = 0) -> TimelineEntry:
    return TimelineEntry(
        at=event.at,
        icon=event_wording.event_icon(event.kind, event.counts),
        title=event_wording.title_of(event),
        quiet=not event.counts,
        who=event_wording.verdict_words(event.verdict),
        where=event_wording.client_words(event.client, event.city, event.country),
        reasons=event_wording.reasons_of(event),
        link=event_wording.link_of(event),
        event=event,
        changes=event_wording.changes_of(event),
        seconds=seconds,
    )
