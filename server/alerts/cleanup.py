"""Gives up alerts whose delivery ended without an outcome, so that their people are told."""

from __future__ import annotations

from datetime import timedelta

from server.alerts.models import Alert
from server.failures.codes import FailureCode
from server.lib import clock
from server.lib.failure import Failure, pack, unpack
from server.lib.outbox import OutboxRow
from server.messages.touch import changed

LISTENERS = ("alert_first_open", "alert_reminder", "alert_again")
_YOUNG = timedelta(hours=1)  # an alert is written shortly before its delivery has an outcome


async def give_up_lost_alerts() -> None:
    """Mark as failed those alerts that nothing delivers any more.

    Until release 0.1, a delivery could end while its alert seemed to be on its way.
    """
    unsettled = Alert.filter(sent_at=None, failed_at=None, dismissed_at=None).filter(
        created_at__lt=clock.now() - _YOUNG
    )
    alerts = await unsettled
    if not alerts:
        return
    # Race: an alert is settled, or tried again, at this moment. So the outbox rows are read after the alerts,
    # and only an alert that is still unsettled is given up.
    rows = await OutboxRow.filter(listener__in=LISTENERS, done_at=None, failed_at=None)
    messages = {str(row.payload.get("message")) for row in rows}
    retried = {row.payload.get("alert") for row in rows}
    for alert in alerts:
        if str(alert.message_id) not in messages and alert.id not in retried:
            error = pack([*unpack(alert.error or ()), Failure(FailureCode.GIVEN_UP)])
            await unsettled.filter(id=alert.id).update(failed_at=clock.now(), error=error)
            await changed(alert.account_id, alert.message_id)
