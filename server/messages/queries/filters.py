"""Defines the message filters by name, for the list, the popup and the API."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from tortoise.expressions import Q

from server.accounts.models import Account
from server.accounts.threshold import EVERYTHING
from server.lib.web.datetimes import zone_called
from server.messages.opened import NOT_OF_MESSAGES, NOTHING_CAME_BACK, OF_MESSAGES

LONG = timedelta(days=3)  # "unopened" matches messages that were sent at least this long ago
_STANDS = ~Q(state="undone")


def _all(account: Account, now: datetime) -> Q:
    return Q()


def _opened(account: Account, now: datetime) -> Q:
    return OF_MESSAGES[account.threshold] & _STANDS


def _opened_today(account: Account, now: datetime) -> Q:
    local = now.astimezone(zone_called(account.time_zone))
    began = local.replace(hour=0, minute=0, second=0, microsecond=0)
    today = Q(last_open_at__gte=began, last_activity_at__gte=began)
    if account.threshold == EVERYTHING:
        today |= Q(loaded_at__gte=began)
    return today & _opened(account, now)


def _waiting(account: Account, now: datetime) -> Q:
    return Q(NOT_OF_MESSAGES[account.threshold], NOTHING_CAME_BACK, clicks=0, state="sent")


def _unopened(account: Account, now: datetime) -> Q:
    return Q(_waiting(account, now), sent_at__lte=now - LONG)


def _clicked(account: Account, now: datetime) -> Q:
    return Q(clicks__gt=0) & _STANDS


def _answered(account: Account, now: datetime) -> Q:
    return Q(replied_at__not_isnull=True)


def _returned(account: Account, now: datetime) -> Q:
    return Q(bounces__gt=0)


FILTERS: Mapping[str, Callable[[Account, datetime], Q]] = {
    "all": _all,
    "opened": _opened,
    "opened_today": _opened_today,  # in the person's own time zone
    "waiting": _waiting,  # sent, no sign yet
    "unopened": _unopened,  # as "waiting", and sent at least LONG ago
    "clicked": _clicked,
    "answered": _answered,
    "returned": _returned,
}
