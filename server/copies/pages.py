"""Actions on copies that could not be sent: dismiss them, or try them again."""

from __future__ import annotations

from typing import Any

from quart import Blueprint, Response, abort, g, redirect

from server.accounts.sessions import signed_in
from server.copies import failures
from server.lib.web import page

blueprint = Blueprint("copies", __name__)

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


async def _after(done: bool) -> Any:
    if not done:
        abort(404)
    return await _part() if page.wants_fragment() else redirect("/", 303)


async def _part() -> Response:
    return await page.show("copies/failures_part.html", unsent=await failures.failed_copies(g.account))
