"""Writes what happened to a message as a line of `sightline judge`, without what identifies people."""

from __future__ import annotations

import asyncio

import msgspec

from server.events.evaluation import network_files
from server.events.evaluation.evaluate import mail_context
from server.events.evaluation.sender_clients import sender_histories, viewings
from server.events.rows import event_rows
from server.events.rows.event_rows import StoredEvent
from server.lib.database.connection import read_only
from server.messages.models import Message
from server.verdicts.blurring import blurred
from server.verdicts.recording import recorded_mail, recorded_requests
from server.verdicts.sequences import RecordedRequest

MOST_EVENTS = 200  # a line of these has about 100 KB


async def bug_report(message: Message) -> str:
    """Return the line about the newest MOST_EVENTS events of `message`, oldest first, as JSON."""
    db = read_only()
    events = (await event_rows.newest(db, [message.id], MOST_EVENTS))[::-1]
    views = await viewings(db, [message.id], events[0].at, events[-1].at) if events else {}
    known = (await sender_histories(db, [message.account_id]))[message.account_id]
    about = mail_context(message, known, views.get(message.id, ()))
    mail = recorded_mail(about, [request for event in events for request in _requests(event)])
    await network_files.watched.look()
    # In a thread, because it judges the mail several times, and pixels would wait.
    return msgspec.json.encode(await asyncio.to_thread(blurred, mail)).decode()


def _requests(event: StoredEvent) -> list[RecordedRequest]:
    verdict = event.verdict
    return recorded_requests(event.observed, stored=f"{verdict.kind} {verdict.score} {verdict.rule}")
