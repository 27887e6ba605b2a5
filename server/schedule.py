"""Lists the periodic tasks: name, function and period."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

from server.accounts.cleanup import remove_ended_sessions
from server.alerts.browser_notifications import forget_old_notifications
from server.alerts.cleanup import give_up_lost_alerts
from server.alerts.reminders import tell_of_due_reminders
from server.copies.cleanup import forget_old_copies, give_up_lost_copies
from server.events.rows.partitions import make_ahead
from server.events.rows.retention import forget_old_events
from server.events.sends.scheduled_sends import take_for_sent
from server.extension.cleanup import remove_ended_pairings
from server.google.access.probes import ask_again
from server.google.consent.cleanup import remove_ended_flows
from server.lib import outbox
from server.lib.settled import look_at_clock
from server.messages.inbox_poll import look_for_returns
from server.messages.reconcile import look_at_scheduled
from server.messages.viewings import forget_old_viewings

Task = Callable[[], Awaitable[None]]

TABLE: tuple[tuple[str, Task, timedelta], ...] = (
    ("a clock that jumps", look_at_clock, timedelta(minutes=10)),
    ("ended sessions", remove_ended_sessions, timedelta(hours=6)),
    ("ended sign-ins with Google", remove_ended_flows, timedelta(hours=1)),
    ("Gmail permissions that Google refuses", ask_again, timedelta(seconds=10)),
    ("ended pairings", remove_ended_pairings, timedelta(hours=1)),
    ("what was on the screen yesterday", forget_old_viewings, timedelta(hours=1)),
    ("reminders that are due", tell_of_due_reminders, timedelta(minutes=1)),
    ("drafts of copies", forget_old_copies, timedelta(hours=1)),
    ("copies that nobody tries any more", give_up_lost_copies, timedelta(minutes=10)),
    ("alerts that nobody tries any more", give_up_lost_alerts, timedelta(hours=1)),
    ("old browser notifications", forget_old_notifications, timedelta(hours=6)),
    ("scheduled mails that have left", look_at_scheduled, timedelta(minutes=10)),
    ("scheduled mails that nobody can look at", take_for_sent, timedelta(minutes=1)),
    ("what came back to mails", look_for_returns, timedelta(seconds=10)),
    ("months of events to come", make_ahead, timedelta(hours=6)),
    ("facts that were delivered", outbox.prune, timedelta(hours=6)),
    ("events past their time", forget_old_events, timedelta(hours=6)),
)
