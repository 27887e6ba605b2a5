"""Lists alerts that could not be delivered, until they are sent or the person dismisses them."""

from __future__ import annotations

from dataclasses import dataclass

from tortoise.queryset import QuerySet
from tortoise.transactions import in_transaction

from server.accounts.models import Account
from server.alerts.models import Alert
from server.google.settings import GoogleSettings
from server.lib import clock, outbox
from server.lib.database.connection import read_only
from server.lib.i18n import gettext, gettext_noop
from server.lib.runtime import runtime

MOST = 5
_ADVICE = {
    "smtp": gettext_noop(
        "Check SMTP_SERVER, SMTP_USERNAME and SMTP_PASSWORD. “sightline doctor” tests them."
    ),
    "gmail": gettext_noop("Reconnect Gmail and allow sending, or set SMTP_SERVER."),
    "sandbox": gettext_noop("The sandbox only has mailboxes for Alice, Bob and Charlie at sandbox.example."),
}
_NO_GOOGLE = gettext_noop("Set SMTP_SERVER for the server, and restart it.")
_NO_CHANNEL = gettext_noop(
    "Set SMTP_SERVER, or connect Gmail in Settings and allow Sightline to send alerts through Gmail."
)


@dataclass(frozen=True, slots=True)
class FailedAlert:
    """One failed alert and what the person can do about it."""

    alert: Alert
    advice: str


async def failed_alerts(account: Account) -> list[FailedAlert]:
    """Return the newest failed alerts of `account`, at most MOST, each with its message loaded."""
    newest = _failed(account).using_db(read_only()).order_by("-failed_at")
    alerts = await newest.limit(MOST).select_related("message")
    return [FailedAlert(alert, _advice(alert)) for alert in alerts]


async def dismiss(account: Account, alert_id: int) -> bool:
    """Dismiss a failure that the person has read. Return False if `account` has no such failure."""
    return await _failed(account).filter(id=alert_id).update(dismissed_at=clock.now()) == 1


async def retry(account: Account, alert_id: int) -> bool:
    """Try a failed alert again. Return False if `account` has no such failure or dismissed it."""
    async with in_transaction() as db:
        failed = _failed(account).filter(id=alert_id).using_db(db)
        # Race: two clicks arrive together. Only one of them finds the failure and clears it.
        if await failed.update(failed_at=None, dismissed_at=None, error=None) != 1:
            return False
        key = f"{alert_id}:{clock.now().isoformat()}"
        await outbox.announce("alert_retried", key, {"alert": alert_id}, using=db)
    return True


def _failed(account: Account) -> QuerySet[Alert]:
    return Alert.filter(
        account_id=account.id, failed_at__not_isnull=True, dismissed_at__isnull=True, sent_at__isnull=True
    )


def _advice(alert: Alert) -> str:
    """Say what the person can do about a failure of this alert's channel."""
    if alert.channel != "smtp" and runtime()[GoogleSettings].google is None:
        return gettext(_NO_GOOGLE)
    return gettext(_ADVICE.get(alert.channel, _NO_CHANNEL))
