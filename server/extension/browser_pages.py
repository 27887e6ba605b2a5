"""The list of a person's paired browsers, as a page and as a part of the settings that htmx loads."""

from __future__ import annotations

from typing import Any

from quart import Response, abort, g

from server.accounts.sessions import signed_in
from server.extension import browsers
from server.lib import clock
from server.lib.web import page


@signed_in
async def show() -> Response:
    """Show the list as a page; for htmx, only the list."""
    template = "extension/browsers_part.html" if page.wants_fragment() else "extension/browsers.html"
    return await page.show(template, browsers=await browsers.paired_browsers(g.account, clock.now()))


@signed_in
async def revoke(browser_id: int) -> Any:
    """End one of the person's pairings. 404 if they have no such pairing."""
    if not await browsers.revoke(g.account, browser_id, clock.now()):
        abort(404)
    return await show() if page.wants_fragment() else await page.go("extension.browsers")
