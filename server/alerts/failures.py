"""Lists alerts that could not be delivered, until they are sent or the person dismisses them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from tortoise.queryset import QuerySet
from tortoise.transactions import in_transaction

from server.accounts.models import Account
from server.alerts.advice import advice_of
from server.alerts.models import Alert
from server.failures.codes import FailureCode
from server.lib import clock, outbox
from server.lib.database.connection import read_only
from server.lib.failure import unpack

MOST = 5
_LOOKED_AT = 200  # failed alerts of one person; the page says if there are more


@dataclass(frozen=True, slots=True)
class FailedAlert:
    """One failed alert and what the person can do about it. `in_doubt`: it may have been sent."""

    alert: Alert
    advice: str
    in_doubt: bool


@dataclass(frozen=True, slots=True)
class FailedAlerts:
    """The failed alerts of a person: the newest ones, and the ids of those that waited for too long."""

    shown: list[FailedAlert]
    outdated: list[int]


async def failed_alerts(account: Account) -> FailedAlerts:
    """Return the failed alerts of `account`: at most MOST with their messages, and those that are too old."""
    newest = _failed(account).using_db(read_only()).order_by("-failed_at", "-id")
    alerts = await newest.limit(_LOOKED_AT).select_related("message")
    outdated = [alert.id for alert in alerts if FailureCode.TOO_OLD in _codes(alert)]
    others = [alert for alert in alerts if alert.id not in outdated]
    return FailedAlerts([_with_advice(alert, account) for alert in others[:MOST]], outdated)


async def dismiss(account: Account, alert_ids: Collection[int]) -> int:
    """Dismiss failures that the person has read. Returns their number; 0 if `account` has no such failure."""
    return await _failed(account).filter(id__in=list(alert_ids)).update(dismissed_at=clock.now())


async def retry(account: Account, alert_ids: Collection[int], *, twice: bool = True) -> int:
    """Try failed alerts again. Returns their number; 0 if `account` has no such failure or dismissed it.

    `twice`: one that may have been sent is sent anyway, as its person wants; otherwise Gmail is asked first.
    """
    return sum([await _retry(account, alert_id, twice=twice) for alert_id in sorted(alert_ids)])


async def _retry(account: Account, alert_id: int, *, twice: bool) -> bool:
    failed = _failed(account).filter(id=alert_id)
    alert = await failed.first()
    if alert is None:
        return False
    change = {"failed_at": None, "dismissed_at": None, "error": None}
    if twice and FailureCode.ALERT_MAYBE_SENT in _codes(alert):  # the person knows, and wants it to be sent
        change["claimed_until"] = None
    async with in_transaction() as db:
        # Race: two clicks arrive together. Only one of them finds the failure and clears it.
        if await failed.using_db(db).update(**change) != 1:
            return False
        key = f"{alert_id}:{clock.now().isoformat()}"
        await outbox.announce("alert_retried", key, {"alert": alert_id}, using=db)
    return True


async def people_with_failures() -> list[tuple[Account, list[Alert]]]:
    """Return the people some of whose alerts have failed, with these alerts, the newest first."""
    failed = Alert.filter(
        failed_at__not_isnull=True, dismissed_at=None, sent_at=None, account__disabled_at=None
    )
    newest = failed.using_db(read_only()).order_by("-failed_at", "-id").limit(_LOOKED_AT)
    found: dict[int, tuple[Account, list[Alert]]] = {}
    for alert in await newest.select_related("account"):
        found.setdefault(alert.account_id, (alert.account, []))[1].append(alert)
    return list(found.values())


def _failed(account: Account) -> QuerySet[Alert]:
    return Alert.filter(
        account_id=account.id, failed_at__not_isnull=True, dismissed_at__isnull=True, sent_at__isnull=True
    )


def _with_advice(alert: Alert, account: Account) -> FailedAlert:
    failures = unpack(alert.error or ())
    doubtful = [each for each in failures if each.code == FailureCode.ALERT_MAYBE_SENT]
    decisive = next(iter(doubtful or failures), None)
    return FailedAlert(alert, advice_of(decisive, account) if decisive else "", bool(doubtful))


def _codes(alert: Alert) -> set[str]:
    return {each.code for each in unpack(alert.error or ())}
