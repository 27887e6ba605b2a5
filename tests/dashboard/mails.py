"""Mails and events for the dashboard's tests."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

from server.events.models import Event
from server.lib import clock
from server.messages.models import Message
from server.verdicts.evidence import Code, Evidence, Packed, pack
from tests.events.stored import stored_event


def a_message(**values: Any) -> Message:
    """A message that is not stored."""
    now = clock.now()
    return Message(
        **{"id": uuid4(), "source": "gmail", "state": "sent", "listed_at": now, "updated_at": now, **values}
    )


def verbatim(sentence: str) -> list[Packed]:
    """Evidence with this text."""
    return pack([Evidence(Code.VERBATIM, {"text": sentence})])


async def is_opened(message: Message, **values: Any) -> Event:
    """Somebody opened a stored message in their own browser."""
    now = values.pop("at", clock.now())
    usual = {
        "id": uuid4(), "account_id": message.account_id, "message_id": message.id, "kind": "open",
        "at": now, "address": "203.0.113.7", "user_agent": "Mozilla/5.0 Firefox/153.0",
        "client": "Firefox 153 on Windows", "verdict": "person", "score": 90, "rule": "direct_client",
        "evidence": ["direct_open"], "rules_version": 1, "counts": True,
    }  # fmt: skip
    event = await stored_event(**{**usual, **values})
    if event.counts:
        seen = {"opens": message.opens + 1, "raw_opens": message.raw_opens + 1, "certainty": event.verdict}
        await changed(message, first_open_at=now, last_open_at=now, last_activity_at=now, **seen)
    return event


async def changed(message: Message, **values: Any) -> None:
    """Store new values of the message, with the current time as the time of its last change."""
    message.update_from_dict({"updated_at": clock.now(), **values})
    await message.save()


def minutes_ago(minutes: float) -> Any:
    """The moment that was `minutes` minutes ago."""
    return clock.now() - timedelta(minutes=minutes)
