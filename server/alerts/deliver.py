"""Delivers one alert: writes the mail, chooses a channel and stores the outcome on the row.

While `claimed_until` is set and past, it is not known whether the last try has sent the mail. Then Gmail is
asked before anything is sent again.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from server.accounts.models import Account
from server.alerts.channels import choice
from server.alerts.channels.channel import Channel
from server.alerts.channels.gmail import NAME as GMAIL
from server.alerts.channels.gmail import outcome_of_earlier
from server.alerts.email_render import mail_of
from server.alerts.mail import OutgoingMail
from server.alerts.models import Alert
from server.failures.codes import FailureCode
from server.google.failures import Unsure
from server.lib import clock
from server.lib.database.due import CLAIMED
from server.lib.failure import Failure, other, pack, unexpected
from server.lib.outbox import Done, Outcome, Permanent, Transient, Waiting
from server.lib.settled import believed
from server.messages.touch import changed

log = logging.getLogger(__name__)

LONGEST_TRY = 90  # seconds; shorter than the claim on an outbox row, so that no second worker starts
GIVE_UP = timedelta(hours=24)  # for so long an alert may fail; the time in which it waits does not count
TOO_OLD = timedelta(days=7)  # an older alert is only sent if the person asks for it
_NO_ANSWER = Failure(FailureCode.NO_ANSWER, {"seconds": LONGEST_TRY})


@dataclass(frozen=True, slots=True)
class Try:
    """How a try ended. `doubt`: since when it is not known whether the mail has left; None: it is known."""

    outcome: Outcome
    doubt: datetime | None = None


async def send_alert_again(fact: Mapping[str, Any]) -> Outcome:
    """Hears `alert_retried` {"alert": id}: tries a failed alert again, as the person asked."""
    alert = await Alert.filter(id=fact["alert"], account__disabled_at=None).first()
    return await deliver_alert(alert, however_old=True) if alert else Done()


async def end_alert_again(fact: Mapping[str, Any], reason: Failure) -> bool:
    """End the delivery of an alert that the person wanted to be retried."""
    if alert := await Alert.filter(id=fact["alert"]).first():
        await give_up(alert, reason)
    return True


async def deliver_alert(alert: Alert, *, however_old: bool = False) -> Outcome:
    """Send the alert unless it has been sent or has failed. What fails for good is stored on the alert.

    If the process dies after the mail was accepted but before the row records this, the mail is sent again,
    unless Gmail can be asked. Mail programs can recognise the duplicate by its Message-ID. Storing the
    outcome before sending would lose alerts.
    """
    if alert.sent_at or alert.failed_at:
        return Done()
    if not however_old and believed(clock.now()) - alert.created_at > TOO_OLD:
        return await _note(alert, Try(Permanent(Failure(FailureCode.TOO_OLD)), alert.claimed_until))
    if not await _claim(alert):
        return Transient(other("it is being sent by another worker"))
    return await _note(alert, await _try_whatever_comes(alert))


async def give_up(alert: Alert, reason: Failure) -> None:
    """Store that the alert has failed for too long, unless it has been sent or has failed already."""
    doubt = [Failure(FailureCode.ALERT_MAYBE_SENT)] if _is_in_doubt(alert) else []
    unsettled = Alert.filter(id=alert.id, sent_at=None, failed_at=None)
    error = pack([reason, Failure(FailureCode.GIVEN_UP), *doubt])
    if await unsettled.update(failed_at=clock.now(), error=error):
        await changed(alert.account_id, alert.message_id)


async def _claim(alert: Alert) -> bool:
    # Race: two workers handle two opens of one message. The update that finds the alert free wins.
    now = clock.now()
    if alert.claimed_until and now <= alert.claimed_until <= now + CLAIMED:
        return False
    free = Alert.filter(id=alert.id, claimed_until=alert.claimed_until, sent_at=None, failed_at=None)
    return await free.update(claimed_until=now + timedelta(seconds=LONGEST_TRY + 20)) == 1


def _is_in_doubt(alert: Alert) -> bool:
    return alert.channel == GMAIL and alert.claimed_until is not None


async def _try_whatever_comes(alert: Alert) -> Try:
    """Try to send the alert, as it was before it was claimed."""
    doubt = alert.claimed_until if _is_in_doubt(alert) else None
    deadline = asyncio.get_running_loop().time() + LONGEST_TRY
    try:
        async with asyncio.timeout_at(deadline):
            ready = await _prepare(alert, await Account.get(id=alert.account_id), doubt)
    except TimeoutError:
        return Try(Transient(_NO_ANSWER), doubt)
    except Exception as error:  # the outbox would not store the error on the alert, so nobody would see it
        log.exception("alert %s could not be sent", alert.id)
        return Try(Transient(unexpected(error)), doubt)
    return ready if isinstance(ready, Try) else await _send(alert, *ready, deadline)


async def _prepare(
    alert: Alert, person: Account, doubt: datetime | None
) -> Try | tuple[Channel, OutgoingMail]:
    if doubt:
        known = await outcome_of_earlier(person, alert.rfc822_message_id, doubt)
        if known is not None:
            return Try(known, doubt)
    channel = await choice.channel_for(person)
    if isinstance(channel, Waiting):
        return Try(channel)
    mail = await mail_of(alert, person)
    # Before anything is sent, because after a crash the next worker has to know the channel.
    await Alert.filter(id=alert.id).update(channel=channel.name)
    return channel, mail


async def _send(alert: Alert, channel: Channel, mail: OutgoingMail, deadline: float) -> Try:
    try:
        async with asyncio.timeout_at(deadline):
            outcome = await channel.deliver(mail)
    except TimeoutError:
        outcome = Unsure(_NO_ANSWER)
    except Exception as error:
        log.exception("alert %s could not be sent", alert.id)
        outcome = Unsure(unexpected(error))
    return Try(outcome, clock.now() if isinstance(outcome, Unsure) else None)


async def _note(alert: Alert, tried: Try) -> Outcome:
    now, outcome = clock.now(), tried.outcome
    change: dict[str, Any] = {"claimed_until": tried.doubt}
    match outcome:
        case Done():
            change = {"claimed_until": None, "sent_at": now, "error": None}
        case Transient(reason) | Waiting(reason):
            change |= {"error": pack([reason])}
        case Permanent(reason):
            change |= {"failed_at": now, "error": pack([reason])}
    await Alert.filter(id=alert.id).update(**change)
    await changed(alert.account_id, alert.message_id)  # open pages show the outcome
    return Done() if isinstance(outcome, Permanent) else outcome
