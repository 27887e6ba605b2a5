"""POST /reports: stores what the extension reports about mails."""

from __future__ import annotations

from typing import Any

from quart import g

from server.extension.api.bearer import paired
from server.extension.api.quota import quota_reached
from server.extension.api.report_body import ReportsBody, signed_report
from server.extension.reports import QuotaReached, ReportResult, SignedReport
from server.extension.reports import take as take_report
from server.lib.hub import Hub
from server.lib.runtime import runtime
from server.lib.web.request_input import json_body
from server.marks.key_file import LiveRing


@paired
async def take() -> Any:
    """Store reports about mails. Each report gets its own answer; sending a report again does no harm."""
    signed = [signed_report(each) for each in (await json_body(ReportsBody)).reports]
    ring, hub = runtime()[LiveRing].current(), runtime()[Hub]
    try:
        return {"results": [_shown(one, await take_report(g.account, one, ring, hub)) for one in signed]}
    except QuotaReached:  # the browser keeps all of them, and what was stored already is known then
        raise quota_reached() from None


def _shown(signed: SignedReport, result: ReportResult) -> dict[str, str]:
    reason = {"message": result.reason} if result.reason else {}
    return {"lease": str(signed.report.lease), "status": result.status, **reason}
