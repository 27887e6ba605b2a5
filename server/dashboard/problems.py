"""Collects the problems that a person has to solve, for the message list."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from quart import g

from server.accounts import quota
from server.accounts.models import Account
from server.accounts.people import OWNER
from server.accounts.sessions import signed_in
from server.alerts.failures import failed_alerts
from server.alerts.waiting import waiting_alerts
from server.copies.failures import failed_copies
from server.copies.waiting import late_copies
from server.google.grants import disconnected_grant
from server.lib import clock
from server.lib.i18n import number
from server.lib.outbox import attention
from server.lib.processes.restarts import Restarts
from server.lib.runtime import runtime
from server.lib.web.page import show

LOOK_EVERY = 3.0  # seconds; each look costs seven queries for each account with open pages

RECENT = timedelta(days=7)  # the owner is told of deliveries that failed for good in this time


async def of(account: Account, limit: int) -> dict[str, Any]:
    """Return what the templates of the problem notices need. `limit`: of messages a day, see quota.py."""
    unsent, late = await failed_copies(account), await late_copies(account)
    return {
        "disconnected": await disconnected_grant(account),
        "failures": await failed_alerts(account),
        "waiting": await waiting_alerts(account),
        "failed_deliveries": await _failed_deliveries(account),
        "unsent": unsent,
        "late": late,
        "quota_until": await quota.reached_until(account.id, limit),
        "quota": limit,
        "quota_words": number(limit),
        "worker_keeps_failing": account.role == OWNER and runtime()[Restarts].keeps_failing,
    }


async def _failed_deliveries(account: Account) -> int:
    return await attention.number_failed(clock.now() - RECENT) if account.role == OWNER else 0


@signed_in
async def show_problems() -> Any:
    """Show the current problem notices."""
    return await show("dashboard/problems.html", **await of(g.account, quota.limit_of("messages")))


def mark_of(found: dict[str, Any]) -> str:
    """Return a text that identifies the problems in `found`; other problems give another text."""
    grant = found["disconnected"]
    ended = grant.disconnected_at.isoformat() if grant else ""
    alerts = [str(failure.alert.id) for failure in found["failures"].shown]
    outdated = [f"outdated{alert_id}" for alert_id in found["failures"].outdated]
    waiting = [f"{group.reason.code}{group.number}" for group in found["waiting"]]
    failed = [f"failed{found['failed_deliveries']}"] if found["failed_deliveries"] else []
    copies = [f"{copy.state}{copy.id}{copy.error}" for copy in (*found["unsent"], *found["late"])]
    until = found["quota_until"]
    limit = f"until{until.isoformat()}" if until else ""
    worker = "worker" if found["worker_keeps_failing"] else ""
    return "-".join(filter(None, [ended, limit, worker, *alerts, *outdated, *waiting, *failed, *copies]))
