"""Lists the alerts that wait for a repair or keep failing, by the reason, for the person to whom they go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from server.accounts.models import Account
from server.alerts.advice import advice_of, is_repairable
from server.alerts.models import Alert
from server.lib import clock
from server.lib.database.connection import read_only
from server.lib.failure import Failure, unpack

LATE = timedelta(minutes=15)  # the person is not told of alerts that only had to be tried again for so long
MOST = 200  # waiting alerts of one person that are looked at


@dataclass(frozen=True, slots=True)
class WaitingAlerts:
    """Alerts that wait for the same reason. `since`: when the oldest was due."""

    reason: Failure
    number: int
    since: datetime
    advice: str


async def waiting_alerts(account: Account) -> list[WaitingAlerts]:
    """Return the alerts of `account` that could not be sent yet, by reason, the most recent reason first."""
    if not account.alerts_on:
        return []
    unsent = Alert.filter(account_id=account.id, sent_at=None, failed_at=None, error__not_isnull=True)
    groups: dict[str, list[tuple[Failure, datetime]]] = {}
    for alert in await unsent.using_db(read_only()).order_by("-id").limit(MOST):
        reason = next(iter(unpack(alert.error or ())), None)
        if reason and (is_repairable(reason) or alert.created_at < clock.now() - LATE):
            groups.setdefault(reason.code, []).append((reason, alert.created_at))
    return [_group(found, account) for found in groups.values()]


def _group(found: list[tuple[Failure, datetime]], account: Account) -> WaitingAlerts:
    reason = found[0][0]
    return WaitingAlerts(reason, len(found), min(at for _, at in found), advice_of(reason, account))
