"""Sends each due reminder once, by browser notification and mail, unless its message has been opened."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tortoise.transactions import in_transaction

from server.alerts.browser_notifications import REMINDER, hold
from server.alerts.deliver import deliver_alert, give_up
from server.alerts.first_open import drop, is_wanted, new_alert
from server.alerts.models import Alert, BrowserNotification
from server.lib import clock, outbox
from server.lib.failure import Failure
from server.lib.outbox import Done, Outcome
from server.messages.models import Message, Mute, Reminder
from server.messages.reminders import forget, is_answered
from server.messages.touch import changed

DUE = "reminder_due"  # fact: {"message": id, "due": moment in ISO 8601}
_AT_ONCE = 200


async def tell_of_due_reminders() -> None:
    """Send the due reminders about unopened messages. Disabled accounts get none."""
    # Unsent and unreported messages are left out: their reminders would fill the batch every time.
    due = Reminder.filter(
        fell_due_at=None,
        due_at__lte=clock.now(),
        message__account__disabled_at=None,
        message__state__in=("sent", "undone"),
    )
    for reminder in await due.order_by("due_at").limit(_AT_ONCE).select_related("message__account"):
        message = reminder.message
        if is_answered(message, message.account.threshold):
            await forget(message)
        else:
            await _tell(reminder, message)


async def send_reminder_alert(fact: Mapping[str, Any]) -> Outcome:
    """Hears `reminder_due` {"message", "due"}: sends one mail per reminder, if the person wants mails."""
    message = await Message.filter(id=fact["message"]).select_related("account").first()
    if message is None or is_answered(message, message.account.threshold) or not await is_wanted(message):
        return await drop(message, REMINDER)
    due = datetime.fromisoformat(fact["due"])
    if not await Reminder.filter(message_id=message.id, due_at=due).exists():
        return Done()  # the reminder was removed, or set to another moment
    await Alert.filter(message_id=message.id, kind=REMINDER, created_at__lt=due).delete()  # earlier alerts
    return await deliver_alert(await new_alert(message, REMINDER))


async def end_reminder_alert(fact: Mapping[str, Any], reason: Failure) -> bool:
    """End the delivery of an alert about a reminder: it is shown as failed, if it is still wanted."""
    message = await Message.filter(id=fact["message"]).select_related("account").first()
    if message and await is_wanted(message):
        await give_up(await new_alert(message, REMINDER), reason)
    return True


async def _tell(reminder: Reminder, message: Message) -> None:
    now, due = clock.now(), reminder.due_at
    async with in_transaction() as db:
        await hold(message.account_id, db)
        # Race: two workers see the same reminder, or the person moves it now. One update wins.
        mine = Reminder.filter(id=reminder.id, fell_due_at=None, due_at=due).using_db(db)
        if await mine.update(fell_due_at=now) != 1:
            return
        await BrowserNotification.create(
            using_db=db,
            account_id=message.account_id,
            message_id=message.id,
            kind=REMINDER,
            key=f"{REMINDER}:{message.id}:{due.timestamp()}",
            at=now,
            created_at=now,
            quiet=await Mute.filter(message_id=message.id).using_db(db).exists(),
        )
        key = f"{message.id}:{due.timestamp()}"
        await outbox.announce(DUE, key, {"message": str(message.id), "due": due.isoformat()}, using=db)
    await changed(message.account_id, message.id)
