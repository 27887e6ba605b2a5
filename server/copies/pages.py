"""Actions on copies that were not sent: dismiss a failure, try again, cancel a copy that waits."""

from __future__ import annotations

from typing import Any

from quart import Blueprint, Response, abort, g, redirect

from server.accounts.sessions import signed_in
from server.copies import failures, waiting
from server.lib.web import page

blueprint = Blueprint("copies", __name__)

blueprint.add_app_template_filter(waiting.waits_for, "waits_for")

COPY_ID = "<int(max=9223372036854775807):copy_id>"


@blueprint.post(f"/copies/{COPY_ID}/dismissal")
@signed_in
async def dismiss(copy_id: int) -> Any:
    """Dismiss a failure that the sender has read."""
    return await _after(await failures.dismiss(g.account, copy_id))


@blueprint.post(f"/copies/{COPY_ID}/retry")
@signed_in
async def retry(copy_id: int) -> Any:
    """Schedule another try to send a copy."""
    return await _after(await failures.retry(g.account, copy_id))


@blueprint.post(f"/copies/{COPY_ID}/cancellation")
@signed_in
async def cancel(copy_id: int) -> Any:
    """Never send a copy that waits."""
    # A copy that has left by now, or is just leaving, is no error: the part shows what is left.
    await waiting.cancel(g.account, copy_id)
    if not page.wants_fragment():
        return redirect("/", 303)
    return await page.show("copies/late.html", late=await waiting.late_copies(g.account))


async def _after(done: bool) -> Any:
    if not done:
        abort(404)
    return await _part() if page.wants_fragment() else redirect("/", 303)


async def _part() -> Response:
    return await page.show("copies/failures_part.html", unsent=await failures.failed_copies(g.account))
