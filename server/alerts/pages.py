"""Pages that list failed alerts, dismiss them and try them again."""

from __future__ import annotations

from typing import Any

from quart import Blueprint, Response, abort, g, redirect

from server.accounts.sessions import signed_in
from server.alerts import failures
from server.lib.web import page

blueprint = Blueprint("alerts", __name__)

ALERT_ID = "<int(max=9223372036854775807):alert_id>"


@blueprint.get("/alerts/failures")
@signed_in
async def show_failures() -> Any:
    """Show the failed alerts as a part of the dashboard; without htmx, show the dashboard itself."""
    if not page.wants_fragment():
        return redirect("/", 303)
    return await _part()


@blueprint.post(f"/alerts/{ALERT_ID}/dismissal")
@signed_in
async def dismiss(alert_id: int) -> Any:
    """Dismiss a failure that the person has read."""
    return await _after(await failures.dismiss(g.account, [alert_id]))


@blueprint.post(f"/alerts/{ALERT_ID}/retry")
@signed_in
async def retry(alert_id: int) -> Any:
    """Schedule another try to deliver an alert."""
    return await _after(await failures.retry(g.account, [alert_id]))


@blueprint.post("/alerts/outdated/dismissal")
@signed_in
async def dismiss_outdated() -> Any:
    """Dismiss all alerts that waited for too long."""
    return await _after(await failures.dismiss(g.account, await _outdated()))


@blueprint.post("/alerts/outdated/retry")
@signed_in
async def retry_outdated() -> Any:
    """Send all alerts that waited for too long."""
    return await _after(await failures.retry(g.account, await _outdated()))


async def _outdated() -> list[int]:
    return (await failures.failed_alerts(g.account)).outdated


async def _after(done: int) -> Any:
    if not done:
        abort(404)
    return await _part() if page.wants_fragment() else redirect("/", 303)


async def _part() -> Response:
    return await page.show("alerts/failures_part.html", failures=await failures.failed_alerts(g.account))
