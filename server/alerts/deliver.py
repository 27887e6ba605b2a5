"""Delivers one alert: writes the mail, chooses a channel and stores the outcome on the row."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from tortoise.expressions import Q

from server.accounts.models import Account
from server.alerts.channels import choice
from server.alerts.email_render import mail_of
from server.alerts.models import Alert
from server.failures.codes import FailureCode
from server.lib import clock
from server.lib.failure import Failure, other, pack, unexpected
from server.lib.outbox import Done, Outcome, Permanent, Transient, Waiting
from server.messages.touch import changed

log = logging.getLogger(__name__)

LONGEST_TRY = 90  # seconds; shorter than the claim on an outbox row, so that no second worker starts
GIVE_UP = timedelta(hours=24)  # an alert about yesterday's first open is useless


async def send_alert_again(fact: Mapping[str, Any]) -> Outcome:
    """Hears `alert_retried` {"alert": id}: tries a failed alert again, as the person asked."""
    alert = await Alert.filter(id=fact["alert"], account__disabled_at=None).first()
    return await deliver_alert(alert) if alert else Done()


async def deliver_alert(alert: Alert) -> Outcome:
    """Send the alert unless it has been sent or has failed permanently.

    If the process dies after the mail was accepted but before the row records this, the mail is sent again.
    Mail programs can recognise the duplicate by its Message-ID. Storing the outcome before sending would lose
    alerts.
    """
    if alert.sent_at or alert.failed_at:
        return Done()
    if not await _claim(alert):
        return Transient(other("it is being sent by another worker"))
    name, outcome = await _try_whatever_comes(alert)
    return await _note(alert, name, outcome)


async def _claim(alert: Alert) -> bool:
    # Race: two workers handle two opens of one message. The update that finds the alert free wins.
    now = clock.now()
    free = Q(claimed_until=None) | Q(claimed_until__lt=now)
    won = await Alert.filter(free, id=alert.id, sent_at=None, failed_at=None).update(
        claimed_until=now + timedelta(seconds=LONGEST_TRY + 20)
    )
    return won == 1


async def _try_whatever_comes(alert: Alert) -> tuple[str, Outcome]:
    try:
        return await _try(alert, await Account.get(id=alert.account_id))
    except Exception as error:  # the outbox would not store the error on the alert, so nobody would see it
        log.exception("alert %s could not be sent", alert.id)
        return alert.channel, Transient(unexpected(error))


async def _try(alert: Alert, person: Account) -> tuple[str, Outcome]:
    channel = await choice.channel_for(person)
    if isinstance(channel, Permanent | Waiting):
        return "", channel
    mail = await mail_of(alert, person)
    try:
        async with asyncio.timeout(LONGEST_TRY):
            return channel.name, await channel.deliver(mail)
    except TimeoutError:
        return channel.name, Transient(Failure(FailureCode.NO_ANSWER, {"seconds": LONGEST_TRY}))


async def _note(alert: Alert, channel: str, outcome: Outcome) -> Outcome:
    now = clock.now()
    given_up = []
    if isinstance(outcome, Transient) and now - alert.created_at > GIVE_UP:
        outcome, given_up = Permanent(outcome.reason), [Failure(FailureCode.GIVEN_UP)]
    change: dict[str, Any] = {"channel": channel, "claimed_until": None}
    match outcome:
        case Done():
            change |= {"sent_at": now, "error": None}
        case Transient(reason) | Waiting(reason):
            change |= {"error": pack([reason])}
        case Permanent(reason):
            change |= {"failed_at": now, "error": pack([reason, *given_up])}
    await Alert.filter(id=alert.id).update(**change)
    if not isinstance(outcome, Transient):  # open pages show the outcome
        await changed(alert.account_id, alert.message_id)
    return outcome
