"""Sends one alert about a message's first open; the outbox tries again if delivery fails."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from email.utils import make_msgid
from typing import Any
from urllib.parse import urlsplit

from tortoise.exceptions import IntegrityError

from server.alerts.deliver import deliver_alert, give_up
from server.alerts.models import Alert
from server.events.models import Event
from server.lib import clock
from server.lib.failure import Failure, other
from server.lib.outbox import Done, Outcome, Transient
from server.lib.runtime import runtime
from server.lib.settings import ServerSettings
from server.messages.models import Message, Mute
from server.messages.opened import signs

KIND = "first_open"
REPORT_WAIT = timedelta(minutes=2)  # how long an alert about an unreported message waits for its report
_PAUSE = timedelta(seconds=45)


async def send_first_open_alert(fact: Mapping[str, Any]) -> Outcome:
    """Hears `first_open` {"message", "event"}: sends one mail to the sender, unless they want none."""
    message = await Message.filter(id=fact["message"]).select_related("account").first()
    if message is None or not await is_wanted(message):
        return await drop(message, KIND)
    event = await _first_open(message)
    if event is None:  # reevaluated since the fact was announced: no open counts now
        return await drop(message, KIND)
    if message.state == "unreported" and clock.now() - event.at < REPORT_WAIT:
        return Transient(other("the report of this mail is not in yet"), _PAUSE)
    return await deliver_alert(await new_alert(message, KIND, event))


async def end_first_open_alert(fact: Mapping[str, Any], reason: Failure) -> bool:
    """End the delivery of an alert about a first open: it is shown as failed, if it is still wanted."""
    message = await Message.filter(id=fact["message"]).select_related("account").first()
    event = await _first_open(message) if message and await is_wanted(message) else None
    if message and event:
        await give_up(await new_alert(message, KIND, event), reason)
    return True


async def drop(message: Message | None, kind: str) -> Outcome:
    """Forget an alert that was not sent and is not wanted any more; it must not seem to wait.

    One that is being sent, or may have been, is only dismissed: else a later open would send it once more.
    """
    if message:
        unsent = Alert.filter(message_id=message.id, kind=kind, sent_at=None, failed_at=None)
        await unsent.filter(claimed_until=None).delete()
        await unsent.update(error=None, dismissed_at=clock.now())
    return Done()


async def is_wanted(message: Message) -> bool:
    """Return whether the sender wants mails about this message, whose account must be loaded."""
    person = message.account
    if not person.alerts_on or person.disabled_at or message.state == "undone":
        return False
    return not await Mute.filter(message_id=message.id).exists()


async def _first_open(message: Message) -> Event | None:
    sign_events = Event.filter(signs(message.account.threshold), message_id=message.id)
    return await sign_events.order_by("at", "id").first()


async def new_alert(message: Message, kind: str, event: Event | None = None) -> Alert:
    """Get or create the one alert of this kind about a message, with the Message-ID for all tries."""
    found = await Alert.filter(message_id=message.id, kind=kind).first()
    if found:
        if found.sent_at is None and found.failed_at is None:  # one that was dropped is wanted again
            await Alert.filter(id=found.id).update(dismissed_at=None)
        return found
    try:
        return await Alert.create(
            account_id=message.account_id,
            message_id=message.id,
            kind=kind,
            event_id=event.id if event else None,
            rfc822_message_id=make_msgid(domain=_domain()),
            created_at=clock.now(),
        )
    except IntegrityError:  # another worker handled the fact at the same time and was first
        return await Alert.get(message_id=message.id, kind=kind)


def _domain() -> str:
    return urlsplit(runtime()[ServerSettings].public_url).hostname or "localhost"
