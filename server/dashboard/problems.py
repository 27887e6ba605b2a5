"""Collects the problems that a person has to solve, for the message list."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from quart import g

from server.accounts import quota
from server.accounts.models import Account
from server.accounts.people import OWNER
from server.accounts.sessions import signed_in
from server.alerts.failures import failed_alerts, people_with_failures
from server.alerts.waiting import waiting_alerts
from server.copies.failures import failed_copies
from server.copies.failures import people_with_failures as people_with_failed_copies
from server.copies.waiting import late_copies
from server.dashboard import losses
from server.google.web import gmail_status
from server.lib import clock
from server.lib.i18n import number
from server.lib.outbox import attention
from server.lib.processes.restarts import Restarts
from server.lib.runtime import runtime
from server.lib.web.page import show
from server.messages.wrong_gmail import seems_wrong

LOOK_EVERY = 3.0  # seconds; each look costs thirteen queries at most for each account with open pages

RECENT = timedelta(days=7)  # the owner is told of deliveries that failed for good in this time


async def of(account: Account, limit: int) -> dict[str, Any]:
    """Return what the templates of the problem notices need. `limit`: of messages a day, see quota.py."""
    unsent, late = await failed_copies(account), await late_copies(account)
    return {
        "gmail_status": await gmail_status.of(account.id),
        "wrong_gmail": await seems_wrong(account.id),
        "refused_by_owner": await gmail_status.refused_by_owner() if account.role == OWNER else [],
        "failures": await failed_alerts(account),
        "waiting": await waiting_alerts(account),
        "failed_deliveries": await _failed_deliveries(account),
        "unsent": unsent,
        "late": late,
        "quota_until": await quota.reached_until(account.id, limit),
        "quota": limit,
        "quota_words": number(limit),
        "losses": await losses.notices(account),
        "worker_keeps_failing": account.role == OWNER and runtime()[Restarts].keeps_failing,
    }


async def _failed_deliveries(account: Account) -> int:
    """Return what failed for good lately: for the owner, tasks and what other people could not send."""
    if account.role != OWNER:
        return 0
    since = clock.now() - RECENT
    alerts, copies = await people_with_failures(), await people_with_failed_copies()
    failed_at = [each.failed_at for person, found in alerts if person.id != account.id for each in found]
    failed_at += [each.failed_at for person, found in copies if person.id != account.id for each in found]
    return await attention.number_failed(since) + sum(at is not None and at > since for at in failed_at)


@signed_in
async def show_problems() -> Any:
    """Show the current problem notices."""
    return await show("dashboard/problems.html", **await of(g.account, quota.limit_of("messages")))


def mark_of(found: dict[str, Any]) -> str:
    """Return a text that identifies the problems in `found`; other problems give another text."""
    alerts = [str(failure.alert.id) for failure in found["failures"].shown]
    outdated = [f"outdated{alert_id}" for alert_id in found["failures"].outdated]
    waiting = [f"{group.reason.code}{group.number}" for group in found["waiting"]]
    copies = [f"{copy.state}{copy.id}{copy.error}" for copy in (*found["unsent"], *found["late"])]
    failed = [f"failed{found['failed_deliveries']}"] if found["failed_deliveries"] else []
    until = found["quota_until"]
    limit = f"until{until.isoformat()}" if until else ""
    worker = "worker" if found["worker_keeps_failing"] else ""
    lost = [f"lost{each.title}" for each in found["losses"]]
    mine = [*lost, *alerts, *outdated, *waiting, *failed, *copies]
    return "-".join(filter(None, [*_gmail(found), limit, worker, *mine]))


def _gmail(found: dict[str, Any]) -> list[str]:
    status, refused = found["gmail_status"], found["refused_by_owner"]
    wrong = "wrong" if found["wrong_gmail"] else ""
    return [status.mark if status else "", wrong, f"owner{len(refused)}" if refused else ""]
